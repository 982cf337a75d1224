"""What of HTML can be read: words, pictures by their descriptions, ends of lines. Nothing in it has any power."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field, replace

from desktop_app.domain.patterns import lazy
from desktop_app.markdown.blocks import Span
from desktop_app.markdown.places import Place

_TAG = lazy(
    r"<!--.*?(?:-->|\Z)|<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?P<rest>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>"
    r"|<[!?][^<>]*(?:>|\Z)|</?[a-zA-Z][^<>]*\Z",
    re.DOTALL,
)
_HIDDEN = lazy(r"<(script|style|svg|template|head)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_ATTRIBUTE = lazy(r"(?<![\w-])(alt|src|href)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>=`]+))", re.IGNORECASE)
_PIECE = lazy(r"\s+|[^\s]+(?:[ \t]+[^\s]+)*")
_BREAKING = {
    *("br", "p", "div", "li", "tr", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "pre"),
    *("table", "details", "summary", "section", "article", "blockquote"),
}
_BOLD = {"b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th", "summary"}
_ITALIC = {"i", "em"}
_STRUCK = {"s", "del", "strike"}
_CODE = {"code", "pre", "kbd", "samp"}


def is_image(tag: str) -> bool:
    return tag[:4].lower() == "<img" and not tag[4:5].isalnum()


def attributes(tag: str) -> dict[str, str]:
    """The description and the addresses of a tag, as they are meant."""
    return {
        found[1].lower(): html.unescape(found[2] or found[3] or found[4] or "") for found in _ATTRIBUTE.finditer(tag)
    }


def readable(text: str, place: Place) -> tuple[Span, ...]:
    """The spans of a block of HTML, whose text stands in the source where ``place`` tells."""
    reading = _Reading(place)
    at = 0
    for hidden in [*_HIDDEN.finditer(text), None]:
        reading.read(text, at, hidden.start() if hidden else len(text))
        at = hidden.end() if hidden else at
    spans = reading.spans
    while spans and spans[-1].text.isspace():
        spans.pop()
    return tuple(spans)


@dataclass(slots=True, eq=False, repr=False)
class _Reading:
    """What of the HTML has been read so far."""

    place: Place
    spans: list[Span] = field(default_factory=list)
    within: dict[str, int] = field(default_factory=dict)
    href: str = ""

    def read(self, text: str, at: int, end: int) -> None:
        for tag in _TAG.finditer(text, at, end):
            self._words(text, at, tag.start())
            if tag["name"]:
                self._tag(tag[0], tag["name"].lower(), tag.start(), tag.end(), ends=bool(tag["end"]))
            at = tag.end()
        self._words(text, at, end)

    def _words(self, text: str, at: int, end: int) -> None:
        for piece in _PIECE.finditer(text, at, end):
            if not piece[0].isspace():
                self._add(html.unescape(piece[0]), piece.start(), piece.end())
            elif self.spans and not self.spans[-1].text.isspace():
                self._add(" ", piece.start(), piece.end())
                if self.within.get("pre") and "\n" in piece[0]:
                    self.spans[-1] = replace(self.spans[-1], text="\n", hard_break=True)

    def _tag(self, tag: str, name: str, start: int, end: int, *, ends: bool) -> None:
        if name in _BREAKING:
            if self.spans and self.spans[-1].text == " ":
                self.spans.pop()
            if self.spans and not self.spans[-1].hard_break:
                self.spans.append(Span("\n", self.place.at(start), self.place.end(end), hard_break=True))
        if name == "img":
            told = attributes(tag)
            begin, after = self.place.at(start), self.place.end(end)
            self.spans.append(Span(told.get("alt", ""), begin, after, image=True, href=told.get("src", "")))
        elif name == "a":
            self.href = "" if ends else attributes(tag).get("href", "")
        self.within[name] = max(self.within.get(name, 0) + (-1 if ends else 1), 0)

    def _add(self, text: str, start: int, end: int) -> None:
        bold, italic, strike, code = (any(map(self.within.get, names)) for names in (_BOLD, _ITALIC, _STRUCK, _CODE))
        begin, after = self.place.at(start), self.place.end(end)
        self.spans.append(Span(text, begin, after, bold, italic, strike, code and text != " ", href=self.href))
