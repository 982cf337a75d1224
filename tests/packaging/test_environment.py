"""The environment in .venv: when it is left alone, and when it is not trusted."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from _setup import fingerprint
from _venv import Environment

pytestmark = pytest.mark.skipif(os.name == "nt", reason="makes its environments of links")
_VERSION = "{}.{}".format(*sys.version_info)


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    made = Environment(tmp_path / "venv")
    made.programs.mkdir(parents=True)
    made.python.symlink_to(sys.executable)
    return made


def _stamp(environment: Environment, **content: str) -> None:
    (environment.folder / "aloud-setup.json").write_text(json.dumps(content), encoding="utf-8")


def test_one_that_was_filled_from_the_same_inputs_is_ready(environment: Environment) -> None:
    _stamp(environment, run="abc", python=_VERSION)
    assert environment.is_ready("run", "abc")
    assert not environment.is_ready("run", "other")
    assert not environment.is_ready("dev", "abc")


def test_one_that_was_interrupted_is_made_anew(environment: Environment) -> None:
    _stamp(environment, state="unfinished")
    assert not environment.is_ready("run", "abc")
    assert not environment.is_sound()


def test_one_whose_python_went_away_is_made_anew(environment: Environment) -> None:
    _stamp(environment, run="abc", python=_VERSION)
    environment.python.unlink()
    environment.python.symlink_to("/nowhere/python3")
    assert not environment.is_ready("run", "abc")
    assert not environment.is_sound()


def test_one_whose_python_became_another_is_made_anew(environment: Environment) -> None:
    _stamp(environment, run="abc", python="3.1")
    assert not environment.is_ready("run", "abc")
    assert not environment.is_sound()


def test_one_that_somebody_else_made_is_filled_and_not_deleted(environment: Environment) -> None:
    assert not environment.is_ready("run", "abc")
    assert environment.is_sound()


def test_a_damaged_stamp_is_no_stamp(environment: Environment) -> None:
    (environment.folder / "aloud-setup.json").write_text("{", encoding="utf-8")
    assert not environment.is_ready("run", "abc")
    assert environment.is_sound()


def test_the_fingerprint_changes_with_any_input(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.write_text("a", encoding="utf-8")
    second.write_text("b", encoding="utf-8")
    seen = {fingerprint([first, second]), fingerprint([second, first]), fingerprint([first], "x"), fingerprint([first])}
    second.write_text("c", encoding="utf-8")
    assert len(seen | {fingerprint([first, second])}) == 5
