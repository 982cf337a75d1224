"""LaTeX that has only half come, made whole: what is open is closed, and a command that may go on is left out."""

from __future__ import annotations

import re

from desktop_app.domain.patterns import lazy

_HALF = lazy(r"(?:\s|[\^_]|(?<!\\)(?:\\\\)*\\(?:(?:begin|end)\{[a-zA-Z]*\*?|[a-zA-Z]*))+\Z")
_TOKEN = lazy(r"\\(?:begin|end)\{([a-zA-Z]*\*?)\}|\\[a-zA-Z]+|\\.|[{}]|\s+|.", re.DOTALL)
_OF_TWO = {r"\frac", r"\dfrac", r"\tfrac", r"\cfrac", r"\binom", r"\overset", r"\underset", r"\stackrel"}


def whole(latex: str) -> tuple[int, str]:
    """How much of it may be shown, and what closes that."""
    half = _HALF.search(latex)
    end = half.start() if half else len(latex)
    stack: list[tuple[str, str]] = []  # what closes a group, with what else must follow it
    before = ""  # the command whose group may come, or "{}" behind the first of two
    for found in _TOKEN.finditer(latex, 0, end):
        piece = found[0]
        if piece == "{":
            stack.append(("}", "{}" if before in _OF_TWO else ""))
        elif piece == r"\left":
            stack.append((r"\right.", ""))
        elif piece.startswith(r"\begin{"):
            stack.append((f"\\end{{{found[1]}}}", ""))
        elif stack and _closes(piece, stack[-1][0]):
            before = stack.pop()[1]
            continue
        before = piece if not piece.isspace() else before
    missing = before if before == "{}" else ""
    return end, missing + "".join(closing + more for closing, more in reversed(stack))


def _closes(piece: str, closing: str) -> bool:
    return piece == closing or (piece == r"\right" and closing == r"\right.")
