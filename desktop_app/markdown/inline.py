"""Inline tokens become spans: runs of shown text in one style, each with its place in the source."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop_app.domain.patterns import lazy
from desktop_app.markdown.blocks import Span
from desktop_app.markdown.html import attributes, is_image
from desktop_app.markdown.places import Place

if TYPE_CHECKING:
    from markdown_it.token import Token

_BREAK_TAG = lazy(r"<br\s*/?>$", re.IGNORECASE)
_WWW = lazy(r"(?<![\w/@.:-])www\.[^\s<]+\.[^\s<]+", re.IGNORECASE)


@dataclass(slots=True)
class _Style:
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

    def span(self, text: str, start: int, end: int) -> Span:
        return Span(text, start, end, self.bold > 0, self.italic > 0, self.strike > 0, href=self.href)


def spans_of(tokens: list[Token], place: Place) -> tuple[Span, ...]:
    """The spans of one inline text, in order."""
    spans: list[Span] = []
    style = _Style()
    for number, token in enumerate(tokens):
        if token.nesting:
            style.turn(token)
            continue
        start, end = _extent(token, tokens, number)
        if end > start and (token.content or token.type not in {"text", "text_special"}):
            _add(spans, _span(token, style, place.at(start), place.end(end)))
    return tuple(piece for span in spans for piece in _with_addresses(span))


def _extent(token: Token, tokens: list[Token], number: int) -> tuple[int, int]:
    """Where the token stands in the inline text, its markup included."""
    start = token.meta["at"]
    if number and tokens[number - 1].markup == "autolink" and tokens[number - 1].nesting == 1:
        return start + 1, tokens[number + 1].meta["end"] - 1
    return start, token.meta.get("end", start + len(token.content))


def _span(token: Token, style: _Style, start: int, end: int) -> Span:
    span = style.span(token.content, start, end)
    match token.type:
        case "code_inline":
            span = replace(span, code=True)
        case "maths":
            span = replace(span, maths=True, display=token.meta["display"])
        case "footnote":
            span = replace(span, footnote=token.content)
        case "softbreak":
            span = replace(span, text=" ")
        case "hardbreak":
            span = replace(span, text="\n", hard_break=True)
        case "html_inline":
            broken = _BREAK_TAG.match(token.content) is not None
            span = replace(span, text="\n" if broken else token.content, hard_break=broken, html=not broken)
            if is_image(token.content):
                told = attributes(token.content)
                source = told.get("src", "")
                span = replace(span, text=told.get("alt", ""), href=source, image=True, html=False, leads_to=style.href)
        case "image":
            words = _plain(token.children or [])
            source = str(token.attrs.get("src", ""))
            span = replace(span, text=words, image=True, href=source, leads_to=style.href)
    return span


def _plain(tokens: list[Token]) -> str:
    """The words of an image's description, which may itself be marked up."""
    words = {"softbreak": " ", "hardbreak": " ", "html_inline": ""}
    return "".join(
        _plain(token.children) if token.children else words.get(token.type, token.content) for token in tokens
    )


def _add(spans: list[Span], span: Span) -> None:
    """Appends, or lengthens the last span where literal text goes on without a change of style."""
    if spans and _is_literal(span) and _is_literal(spans[-1]):
        last = spans[-1]
        if last.end == span.start and (last.bold, last.italic, last.strike, last.href) == (
            span.bold,
            span.italic,
            span.strike,
            span.href,
        ):
            spans[-1] = replace(last, text=last.text + span.text, end=span.end)
            return
    spans.append(span)


def _is_literal(span: Span) -> bool:
    """Whether each character shown stands for itself in the source."""
    special = span.code or span.image or span.html or span.hard_break or span.maths or span.footnote
    return not special and span.end - span.start == len(span.text) and span.text != " "


def _with_addresses(span: Span) -> list[Span]:
    """The span cut so that ``www.…`` is a link, as GFM has it."""
    if span.href or not _is_literal(span) or "www." not in span.text.lower():
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
