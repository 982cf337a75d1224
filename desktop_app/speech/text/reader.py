"""An answer that is being written becomes phrases that may be said, each as soon as it can become nothing else.

Two ways lead to a phrase. A block that the Markdown parser calls final is read to its end. A paragraph that is still
growing is read up to its last certain sentence, once its line cannot turn out to be code, a table or a tag. Either way
the place up to where the source has been said moves on, and nothing before it is said again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from desktop_app.domain.phrase import WORD, Pause, Phrase
from desktop_app.domain.said import WhatIsSaid
from desktop_app.markdown.blocks import Block, BlockKind, ContainerKind, Span
from desktop_app.markdown.effort import Effort
from desktop_app.markdown.parser import inline
from desktop_app.markdown.stream import BlockStream
from desktop_app.speech.text.held_marks import held_from
from desktop_app.speech.text.line_above import (
    ended,
    is_more_of_quotation,
    lone_line,
    next_item,
    without_marks,
    words_begin,
)
from desktop_app.speech.text.phrases import INK, LONGEST, next_cut
from desktop_app.speech.text.sentence_ends import CLOSE_ENDS, CLOSERS, SPACED_ENDS
from desktop_app.speech.text.speakable import Said, Speakable
from desktop_app.speech.text.surroundings import Part, Surroundings
from desktop_app.speech.text.triggers import Stop, Triggers

_MARKS = re.compile(r"[ \t]*(?:(?:[-+*>]|\d{1,9}[.)])[ \t]+)*")
_UNSETTLED = ("`" * 3, "~" * 3, "|", "<", "{", "[{", "[TOOL", "#", "$$", r"\[", r"\begin")
_DEFINITION = re.compile(r"\[(?!\^)[^\]\n]*\]:")
_TABLE_RULE = re.compile(r"[\s>|:-]*\Z")
_WORTH = 36
_LONG = 4000
_SHORT = 400
_GROWN = 8
_GROWN_BLANK = 32
_CUT = 20
_A_MICROSECOND = 4  # characters that are looked through for a place to cut in that time
_ENDED = re.compile(rf"[{re.escape(SPACED_ENDS + CLOSE_ENDS)}][{re.escape(CLOSERS)}]*\s*\Z|\n\Z")


class StreamReader:
    """One turn's text on its way to the voice. ``asked``: the question it answers, by whose language it is expected."""

    def __init__(self, turn_id: str, policy: WhatIsSaid | None = None, asked: str = "") -> None:
        self._turn_id = turn_id
        self._surroundings = Surroundings.of_question(asked)
        self._index = 0
        self._triggers = Triggers()
        self._speakable = Speakable(policy or WhatIsSaid())
        self._effort = Effort()
        self._stream = BlockStream(keeps_source=self._speakable.needs_code, effort=self._effort)
        self._taken = 0  # how much of the text the parser has been given
        self._said = 0  # up to where the source has been said, or is known to be silent
        self._line = 0  # where the line that is growing begins
        self._held = False  # that line is no growing paragraph
        self._from: int | None = None  # from here on that line is known to be prose
        self._marks = ""  # of the line above
        self._leaf: Block | None = None  # the paragraph it belongs to
        self._carried: int | None = None  # from here on, if the line only goes on in the paragraph of the one above
        self._standing = 0  # where the text ended when its open end was last parsed

    def feed(self, delta: str) -> list[Phrase]:
        """The phrases that are complete with this piece of text."""
        phrases: list[Phrase] = []
        for stop, end in self._triggers.feed(delta, self._taken):
            phrases += self._look(stop, end)
            self._triggers.eager = self._index == 0
            self._triggers.since = max(self._said, self._line if self._held else 0)
        return phrases

    def stalled(self) -> list[Phrase]:
        """Gives up what looks finished though nothing behind it says so: the stream has been silent for a while."""
        phrases = self._take(self._triggers.length)
        if self._held or self._stream.in_fence:
            return phrases
        return phrases + self._grow(stalled=True)

    def finish(self) -> list[Phrase]:
        """The rest of the text, which is complete now."""
        self._stream.feed(self._triggers.slice(self._taken, self._triggers.length))
        self._taken = self._triggers.length
        return [phrase for block in self._stream.finish().closed for phrase in self._read(block)]

    def _look(self, stop: Stop, end: int) -> list[Phrase]:
        if stop is not Stop.LINE_END:
            waits = self._held or self._stream.in_fence
            if waits or (stop is Stop.BREATH and end - self._said < _WORTH // 2):
                return []
        phrases = self._paragraph_ended(end) if stop is Stop.LINE_END and self._carried is not None else []
        phrases += self._take(end)
        if stop is Stop.LINE_END:
            return phrases + self._line_ended(end)
        if stop is Stop.LINE_BEGUN:
            return phrases + (self._line_begun(end - 1) if self._worth_parsing(_GROWN) else [])
        return phrases + self._grow()

    def _take(self, end: int) -> list[Phrase]:
        """Gives the parser the text up to ``end`` and reads what that makes final."""
        if end > self._taken:
            self._effort.earn(end - self._taken, len(self._stream.tail))
            self._stream.feed(self._triggers.slice(self._taken, end))
            self._taken = end
        fenced = self._stream.in_fence
        closed = self._stream.settle(self._said)
        phrases = self._leaves(closed) if closed else []
        if self._stream.in_fence and not fenced:
            phrases += self._leaves(self._stream.standing(self._said)[:-1])
        return phrases

    def _line_begun(self, letter: int) -> list[Phrase]:
        """The marks are complete and a word begins: what stood before is read, and the rest of the line is known."""
        if self._goes_on(self._marks_end()):
            self._from = self._carried
            return []
        tail, base = self._stream.tail, self._stream.base
        if (
            self._leaf
            and self._carried is not None
            and (two := next_item(self._leaf, letter, tail, base, self._carried))
        ):
            self._leaf, self._from = two[1], letter
            return self._read(two[0])
        blocks = self._standing_blocks()
        leaf = blocks[-1] if blocks else None
        if leaf and leaf.kind is BlockKind.PARAGRAPH and leaf.spans and leaf.spans[0].start == letter:
            self._leaf, self._from = leaf, letter
        return self._leaves(blocks[:-1])

    def _paragraph_ended(self, end: int) -> list[Phrase]:
        """Reads a paragraph of one line when the line below it is blank."""
        leaf = self._leaf
        if self._carried is None or leaf is None or not self._stream.tail.endswith("\n"):
            return []
        text = self._stream.tail + self._triggers.slice(self._taken, end)
        block = ended(leaf, text, self._stream.base, self._carried)
        return self._read(block) if block else []

    def _line_ended(self, end: int) -> list[Phrase]:
        tail, base = self._stream.tail, self._stream.base
        start, words = max(self._line - base, 0), self._marks_end()
        line_is_blank = not tail[start:].strip(" \t>\n")
        prose = self._carried if self._from is None and self._goes_on(words) else self._from
        if prose is not None and self._leaf is not None and _is_definition(self._leaf):
            prose = None  # its lines are indented, and the next may not be
        carried = prose if prose is not None and prose >= self._said and not self._held else None
        above, held = self._line, self._held
        self._marks = tail[start:words]
        self._line, self._held, self._from, self._carried = end, False, None, None
        if self._stream.in_fence or (carried is None and not held and above == base and self._is_lone(above)):
            return []
        if carried is not None and not line_is_blank and len(tail) <= _SHORT:
            self._carried = carried  # only more of the same paragraph
            return []
        if not self._worth_parsing(_GROWN_BLANK if line_is_blank else _GROWN):
            return []
        blocks = self._standing_blocks()
        if not blocks:
            return []
        *before, last = blocks
        phrases = self._leaves(before)
        ended = tail.count("\n", last.end - base) > 1
        if (last.kind is BlockKind.TABLE and len(last.rows) > 1) or (
            ended and last.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING}
        ):
            phrases += self._read(last)
        elif last.kind is BlockKind.PARAGRAPH and last.spans and not (ended or held or self._speakable.is_silent(last)):
            begun = words_begin(last, tail, base)
            self._leaf, self._carried = last, carried if carried is not None else begun if begun >= above else None
            if _is_definition(last):
                self._carried = None
        if len(tail) > _SHORT:
            self._stream.shorten(self._said, code_too=not self._speakable.needs_code)
        return phrases

    def _is_lone(self, line: int) -> bool:
        """Whether the line that has ended is all that is open and plainly a paragraph, which may go on."""
        lone = lone_line(self._stream.tail, self._stream.base, line)
        if lone is None or self._speakable.is_silent(lone):
            return False
        self._leaf, self._carried = lone, lone.start
        return True

    def _worth_parsing(self, part: int) -> bool:
        """Whether the open end is short, or has grown by one part in so many, and is read or may be."""
        length = len(self._stream.tail)
        worth = length < _LONG or self._stream.base + length - self._standing > length // part
        return worth and (self._effort.is_left or self._stream.is_read)

    def _standing_blocks(self) -> list[Block]:
        self._standing = self._stream.base + len(self._stream.tail)
        return self._stream.standing(self._said)

    def _leaves(self, blocks: Sequence[Block]) -> list[Phrase]:
        return [phrase for block in blocks for phrase in self._read(block)]

    def _read(self, block: Block) -> list[Phrase]:
        """Reads a block to its end."""
        if block.end <= self._said:
            return []
        phrases: list[Phrase] = []
        reads_code = block.kind is BlockKind.CODE and self._speakable.needs_code
        source = self._stream.source[block.start : block.end] if reads_code else ""
        for said in self._speakable.read(block, self._said, source):
            phrases += self._cut(said, len(said.words.text), complete=True)
        self._said = max(self._said, block.end)
        return phrases

    # The paragraph that is growing

    def _grow(self, *, stalled: bool = False) -> list[Phrase]:
        """Reads the growing paragraph up to its last certain end."""
        if self._speakable.silent or not self._settled():
            return []
        phrases: list[Phrase] = []
        if self._from is None:
            if not self._worth_parsing(_GROWN):
                return []
            blocks = self._lone_line() or self._standing_blocks()
            phrases += self._leaves(blocks[:-1])
            leaf = blocks[-1] if blocks else None
            if leaf is None or leaf.kind is not BlockKind.PARAGRAPH or self._speakable.is_silent(leaf):
                self._held = leaf is not None and leaf.kind is BlockKind.MATHS
                return phrases
            self._leaf, spans = leaf, leaf.spans
            if (begun := words_begin(leaf, self._stream.tail, self._stream.base)) >= self._line:
                self._from = begun  # behind a note's label, say: from now on the line alone is parsed
        elif self._effort.is_left or stalled:
            text = without_marks(self._stream.tail[self._from - self._stream.base :])
            spans = inline(text, self._from, self._effort)
        else:
            return []
        if self._leaf is None:
            return phrases
        said = self._speakable.text(self._leaf, spans, self._said)
        self._effort.spend(_CUT + (self._taken - max(spans[0].start, self._said)) / _A_MICROSECOND if spans else 0)
        held = min(self._table_head(), held_from(spans, self._taken))
        if self._stream.tail.endswith(" ") and said.words.text and not said.words.text.endswith(" "):
            said.words.say(" ", self._taken - 1, self._taken)  # Markdown trims it, and it tells where a word ended
        length = len(said.words.until(held))
        if stalled and length == len(said.words.text) and _ENDED.search(said.words.text):
            phrases += self._cut(said, length, complete=True)
        else:
            phrases += self._cut(said, length, complete=False)
        self._go_on_from(spans)
        return phrases

    def _lone_line(self) -> list[Block]:
        """The paragraph that the growing line begins, where it plainly does and nothing else is open."""
        tail, base = self._stream.tail, self._stream.base
        lone = lone_line(tail, base, self._line)
        return [replace(lone, spans=inline(tail, base, self._effort))] if lone else []

    def _settled(self) -> bool:
        """Whether the line that is growing can only be prose: a paragraph, or an item's or a quote's."""
        tail, start = self._stream.tail, self._line - self._stream.base
        if tail.find("|", max(start, 0)) >= 0:
            self._held = True
            return False
        if self._from is not None:
            return True
        at = self._marks_end()
        if self._goes_on(at):
            self._from = self._carried
            return True
        if tail.startswith(_UNSETTLED, at) or (tail[at : at + 1] in {'"', "'", "("} and "]:" in tail):
            self._held = True
        elif tail.startswith(("`", "~"), at):
            return len(tail) - at > 3
        return not self._held and _DEFINITION.match(tail, at) is None

    def _marks_end(self) -> int:
        """Where in the open end the words of the growing line begin."""
        tail, start = self._stream.tail, max(self._line - self._stream.base, 0)
        if tail[start : start + 1].isalpha():
            return start
        marks = _MARKS.match(tail, start)
        return marks.end() if marks else 0

    def _goes_on(self, at: int) -> bool:
        """Whether the line, whose words begin ``at``, can be nothing but more of the paragraph of the one above."""
        if self._carried is None:
            return False
        tail, start = self._stream.tail, self._line - self._stream.base
        marks = tail[max(start, 0) : at]
        same = marks.isspace() is (at > start) or is_more_of_quotation(marks, self._marks)
        return same and tail[at : at + 1].isalpha() and "|" not in tail[at:]

    def _table_head(self) -> int:
        """Where a line begins that turns out to be a table's head if the line below is a rule; else the end."""
        tail, base = self._stream.tail, self._stream.base
        start = self._line - base
        if start <= 0 or not _TABLE_RULE.match(tail, start):
            return self._taken
        above = tail.rfind("\n", 0, start - 1) + 1
        return base + above if "|" in tail[above:start] else self._taken

    def _go_on_from(self, spans: tuple[Span, ...]) -> None:
        """Remembers the end of what was said as the place from which alone the line is parsed next."""
        if self._said <= (self._line if self._from is None else self._from):
            return
        for span in spans:
            if span.start <= self._said <= span.end:
                if not (span.code or span.href or span.image or span.html or span.maths or span.text == " "):
                    self._from = self._said
                return

    def _cut(self, said: Said, length: int, *, complete: bool) -> list[Phrase]:
        """The phrases of a piece, as far as they are certain; the place of what has been said moves behind them."""
        phrases: list[Phrase] = []
        words = said.words
        text = words.text[:length]
        at = 0
        while at < length and (cut := next_cut(text, at, first=self._index == 0, complete=complete)):
            end = cut.end
            while end < min(length, at + LONGEST) and words.starts[end] < words.ends[end - 1]:
                end += 1  # these stand for one piece of the source, which is not parted
            last = complete and INK.search(text, end) is None
            phrases += self._phrases(said, at, end, said.pause if last else cut.pause)
            at = end
        return phrases

    def _phrases(self, said: Said, at: int, end: int, pause: Pause) -> list[Phrase]:
        """What is said as one phrase, or as several where a sentence in another language is quoted in it."""
        text = said.words.text[at:end]
        self._said = max(self._said, said.words.ends[end - 1])
        if not any(map(str.isalnum, text)):
            return []
        parts = self._surroundings.parts(text)
        return [
            self._phrase(said, at + part.start, at + part.end, Pause.CLAUSE if part.end < len(text) else pause, part)
            for part in parts
        ]

    def _phrase(self, said: Said, at: int, end: int, pause: Pause, part: Part) -> Phrase:
        words = said.words
        starts, ends = words.starts, words.ends
        text = words.text[at:end]
        first = at + len(text) - len(text.lstrip())
        last = at + len(text.rstrip()) - 1
        spoken = " ".join(text.split())
        self._speakable.hear(spoken, self._surroundings.language)
        start, stop, index = starts[first], ends[last], self._index
        places = tuple([(starts[at + word.start()], ends[at + word.end() - 1]) for word in WORD.finditer(text)])
        self._index += 1
        return Phrase(self._turn_id, index, spoken, start, stop, pause, places, part.language)


def _is_definition(block: Block) -> bool:
    return any(held.kind is ContainerKind.DEFINITION for held in block.containers)
