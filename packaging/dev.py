"""The one command of this repository: sets up what is missing, then runs, tests, checks, measures or packages Aloud.

    python3 packaging/dev.py run [ARGS]            start Aloud, with ARGS handed on
    python3 packaging/dev.py test [PYTEST ARGS]    every test, on virtual desktops of their own
    python3 packaging/dev.py check                 format, lint, types, architecture, and the rooms without Qt
    python3 packaging/dev.py bench [NAMES]         the benchmarks, on the same virtual desktop
    python3 packaging/dev.py package               an installable package for this system
    python3 packaging/dev.py pin                   the requirements lists anew, with versions and hashes
    python3 packaging/dev.py translate             new texts into the translations, and which wait for words

It needs nothing but the standard library of any Python from 3.8; Aloud itself runs on 3.11 to 3.13.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from _steps import ROOT, SetupStopped

if sys.version_info < (3, 8):  # noqa: UP036 - this very file is what an older Python meets first
    raise SystemExit("packaging/dev.py needs Python 3.8 or newer to start; Aloud itself runs on 3.11 to 3.13.")


def run(arguments: list[str]) -> int:
    """Start Aloud; on Unix this process becomes it, so that signals and exit code are its own."""
    from _setup import prepare

    program = str(prepare("run", ["run"]).program("aloud"))
    if os.name != "nt":
        os.execv(program, [program, *arguments])  # noqa: S606 - the arguments are the person's own, and no shell is wanted
    return subprocess.call([program, *arguments])


def test(arguments: list[str]) -> int:
    """Run the tests on a desktop of our own; where none can be made, that is said and the tests that need it skip.

    All of them together run in two halves at once where there are two processors.
    """
    from _halves import can_be_halved, run_halves
    from _setup import prepare

    environment = prepare("dev", ["run", "test"])
    pytest = [str(environment.python), str(Path(__file__).with_name("_run_pytest.py"))]
    if arguments or not can_be_halved():
        return _on_a_desktop([*pytest, *arguments])
    return run_halves(pytest)


def bench(arguments: list[str]) -> int:
    """Run the benchmarks of tests/bench by name, or all of them."""
    from _setup import prepare

    environment = prepare("dev", ["run", "test"])
    return _on_a_desktop([str(environment.python), "-m", "tests.bench", *arguments])


def _on_a_desktop(command: list[str]) -> int:
    from _session import DesktopSession, lacking_programs
    from _steps import say

    lacking = lacking_programs()
    if lacking:
        say(f"No virtual desktop without {', '.join(lacking)}: what needs one is skipped.")
        return subprocess.call(command, cwd=str(ROOT), stdin=subprocess.DEVNULL)
    with DesktopSession() as session:
        return session.call(command)


def check(arguments: list[str]) -> int:
    """Everything that can be judged without running the program."""
    from _check import check_all
    from _setup import prepare

    _no(arguments)
    return check_all(prepare("dev", ["run"]))


def package(arguments: list[str]) -> int:
    """Make the package of this system in dist/."""
    from _bundle import make_package
    from _setup import prepare

    _no(arguments)
    return make_package(prepare("dev", ["run"]))


def pin(arguments: list[str]) -> int:
    """Work out the newest versions that the .in lists allow and write them down with their hashes."""
    from _pin import pin_all

    _no(arguments)
    return pin_all()


def translate(arguments: list[str]) -> int:
    """Bring new texts into the translations, compile them, and tell which texts still wait for words."""
    import _translations
    from _setup import prepare

    _no(arguments)
    environment = prepare("dev", ["run"])
    _translations.update(environment)
    _translations.compile_changed(environment)
    waiting = [(file.name, text) for file in _translations.sources() for text in _translations.unfinished(file)]
    for name, text in waiting:
        print(f"{name}: {text}")
    return 1 if waiting else 0


def _no(arguments: list[str]) -> None:
    if arguments:
        raise SetupStopped(f"This takes no arguments: {' '.join(arguments)}")


_COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "run": run,
    "test": test,
    "check": check,
    "bench": bench,
    "package": package,
    "pin": pin,
    "translate": translate,
}


def main(arguments: list[str]) -> int:
    """Do what the first word says."""
    command = _COMMANDS.get(arguments[0]) if arguments else None
    if command is None:
        asked = bool(arguments) and arguments[0] in {"-h", "--help", "help"}
        print(__doc__, file=sys.stdout if asked else sys.stderr)
        return 0 if asked else 2
    words = arguments[1:]
    try:
        return command(words[1:] if words[:1] == ["--"] else words)
    except SetupStopped as stopped:
        print(f"\n{stopped}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
