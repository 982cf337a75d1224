"""Marks that are open at the end of a text that streams: once they are closed, they may hide the words behind them."""

from __future__ import annotations

import re

from desktop_app.markdown.blocks import Span
from desktop_app.speech.text.wording import is_escaped_bracket

# What may hide words that are not to be said, once it is closed: a link's address, a tag, mathematics.
_OPENER = re.compile(
    r"!?\[(?![^\[\]\n]*\](?:[^(\[:]|\([^()\n]*\)))|<(?=[A-Za-z/!?])|\$\$"
    r"|(?<![0-9A-Za-z$])\$(?=[^\s\d$]|\d(?:(?![^\W\d_]{3})[^$\n\\^_=+{<>])*[\\^_=+{<>])(?![^$\n]*\$[^$])"
)
_HELD = 200
"""Characters; after so many the mark is taken as it stands."""


def held_from(spans: tuple[Span, ...], end: int) -> int:
    """Where markup begins that is still open and may hide words; after a while it is taken as it stands."""
    if spans and spans[-1].maths and spans[-1].end == end:
        return spans[-1].start  # what follows may show that it was none
    mark = _open_mark(spans, end)
    for span in spans:
        if span.end < end - _HELD or span.code or span.image or span.html or span.href or span.maths:
            continue
        for opener in _OPENER.finditer(span.text):
            place = span.start + opener.start()
            if place > end - _HELD:
                return min(place, mark)
    return mark


def _open_mark(spans: tuple[Span, ...], end: int) -> int:
    """Where mathematics begins behind an escaped bracket that is not closed yet."""
    place = end
    for span in spans:
        if is_escaped_bracket(span):
            place = span.start if span.text in "([" else end
    return place if place > end - _HELD else end
