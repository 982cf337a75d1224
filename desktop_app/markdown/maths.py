r"""Where mathematics stands: in a line ``$x$`` or ``\(x\)``, displayed ``$$x$$`` or ``\[x\]``, or an environment.

The signs are also money, names of variables and brackets that somebody escaped, so each has its conditions, as pandoc
and GitHub have them: nothing blank inside the dollars and no letter or digit outside them, and what begins like a price
is one unless a sign of a formula comes before its first word. Code is never mathematics: no formula holds a backtick.

Display that begins a line is a block like a fence, decided by that line alone, so that a stream never takes it back. It
ends with its closing sign, and at the latest with a blank line, which LaTeX allows in no formula.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.patterns import lazy

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

_ENVIRONMENTS = "equation|align|alignat|aligned|gather|gathered|multline|eqnarray|cases|split|flalign"
_OPENS_BLOCK = lazy(rf"(?P<sign>\$\$(?!\$)|\\\[)|(?P<whole>\\begin\{{(?P<name>(?:{_ENVIRONMENTS})\*?)\}})")
_CLOSING = {"$$": "$$", r"\[": r"\]"}
# What no prose holds that somebody would begin with such a sign.
_STRONG = lazy(r"\\[a-zA-Z]|[\^=]|_\{|&")
_SIGN = lazy(r"\\[a-zA-Z]|[\^_=+<>{}|]")
_LIKE = lazy(r"\A\W*\w{1,2}\W*\Z|\d|\w['(]")
_WORD = lazy(r"[^\W\d_]{4}")
_PRICE = lazy(r"\d(?:(?![^\W\d_]{3})[^\\^_=+{<>])*(?P<sign>[\\^_=+{<>])?")

_INLINE = lazy(
    r"(?P<dollars>\$\$)(?!\$)(?P<shown>(?:[^$`\\]++|\\[^`]|\$(?!\$))++)\$\$(?!\$)"
    r"|\$(?![\s$])(?P<dollar>(?:[^$`\n\\]++|\\[^\n`])++)(?<!\s)\$(?:(?![0-9A-Za-z$])|(?=(?:th|st|nd|rd|s)\b))"
    r"|\\\((?P<round>(?:[^`\\]++|\\[^()`])++)\\\)"
    r"|(?P<square>\\\[)(?P<squared>(?:[^`\\]++|\\[^\[\]`])++)\\\]",
    re.DOTALL,
)


class Formula(NamedTuple):
    """``latex`` without the signs around it, which with them reaches to ``end``."""

    latex: str
    end: int
    display: bool = False


def formula_at(text: str, at: int, end: int) -> Formula | None:
    """The formula that begins with the dollar or the backslash at this place of a line's text, where one does."""
    found = _INLINE.match(text, at, end)
    if found is None:
        return None
    latex = found["shown"] or found["dollar"] or found["round"] or found["squared"]
    if found["dollar"]:
        right = not _is_attached(text, at) and not _is_price(latex)
    else:
        right = bool(latex.strip()) and (bool(found["dollars"]) or is_like_maths(latex))
    display = bool(found["dollars"] or found["square"])
    return Formula(" ".join(latex.split()), found.end(), display) if right else None


def is_like_maths(latex: str) -> bool:
    """Whether what stands between escaped brackets is a formula: they may also be there to be shown."""
    if _SIGN.search(latex):
        return True
    return not _WORD.search(latex) and _LIKE.search(latex) is not None


def _is_attached(text: str, at: int) -> bool:
    """Whether a letter or digit stands right before a dollar, as in "5$" or "US$"."""
    before = text[at - 1 : at]
    return before.isascii() and before.isalnum()


def is_price_so_far(latex: str) -> bool:
    """The same of what may go on: no sign of a formula has come yet."""
    price = _PRICE.match(latex)
    return price is not None and price["sign"] is None


def _is_price(latex: str) -> bool:
    """Whether "5 a month, or " between two dollars is money and not mathematics."""
    price = _PRICE.match(latex)
    return price is not None and price["sign"] is None and price.end() < len(latex)


def inline_maths(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the library's signature
    """Mathematics in a line; dollars that are none are plain text, a run of them as a whole."""
    sign = state.src[state.pos]
    if sign not in "$\\":
        return False
    found = formula_at(state.src, state.pos, state.posMax)
    if found is not None:
        if not silent:
            token = state.push("maths", "", 0)
            token.content = found.latex
            token.meta["display"] = found.display
        state.pos = found.end
        return True
    run = state.pos
    while run < state.posMax and state.src[run] == "$":
        run += 1
    if run - state.pos < 2:
        return False
    if not silent:
        state.append_pending(state.src[state.pos : run])
    state.pos = run
    return True


class Opening(NamedTuple):
    """Display that begins with a line: its ``closing`` sign, and where on the line the formula begins."""

    closing: str
    begin: int
    whole: bool = False

    def closes(self, line: str, begin: int = 0) -> int:
        """Where on a line its closing sign stands; -1 where it does not."""
        return line.find(self.closing, begin)


def opening_of(line: str) -> Opening | None:
    """Whether a line, without what is before its first sign, begins a block of mathematics."""
    found = _OPENS_BLOCK.match(line)
    if found is None or "`" in line:
        return None
    if found["whole"]:
        opening = Opening(f"\\end{{{found['name']}}}", 0, whole=True)
    else:
        opening = Opening(_CLOSING[found["sign"]], found.end())
    rest = line[found.end() :].strip()
    closed = opening.closes(line, found.end())
    if closed < 0:
        return opening if not rest or opening.whole or (_STRONG.search(rest) and "](" not in rest) else None
    latex = line[found.end() : closed].strip()
    ends = not line[closed + len(opening.closing) :].strip()
    is_formula = found["sign"] != r"\[" or is_like_maths(latex)
    return opening if ends and is_formula and (latex or opening.whole) else None


def maths_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - the library's signature
    """Display mathematics on lines of its own; with words behind its closing sign it is a paragraph."""
    if state.is_code_block(start):
        return False
    first = _line(state, start)
    opening = opening_of(first)
    if opening is None:
        return False
    if silent:
        return True
    last, closed = _last_line(state, start, end, opening)
    lines = [_line(state, line) for line in range(start, last + 1)]
    if (
        closed
        and lines[-1][opening.closes(lines[-1], 0 if last > start else opening.begin) :].strip() != opening.closing
    ):
        _push_paragraph(state, start, last + 1)
    else:
        token = state.push("maths_block", "", 0)
        token.map = [start, last + 1]
        token.content = _latex(lines, opening, closed=closed)
        token.meta["closed"] = closed
    state.line = last + 1
    return True


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _last_line(state: StateBlock, start: int, end: int, opening: Opening) -> tuple[int, bool]:
    """The last line of the formula that begins with line ``start``, and whether it is closed there."""
    if opening.closes(_line(state, start), opening.begin) >= 0:
        return start, True
    line = start + 1
    while line < end and not state.isEmpty(line) and state.sCount[line] >= state.blkIndent:
        text = _line(state, line)
        if "`" in text or text.startswith("~~~"):
            break
        if opening.closes(text) >= 0:
            return line, True
        line += 1
    return line - 1, False


def _latex(lines: list[str], opening: Opening, *, closed: bool) -> str:
    text = "\n".join(line.rstrip() for line in lines)[opening.begin :]
    if closed and not opening.whole:
        text = text[: text.rfind(opening.closing)]
    return text.strip()


def _push_paragraph(state: StateBlock, start: int, end: int) -> None:
    content = state.getLines(start, end, state.blkIndent, keepLastLF=False).strip()
    state.push("paragraph_open", "p", 1).map = [start, end]
    token = state.push("inline", "", 0)
    token.content, token.map, token.children = content, [start, end], []
    state.push("paragraph_close", "p", -1)
