"""What is said on request: a message, a selection, a block of code, a text from a terminal."""

from __future__ import annotations

import asyncio
import functools
from dataclasses import replace

from desktop_app.domain.ids import new_turn_id
from desktop_app.domain.phrase import Phrase
from desktop_app.markdown.thinking import answer_begins
from desktop_app.presenters.speech import SpeechPresenter
from desktop_app.presenters.utterance import Utterance, ignore
from desktop_app.presenters.views import TranscriptView
from desktop_app.speech.text.heard_before import HeardReader
from desktop_app.speech.text.read_aloud import FAR, CodeReader, Reader, TextReader, nearest_beginning
from desktop_app.speech.text.reader import StreamReader

_TELLING = 600
"""Characters of a text by which its language is told."""

_READ_AHEAD = 20_000
"""Characters of a page: a quarter of an hour and more, so that of most texts it is soon known how many sentences."""


class Readings:
    """Each silences what was said before it, as everything does that the speech presenter begins."""

    def __init__(self, speech: SpeechPresenter, transcript: TranscriptView) -> None:
        self._speech = speech
        self._voicing = speech.voicing
        self._transcript = transcript

    def read(self, message_id: str, text: str, base: int, *, code: bool = False) -> None:
        """Says a text of the page on request: a message, a selection, a code block."""
        self._start_reading(Utterance(new_turn_id(), message_id, base, None, to_end=False), text, code=code)
        self._transcript.follow_voice()

    def read_from(self, message_id: str, text: str, begin: int, turn_id: str | None = None) -> None:
        """Says a message from the sentence at ``begin`` on; ``turn_id``: the turn that is still writing it."""
        begin = begin or answer_begins(text)
        if turn_id is None:
            start = self._start_far if begin > FAR else self._start_reading
            start(Utterance(new_turn_id(), message_id, 0, None, ignore, begin=begin), text)
        else:
            reader = StreamReader(turn_id, self._speech.what_is_said())
            writing = self._voicing.find(turn_id)
            conversation_id = writing.conversation_id if writing else ""
            self._speech.start(Utterance(turn_id, message_id, 0, reader, ignore, conversation_id, begin=begin))
            self._speech.feed(turn_id, text)
        self._transcript.follow_voice()

    def say(self, text: str) -> None:
        """Says a text that is not on the page."""
        self.read("", text, 0)

    def _start_reading(self, utterance: Utterance, text: str, *, code: bool = False) -> None:
        if self._speech.kept is not None and utterance.to_end and not code:
            self._speech.start(utterance, warm=False)
            self._speech.kept.recall(utterance.id, functools.partial(self._read_as_heard, utterance, text))
            return
        self._speech.start(utterance)
        begin = utterance.begin - utterance.base
        said, like = self._speech.what_is_said(), text[:_TELLING]
        reader = CodeReader(utterance.id) if code else TextReader(utterance.id, said, begin=begin, like=like)
        self._read(utterance, text, reader)

    def _read_as_heard(self, utterance: Utterance, text: str, heard: list[Phrase], kept: bool) -> None:  # noqa: FBT001
        """``heard``: its phrases as they were cut before; ``kept``: there is sound of them, so no voice need wake."""
        if self._voicing.said.get(utterance.id) is not utterance:
            return
        if not kept:
            self._speech.warm()
        base = utterance.base
        behind = [replace(one, start=one.start - base, end=one.end - base) for one in heard if one.start >= base]
        said, begin = self._speech.what_is_said(), utterance.begin - base
        reader = HeardReader(behind, utterance.id, said, begin=begin, like=text[:_TELLING])
        self._read(utterance, text, reader)

    def _read(self, utterance: Utterance, text: str, reader: Reader) -> None:
        utterance.reader = reader
        self._voicing.portion(utterance, _READ_AHEAD)
        self._voicing.feed(utterance, text)
        self._voicing.end(utterance)

    def _start_far(self, utterance: Utterance, text: str) -> None:
        """The same from a place far into a text: where to begin is looked for in a thread."""
        self._speech.start(utterance, warm=self._speech.kept is None)
        self._voicing.portion(utterance, _READ_AHEAD)

        def found(place: asyncio.Future[int]) -> None:
            if self._voicing.said.get(utterance.id) is utterance:
                utterance.base = place.result()
                self._start_reading(utterance, text[utterance.base :])

        loop = asyncio.get_running_loop()
        loop.run_in_executor(None, nearest_beginning, text, utterance.begin).add_done_callback(found)
