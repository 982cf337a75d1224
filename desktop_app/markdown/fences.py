"""A fence that is open, followed line by line: code of any length grows without being parsed again."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.markdown.blocks import Block, ContainerKind

if TYPE_CHECKING:
    from markdown_it.token import Token


class OpenFence:
    """``block`` is the code so far, ``before`` the leaf blocks of the same unit that stand above it.

    What it says of code holds for mathematics in a fence too.
    """

    def __init__(self, token: Token, blocks: list[Block]) -> None:
        *before, self.block = blocks
        self.before = [replace(block, closed=False) for block in before]  # they come again with the fence
        self._text: str = token.content  # of which mathematics shows less
        self._indent: int = token.meta["indent"]
        self._needed: int = token.meta["needed"]
        mark = token.markup
        self._closing = re.compile(rf"{re.escape(mark[0])}{{{len(mark)},}}[ \t]*\Z")
        self._may_close = re.compile(rf"[ \t]*{re.escape(mark[0])}*[ \t]*\Z")

    @staticmethod
    def can_follow(blocks: list[Block]) -> bool:
        """Whether the last block's lines can be told by their indent alone: not inside a quote."""
        return all(container.kind is not ContainerKind.QUOTE for container in blocks[-1].containers)

    def take(self, line: str) -> bool:
        """Adds a complete line (without its end); false where the line ends the fence."""
        kept = line.lstrip(" \t")
        indent = _columns(line[: len(line) - len(kept)])
        if kept and indent < self._needed:
            return False
        if kept and indent - self._needed < 4 and self._closing.match(kept):
            return False
        self._text += self._outdented(line) + "\n"
        return True

    def shown(self, partial: str, end: int) -> tuple[Block, ...]:
        """The unit as it looks by now, with the incomplete line unless it may turn out to close the fence."""
        last = "" if self._may_close.match(partial) else self._outdented(partial)
        return (*self.before, replace(self.block, text=self._text + last, end=end, closed=False))

    def _outdented(self, line: str) -> str:
        at = column = 0
        while at < len(line) and column < self._indent and line[at] in " \t":
            column += 4 - column % 4 if line[at] == "\t" else 1
            at += 1
        return " " * max(column - self._indent, 0) + line[at:]


def _columns(blanks: str) -> int:
    column = 0
    for blank in blanks:
        column += 4 - column % 4 if blank == "\t" else 1
    return column
