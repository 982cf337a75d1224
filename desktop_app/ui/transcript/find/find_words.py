"""What is looked for, in a text as it is shown and, much quicker, in the Markdown it was written in.

A conversation of 20 MB would take half a minute to be read into what is shown. So each message's source is looked at
first, with a pattern that lets the signs of Markdown stand between any two letters; only where that finds something
which is not plainly the words themselves has the message to be read.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

_SIGNS: Final = r"(?:!?\[|\]\([^)\n]*\)|\]\[[^\]\n]*\]|<[^>\n]*>|[*_~`\\\]])*"
"""What may stand in the source between two letters that are shown beside each other."""
_BLANKS: Final = r"[\s>]+"
_MARKS: Final = "[\u0300-\u036f]*"
_DOUBTFUL_LINE: Final = re.compile(r"[\[<&\\$]|://|^\s*(?:`{3}|~{3}|\d+[.)]|:)")
"""Where a line holds one of these, what stands in it need not be shown as it stands."""
_DOUBTFUL: Final = re.compile(r"<!--|<(?:script|style|pre)|\$\$|\\\[|&(?:#|\w+;)|^---", re.IGNORECASE | re.MULTILINE)
_LINK: Final = re.compile(r"(?<![!\]\\])\[([^\[\]\n<>`*_~\\]+)\]\([^()\s<>]+\)")
_SIGN: Final = frozenset("*_~`\\[]()<>!")
_WITHIN: Final = frozenset(" ,;?'’/.-:%@+=")
"""What is shown as it is written, between letters or digits."""
_TALL: Final = 100
"""Rows above a place in a table through which its head is looked for."""


class Query(NamedTuple):
    """``case``: capitals matter. ``whole``: only whole words. ``accents``: é is not e."""

    words: str
    case: bool = False
    whole: bool = False
    accents: bool = True


def matches(query: Query, text: str) -> Iterator[tuple[int, int]]:
    """Where it stands in a text as shown: [start, end) in code points, none in another."""
    if query.words.strip():
        for match in _pattern(query).finditer(text if query.accents else text.translate(_BARE)):
            yield match.span()


def may_hold(query: Query, source: str) -> bool:
    """Whether what is shown of this source may hold it; said quickly, and never falsely denied."""
    return _loose(query).search(_as_compared(query, source)) is not None or "&" in source


def holds_plainly(query: Query, source: str) -> bool:
    """Whether the words stand in the source letter by letter: quicker still, and denied too often."""
    text = _as_compared(query, source)
    return query.words in text if query.case else query.words.lower() in text.lower()


def shallow_count(query: Query, source: str) -> int | None:
    """How often it is shown, as far as a Markdown source tells by itself; None where it has to be read."""
    text = _as_compared(query, source)
    found = list(_loose(query).finditer(text))
    if not found:
        return None if "&" in source and _DOUBTFUL.search(source) else 0
    if not _is_plain(query.words) or _DOUBTFUL.search(source):
        return None
    count = 0
    for match in found:
        verdict = _plainly_shown(query, text, *match.span())
        if verdict is None:
            return None
        count += verdict
    return count


def _plainly_shown(query: Query, text: str, start: int, end: int) -> bool | None:
    """Whether the reader sees a match that stands here in the source; None where that is in doubt."""
    found = text[start:end]
    if "\n" in found or not _SIGN.isdisjoint(found):
        return None
    begin = text.rfind("\n", 0, start) + 1
    line = _line(text, begin)
    if "](" in line:
        line = _LINK.sub(_masked, line)
        if line[start - begin : end - begin] != found:  # in an address, or in part of one
            return None
    if _DOUBTFUL_LINE.search(line) or ("|" in line and not _fits_its_table(text, begin, line)):
        return None
    if not query.whole:
        return True
    beside = (text[start - 1 : start], text[end : end + 1])
    if any(letter in _SIGN for letter in beside if letter):
        return None
    return not any(letter.isalnum() for letter in beside if letter)


def _masked(link: re.Match[str]) -> str:
    """The words of a link where they stood, and nothing in the place of the rest."""
    return f" {link[1]}".ljust(len(link[0]), "\0")


def _line(text: str, begin: int) -> str:
    end = text.find("\n", begin)
    return text[begin:] if end < 0 else text[begin:end]


def _fits_its_table(text: str, begin: int, line: str) -> bool:
    """Whether the row has as many cells as the head of its table: what it has more is not shown."""
    head = line
    for _ in range(_TALL):
        above = _line(text, text.rfind("\n", 0, begin - 1) + 1) if begin else ""
        if "|" not in above:
            cells = (head.count("|"), line.count("|"))
            return cells[0] == cells[1] and all(row.strip()[:1] == row.strip()[-1:] == "|" for row in (head, line))
        head, begin = above, begin - len(above) - 1
    return False


def _is_plain(words: str) -> bool:
    words = words.strip()
    ends = words[:1].isalnum() and words[-1:].isalnum()
    return ends and all(letter.isalnum() or letter in _WITHIN for letter in words)


def _as_compared(query: Query, text: str) -> str:
    return text if query.accents else text.translate(_BARE)


@lru_cache(maxsize=8)
def _pattern(query: Query) -> re.Pattern[str]:
    between = "" if query.accents else _MARKS
    parts = [between.join(re.escape(letter) for letter in word) + between for word in _words(query)]
    pattern = r"\s+".join(parts)
    if query.whole:
        pattern = rf"(?<!\w){pattern}(?!\w)"
    return re.compile(pattern, 0 if query.case else re.IGNORECASE)


@lru_cache(maxsize=8)
def _loose(query: Query) -> re.Pattern[str]:
    """As ``_pattern``, with Markdown's signs anywhere in between; it finds more rather than less."""
    between = _SIGNS if query.accents else _SIGNS + _MARKS
    parts = [between.join(re.escape(letter) for letter in word) for word in _words(query)]
    return re.compile((between + _BLANKS + between).join(parts), 0 if query.case else re.IGNORECASE)


def _words(query: Query) -> list[str]:
    words = query.words if query.accents else query.words.translate(_BARE)
    return words.split()


class _Bare(dict[int, int]):
    """Letters without their accents, one for one, worked out as they come."""

    def __missing__(self, letter: int) -> int:
        apart = unicodedata.normalize("NFD", chr(letter))
        bare = ord(apart[0]) if len(apart) > 1 and all(map(unicodedata.combining, apart[1:])) else letter
        self[letter] = bare
        return bare


_BARE: Final = _Bare()
