"""What of a block may be said: its words, never its signs; code, tags, thinking and tool calls not at all.

Links are said by their words and bare addresses by their host, images by their description, code within a sentence as
the word it is. A table is said row by row, each cell behind its column's heading. Emoji, citations and footnote marks
are left out; simple mathematics is put into words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from desktop_app.domain.phrase import Pause
from desktop_app.markdown.blocks import Block, BlockKind, ContainerKind, Row, Span
from desktop_app.speech.maths import spoken_maths
from desktop_app.speech.utterance import Utterance

_EMOJI = re.compile(
    "(?:[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u2300-\u23ff\u2934\u2935\u25aa-\u25fe\u203c\u2049\u3030\u303d]"
    "[\ufe0e\ufe0f\u20e3\u200d\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]*)+"
    "|[#*0-9]\ufe0f?\u20e3|[\ufe0e\ufe0f\u200b\u2060\ufeff\u20e3\U000e0020-\U000e007f]"
)
_CITATION = re.compile(r"[ \t]*(?:\[\^[^\]\s]{1,40}\]|\[\d{1,3}(?:\s*[,–-]\s*\d{1,3})*\](?!\()|【[^】]{0,80}】)")
_TASK = re.compile(r"\A\[[ xX]\]\s+")
_MATHS = re.compile(
    r"\$\$([^$]+)\$\$|\$(?=[^\s\d$])([^$\n]+?)(?<=[^\s\\])\$(?!\d)|\$(\d[^$\n]*[\\^_=+{][^$\n]*)\$(?!\d)"
)
_LOOSE_MARKS = re.compile(r"\*{2,}|_{3,}|~{2,}|`+|(?<!\w)[*_]+(?=\w)|(?<=\w)[*]+(?=\W|\Z)|(?<=\w)_+(?=\s|\Z)|\\(?=\W)")
_BARE = re.compile(r"(?:https?|ftp)://[^\s<>()\[\]\"'“”]*[^\s<>()\[\]\"'“”.,;:!?]", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\xa0\u2009\u202f]{2,}|[\t\xa0\u2009\u202f]")
_BETWEEN_TAGS = re.compile(r"(?:(?<=>)|(?<![^\n])|\A)[^<>]*[^<>\s][^<>]*(?=<|\Z)")
_SILENT_TAG = re.compile(
    r"<(/?)(think|thinking|thought|reasoning|tool_call|tool_calls|tool_use|function_call|function_calls|invoke)\b[^>]*>",
    re.IGNORECASE,
)
_HTML_CODE = re.compile(r"<(?:script|style|pre|textarea|code|svg|template)\b|<!|<\?", re.IGNORECASE)
_CELL_ENDS = ".!?…。！？:;,،؛"


@dataclass(slots=True)
class Said:
    """A piece that is said by itself: what, and the silence after it."""

    words: Utterance
    pause: Pause


class Speakable:
    """Reads the blocks of one message in order and remembers what is being kept silent across them."""

    def __init__(self) -> None:
        self.silent = False  # inside <think> or a tool call that a later block closes

    def read(self, block: Block, since: int = 0) -> list[Said]:
        """What a whole block gives to say behind the source place ``since``."""
        match block.kind:
            case BlockKind.HTML:
                return [self._html(block)] if block.end > since else []
            case BlockKind.TABLE:
                return [] if self.silent else list(table_rows(block.rows, since))
            case BlockKind.PARAGRAPH | BlockKind.HEADING:
                spans = list(self._outside_silence(block.spans))
                return [] if is_tool_call(spans) else [read_text(block, spans, since)]
        return []

    def is_silent(self, block: Block) -> bool:
        """Whether the beginning of a block that is still growing is not to be said."""
        return self.silent or bool(block.spans and _SILENT_TAG.match(block.spans[0].text))

    def _outside_silence(self, spans: Iterable[Span]) -> Iterator[Span]:
        """The spans that may be said; a tag that keeps silent counts only at the beginning of its block."""
        for number, span in enumerate(spans):
            if span.code or "<" not in span.text:
                if not self.silent:
                    yield span
                continue
            at = 0
            for tag in _SILENT_TAG.finditer(span.text):
                opens = not tag[1] and (number == 0 and tag.start() == 0)
                if opens or (tag[1] and self.silent):
                    if not self.silent:
                        yield _part(span, at, tag.start())
                    self.silent = opens
                    at = tag.end()
            if not self.silent:
                yield _part(span, at, len(span.text))

    def _html(self, block: Block) -> Said:
        """The words between the tags of an HTML block that is not code."""
        words = Utterance()
        at = 0
        for tag in _SILENT_TAG.finditer(block.text):
            self._plain(words, block, at, tag.start())
            self.silent = not tag[1]
            at = tag.end()
        self._plain(words, block, at, len(block.text))
        clean(words)
        return Said(words, Pause.PARAGRAPH)

    def _plain(self, words: Utterance, block: Block, at: int, end: int) -> None:
        """Says what stands between the tags of a part of the block, unless it is code or kept silent."""
        if self.silent or _HTML_CODE.search(block.text, at, end):
            return
        for piece in _BETWEEN_TAGS.finditer(block.text, at, end):
            start = min(block.start + piece.start(), block.end)
            words.say(piece[0].replace("\n", " ") + " ", start, min(start + len(piece[0]) + 1, block.end))


def _part(span: Span, at: int, end: int) -> Span:
    """A part of the span; one whose text is not as written stays with its whole place."""
    if span.end - span.start != len(span.text):
        return replace(span, text=span.text[at:end])
    return replace(span, text=span.text[at:end], start=span.start + at, end=span.start + end)


def read_text(block: Block, spans: Iterable[Span], since: int) -> Said:
    """A paragraph or heading, with its number where it is the first of an ordered item."""
    words = Utterance()
    numbered = False
    item = block.containers[-1] if block.containers else None
    if item and item.kind is ContainerKind.ORDERED and item.first and since <= block.start and block.spans:
        words.say(f"{item.number}. ", block.start, block.spans[0].start)
        numbered = True
    say_spans(words, spans, since)
    clean(words, task=not numbered and since <= block.start)
    return Said(words, _pause_after(block))


def _pause_after(block: Block) -> Pause:
    if block.kind is BlockKind.HEADING:
        return Pause.HEADING
    listed = any(container.kind is not ContainerKind.QUOTE for container in block.containers)
    return Pause.SENTENCE if listed else Pause.PARAGRAPH


def say_spans(words: Utterance, spans: Iterable[Span], since: int) -> None:
    """Says the spans that stand behind ``since``, or the part of one that does."""
    for span in spans:
        if span.end <= since or span.html:
            continue
        text, start, end = span.text, span.start, span.end
        if span.href and not span.image:
            if text.strip("[]^ ").isdigit():
                continue  # a citation that is a link
            if _is_address(text, span.href):
                words.say(_host(span.href), start, end)
                continue
        if span.code:  # the marks around it stand on both sides
            start += (end - start - len(text)) // 2
            end = start + len(text)
        if start < since and end - start == len(text):
            text, start = text[since - start :], since
        if not span.code and end - start == 2 and len(text) == 1 and text in "()[]":
            text = "$"  # \( and \) around mathematics
        words.say(text, start, end)


def _is_address(text: str, href: str) -> bool:
    return text == href or bool(re.match(r"(?:https?://|ftp://|www\.)\S+\Z", text, re.IGNORECASE))


def _host(address: str) -> str:
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def clean(words: Utterance, *, task: bool = False) -> None:
    """Takes out what is a sign and not a word; ``task``: a box to tick may stand at the beginning."""
    text = words.text
    if "[" in text or "【" in text:
        if task:
            words.replace(_TASK, "")
        words.replace(_CITATION, "")
    if "$" in text:
        words.replace(_MATHS, lambda maths: spoken_maths(maths[1] or maths[2] or maths[3]))
    if "://" in text:
        words.replace(_BARE, lambda bare: _host(bare[0]))
    words.replace(_EMOJI, "")
    words.replace(_LOOSE_MARKS, "")
    words.replace(_BLANKS, " ")


def table_rows(rows: tuple[Row, ...], since: int) -> Iterator[Said]:
    """A table row by row: the first cell names the row, each other one stands behind its column's heading."""
    new: list[Row] = []
    for row in reversed(rows[1:] or rows):
        last = next((cell[-1] for cell in reversed(row.cells) if cell), None)
        if last and last.end <= since:
            break
        new.append(row)
    if new:
        headings = [_cell(cell) for cell in rows[0].cells]
        yield from (Said(_row(row, headings), Pause.SENTENCE) for row in reversed(new))


def _cell(spans: tuple[Span, ...]) -> Utterance:
    words = Utterance()
    say_spans(words, spans, 0)
    clean(words)
    return words


def _row(row: Row, headings: list[Utterance]) -> Utterance:
    words = Utterance()
    for column, spans in enumerate(row.cells):
        cell = _cell(spans)
        if not any(char.isalnum() for char in cell.text):
            continue
        at = spans[0].start
        if words.text and words.text[-1] not in _CELL_ENDS:
            words.say(",", at, at)
        if words.text:
            words.say(" ", at, at)
        heading = headings[column].text.strip() if column and not row.header and column < len(headings) else ""
        if heading:
            words.say(f"{heading}: ", at, at)
        words.say(cell.text.strip(), at, spans[-1].end)
    return words


def is_tool_call(spans: list[Span]) -> bool:
    """Whether a paragraph is one JSON value: what a model writes to a tool and not to a person."""
    text = "".join(span.text for span in spans).strip()
    if not (text.startswith("{") and text.endswith("}")) and not (text.startswith("[{") and text.endswith("}]")):
        return False
    try:
        json.loads(text)
    except ValueError:
        return False
    return True
