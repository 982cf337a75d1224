"""Formulas at the open end of a stream: what has come of one is shown as mathematics, and never its signs alone.

A dollar may also be money or a name, and then nothing closes it: so it is held back while nothing tells, shown as
mathematics when what follows is some, and as text when words follow.
"""

from __future__ import annotations

import re

from desktop_app.domain.patterns import lazy
from desktop_app.markdown.half_latex import whole
from desktop_app.markdown.maths import Opening, formula_at, is_like_maths, is_price_so_far, opening_of

_LOOK_BACK = 4000
_BLANK_LINE = lazy(r"\n[ \t>]*\n")
_BEFORE = lazy(r"[ \t]*(?:(?:[-+*>]|\d{1,9}[.)]|:|\[\^[^\]\n]*\]:)[ \t]*)*")
_HALF_END = lazy(r"[ \t\n]*\$+\Z")
_SIGNS = lazy(r"`+|\$+|\\.", re.DOTALL)
_CLOSING = {"$": "$", "$$": "$$", r"\(": r"\)", r"\[": r"\]"}
_SIGN = lazy(r"\\[a-zA-Z]|[\^_={}<>+|]")
_GROUP = lazy(r"\\[a-zA-Z]+[ \t]*(?:\{[^{}]*\}?)?|[\^_]?\{[^{}]*\}?")
_PLAIN = lazy(r"[^\W\d_]{2,} +[^\W\d_]{2}|[,.;:!?] +[^\W\d_]{3}")
_UNDECIDED = 16
_LONGEST = 2000


def display(text: str) -> tuple[int, str] | None:
    """Of a text that ends in an open block of mathematics: how much may be shown, and what makes the formula whole."""
    if "$$" not in text and "\\" not in text:
        return None
    start = 0
    for blank in _BLANK_LINE.finditer(text, max(len(text) - _LOOK_BACK, 0)):
        start = blank.end()
    opening, begin = None, 0
    for line in text[start:].splitlines(keepends=True):
        if opening is None:
            opening, begin = _opened(line, start)
        elif opening.closes(line) >= 0 or "`" in line:
            opening = None
        start += len(line)
    if opening is None:
        return None
    end, closing = _whole(text, begin)
    if opening.whole:
        return end, closing
    shown = text[begin:end] + closing
    if not shown.strip() or (opening.closing == r"\]" and not is_like_maths(shown)):
        return begin, ""
    return end, closing + opening.closing


def _opened(line: str, start: int) -> tuple[Opening | None, int]:
    """What a line, which begins at ``start``, opens and does not close, and where the formula begins."""
    before = _BEFORE.match(line)
    begin = before.end() if before else 0
    opening = opening_of(line[begin:])
    if opening is None or opening.closes(line[begin:], opening.begin) >= 0:
        return None, 0
    return opening, start + begin + opening.begin


def _whole(text: str, begin: int) -> tuple[int, str]:
    """How far the formula that begins there may be shown, and what makes it whole."""
    half = _HALF_END.search(text, begin)
    end, closing = whole(text[begin : half.start() if half else len(text)])
    return begin + end, closing


def masked(text: str, cut: int) -> tuple[str, int, str]:
    """The text, its formulas behind ``cut`` made letters so that nothing in them is a mark.

    Where it ends in a formula that is shown although it is open: where that begins and by what it is closed, else
    "". What is held back of it is left out.
    """
    pieces, kept, at = [], 0, cut
    while found := _SIGNS.search(text, at):
        sign, begin, at = found[0], found.start(), found.end()
        if sign[0] == "`":
            at = _behind_code(text, at, sign)
        elif sign[0] == "$" or sign in _CLOSING:
            formula = formula_at(text, begin, len(text))
            if formula is not None:
                pieces += [text[kept:begin], "x" * (formula.end - begin)]
                kept = at = formula.end
            elif (state := _open(text, begin, sign)) is not None:
                return "".join([*pieces, text[kept : state[0]]]), begin, state[1]
    return "".join([*pieces, text[kept:]]), len(text), ""


def _behind_code(text: str, at: int, marks: str) -> int:
    """Where the code ends that these marks begin: all the rest, where it is open."""
    closing = re.compile(rf"(?<!`){marks}(?!`)").search(text, at)
    return closing.end() if closing else len(text)


def _open(text: str, begin: int, sign: str) -> tuple[int, str] | None:
    """How far the text may be shown and the closing sign, or "" where nothing of the formula is; None: it is none."""
    if not _may_be_open(text, begin, sign):
        return None
    latex = text[begin + len(sign) :]
    end, closing = _whole(text, begin + len(sign))
    closing += _CLOSING[sign]
    shown = text[begin + len(sign) : end]
    if not shown.strip():
        return begin, ""
    if sign == "$" and latex[0].isdigit():
        return (end, closing) if _SIGN.search(latex) and not is_price_so_far(latex) else None
    if _reads_as_words(latex):
        return None
    if is_like_maths(shown) if sign[0] == "\\" else _SIGN.search(latex) or sign == "$$":
        return end, closing
    return (begin, "") if len(latex) <= _UNDECIDED else None


def _may_be_open(text: str, begin: int, sign: str) -> bool:
    """Whether nothing stands behind the sign that ends all hope of its being closed."""
    after = begin + len(sign)
    if sign not in _CLOSING or len(text) - begin > _LONGEST or text.find(sign, after, len(text) - (sign == "$")) >= 0:
        return False
    before = text[begin - 1 : begin]
    attached = before.isascii() and before.isalnum()
    is_dollar = sign != "$" or not (attached or text[after : after + 1].isspace() or "\n" in text[after:])
    return is_dollar and "`" not in text[after:]


def _reads_as_words(latex: str) -> bool:
    return _PLAIN.search(_GROUP.sub(" ", latex)) is not None
