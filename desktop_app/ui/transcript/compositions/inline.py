"""Spans of Markdown become chunks of text in their looks: links, inline code, formulas, references to notes, images."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop_app.domain.patterns import lazy
from desktop_app.markdown.blocks import Span
from desktop_app.ui.transcript.looks import measures
from desktop_app.ui.transcript.looks.inks import Ink
from desktop_app.ui.transcript.looks.links import own_link, safe_address
from desktop_app.ui.transcript.looks.looks import CharLook, Chunk
from desktop_app.ui.transcript.looks.plain import LINE_BREAK, tame
from desktop_app.ui.transcript.looks.words import translate

_WITHOUT_BLANKS = lazy("[\u3001-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff65]")
"""Letters of scripts that put no blank between words, nor between lines."""
_NO_WIDTH = "\u200b"
_MOST_SHOWN = 80
"""Characters of an address that leads nowhere: it may be a whole picture in letters (data:)."""


def inline_chunks(spans: Iterable[Span], base: CharLook, message_id: str) -> Iterator[Chunk]:
    """The runs of inline text. An image among words is its own words and its address."""
    before = ""
    waiting: Span | None = None
    for span in spans:
        if waiting is not None:
            joined = _needs_no_blank(before[-1:]) and _needs_no_blank(span.text[:1])
            yield Chunk(_NO_WIDTH if joined else " ", _look(waiting, base), waiting.start, waiting.end)
            waiting = None
        if span.text == " " and not span.code and _needs_no_blank(before[-1:]):
            waiting = span  # the end of a line in the source, as a rule
            continue
        yield from _chunks(span, base, message_id)
        before = span.text
    if waiting is not None:
        yield Chunk(" ", _look(waiting, base), waiting.start, waiting.end)


def _needs_no_blank(letter: str) -> bool:
    return not letter.isascii() and _WITHOUT_BLANKS.match(letter) is not None


def _chunks(span: Span, base: CharLook, message_id: str) -> Iterator[Chunk]:
    if span.hard_break:
        yield Chunk(LINE_BREAK, base, span.start, span.end)
    elif span.image:
        yield from _image(span, base)
    elif span.footnote:
        yield Chunk(tame(span.text), _reference(span, base, message_id), span.start, span.end)
    else:
        yield Chunk(tame(span.text), _look(span, base), span.start, span.end)


def _look(span: Span, base: CharLook) -> CharLook:
    mono = span.code or span.html or span.maths
    if not (mono or span.href or span.bold or span.italic or span.strike):
        return base
    address = safe_address(span.href) if span.href else ""
    return base._replace(
        ink=Ink.ACCENT if address else Ink.MUTED if span.html else base.ink,
        size=min(measures.CODE, base.size) if mono and base.size <= measures.TEXT else base.size,
        bold=base.bold or span.bold,
        italic=span.italic,
        strike=span.strike,
        mono=mono,
        code=span.code,
        underline=bool(address),
        href=address,
        tip=address,
        maths=span.maths,
        display=span.display,
    )


def _reference(span: Span, base: CharLook, message_id: str) -> CharLook:
    """The link names the reference's own place, so that the note can lead back to it."""
    href = own_link("note", message_id, span.start, span.footnote)
    return base._replace(
        ink=Ink.ACCENT, raised=True, href=href, tip=translate("Transcript", "Go to the note {0}").format(span.footnote)
    )


def _image(span: Span, base: CharLook) -> Iterator[Chunk]:
    words = tame(span.text).strip() or translate("Transcript", "image")
    yield Chunk(words, base._replace(italic=True), span.start, span.end)
    if span.href:
        yield from address_chunks(span.href, base)
    if span.leads_to:
        yield from lead_chunks(span, base)


def address_chunks(href: str, base: CharLook) -> Iterator[Chunk]:
    """Where a picture is, in brackets; a link where that can be opened."""
    muted = base._replace(ink=Ink.MUTED)
    yield Chunk(" (", muted)
    yield _address(href, base)
    yield Chunk(")", muted)


def lead_chunks(picture: Span, base: CharLook) -> Iterator[Chunk]:
    """Where the link leads in which a picture stands."""
    yield Chunk(" → ", base._replace(ink=Ink.MUTED))
    yield _address(picture.leads_to, base)


def _address(href: str, base: CharLook) -> Chunk:
    address = safe_address(href)
    look = base._replace(ink=Ink.ACCENT if address else Ink.MUTED, underline=bool(address), href=address, tip=address)
    return Chunk(tame(address or _shortened(href)), look)


def _shortened(href: str) -> str:
    return href if len(href) <= _MOST_SHOWN else href[: _MOST_SHOWN - 1] + "…"
