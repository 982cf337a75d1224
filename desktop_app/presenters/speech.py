"""What is said, and what the listener does about it: shown in the bar, marked on the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop_app.domain.errors import UserError
from desktop_app.domain.phrase import Phrase
from desktop_app.domain.said import WhatIsSaid
from desktop_app.domain.speech_state import SpeechState
from desktop_app.presenters.heard import HeardPlaces
from desktop_app.presenters.kept_speech import KeptSpeech
from desktop_app.presenters.ports import Speaker
from desktop_app.presenters.utterance import Utterance
from desktop_app.presenters.views import Notice, NoticeView, SpeechBarView, Step, TranscriptView
from desktop_app.presenters.voicing import Voicing
from desktop_app.speech.text.reader import StreamReader

SPEECH_NOTICE = "speech"


class SpeechPresenter:
    """One voice at a time. After ``silence`` an answer stays silent to its end: its later text finds no utterance."""

    def __init__(self, speaker: Speaker, transcript: TranscriptView, bar: SpeechBarView, notices: NoticeView) -> None:
        self._speaker = speaker
        self._transcript = transcript
        self._bar = bar
        self._notices = notices
        self._state = SpeechState.IDLE
        self._current: Phrase | None = None
        self.voicing = Voicing(speaker, lambda: self._state is SpeechState.PAUSED or self._current is not None)
        self.voicing.on_given = self._show_given
        self.voicing.on_waiting = self._tell_waiting
        self._speaker_rests = True
        self.heard = HeardPlaces()
        self.kept: KeptSpeech | None = None
        """The sound of what was said before, where any is kept."""
        self.on_activity: Callable[[], None] = lambda: None
        """Called when speech begins or ends, so that the Stop button can follow."""
        self.on_waiting: Callable[[], None] = lambda: None
        """Called when an answer in the background has something to say for the first time."""
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
        return tuple(self.voicing.said)

    @property
    def state(self) -> SpeechState:
        return self._state

    @property
    def saying(self) -> Sequence[Utterance]:
        """What is being said, or will be as soon as there is something of it to say."""
        return tuple(self.voicing.said.values())

    @property
    def waiting(self) -> Sequence[Utterance]:
        """Answers in the background that have something to say, in the order of attention: left last comes first."""
        return tuple(one for one in reversed(self.voicing.waiting.values()) if one.unheard)

    @property
    def waiting_conversations(self) -> frozenset[str]:
        """Those in the background that have something to say."""
        return frozenset(utterance.conversation_id for utterance in self.waiting)

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
        self.start(Utterance(turn_id, message_id, base, reader, on_first_sound, conversation_id))

    def feed(self, turn_id: str, delta: str) -> None:
        if (utterance := self.voicing.find(turn_id)) is not None:
            self.voicing.feed(utterance, delta)

    def end(self, turn_id: str) -> None:
        """The answer is whole: what is left of it is said."""
        if (utterance := self.voicing.find(turn_id)) is not None:
            self.voicing.end(utterance)

    def drop(self, turn_id: str) -> bool:
        """The answer was stopped: what is being said of it ends now, and nothing more of it is said.

        False where nothing of it was being said or waited.
        """
        known = self.voicing.find(turn_id) is not None
        if (waiting := self.voicing.waiting.pop(turn_id, None)) is not None:
            waiting.cancel()
            self.heard.stopped(waiting)
        if turn_id in self.voicing.said:
            self.silence()
        return known

    def put_aside(self) -> None:
        """Another conversation comes to the front: an answer waits with what it has not said, all else ends."""
        for utterance in self.voicing.said.values():
            if utterance.conversation_id and (utterance.reader is not None or utterance.unheard):
                self.voicing.waiting[utterance.id] = utterance
        self.silence()

    def bring_forward(self, conversation_id: str) -> None:
        """Its conversation is in front again: the answer that waits goes on with the sentence that was cut."""
        for utterance in [one for one in self.voicing.waiting.values() if one.conversation_id == conversation_id]:
            del self.voicing.waiting[utterance.id]
            self.start(utterance)
            self.voicing.take_up(utterance)

    def forget_waiting(self, conversation_id: str | None = None) -> None:
        """What waits in a conversation, or in all, is not said any more."""
        for utterance in list(self.voicing.waiting.values()):
            if conversation_id in {None, utterance.conversation_id}:
                utterance.cancel()
                del self.voicing.waiting[utterance.id]
                self.heard.stopped(utterance)

    def warm(self) -> None:
        """Something will soon be said that is not kept."""
        self._speaker.warm()

    def start(self, utterance: Utterance, *, warm: bool = True) -> None:
        """It alone is said from now on."""
        self.silence()
        self._notices.clear_notice(SPEECH_NOTICE)
        self.voicing.said[utterance.id] = utterance
        if self.kept is not None:
            self.kept.belongs(utterance.id, utterance.message_id, utterance.conversation_id, keeps=utterance.to_end)
        if warm:
            self._speaker.warm()

    # What the listener does

    def silence(self) -> None:
        """Silence now, and for the rest of every answer that is being said."""
        for utterance in self.voicing.said.values():
            if utterance.id in self.voicing.waiting:
                utterance.watch_no_longer()
            else:
                utterance.cancel()
                self.heard.stopped(utterance)
        had_speech = bool(self.voicing.said) or self.sounding
        self.voicing.said.clear()
        if had_speech:
            self._speaker.stop()
            self._rest()

    def silence_all(self) -> bool:
        """The same, and what waits in the background is not said either; False where there was nothing to silence."""
        anything = self.sounding or bool(self.voicing.waiting)
        self.forget_waiting()
        self.silence()
        return anything

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
        for utterance in list(self.voicing.said.values()):
            utterance.skip_one()

    def repeat_sentence(self) -> None:
        self._move(self._speaker.repeat_sentence)

    # What the speaker tells (ports.SpeakerListener)

    def phrase_started(self, phrase: Phrase, moment: float) -> None:
        if (utterance := self.voicing.said.get(phrase.turn_id)) is None:
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
        if (utterance := self.voicing.said.get(phrase.turn_id)) is None:
            return
        self.heard.word_reached(utterance, phrase, word)
        if exact and utterance.message_id and word < len(phrase.words):
            self._transcript.mark_word(utterance.message_id, *phrase.words[word])

    def phrase_finished(self, phrase: Phrase) -> None:
        if (utterance := self.voicing.said.get(phrase.turn_id)) is not None:
            utterance.passed(phrase)
            self.heard.phrase_passed(utterance, phrase)
        if self._current == phrase:
            self._current = None
            self._transcript.clear_spoken()

    def speech_finished(self, turn_id: str) -> None:
        if (utterance := self.voicing.said.pop(turn_id, None)) is not None:
            self.heard.heard_out(utterance)
            if not self.voicing.said:
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

    def _tell_waiting(self) -> None:
        self.on_waiting()

    def _show_given(self) -> None:
        self._show(SpeechState.PREPARING if self._state is SpeechState.IDLE else self._state)

    def _rest(self) -> None:
        self._current = None
        self._transcript.clear_spoken()
        self._bar.set_words("")
        self._show(SpeechState.IDLE)

    def _show(self, state: SpeechState) -> None:
        changed = (state is SpeechState.IDLE) is not (self._state is SpeechState.IDLE)
        self._state = state
        of = max((utterance.known for utterance in self.voicing.said.values()), default=0)
        self._bar.set_speech(state, self._current.index + 1 if self._current else 0, of)
        if changed:
            self._transcript.set_voice_active(active=state is not SpeechState.IDLE)
            self.on_activity()
