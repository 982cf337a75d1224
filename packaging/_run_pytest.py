"""pytest as dev.py starts it: on the virtual desktop a skipped end-to-end test is a failure, for there it could run.

Also lets the one configuration in pyproject.toml serve an environment without pytest-qt, where its `qt_api` is unknown.
"""

from __future__ import annotations

import importlib.util
import json
import os
import sys
from pathlib import Path

import pytest


class NoSkippedEndToEnd:
    """A pytest plugin that turns skipped end-to-end tests into exit code 1."""

    def __init__(self) -> None:
        self._skipped: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Remember each skipped test that is marked `e2e` or stands in tests/e2e."""
        if report.skipped and ("e2e" in report.keywords or _is_end_to_end(report.nodeid)):
            self._skipped.append(report.nodeid)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Remember a file that skipped itself as a whole."""
        if report.skipped and _is_end_to_end(report.nodeid):
            self._skipped.append(report.nodeid)

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Fail a run that would otherwise count as passed."""
        if self._skipped and session.exitstatus in {pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED}:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Say which ones."""
        if self._skipped:
            terminalreporter.section("end-to-end tests were skipped though the virtual desktop is there", red=True)
            for nodeid in self._skipped:
                terminalreporter.line(nodeid)


class Tally:
    """A pytest plugin that writes down how many tests passed, failed, ..., as the closing line tells it."""

    def __init__(self, file: Path) -> None:
        self._file = file

    @pytest.hookimpl(trylast=True)
    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Count as pytest does: what has been told under its name, set-ups and clearings-up aside."""
        stats = {"errors" if name == "error" else name: told for name, told in terminalreporter.stats.items() if name}
        counts = {
            name: sum(getattr(one, "count_towards_summary", True) for one in told) for name, told in stats.items()
        }
        self._file.write_text(json.dumps(counts), encoding="utf-8")


class WithoutPytestQt:
    """A pytest plugin that knows the option of pytest-qt where pytest-qt itself is missing."""

    def pytest_addoption(self, parser: pytest.Parser) -> None:
        """Accept `qt_api` and do nothing with it."""
        parser.addini("qt_api", "for pytest-qt, which is not installed here")


def _is_end_to_end(nodeid: str) -> bool:
    return nodeid.replace(os.sep, "/").startswith("tests/e2e")


def main(arguments: list[str]) -> int:
    """Run pytest with what this environment needs."""
    plugins: list[object] = []
    if os.environ.get("ALOUD_E2E") == "1":
        plugins.append(NoSkippedEndToEnd())
    if file := os.environ.pop("ALOUD_TALLY", ""):  # the runs of pytest that tests start are not counted
        plugins.append(Tally(Path(file)))
    if importlib.util.find_spec("pytestqt") is None:
        plugins.append(WithoutPytestQt())
    return int(pytest.main(arguments, plugins=plugins))


if __name__ == "__main__":
    code = main(sys.argv[1:])
    sys.stdout.flush()
    sys.stderr.flush()
    # All is judged by now. Taken apart by Python at its exit, what hundreds of tests left of Qt can crash the process.
    os._exit(code)
