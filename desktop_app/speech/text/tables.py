"""A table row by row: the first cell names the row, each other one stands behind its column's heading."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.markdown.blocks import Row, Span
from desktop_app.speech.text.utterance import Utterance
from desktop_app.speech.text.wording import Wording

_CELL_ENDS = ".!?…。！？:;,،؛"


def rows_said(rows: tuple[Row, ...], since: int, wording: Wording) -> Iterator[Utterance]:
    """What the rows behind the source place ``since`` give to say; the head only where there is nothing else."""
    new: list[Row] = []
    for row in reversed(rows[1:] or rows):
        last = next((cell[-1] for cell in reversed(row.cells) if cell), None)
        if last and last.end <= since:
            break
        new.append(row)
    if new:
        headings = [_cell(cell, wording) for cell in rows[0].cells]
        yield from (_row(row, headings, wording) for row in reversed(new))


def _cell(spans: tuple[Span, ...], wording: Wording) -> Utterance:
    words = Utterance()
    wording.say_spans(words, spans, 0)
    wording.clean(words)
    return words


def _row(row: Row, headings: list[Utterance], wording: Wording) -> Utterance:
    words = Utterance()
    for column, spans in enumerate(row.cells):
        cell = _cell(spans, wording)
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
