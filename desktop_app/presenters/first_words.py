"""The first words of an answer, as one reads them: without the signs of Markdown, on one line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop_app.markdown.blocks import Block, BlockKind
from desktop_app.markdown.parser import parse
from desktop_app.markdown.thinking import answer_begins

_LONGEST: Final = 160
_READ: Final = 2_000
"""Characters of the source in which so many words are found, or else are left out."""


def first_words(source: str, longest: int = _LONGEST) -> str:
    """At most ``longest`` characters, ended at a word; prose before anything else that the beginning holds."""
    source = source[answer_begins(source) :][:_READ]
    blocks = parse(source)
    prose = " ".join(words for block in blocks for words in _prose(block))
    whole = " ".join((prose or " ".join(block.text for block in blocks)).split())
    if len(whole) <= longest:
        return whole
    cut = whole[: longest - 1]
    return f"{cut.rpartition(' ')[0] or cut}…"


def _prose(block: Block) -> Iterator[str]:
    if block.kind is BlockKind.TABLE:
        yield from ("".join(span.text for span in cell) for row in block.rows for cell in row.cells)
    else:
        yield "".join(" " if span.hard_break else span.text for span in block.spans if not span.html)
