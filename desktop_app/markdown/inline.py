"""Inline tokens become spans: runs of shown text in one style, each with its place in the source."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from desktop_app.domain.patterns import lazy
from desktop_app.markdown.blocks import Span
from desktop_app.markdown.html import attributes, is_image
from desktop_app.markdown.places import Place

if TYPE_CHECKING:
    from markdown_it.token import Token

_BREAK_TAG = lazy(r"<br\s*/?>$", re.IGNORECASE)
_TEXT = {"text", "text_special"}
_WWW = lazy(r"(?<![\w/@.:-])www\.[^\s<]+\.[^\s<]+", re.IGNORECASE)


@dataclass(slots=True, eq=False, repr=False)
class _Style:
    """What is open, each as often as it is; ``href`` is that of the link."""

    bold: int = 0
    italic: int = 0
    strike: int = 0
    href: str = ""

    def turn(self, token: Token) -> None:
        step = token.nesting
        match token.type:
            case "strong_open" | "strong_close":
                self.bold += step
            case "em_open" | "em_close":
                self.italic += step
            case "s_open" | "s_close":
                self.strike += step
            case "link_open":
                self.href = str(token.attrs.get("href", ""))
            case "link_close":
                self.href = ""

    def span(self, text: str, start: int, end: int, **more: Any) -> Span:
        more.setdefault("href", self.href)
        return Span(text, start, end, self.bold > 0, self.italic > 0, self.strike > 0, **more)


def spans_of(tokens: list[Token], place: Place) -> tuple[Span, ...]:
    """The spans of one inline text, in order; literal text that goes on without a change of style is one."""
    spans: list[Span] = []
    style = _Style()
    run = _Run()
    for number, token in enumerate(tokens):
        if token.nesting:
            run.end(style, spans)
            style.turn(token)
            continue
        first, last = _extent(token, tokens, number)
        is_text = token.type in _TEXT
        if last <= first or (is_text and not token.content):
            continue
        start, end = place.at(first), place.end(last)
        if is_text and end - start == len(token.content) and token.content != " ":
            run.go_on(token.content, start, end, style, spans)
        else:
            run.end(style, spans)
            spans.append(_span(token, style, start, end))
    run.end(style, spans)
    return tuple(spans)


def plain(text: str, place: Place) -> tuple[Span, ...]:
    """The same for a text in which the parser would find nothing but words."""
    start, end = place.at(0), place.end(len(text))
    span = Span(text, start, end)
    return tuple(_with_addresses(span)) if end - start == len(text) and "." in text else (span,)


@dataclass(slots=True, eq=False, repr=False)
class _Run:
    """Literal text, each character of which stands for itself in the source, as it comes in pieces."""

    pieces: list[str] = field(default_factory=list)
    start: int = 0
    stop: int = 0

    def go_on(self, text: str, start: int, end: int, style: _Style, spans: list[Span]) -> None:
        if start != self.stop:
            self.end(style, spans)
        if not self.pieces:
            self.start = start
        self.pieces.append(text)
        self.stop = end

    def end(self, style: _Style, spans: list[Span]) -> None:
        if self.pieces:
            text = "".join(self.pieces)
            span = style.span(text, self.start, self.stop)
            spans += [span] if span.href else _with_addresses(span)
            self.pieces.clear()


def _extent(token: Token, tokens: list[Token], number: int) -> tuple[int, int]:
    """Where the token stands in the inline text, its markup included."""
    start = token.meta["at"]
    if number and tokens[number - 1].markup == "autolink" and tokens[number - 1].nesting == 1:
        return start + 1, tokens[number + 1].meta["end"] - 1
    return start, token.meta.get("end", start + len(token.content))


def _span(token: Token, style: _Style, start: int, end: int) -> Span:
    text = token.content
    more: dict[str, Any] = {}
    match token.type:
        case "code_inline":
            more = {"code": True}
        case "maths":
            more = {"maths": True, "display": token.meta["display"]}
        case "footnote":
            more = {"footnote": text}
        case "softbreak":
            text = " "
        case "hardbreak":
            text, more = "\n", {"hard_break": True}
        case "html_inline":
            text, more = _tag(text, style)
        case "image":
            text = _plain(token.children or [])
            more = {"image": True, "href": str(token.attrs.get("src", "")), "leads_to": style.href}
    return style.span(text, start, end, **more)


def _tag(text: str, style: _Style) -> tuple[str, dict[str, Any]]:
    """A tag in a line: the end of a line, a picture, or what is shown as it stands and does nothing."""
    if _BREAK_TAG.match(text):
        return "\n", {"hard_break": True}
    if not is_image(text):
        return text, {"html": True}
    told = attributes(text)
    return told.get("alt", ""), {"image": True, "href": told.get("src", ""), "leads_to": style.href}


def _plain(tokens: list[Token]) -> str:
    """The words of an image's description, which may itself be marked up."""
    words = {"softbreak": " ", "hardbreak": " ", "html_inline": ""}
    return "".join(
        _plain(token.children) if token.children else words.get(token.type, token.content) for token in tokens
    )


def _with_addresses(span: Span) -> list[Span]:
    """The literal span cut so that ``www.…`` is a link, as GFM has it."""
    if "www." not in span.text.lower():
        return [span]
    from desktop_app.markdown.syntax import trimmed_address  # imported late: it takes 50 ms

    pieces: list[Span] = []
    done = 0
    for match in _WWW.finditer(span.text):
        address = trimmed_address(match[0])
        end = match.start() + len(address)
        pieces.append(_cut(span, done, match.start()))
        pieces.append(replace(_cut(span, match.start(), end), href=f"http://{address}"))
        done = end
    pieces.append(_cut(span, done, len(span.text)))
    return [piece for piece in pieces if piece.text]


def _cut(span: Span, start: int, end: int) -> Span:
    return replace(span, text=span.text[start:end], start=span.start + start, end=span.start + end)
