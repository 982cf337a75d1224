"""What is said: text of answers and of "Read" becomes phrases for the speaker; what it says is marked on the page."""

from __future__ import annotations

import asyncio
import functools
from collections.abc import Callable
from dataclasses import replace

from desktop_app.domain.errors import UserError
from desktop_app.domain.ids import new_turn_id
from desktop_app.domain.phrase import Phrase
from desktop_app.domain.said import WhatIsSaid
from desktop_app.presenters.heard import HeardPlaces
from desktop_app.presenters.kept_speech import KeptSpeech
from desktop_app.presenters.portions import Cutting, Portions
from desktop_app.presenters.ports import Speaker
from desktop_app.presenters.utterance import Utterance, ignore
from desktop_app.presenters.views import Notice, NoticeView, SpeechBarView, SpeechState, Step, TranscriptView
from desktop_app.speech.heard_before import HeardReader
from desktop_app.speech.read_aloud import FAR, CodeReader, Reader, TextReader, nearest_beginning
from desktop_app.speech.reader import StreamReader

SPEECH_NOTICE = "speech"

_TELLING = 600
"""Characters of a text by which its language is told."""

_AT_ONCE = 1000
"""Characters of an answer that are cut as they come; where more come at one time, they are cut in portions."""

_READ_AHEAD = 20_000
"""Characters of a page: a quarter of an hour and more, so that of most texts it is soon known how many sentences."""

_OUTSIDE_AHEAD = 2_000
"""Characters of a text from outside: two minutes, so that its sender can take the word back by leaving."""


class SpeechPresenter:
    """One voice at a time. After ``silence`` an answer stays silent to its end: its later text finds no utterance."""

    def __init__(self, speaker: Speaker, transcript: TranscriptView, bar: SpeechBarView, notices: NoticeView) -> None:
        self._speaker = speaker
        self._transcript = transcript
        self._bar = bar
        self._notices = notices
        self._utterances: dict[str, Utterance] = {}
        self._waiting: dict[str, Utterance] = {}
        self._state = SpeechState.IDLE
        self._current: Phrase | None = None
        self._speaker_rests = True
        self.heard = HeardPlaces()
        self.kept: KeptSpeech | None = None
        """The sound of what was said before, where any is kept."""
        self.on_activity: Callable[[], None] = lambda: None
        """Called when speech begins or ends, so that the Stop button can follow."""
        self.what_is_said: Callable[[], WhatIsSaid] = WhatIsSaid
        """Asked when a text begins: what of it the listener wants to hear."""

    @property
    def active(self) -> bool:
        """Something is being said or waits to be said."""
        return self._state is not SpeechState.IDLE

    @property
    def sounding(self) -> bool:
        """The same, or a voice is being tried in Settings."""
        return self.active or not self._speaker_rests

    @property
    def current(self) -> Phrase | None:
        """The phrase that is at the device now."""
        return self._current

    @property
    def turn_ids(self) -> tuple[str, ...]:
        return tuple(self._utterances)

    @property
    def waiting_turns(self) -> tuple[str, ...]:
        return tuple(self._waiting)

    @property
    def waiting_conversations(self) -> frozenset[str]:
        """Those in the background that have something to say."""
        return frozenset(utterance.conversation_id for utterance in self._waiting.values())

    # What a turn does

    def begin(
        self,
        turn_id: str,
        message_id: str,
        base: int,
        on_first_sound: Callable[[float], None],
        conversation_id: str = "",
        asked: str = "",
    ) -> None:
        """An answer is about to come; everything older falls silent. ``asked``: to what, which tells its language."""
        reader = StreamReader(turn_id, self.what_is_said(), asked)
        self._start(Utterance(turn_id, message_id, base, reader, on_first_sound, conversation_id))

    def feed(self, turn_id: str, delta: str) -> None:
        if (utterance := self._find(turn_id)) is None:
            return
        if utterance.portions is None and len(delta) > _AT_ONCE:
            self._portion(utterance, None)
        if utterance.portions is not None:
            utterance.portions.add(delta)
        else:
            self._cut(utterance, delta)

    def end(self, turn_id: str) -> None:
        """The answer is whole: what is left of it is said."""
        if (utterance := self._find(turn_id)) is None or utterance.reader is None:
            return
        if utterance.portions is not None:
            utterance.portions.end()
        else:
            self._finish(utterance)

    def drop(self, turn_id: str) -> None:
        """The answer was stopped: what is being said of it ends now, and nothing more of it is said."""
        if (waiting := self._waiting.pop(turn_id, None)) is not None:
            waiting.cancel()
            self.heard.stopped(waiting)
        if turn_id in self._utterances:
            self.silence()

    def put_aside(self) -> None:
        """Another conversation comes to the front: an answer waits with what it has not said, all else ends."""
        for utterance in self._utterances.values():
            if utterance.conversation_id and (utterance.reader is not None or utterance.unheard):
                self._waiting[utterance.id] = utterance
        self.silence()

    def bring_forward(self, conversation_id: str) -> None:
        """Its conversation is in front again: the answer that waits goes on with the sentence that was cut."""
        for utterance in [one for one in self._waiting.values() if one.conversation_id == conversation_id]:
            del self._waiting[utterance.id]
            self._start(utterance)
            for phrase in utterance.unheard:
                self._speaker.say(phrase)
            if utterance.reader is None:
                self._speaker.finish(utterance.id)
            if utterance.unheard:
                self._show(SpeechState.PREPARING)

    def forget_waiting(self, conversation_id: str | None = None) -> None:
        """What waits in a conversation, or in all, is not said any more."""
        for utterance in list(self._waiting.values()):
            if conversation_id in {None, utterance.conversation_id}:
                utterance.cancel()
                del self._waiting[utterance.id]
                self.heard.stopped(utterance)

    def read(self, message_id: str, text: str, base: int, *, code: bool = False) -> None:
        """Says a text of the page on request: a message, a selection, a code block."""
        self._start_reading(Utterance(new_turn_id(), message_id, base, None, to_end=False), text, code=code)
        self._transcript.follow_voice()

    def read_from(self, message_id: str, text: str, begin: int, turn_id: str | None = None) -> None:
        """Says a message from the sentence at ``begin`` on; ``turn_id``: the turn that is still writing it."""
        if turn_id is None:
            start = self._start_far if begin > FAR else self._start_reading
            start(Utterance(new_turn_id(), message_id, 0, None, ignore, begin=begin), text)
        else:
            reader = StreamReader(turn_id, self.what_is_said())
            writing = self._find(turn_id)
            conversation_id = writing.conversation_id if writing else ""
            self._start(Utterance(turn_id, message_id, 0, reader, ignore, conversation_id, begin=begin))
            self.feed(turn_id, text)
        self._transcript.follow_voice()

    def say(self, text: str) -> None:
        """Says a text that is not on the page."""
        self.read("", text, 0)

    def open_text(self) -> str:
        """A text from outside that comes in pieces: feed and end it under the id this returns."""
        turn_id = new_turn_id()
        self.begin(turn_id, "", 0, ignore)
        self._portion(self._utterances[turn_id], _OUTSIDE_AHEAD)
        return turn_id

    async def taken(self, turn_id: str) -> bool:
        """Returns when the listener is near enough to the end of what was fed; false where it is not said any more."""
        utterance = self._find(turn_id)
        return utterance is not None and (utterance.portions is None or await utterance.portions.taken())

    async def given_up(self, turn_id: str) -> None:
        """Returns when nothing more of a text from outside will be said."""
        if (utterance := self._find(turn_id)) is not None and utterance.portions is not None:
            await utterance.portions.gone.wait()

    # What the listener does

    def silence(self) -> None:
        """Silence now, and for the rest of every answer that is being said."""
        for utterance in self._utterances.values():
            if utterance.id in self._waiting:
                utterance.watch_no_longer()
            else:
                utterance.cancel()
                self.heard.stopped(utterance)
        had_speech = bool(self._utterances) or self.sounding
        self._utterances.clear()
        if had_speech:
            self._speaker.stop()
            self._rest()

    def silence_all(self) -> None:
        """The same, and what waits in the background is not said either."""
        self.forget_waiting()
        self.silence()

    def toggle_pause(self) -> None:
        if self._state in {SpeechState.SPEAKING, SpeechState.PREPARING}:
            self._speaker.set_paused(paused=True)
            self._show(SpeechState.PAUSED)
        elif self._state is SpeechState.PAUSED:
            self._speaker.set_paused(paused=False)
            self._show(SpeechState.SPEAKING if self._current else SpeechState.PREPARING)

    def previous_sentence(self) -> None:
        """Back to the beginning of the sentence, or of the one before; what is paused goes on from there."""
        self._move(self._speaker.previous_sentence)

    def next_sentence(self) -> None:
        self._move(self._speaker.next_sentence)
        for utterance in list(self._utterances.values()):
            utterance.skip_one()

    def repeat_sentence(self) -> None:
        self._move(self._speaker.repeat_sentence)

    # What the speaker tells (ports.SpeakerListener)

    def phrase_started(self, phrase: Phrase, moment: float) -> None:
        if (utterance := self._utterances.get(phrase.turn_id)) is None:
            return
        if not utterance.heard:
            utterance.heard = True
            utterance.on_first_sound(moment)
        self._current = phrase
        utterance.heard_to(phrase.index)
        self._bar.set_words("" if utterance.message_id else phrase.text)
        self.heard.phrase_started(utterance, phrase)
        if utterance.message_id:
            self._transcript.mark_spoken(utterance.message_id, phrase.start, phrase.end)
        self._show(SpeechState.PAUSED if self._state is SpeechState.PAUSED else SpeechState.SPEAKING)

    def word_reached(self, phrase: Phrase, word: int, exact: bool) -> None:  # noqa: FBT001 - a Qt signal calls it
        """``word`` is being said, those before it were heard; ``exact``: the voice itself told when it begins."""
        if (utterance := self._utterances.get(phrase.turn_id)) is None:
            return
        self.heard.word_reached(utterance, phrase, word)
        if exact and utterance.message_id and word < len(phrase.words):
            self._transcript.mark_word(utterance.message_id, *phrase.words[word])

    def phrase_finished(self, phrase: Phrase) -> None:
        if (utterance := self._utterances.get(phrase.turn_id)) is not None:
            utterance.passed(phrase)
            self.heard.phrase_passed(utterance, phrase)
        if self._current == phrase:
            self._current = None
            self._transcript.clear_spoken()

    def speech_finished(self, turn_id: str) -> None:
        if (utterance := self._utterances.pop(turn_id, None)) is not None:
            self.heard.heard_out(utterance)
            if not self._utterances:
                self._rest()

    def state_changed(self, state: str) -> None:
        """What the speaker is at, whoever asked for it."""
        self._speaker_rests = state == "idle"

    def silenced(self) -> None:
        """The speaker confirms; the page already shows it."""

    def speech_trouble(self, error: Exception, fallback: bool) -> None:  # noqa: FBT001 - a Qt signal calls it
        if not isinstance(error, UserError):
            raise error
        self._notices.show_notice(Notice(SPEECH_NOTICE, error, (Step.OPEN_SETTINGS,), fallback=fallback))

    def level(self, level: float) -> None:
        self._bar.set_level(level)

    def _move(self, ask: Callable[[], None]) -> None:
        if not self.active:
            return
        if self._state is SpeechState.PAUSED:
            self.toggle_pause()
        ask()

    def _start(self, utterance: Utterance, *, warm: bool = True) -> None:
        """It alone is said from now on."""
        self.silence()
        self._notices.clear_notice(SPEECH_NOTICE)
        self._utterances[utterance.id] = utterance
        if self.kept is not None:
            self.kept.belongs(utterance.id, utterance.message_id, utterance.conversation_id, keeps=utterance.to_end)
        if warm:
            self._speaker.warm()

    def _start_reading(self, utterance: Utterance, text: str, *, code: bool = False) -> None:
        if self.kept is not None and utterance.to_end and not code:
            self._start(utterance, warm=False)
            self.kept.recall(utterance.id, functools.partial(self._read_as_heard, utterance, text))
            return
        self._start(utterance)
        begin = utterance.begin - utterance.base
        said, like = self.what_is_said(), text[:_TELLING]
        reader = CodeReader(utterance.id) if code else TextReader(utterance.id, said, begin=begin, like=like)
        self._read(utterance, text, reader)

    def _read_as_heard(self, utterance: Utterance, text: str, heard: list[Phrase], kept: bool) -> None:  # noqa: FBT001
        """``heard``: its phrases as they were cut before; ``kept``: there is sound of them, so no voice need wake."""
        if self._utterances.get(utterance.id) is not utterance:
            return
        if not kept:
            self._speaker.warm()
        base = utterance.base
        behind = [replace(one, start=one.start - base, end=one.end - base) for one in heard if one.start >= base]
        said, begin = self.what_is_said(), utterance.begin - base
        reader = HeardReader(behind, utterance.id, said, begin=begin, like=text[:_TELLING])
        self._read(utterance, text, reader)

    def _read(self, utterance: Utterance, text: str, reader: Reader) -> None:
        utterance.reader = reader
        portions = self._portion(utterance, _READ_AHEAD)
        portions.add(text)
        portions.end()

    def _start_far(self, utterance: Utterance, text: str) -> None:
        """The same from a place far into a text: where to begin is looked for in a thread."""
        self._start(utterance, warm=self.kept is None)
        self._portion(utterance, _READ_AHEAD)

        def found(place: asyncio.Future[int]) -> None:
            if self._utterances.get(utterance.id) is utterance:
                utterance.base = place.result()
                self._start_reading(utterance, text[utterance.base :])

        loop = asyncio.get_running_loop()
        loop.run_in_executor(None, nearest_beginning, text, utterance.begin).add_done_callback(found)

    def _portion(self, utterance: Utterance, ahead: int | None) -> Portions:
        """From now on its text is cut in portions."""
        cutting = Cutting(
            bite=functools.partial(self._cut, utterance),
            over=functools.partial(self._finish, utterance),
            busy=lambda: self._state is SpeechState.PAUSED or self._current is not None,
        )
        utterance.portions = Portions(cutting, ahead)
        return utterance.portions

    def _cut(self, utterance: Utterance, text: str) -> list[Phrase]:
        return self._say(utterance, utterance.feed(text, functools.partial(self._say_after_stall, utterance)))

    def _finish(self, utterance: Utterance) -> None:
        self._say(utterance, utterance.finish())
        self._close(utterance)
        if self.active:  # it is known now how many sentences there are
            self._show(self._state)

    def _say_after_stall(self, utterance: Utterance, phrases: list[Phrase]) -> None:
        if utterance.id in self._utterances:
            self._say(utterance, phrases)

    def _say(self, utterance: Utterance, phrases: list[Phrase]) -> list[Phrase]:
        """Gives the speaker what is to be said, and gives it back as it is placed."""
        waits = utterance.id in self._waiting
        placed = list(utterance.placed(phrases))
        for phrase in placed:
            if not waits:
                self._speaker.say(phrase)
        if placed and not waits:
            self._show(SpeechState.PREPARING if self._state is SpeechState.IDLE else self._state)
        return placed

    def _close(self, utterance: Utterance) -> None:
        utterance.close()
        if utterance.id in self._waiting:
            if not utterance.unheard:
                del self._waiting[utterance.id]
        elif utterance.given:
            self._speaker.finish(utterance.id)
        else:  # nothing of it could be said, so the speaker will never report its end
            self._utterances.pop(utterance.id, None)

    def _find(self, turn_id: str) -> Utterance | None:
        return self._utterances.get(turn_id) or self._waiting.get(turn_id)

    def _rest(self) -> None:
        self._current = None
        self._transcript.clear_spoken()
        self._bar.set_words("")
        self._show(SpeechState.IDLE)

    def _show(self, state: SpeechState) -> None:
        changed = (state is SpeechState.IDLE) is not (self._state is SpeechState.IDLE)
        self._state = state
        of = max((utterance.known for utterance in self._utterances.values()), default=0)
        self._bar.set_speech(state, self._current.index + 1 if self._current else 0, of)
        if changed:
            self._transcript.set_voice_active(active=state is not SpeechState.IDLE)
            self.on_activity()
