"""The interface in other languages: every text of the program has its words, by Qt's own tools."""

from __future__ import annotations

import ast
import re
import shutil
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

import _translations
from _steps import ROOT
from _venv import Environment

_TOOLS = Environment(Path(sys.prefix))
_SOURCES = _translations.sources()

pytestmark = pytest.mark.skipif(
    not _TOOLS.program("pyside6-lupdate").exists(), reason="the translators' tools come with PySide6"
)


@pytest.fixture(scope="module")
def renewed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Copies of the translations into which the texts of today's program were brought."""
    folder = tmp_path_factory.mktemp("translations")
    copies = [Path(shutil.copy(source, folder)) for source in _SOURCES]
    _translations.update(_TOOLS, copies)
    return {copy.stem: copy for copy in copies}


def _texts(file: Path) -> set[tuple[str, str]]:
    contexts = ET.parse(file).getroot().iter("context")
    return {
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in contexts
        for message in context.iter("message")
    }


def test_there_are_german_and_japanese() -> None:
    assert [source.stem for source in _SOURCES] == ["aloud_de", "aloud_ja"]


@pytest.mark.parametrize("source", _SOURCES, ids=lambda source: source.stem)
def test_every_text_of_the_program_is_translated_and_none_of_an_older_one(
    source: Path, renewed: dict[str, Path]
) -> None:
    """After new texts: ``python3 packaging/dev.py translate``, then give them their words."""
    assert _translations.unfinished(renewed[source.stem]) == []
    assert _texts(source) == _texts(renewed[source.stem])


@pytest.mark.parametrize("source", _SOURCES, ids=lambda source: source.stem)
def test_what_is_filled_in_stands_in_the_translation_too(source: Path) -> None:
    for message in ET.parse(source).getroot().iter("message"):
        translation = message.find("translation")
        assert translation is not None
        wanted = _places(message.findtext("source", ""))
        for form in translation.findall("numerusform") or [translation]:
            assert _places(form.text or "") == wanted, form.text


@pytest.mark.parametrize("source", _SOURCES, ids=lambda source: source.stem)
def test_texts_with_a_number_have_all_the_forms_of_their_language(source: Path) -> None:
    forms = {"aloud_de": 2, "aloud_ja": 1}[source.stem]
    counted = [message for message in ET.parse(source).getroot().iter("message") if message.get("numerus")]
    assert counted
    for message in counted:
        translation = message.find("translation")
        assert translation is not None
        assert len(translation.findall("numerusform")) == forms


_ASKS = {"tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}
"""What the translators' tool knows, and which of its arguments is the text."""


@pytest.mark.parametrize("file", sorted((ROOT / "desktop_app" / "ui").rglob("*.py")), ids=lambda file: file.stem)
def test_every_text_is_given_to_a_function_by_which_it_is_found(file: Path) -> None:
    """As it stands, not from a choice or a helper of another name: such a text stays English for ever."""
    tree = ast.parse(file.read_text("utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    helpers = {one.name for one in ast.walk(tree) if isinstance(one, ast.FunctionDef) and _passes_on(one)}
    hidden = [call for call in calls if _called(call) in helpers and any(map(_holds_text, call.args))]
    for call in calls:
        place = _ASKS.get(_called(call), len(call.args))
        text = call.args[place] if place < len(call.args) else None
        if isinstance(text, ast.IfExp | ast.BoolOp | ast.BinOp | ast.JoinedStr) and _holds_text(text):
            hidden.append(call)
    within = [node for node in ast.walk(tree) if isinstance(node, ast.FormattedValue)]
    hidden += [call for node in within for call in ast.walk(node) if isinstance(call, ast.Call) and _asks_with(call)]
    assert [f"{call.lineno}: {ast.unparse(call)}" for call in hidden] == []


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _asks_with(call: ast.Call) -> bool:
    return _called(call) in _ASKS and any(map(_holds_text, call.args))


def _passes_on(function: ast.FunctionDef) -> bool:
    """Whether one of its arguments is what is translated in it."""
    arguments = {one.arg for one in function.args.args}
    asked = [one for one in ast.walk(function) if isinstance(one, ast.Call) and _called(one) == "translate"]
    texts = [call.args[1] for call in asked if len(call.args) > 1]
    return any(isinstance(text, ast.Name) and text.id in arguments for text in texts)


def _holds_text(node: ast.expr) -> bool:
    """Of words of its own: what is marked where it stands is found there."""
    if isinstance(node, ast.Call):
        return False
    inner = [one for one in ast.iter_child_nodes(node) if isinstance(one, ast.expr)]
    return (isinstance(node, ast.Constant) and isinstance(node.value, str)) or any(map(_holds_text, inner))


def test_a_text_without_words_is_told(tmp_path: Path) -> None:
    file = tmp_path / "aloud_xx.ts"
    file.write_text('<TS version="2.1" language="de"></TS>', "utf-8")
    _translations.update(_TOOLS, [file])
    assert "Settings" in _translations.unfinished(file)


def test_only_what_has_changed_is_compiled_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = Path(shutil.copy(_SOURCES[0], tmp_path))
    monkeypatch.setattr(_translations, "FOLDER", tmp_path)
    _translations.compile_changed(_TOOLS)
    made = source.with_suffix(".qm")
    first = made.stat()
    assert first.st_size > 10_000
    _translations.compile_changed(_TOOLS)
    assert made.stat().st_mtime_ns == first.st_mtime_ns
    assert sorted(path.name for path in tmp_path.iterdir()) == [made.name, source.name]


def _places(text: str) -> list[str]:
    """What is filled in: {name}, {0}, %n."""
    return sorted(re.findall(r"\{\w*\}|%n", text))
