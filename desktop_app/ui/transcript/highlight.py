"""Colours for code, from Pygments: keywords, strings, comments; applied once, when a block is closed.

Pygments is loaded in a thread of its own, since a lexer's module takes tens of milliseconds; the lexing itself is done
on the GUI thread in slices, a few lines at a time.
"""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.ui.transcript.inks import Ink
from desktop_app.ui.transcript.looks import CharLook

if TYPE_CHECKING:
    from pygments.lexer import Lexer

MOST = 400_000
"""Characters: code longer than this stays plain."""


class Coloured(NamedTuple):
    """Part of a code line, in code points of the line."""

    start: int
    length: int
    look: CharLook


class Lexers:
    """Lexers by the name in a fence; one that is not known is loaded in a thread, which touches nothing of Qt's."""

    def __init__(self) -> None:
        self._known: dict[str, Lexer | None] = {}
        self._loading: set[str] = set()

    def known(self, language: str) -> bool:
        """Whether ``get`` has its answer; sends for it otherwise."""
        if language in self._known:
            return True
        if language not in self._loading:
            self._loading.add(language)
            threading.Thread(target=self._load, args=(language,), name="lexer", daemon=True).start()
        return False

    def get(self, language: str) -> Lexer | None:
        return self._known.get(language)

    def _load(self, language: str) -> None:
        from pygments.lexers import get_lexer_by_name  # not before the first code block
        from pygments.util import ClassNotFound

        lexer: Lexer | None = None
        try:
            lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
        except ClassNotFound:
            pass
        finally:
            self._known[language] = lexer


def coloured_lines(lexer: Lexer, text: str) -> Iterator[list[Coloured]]:
    """For each line of the text its coloured parts, as they are found."""
    line: list[Coloured] = []
    column = 0
    for _, kind, value in lexer.get_tokens_unprocessed(text):
        look = _look(kind)
        for number, part in enumerate(value.split("\n")):
            if number:
                yield line
                line, column = [], 0
            if part and look is not None:
                line.append(Coloured(column, len(part), look))
            column += len(part)
    yield line


_PLAIN = CharLook(size=0)
_LOOKS = {
    "Token.Keyword": _PLAIN._replace(ink=Ink.ACCENT),
    "Token.Operator.Word": _PLAIN._replace(ink=Ink.ACCENT),
    "Token.Name.Tag": _PLAIN._replace(ink=Ink.ACCENT),
    "Token.Literal.String": _PLAIN._replace(ink=Ink.TROUBLE),
    "Token.Comment.Preproc": _PLAIN._replace(ink=Ink.ACCENT),
    "Token.Comment": _PLAIN._replace(ink=Ink.MUTED),
    "Token.Generic.Heading": _PLAIN._replace(ink=Ink.MUTED),
    "Token.Generic.Subheading": _PLAIN._replace(ink=Ink.MUTED),
    "Token.Generic.Inserted": _PLAIN._replace(ink=Ink.ACCENT),
    "Token.Generic.Deleted": _PLAIN._replace(ink=Ink.TROUBLE),
    "Token.Generic.Prompt": _PLAIN._replace(ink=Ink.MUTED),
}


@functools.cache
def _look(kind: object) -> CharLook | None:
    """The look of a token by the longest name that is known; None for plain ink."""
    name = str(kind)
    while name not in _LOOKS:
        name, dot, _ = name.rpartition(".")
        if not dot:
            return None
    return _LOOKS[name]
