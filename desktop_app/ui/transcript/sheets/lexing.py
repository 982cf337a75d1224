"""Colours for code, from Pygments: the lexers, loaded in a thread of their own, and what they say of each line.

A lexer's module takes tens of milliseconds to load; lexing itself is done on the GUI thread in slices, since it would
hold the interpreter as long in any other.
"""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.ui.transcript.looks.inks import Ink

if TYPE_CHECKING:
    from pygments.lexer import Lexer


class Coloured(NamedTuple):
    """Part of a line, in code points of the line."""

    start: int
    length: int
    ink: Ink
    bold: bool = False
    italic: bool = False


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

    def load(self, language: str) -> Lexer | None:
        """Here and now, for some tens of milliseconds: for a thread that has nothing else to do."""
        if language not in self._known:
            self._load(language)
        return self._known[language]

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


LEXERS = Lexers()
"""For all pages: a lexer is loaded once in a run."""


def coloured_lines(lexer: Lexer, text: str) -> Iterator[list[Coloured]]:
    """For each line of the text its coloured parts, as they are found.

    Lexers want every line ended: without its end, the last line of a diff is an error to them.
    """
    line: list[Coloured] = []
    column = 0
    for _, kind, value in lexer.get_tokens_unprocessed(f"{text}\n"):
        look = _look(kind)
        if "\n" not in value:
            if look is not None:
                line.append(Coloured(column, len(value), *look))
            column += len(value)
            continue
        for number, part in enumerate(value.split("\n")):
            if number:
                yield line
                line, column = [], 0
            if part and look is not None:
                line.append(Coloured(column, len(part), *look))
            column += len(part)


_LOOKS: dict[str, tuple[Ink, bool, bool]] = {
    "Token.Keyword": (Ink.KEYWORD, False, False),
    "Token.Keyword.Constant": (Ink.NUMBER, False, False),
    "Token.Keyword.Type": (Ink.TYPE, False, False),
    "Token.Operator": (Ink.OPERATOR, False, False),
    "Token.Operator.Word": (Ink.KEYWORD, False, False),
    "Token.Punctuation": (Ink.OPERATOR, False, False),
    "Token.Name.Function": (Ink.FUNCTION, False, False),
    "Token.Name.Class": (Ink.TYPE, False, False),
    "Token.Name.Namespace": (Ink.INK, False, False),
    "Token.Name.Builtin": (Ink.BUILTIN, False, False),
    "Token.Name.Builtin.Pseudo": (Ink.BUILTIN, False, True),
    "Token.Name.Exception": (Ink.TYPE, False, False),
    "Token.Name.Constant": (Ink.NUMBER, False, False),
    "Token.Name.Decorator": (Ink.DECORATOR, False, False),
    "Token.Name.Attribute": (Ink.ATTRIBUTE, False, False),
    "Token.Name.Entity": (Ink.NUMBER, False, False),
    "Token.Name.Tag": (Ink.TAG, False, False),
    "Token.Name.Variable": (Ink.BUILTIN, False, False),
    "Token.Literal.String": (Ink.STRING, False, False),
    "Token.Literal.String.Doc": (Ink.COMMENT, False, True),
    "Token.Literal.String.Escape": (Ink.NUMBER, False, False),
    "Token.Literal.String.Interpol": (Ink.NUMBER, False, False),
    "Token.Literal.Number": (Ink.NUMBER, False, False),
    "Token.Literal.Date": (Ink.NUMBER, False, False),
    "Token.Comment": (Ink.COMMENT, False, True),
    "Token.Comment.Preproc": (Ink.DECORATOR, False, False),
    "Token.Comment.PreprocFile": (Ink.STRING, False, False),
    "Token.Generic.Heading": (Ink.FUNCTION, True, False),
    "Token.Generic.Subheading": (Ink.HUNK, False, False),
    "Token.Generic.Inserted": (Ink.INSERTED, False, False),
    "Token.Generic.Deleted": (Ink.DELETED, False, False),
    "Token.Generic.Prompt": (Ink.KEYWORD, False, False),
    "Token.Generic.Output": (Ink.COMMENT, False, False),
    "Token.Generic.Error": (Ink.DELETED, False, False),
    "Token.Generic.Traceback": (Ink.COMMENT, False, False),
    "Token.Generic.Emph": (Ink.INK, False, True),
    "Token.Generic.Strong": (Ink.INK, True, False),
}


@functools.cache
def _look(kind: object) -> tuple[Ink, bool, bool] | None:
    """The look of a token by the longest name that is known; None for plain ink."""
    name = str(kind)
    while name not in _LOOKS:
        name, dot, _ = name.rpartition(".")
        if not dot:
            return None
    return _LOOKS[name]
