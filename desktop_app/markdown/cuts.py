"""Where a paragraph that goes on for pages may be parted, so that each part reads by itself as it does in the whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from desktop_app.domain.patterns import lazy
from desktop_app.markdown.blocks import Span

PART = 2000
"""Characters that are shown of each part, at least."""
_NEAR = 400
"""Characters in which a blank between two words is looked for, before another place will do."""
_PATIENT = 3 * PART
"""From this length on a mark that has found no partner is a letter, and holds nobody up."""
_MARKS = lazy(r"[\[\]]|`|\*(?=\S)|(?<![^\W_])_+(?=[^\s_])|~~(?=\S)|<(?=[a-zA-Z/!?])|\$(?=\S)|\\(?=[(\[])")
_HIDDEN = "\0"
_NEVER = float("inf")


class Cut(NamedTuple):
    """``place`` in the source; ``sure``: nothing before it can ever belong together with something behind it."""

    place: int
    sure: bool


class _Run(NamedTuple):
    """A span as it is shown from ``at`` on; ``plain``: letter for letter, in no style."""

    at: int
    span: Span
    plain: bool


def cuts(spans: Sequence[Span]) -> Iterator[Cut]:
    """Where what was read of a paragraph may be parted, the best first; nowhere while it is short."""
    runs = list(_runs(spans))
    length = sum(len(span.text) for span in spans)
    places = [*_blanks(runs, PART, PART + _NEAR)] or [*_breaks(runs)] or [*_blanks(runs, PART, length)][:1]
    if not places and length > _PATIENT:
        places = [*_letters(runs)]
    text = "".join(run.span.text if run.plain else _HIDDEN * len(run.span.text) for run in runs)
    closed = _closed_at(text, [at for at, _ in places])
    sure = [place for (_, place), is_closed in zip(places, closed, strict=True) if is_closed]
    yield from (Cut(place, sure=True) for place in sure[:1])
    if length > _PATIENT:
        yield from (Cut(place, sure=False) for _, place in places[:1])


def before(spans: Sequence[Span], place: int) -> tuple[Span, ...]:
    """What of them stands before the place."""
    return tuple(_clip(span, span.start, place) for span in spans if span.start < place)


def behind(spans: Sequence[Span], place: int) -> tuple[Span, ...]:
    """What of them stands behind it."""
    return tuple(_clip(span, place, span.end) for span in spans if span.end > place)


def _clip(span: Span, start: int, end: int) -> Span:
    if start <= span.start and end >= span.end:
        return span
    text = span.text[max(start - span.start, 0) : end - span.start]
    return replace(span, text=text, start=max(start, span.start), end=min(end, span.end))


def _runs(spans: Sequence[Span]) -> Iterator[_Run]:
    at = 0
    for span in spans:
        styled = span.bold or span.italic or span.strike or span.href or _is_thing(span)
        yield _Run(at, span, not styled and len(span.text) == span.end - span.start)
        at += len(span.text)


def _is_thing(span: Span) -> bool:
    return bool(span.code or span.image or span.hard_break or span.html or span.maths or span.footnote)


def _blanks(runs: Sequence[_Run], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Behind the blanks between two words of a line: where that is shown, and in the source."""
    for at, span, plain in runs:
        found = span.text.find(" ", max(first - at, 0)) if plain and at <= last else -1
        while 0 <= found < len(span.text) - 1 and at + found <= last:
            yield at + found + 1, span.start + found + 1
            found = span.text.find(" ", found + 1)


def _breaks(runs: Sequence[_Run]) -> Iterator[tuple[int, int]]:
    """Behind the ends of lines."""
    for at, span, _ in runs:
        if at >= PART and span.text == " " and not span.bold and not span.italic and not span.href and not span.strike:
            yield at + 1, span.end


def _letters(runs: Sequence[_Run]) -> Iterator[tuple[int, int]]:
    """Between two letters of a text that has no blanks."""
    for at, span, plain in runs:
        for letter in range(max(2 * PART - at, 1), len(span.text)):
            if plain and span.text[letter - 1].isalnum() and span.text[letter].isalnum():
                yield at + letter, span.start + letter
                return


def _closed_at(text: str, places: Sequence[int]) -> Iterator[bool]:
    """For each place whether nothing is open there that may still find a partner behind it."""
    opened: list[tuple[int, float]] = []
    brackets: list[int] = []
    for mark in _MARKS.finditer(text):
        if mark[0] == "[":
            brackets.append(mark.start())
        elif mark[0] != "]":
            opened.append((mark.start(), _NEVER))
        elif brackets:
            half = text.startswith("(", mark.end()) and text.find(")", mark.end()) < 0  # an address that has only begun
            opened.append((brackets.pop(), _NEVER if half else mark.end()))
    opened += ((bracket, _NEVER) for bracket in brackets)
    return (not any(begin < place < end for begin, end in opened) for place in places)
