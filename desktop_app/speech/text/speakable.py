"""What of a block may be said: its words, never its signs; tags, thinking and tool calls not at all.

Links are said by their words and bare addresses by their host, images by their description, code within a sentence as
the word it is. What the listener may choose is in ``WhatIsSaid``.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from desktop_app.domain.choices import SaidCode, SaidQuotes, SaidTables
from desktop_app.domain.phrase import Pause
from desktop_app.domain.said import WhatIsSaid
from desktop_app.markdown.blocks import Block, BlockKind, ContainerKind, Span
from desktop_app.markdown.html import attributes
from desktop_app.markdown.thinking import CLOSING, OPENING
from desktop_app.speech.text import announcements
from desktop_app.speech.text.tables import rows_said
from desktop_app.speech.text.utterance import Utterance
from desktop_app.speech.text.wording import Wording

_READABLE = re.compile(r"(?P<image><img\b[^<>]*>)|(?:(?<=>)|(?<![^\n])|\A)[^<>]*[^<>\s][^<>]*(?=<|\Z)", re.IGNORECASE)
_HIDDEN = (
    "think|thinking|thought|reasoning|tool_call|tool_calls|tool_use|function_call|function_calls|invoke|seed:think"
)
# Thinking and calls of tools as models mark them: with tags, and with the signs of their templates.
_SILENT_TAG = re.compile(
    rf"(?P<opens><(?:{_HIDDEN})\b[^>]*>|<function=[^>]*>|\[THINK\]|◁think▷|<\|START_THINKING\|>"
    r"|(?:<\|start\|>assistant)?<\|channel\|>(?:analysis|commentary)[^<]*<\|message\|>"
    r"|<[|｜]tool[▁_]calls?[▁_](?:section[▁_])?begin[|｜]>)"
    rf"|(?P<closes></(?:{_HIDDEN}|function)\b[^>]*>|\[/THINK\]|◁/think▷|<\|END_THINKING\|>|<\|(?:end|call)\|>"
    r"|<[|｜]tool[▁_]calls?[▁_](?:section[▁_])?end[|｜]>)",
    re.IGNORECASE,
)
_NAME = re.compile(r"</?([a-z:_]+)", re.IGNORECASE)
_SIGN = re.compile(r"tool[▁_]calls?(?:[▁_]section)?", re.IGNORECASE)
_THINKING = {"think", "thinking", "thought", "reasoning", "seed:think"}
_MAY_BE_SILENT = re.compile("[<◁]|\\[/?THINK")
_CALL = re.compile(r"\A\[TOOL_CALLS\]\s*")
_HTML_CODE = re.compile(
    r"<(script|style|pre|textarea|code|svg|template)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)|<[!?].*?(?:>|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_FENCE = re.compile(r"[\s>\-+*\d.)]*(?:`{3}|~{3})")


@dataclass(slots=True)
class Said:
    """A piece that is said by itself: what, and the silence after it."""

    words: Utterance
    pause: Pause


class Speakable:
    """Reads the blocks of one message in order and remembers what is being kept silent across them."""

    def __init__(self, said: WhatIsSaid) -> None:
        self._within = ""  # the tag of thinking or of a tool call that a later one closes
        self._said = said
        self._wording = Wording(said)
        self._quoted = False  # the block before this one stood in a quotation

    @property
    def silent(self) -> bool:
        """Whether what comes stands inside thinking or a call of a tool."""
        return self._within != ""

    @property
    def needs_code(self) -> bool:
        """Whether anything of a block of code is ever said."""
        return self._said.code is not SaidCode.SKIP

    def hear(self, text: str, around: str) -> None:
        """Told what was said, by which the language of what will be announced is known; ``around``: that so far."""
        self._wording.hear(text, around)

    def read(self, block: Block, since: int = 0, source: str = "") -> list[Said]:
        """What a whole block gives to say behind the place ``since``; ``source`` is the block's own, for code."""
        pieces = [] if self._is_skipped_quote(block) else list(self._pieces(block, since, source))
        self._quoted = _is_quoted(block)
        return pieces

    def is_silent(self, block: Block) -> bool:
        """Whether the beginning of a block that is still growing is not to be said."""
        begun = (
            _SILENT_TAG.match(block.spans[0].text)
            if block.spans and _MAY_BE_SILENT.search(block.spans[0].text)
            else None
        )
        tagged = begun is not None and begun["opens"] is not None
        return self.silent or tagged or self._is_skipped_quote(block)

    def text(self, block: Block, spans: Iterable[Span], since: int) -> Said:
        """A paragraph or heading, with its number where it is the first of an ordered item."""
        words = Utterance()
        begins = since <= block.start
        if begins and block.spans:
            self._say_head(words, block)
        self._wording.say_spans(words, spans, since)
        self._wording.clean(words, begins=begins)
        return Said(words, _pause_after(block))

    def _say_head(self, words: Utterance, block: Block) -> None:
        """What the containers say of themselves at the beginning of their first block."""
        if not block.containers:
            return
        start, end = block.start, block.spans[0].start
        if self._said.quotes is SaidQuotes.ANNOUNCE and _is_quoted(block) and not self._quoted:
            words.say(f"{self._own.quote}: ", start, end)
        for held in block.containers:
            if held.first and held.alert:
                words.say(announcements.alert(self._wording.language, held.alert), start, end)
            elif held.first and held.kind is ContainerKind.FOOTNOTE and self._said.notes:
                words.say(f"{self._own.note} {held.label}: ", start, end)
        item = block.containers[-1]
        if item.kind is ContainerKind.ORDERED and item.first and self._said.numbers:
            words.say(f"{item.number}. ", start, end)

    @property
    def _own(self) -> announcements.Words:
        return announcements.words(self._wording.language)

    def _is_skipped_quote(self, block: Block) -> bool:
        return self._said.quotes is SaidQuotes.SKIP and _is_quoted(block)

    def _pieces(self, block: Block, since: int, source: str) -> Iterator[Said]:
        match block.kind:
            case BlockKind.HTML if block.end > since:
                yield self._html(block)
            case BlockKind.CODE if self.needs_code and not self.silent and block.text.strip():
                yield from self._code(block, source)
            case BlockKind.TABLE if not self.silent:
                yield from self._table(block, since)
            case BlockKind.MATHS if block.text and block.end > since and not self.silent:
                spans = [_formula(block)]
                yield self.text(replace(block, spans=tuple(spans)), spans, since)
            case BlockKind.PARAGRAPH | BlockKind.HEADING:
                spans = list(self._outside_silence(block.spans))
                if not is_tool_call(spans):
                    yield self.text(block, spans, since)

    def _code(self, block: Block, source: str) -> Iterator[Said]:
        lines = block.text.rstrip("\n").split("\n")
        read = self._said.code is SaidCode.READ
        words = Utterance()
        announced = announcements.code(self._wording.language, block.language, len(lines))
        words.say(announced, block.start, block.start + 1 if read else block.end)
        yield Said(words, Pause.SENTENCE if read else Pause.PARAGRAPH)
        if read:
            yield from _code_lines(lines, block, source)

    def _table(self, block: Block, since: int) -> Iterator[Said]:
        if since <= block.start and self._said.tables in {SaidTables.ANNOUNCE, SaidTables.ANNOUNCE_AND_READ}:
            words = Utterance()
            text = announcements.table(self._wording.language, len(block.rows[0].cells))
            words.say(text, block.start, block.start + 1)
            yield Said(words, Pause.SENTENCE)
        if self._said.tables in (SaidTables.READ, SaidTables.ANNOUNCE_AND_READ):
            yield from (Said(words, Pause.SENTENCE) for words in rows_said(block.rows, since, self._wording))

    def _outside_silence(self, spans: Sequence[Span]) -> Iterable[Span]:
        """The spans that may be said; a tag that keeps silent counts only at the beginning of its block."""
        if not any(_MAY_BE_SILENT.search(span.text) for span in spans):
            return () if self.silent else spans
        return self._between_silence(list(spans))

    def _between_silence(self, spans: list[Span]) -> Iterator[Span]:
        for number, span in enumerate(spans if self.silent else spans[_thinking_ends(spans) :]):
            if span.code or not _MAY_BE_SILENT.search(span.text):
                if not self.silent:
                    yield span
                continue
            at = 0
            for tag in _SILENT_TAG.finditer(span.text):
                opens = tag["opens"] is not None and number == 0 and tag.start() == 0
                if self.silent or opens:
                    self._turn(tag)
                    at = tag.end()
            if not self.silent:
                yield _part(span, at, len(span.text))

    def _turn(self, tag: re.Match[str]) -> None:
        """Begins to keep silent, or ends it where this is the end of what began it: in a call may stand others."""
        if not self._within:
            self._within = tag["opens"] or ""
        elif tag["closes"] and _kind(tag["closes"]) == _kind(self._within):
            self._within = ""

    def _html(self, block: Block) -> Said:
        """The words between the tags of an HTML block that is not code."""
        words = Utterance()
        at = 0
        for tag in _SILENT_TAG.finditer(block.text):
            if self.silent or not CLOSING.fullmatch(tag[0]):  # else all before it was thinking
                self._plain(words, block, at, tag.start())
            self._turn(tag)
            at = tag.end()
        self._plain(words, block, at, len(block.text))
        self._wording.clean(words)
        return Said(words, Pause.PARAGRAPH)

    def _plain(self, words: Utterance, block: Block, at: int, end: int) -> None:
        """Says what stands between the tags of a part of the block, unless it is code or kept silent."""
        if self.silent or not self._said.html:
            return
        for code in _HTML_CODE.finditer(block.text, at, end):
            self._between_tags(words, block, at, code.start())
            at = code.end()
        self._between_tags(words, block, at, end)

    def _between_tags(self, words: Utterance, block: Block, at: int, end: int) -> None:
        for piece in _READABLE.finditer(block.text, at, end):
            start = min(block.start + piece.start(), block.end)
            text = html.unescape(piece[0]).replace("\n", " ")
            if piece["image"]:
                text = attributes(piece[0]).get("alt", "") if self._said.images else ""
            words.say(text + " " if text else "", start, min(start + len(piece[0]) + 1, block.end))


def _kind(tag: str) -> str:
    """The tags of which one ends what another began: by name, but for thinking, and for the signs of templates."""
    if named := _NAME.match(tag):
        return "think" if named[1].lower() in _THINKING else named[1].lower()
    if OPENING.fullmatch(tag) or CLOSING.fullmatch(tag):
        return "think"
    sign = _SIGN.search(tag)
    return sign[0].replace("▁", "_") if sign else ""


def _thinking_ends(spans: list[Span]) -> int:
    """The number of the span behind a tag, alone on its line, that ends thinking which nothing opened; else 0."""
    for number, span in enumerate(spans):
        if not span.code and OPENING.search(span.text):
            return 0
        if number and not span.code and CLOSING.fullmatch(span.text):
            around = [spans[number - 1], *spans[number + 1 : number + 2]]
            if all(one.text in {" ", "\n"} for one in around):
                return number + 1
    return 0


def _is_quoted(block: Block) -> bool:
    """Whether it stands in somebody else's words; an alert is the answer's own."""
    for held in block.containers:  # noqa: SIM110 - this runs several times for every block
        if held.kind is ContainerKind.QUOTE and held.alert is None:
            return True
    return False


def _formula(block: Block) -> Span:
    """Display mathematics as a run of text; before it stands at least the mark of what it is in."""
    return Span(block.text, block.start + bool(block.containers), block.end, maths=True)


def _code_lines(lines: list[str], block: Block, source: str) -> Iterator[Said]:
    """Code line by line, each in its place where it is found in the block's source."""
    at = source.find("\n") + 1 if _FENCE.match(source) else 0
    for line in lines:
        plain = line.strip()
        found = source.find(plain, at) if plain else -1
        if found < 0:
            continue
        at = found + len(plain)
        words = Utterance()
        words.say(plain, block.start + found, block.start + at)
        yield Said(words, Pause.CLAUSE)


def _part(span: Span, at: int, end: int) -> Span:
    """A part of the span; one whose text is not as written stays with its whole place."""
    if span.end - span.start != len(span.text):
        return replace(span, text=span.text[at:end])
    return replace(span, text=span.text[at:end], start=span.start + at, end=span.start + end)


def _pause_after(block: Block) -> Pause:
    if block.kind is BlockKind.HEADING:
        return Pause.HEADING
    listed = any(held.kind is not ContainerKind.QUOTE for held in block.containers)
    return Pause.SENTENCE if listed else Pause.PARAGRAPH


def is_tool_call(spans: list[Span]) -> bool:
    """Whether a paragraph is one JSON value: what a model writes to a tool and not to a person."""
    text = "".join([span.text for span in spans]).strip()
    if not text.endswith(("}", "}]")):
        return False
    text = _CALL.sub("", text)
    if not (text.startswith("{") and text.endswith("}")) and not (text.startswith("[{") and text.endswith("}]")):
        return False
    try:
        json.loads(text)
    except ValueError:
        return False
    return True
