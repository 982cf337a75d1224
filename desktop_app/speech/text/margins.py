"""The left margin of a text that may be no Markdown: a book's, a letter's, a program's.

To Markdown a paragraph that is set in by four blanks is code, and code is not said; in a plain text it is a poem, a
quotation or a page with a wide margin. So a line keeps at most three blanks before it, unless it stands inside a fence
or looks like code.
"""

from __future__ import annotations

import re

_MOST = 3
_BLANKS = " \t\xa0\u3000"
_FENCE = re.compile(r"(`{3,}|~{3,})([^\n]*)")
_CODE = re.compile(
    r"[={}<>|\\$@]|\w\(|\w\[|\w_\w|^(?:#|//|import \w+\s*$|(?:pip|npm|git|sudo|cd|ls|curl|apt|docker|brew|python3?) )"
)
_NO_CHARACTERS = {0: None, 0xFEFF: None, ord("\f"): " ", ord("\v"): " "}


class Margins:
    """Fed in any pieces, it gives out the same text with its margins cut."""

    def __init__(self) -> None:
        self._line = ""  # a line, as far as it has come, that is still to be judged
        self._inside = False  # in the words of a line, which pass as they come
        self._fence = ""  # the mark of the fence that is open
        self._code = False  # in lines that are set in and look like code

    def feed(self, delta: str) -> str:
        """The part of the text that is certain with this piece; at most a line is kept back."""
        *lines, rest = delta.translate(_NO_CHARACTERS).split("\n")
        return "".join(self._piece(line + "\n") for line in lines) + (self._piece(rest) if rest else "")

    def finish(self) -> str:
        """What was kept back."""
        line, self._line, self._inside = self._line, "", True
        return self._cut(line)

    def _piece(self, piece: str) -> str:
        """A line with its end, or a part of one."""
        ended = piece.endswith("\n")
        if not self._inside:
            self._line += piece
            words = self._line.lstrip(_BLANKS)
            if not ended and (not words or words[0] in "`~" or _width(self._line) > _MOST):
                return ""
            piece, self._line = self._cut(self._line), ""
        self._inside = not ended
        return piece

    def _cut(self, line: str) -> str:
        words = line.lstrip(_BLANKS)
        fence = _FENCE.match(words)
        if self._fence:
            if fence is None or not fence[1].startswith(self._fence) or fence[2].strip():
                return line
            self._fence = ""
        elif fence is not None and "`" not in fence[2]:
            self._fence = fence[1]
        elif _width(line) <= _MOST:
            self._code = self._code and not words.strip()
            return line
        else:
            self._code = self._code or _CODE.search(words) is not None
            if self._code:
                return line
        return " " * min(_width(line), _MOST) + words


def _width(line: str) -> int:
    """Of the margin, in columns."""
    margin = line[: len(line) - len(line.lstrip(_BLANKS))]
    return len(margin.expandtabs(4))
