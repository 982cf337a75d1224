"""Texts of others, by which anybody can check the text engine: read where they lie, and none of them is kept here.

The folder that ``ALOUD_PUBLIC_SETS`` names holds checkouts of two public repositories under their own names:
``pySBD`` (nipunsadvilkar/pySBD, MIT: the Golden Rules of sentence boundaries) and ``commonmark-spec``
(commonmark/commonmark-spec).
"""

from __future__ import annotations

import ast
import html
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

VARIABLE = "ALOUD_PUBLIC_SETS"

_EXAMPLE = re.compile(r"^`{32} example\n(.*?)^\.\n(.*?)^`{32}$", re.DOTALL | re.MULTILINE)
_CODE = re.compile(r"<pre><code[^>]*>(.*?)</code></pre>", re.DOTALL)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Rule:
    """A text and its sentences; ``golden``: one of the rules proper, and not of the further cases of its language."""

    language: str
    golden: bool
    text: str
    sentences: tuple[str, ...]

    @property
    def places(self) -> set[int] | None:
        """Where sentences but the last end; None where the set gives them in other words than the text's."""
        at = 0
        places: set[int] = set()
        for sentence in map(str.strip, self.sentences):
            found = self.text.find(sentence, at)
            if found < 0:
                return None
            at = found + len(sentence)
            places.add(at)
        return {place for place in places if self.text[place:].strip()}


@dataclass(frozen=True, slots=True)
class Example:
    """A text of the specification; the words of its blocks of code, and all others that it shows."""

    number: int
    text: str
    code: frozenset[str]
    prose: frozenset[str]


def folder(name: str) -> Path | None:
    """A checkout, where there is one."""
    place = Path(os.environ.get(VARIABLE, "")) / name
    return place if os.environ.get(VARIABLE) and place.is_dir() else None


def golden_rules(checkout: Path) -> Iterator[Rule]:
    """Of every language. The rules for cleaning up what was copied from a PDF are no rules for a stream of text."""
    for path in sorted((checkout / "tests" / "lang").glob("test_*.py")):
        if "clean" in path.stem:
            continue
        for statement in ast.parse(path.read_text("utf-8")).body:
            if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
                name = statement.targets[0].id
                if "CLEAN" not in name and "PDF" not in name:
                    yield from _rules(path.stem.removeprefix("test_"), "GOLDEN" in name, statement.value)


def _rules(language: str, golden: bool, value: ast.expr) -> Iterator[Rule]:  # noqa: FBT001 - a fact, not a switch
    for element in value.elts if isinstance(value, ast.List | ast.Tuple) else []:
        pair = ast.Tuple(element.args[:2], ast.Load()) if isinstance(element, ast.Call) else element
        try:
            text, sentences = ast.literal_eval(ast.unparse(pair))
        except ValueError:
            continue
        if isinstance(text, str) and isinstance(sentences, list):
            yield Rule(language, golden, text, tuple(sentences))


def examples(checkout: Path) -> Iterator[Example]:
    """Of the CommonMark specification."""
    specification = (checkout / "spec.txt").read_text("utf-8").replace("→", "\t")
    for number, (text, shown) in enumerate(_EXAMPLE.findall(specification), 1):
        code = _words(" ".join(_CODE.findall(shown)))
        prose = _words(re.sub(r"<[^>]*>", " ", _CODE.sub(" ", shown)))
        yield Example(number, text, code, prose)


def _words(shown: str) -> frozenset[str]:
    return frozenset(_WORD.findall(html.unescape(shown)))
