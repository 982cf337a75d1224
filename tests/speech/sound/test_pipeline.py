"""The pipeline in virtual time: order, prefetch, pauses, jumps, Stop, and voices that fail."""

from __future__ import annotations

import asyncio
import itertools
from collections import defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import pytest

from desktop_app.domain.choices import IfPhraseFails, SpeechSource
from desktop_app.domain.errors import (
    ConnectionCut,
    DeviceLost,
    KeyRefused,
    NoDevice,
    PhraseRefused,
    RateLimited,
    ServerFailed,
    VoiceUnavailable,
)
from desktop_app.domain.phrase import Pause, Phrase
from desktop_app.speech.options import SpeechOptions
from desktop_app.speech.pipeline import TRIAL, SpeechPipeline
from tests.support.fake_output import FakeOutput
from tests.support.fake_voices import FakeVoice, FakeVoices, value_of
from tests.support.virtual_time import run_virtual

SERVER = SpeechOptions(source=SpeechSource.SERVER, voice="coral")


@dataclass
class Told:
    """The listener: everything it was told, in order, with the moment."""

    all: list[tuple[float, str, object]] = field(default_factory=list)
    by_name: dict[str, list[object]] = field(default_factory=lambda: defaultdict(list))

    def _note(self, name: str, what: object = None) -> None:
        self.all.append((asyncio.get_running_loop().time(), name, what))
        self.by_name[name].append(what)

    def phrase_started(self, phrase: Phrase, moment: float) -> None:
        self._note("started", phrase.index)

    def phrase_finished(self, phrase: Phrase) -> None:
        self._note("finished", phrase.index)

    def word_reached(self, phrase: Phrase, word: int, exact: bool) -> None:  # noqa: FBT001 - as the listener has it
        self._note("word", (phrase.index, word, exact))

    def speech_finished(self, turn_id: str) -> None:
        self._note("speech_finished", turn_id)

    def silenced(self) -> None:
        self._note("silenced")

    def speech_trouble(self, error: Exception, fallback: bool) -> None:  # noqa: FBT001 - as the listener has it
        self._note("trouble", (type(error), fallback))

    def level(self, level: float) -> None:
        self._note("level", level)

    def devices_found(self, devices: list[str]) -> None:
        self._note("devices", devices)

    def device_ready(self, chosen: bool) -> None:  # noqa: FBT001 - as the listener has it
        self._note("device_ready", chosen)

    def state_changed(self, state: str) -> None:
        self._note("state", state)

    def event(self, name: str, turn_id: str, fields: dict[str, object]) -> None:
        self._note(f"event:{name}", fields)

    def forget(self) -> None:
        self.all.clear()
        self.by_name.clear()

    def what(self, name: str) -> list[object]:
        return list(self.by_name[name])

    def when(self, name: str, what: object = None) -> float:
        return next(moment for moment, told, other in self.all if (told, other) == (name, what))

    def __contains__(self, name: str) -> bool:
        return bool(self.by_name[name])


class Stage:
    def __init__(self, voice: FakeVoice | None = None, options: SpeechOptions = SERVER) -> None:
        self.output = FakeOutput()
        self.voices = FakeVoices(voice)
        self.told = Told()
        self.pipeline = SpeechPipeline(self.output, self.voices, self.told, options)
        self.output.tell = self.pipeline.mark_passed

    def say(self, *indexes: int, turn: str = "t", pause: Pause = Pause.SENTENCE) -> None:
        for index in indexes:
            self.pipeline.say(Phrase(turn, index, f"phrase {index}", 0, 1, pause))

    def say_all(self, count: int, turn: str = "t", pause: Pause = Pause.SENTENCE) -> None:
        self.say(*range(count), turn=turn, pause=pause)
        self.pipeline.finish(turn)

    @property
    def heard(self) -> list[int]:
        """The values heard, each once for every stretch of it; the slopes at the edges left out."""
        steady = [
            two for (_m, one), (_n, two) in itertools.pairwise(self.output.heard) if one == two and abs(one) >= 1000
        ]
        return [value for value, _stretch in itertools.groupby(steady)]


def play(
    act: Callable[[Stage], Awaitable[None]], voice: FakeVoice | None = None, options: SpeechOptions = SERVER
) -> Stage:
    """Acts on a fresh stage in virtual time, waits for what was begun, and closes it."""

    async def run() -> Stage:
        stage = Stage(voice, options)
        await act(stage)
        await asyncio.sleep(60)
        await stage.pipeline.aclose()
        return stage

    return run_virtual(run())


def values(*indexes: int) -> list[int]:
    return [value_of(str(index)) for index in indexes]


def test_phrases_are_heard_in_order_with_the_pause_of_their_punctuation() -> None:
    async def act(stage: Stage) -> None:
        stage.say_all(4)

    stage = play(act)
    assert stage.heard == values(0, 1, 2, 3)
    assert stage.told.what("started") == stage.told.what("finished") == [0, 1, 2, 3]
    gaps = [stage.told.when("started", n + 1) - stage.told.when("finished", n) for n in range(3)]
    assert gaps == [pytest.approx(0.28, abs=0.002)] * 3
    assert stage.told.what("speech_finished") == ["t"]
    assert stage.output.underruns == 0


def test_order_is_kept_when_a_later_phrase_is_made_first() -> None:
    class Uneven(FakeVoice):
        pass

    voice = FakeVoice(delay=0.5)

    async def act(stage: Stage) -> None:
        stage.say(0)
        await asyncio.sleep(0.1)
        voice.delay = 0.01
        stage.say(1)
        stage.pipeline.finish("t")

    assert play(act, voice).heard == values(0, 1)


def test_two_phrases_at_most_are_made_at_a_time_by_a_server() -> None:
    voice = FakeVoice(delay=0.4, seconds=0.5)

    async def act(stage: Stage) -> None:
        stage.say_all(6)

    play(act, voice)
    assert voice.most_at_once == 2


def test_no_sound_is_made_that_is_more_than_fifteen_seconds_ahead_of_the_ear() -> None:
    voice = FakeVoice(seconds=3.0)

    async def act(stage: Stage) -> None:
        stage.say_all(15)
        await asyncio.sleep(1.0)
        assert len(voice.asked) <= 7

    stage = play(act, voice)
    assert stage.heard == values(*range(15))


def test_states_go_from_idle_through_preparing_and_speaking_back_to_idle() -> None:
    async def act(stage: Stage) -> None:
        stage.say_all(2)

    assert play(act).told.what("state") == ["preparing", "speaking", "idle"]


@pytest.mark.parametrize("after", [0.0, 0.02, 0.055, 0.08, 0.5, 1.06, 1.15, 1.3, 2.0, 3.9, 5.0])
def test_after_a_stop_at_any_moment_nothing_old_is_heard_and_a_new_turn_is(after: float) -> None:
    async def act(stage: Stage) -> None:
        stage.say_all(3)
        await asyncio.sleep(after)
        running = bool(stage.told.what("speech_finished")) is False
        stage.pipeline.stop()
        stage.output.heard.clear()
        stage.told.forget()
        stage.say(7, 8, turn="new")
        stage.pipeline.finish("new")
        await asyncio.sleep(10)
        assert stage.heard == values(7, 8)
        assert stage.told.what("speech_finished") == ["new"]
        assert stage.told.what("started") == [7, 8]
        assert running or after > 3

    play(act)


@pytest.mark.parametrize("after", [0.0, 0.02, 0.08, 0.5, 1.15, 2.0])
def test_a_stop_is_reported_once_and_never_as_the_end_of_speech(after: float) -> None:
    async def act(stage: Stage) -> None:
        stage.say_all(3)
        await asyncio.sleep(after)
        stage.pipeline.stop()
        stage.pipeline.finish("t")
        stage.pipeline.stop()

    stage = play(act)
    assert stage.told.what("silenced") == [None]
    assert "speech_finished" not in stage.told
    assert "event:speech_stopped" in stage.told
    assert stage.told.what("state")[-1] == "idle"


def test_a_stop_cancels_the_work_of_the_voice() -> None:
    voice = FakeVoice(delay=0.3)

    async def act(stage: Stage) -> None:
        stage.say_all(2)
        await asyncio.sleep(0.1)
        stage.pipeline.stop()
        await asyncio.sleep(0.01)
        assert voice.running == 0

    play(act, voice)
    assert voice.cancelled == ["phrase 0", "phrase 1"]


def test_a_stop_with_nothing_to_stop_says_nothing() -> None:
    async def act(stage: Stage) -> None:
        stage.pipeline.stop()
        stage.say_all(1)
        await asyncio.sleep(5)
        stage.pipeline.stop()

    assert "silenced" not in play(act).told


def test_a_pause_goes_on_at_the_same_sample() -> None:
    async def act(stage: Stage) -> None:
        stage.say_all(2)
        await asyncio.sleep(0.5)
        stage.pipeline.set_paused(paused=True)
        count = len(stage.output.heard)
        await asyncio.sleep(5)
        assert len(stage.output.heard) == count
        stage.pipeline.set_paused(paused=False)

    stage = play(act)
    assert stage.heard == values(0, 1)
    assert stage.told.what("state") == ["preparing", "speaking", "paused", "speaking", "idle"]
    whole = play(lambda stage: _all_of(stage, 2))
    assert [value for _m, value in stage.output.heard] == [value for _m, value in whole.output.heard]


async def _all_of(stage: Stage, count: int) -> None:
    stage.say_all(count)


def test_a_stop_during_a_pause_ends_the_pause() -> None:
    async def act(stage: Stage) -> None:
        stage.say_all(2)
        await asyncio.sleep(0.5)
        stage.pipeline.set_paused(paused=True)
        stage.pipeline.stop()
        stage.output.heard.clear()
        stage.say(5, turn="new")

    assert play(act).heard == values(5)


def test_next_sentence_skips_the_rest_of_this_one() -> None:
    async def act(stage: Stage) -> None:
        stage.say_all(3)
        await asyncio.sleep(0.5)
        stage.pipeline.next_sentence()

    stage = play(act)
    assert stage.heard == values(0, 1, 2)
    assert stage.told.when("started", 1) - stage.told.when("started", 0) < 0.6
    assert stage.told.what("finished") == [0, 1, 2]
    assert stage.told.what("speech_finished") == ["t"]


def test_next_sentence_on_the_last_one_ends_the_turn() -> None:
    async def act(stage: Stage) -> None:
        stage.say_all(1)
        await asyncio.sleep(0.5)
        stage.pipeline.next_sentence()

    stage = play(act)
    assert stage.told.when("speech_finished", "t") < 1000.7
    assert stage.told.what("state")[-1] == "idle"


def test_previous_sentence_goes_one_back_early_in_a_sentence_and_asks_no_voice_again() -> None:
    async def act(stage: Stage) -> None:
        stage.say_all(3)
        await asyncio.sleep(1.8)
        stage.pipeline.previous_sentence()

    stage = play(act)
    assert stage.heard == values(0, 1, 0, 1, 2)
    assert stage.voices.server.asked == ["phrase 0", "phrase 1", "phrase 2"]
    assert stage.told.what("speech_finished") == ["t"]


def test_previous_sentence_late_in_a_sentence_begins_it_again() -> None:
    async def act(stage: Stage) -> None:
        stage.say_all(2)
        await asyncio.sleep(6.0)
        stage.pipeline.previous_sentence()

    stage = play(act, FakeVoice(seconds=4.0))
    assert stage.told.what("started") == [0, 1, 1]


def test_a_sentence_is_repeated_also_in_the_pause_behind_it_and_asks_no_voice_again() -> None:
    async def act(stage: Stage) -> None:
        stage.say_all(3)
        await asyncio.sleep(0.6)
        stage.pipeline.repeat_sentence()
        await asyncio.sleep(1.15)
        assert stage.told.what("finished")[-1] == 0
        stage.pipeline.repeat_sentence()

    stage = play(act)
    assert stage.told.what("started") == [0, 0, 0, 1, 2]
    assert stage.voices.server.asked == ["phrase 0", "phrase 1", "phrase 2"]


def test_back_and_back_and_back_at_once_goes_three_sentences_back() -> None:
    async def act(stage: Stage) -> None:
        stage.say_all(5)
        await asyncio.sleep(5.5)
        for _ in range(3):
            stage.pipeline.previous_sentence()

    assert play(act).told.what("started") == [0, 1, 2, 3, 4, 1, 2, 3, 4]


def test_on_and_on_at_once_goes_two_sentences_on() -> None:
    async def act(stage: Stage) -> None:
        stage.say_all(5)
        await asyncio.sleep(0.5)
        stage.pipeline.next_sentence()
        stage.pipeline.next_sentence()

    assert play(act).told.what("started") == [0, 2, 3, 4]


def test_sound_heard_long_ago_is_let_go_and_made_anew_when_wanted() -> None:
    voice = FakeVoice(seconds=20.0)

    async def act(stage: Stage) -> None:
        stage.say(*range(6))
        for _ in range(5):
            await asyncio.sleep(20.3)
        assert voice.asked.count("phrase 0") == 1
        for _ in range(5):
            stage.pipeline.previous_sentence()
            await asyncio.sleep(0.1)

    stage = play(act, voice)
    assert voice.asked.count("phrase 0") == 2
    assert stage.told.what("started")[-1] != 5


def test_a_retryable_failure_is_tried_again_and_not_heard_of() -> None:
    voice = FakeVoice()
    voice.errors["phrase 1"] = [ServerFailed("It failed."), None]

    async def act(stage: Stage) -> None:
        stage.say_all(3)

    stage = play(act, voice)
    assert stage.heard == values(0, 1, 2)
    assert "trouble" not in stage.told
    assert len(stage.told.what("event:retry")) == 1


def test_a_phrase_that_keeps_failing_is_said_by_the_built_in_voice_and_told_once_a_turn() -> None:
    voice = FakeVoice()
    voice.errors = {f"phrase {n}": [ServerFailed("It failed.")] * 9 for n in (1, 2)}

    async def act(stage: Stage) -> None:
        stage.say_all(4)

    stage = play(act, voice)
    assert stage.heard == [value_of("0"), -value_of("1"), -value_of("2"), value_of("3")]
    assert stage.told.what("trouble") == [(ServerFailed, True)]


def test_a_long_retry_after_is_not_waited_for_when_no_sound_is_in_hand() -> None:
    voice = FakeVoice()
    voice.errors["phrase 0"] = [RateLimited("Too often.", retry_after=3.0)]

    async def act(stage: Stage) -> None:
        stage.say_all(1)

    stage = play(act, voice)
    assert stage.heard == [-value_of("0")]
    assert stage.told.when("started", 0) < 1000.5


def test_a_retry_after_is_kept_within_the_sound_in_hand() -> None:
    voice = FakeVoice(seconds=3.0)
    voice.errors["phrase 1"] = [RateLimited("Too often.", retry_after=2.0), None]

    async def act(stage: Stage) -> None:
        stage.say(0)
        await asyncio.sleep(0.2)
        stage.say(1)

    stage = play(act, voice)
    assert stage.heard == values(0, 1)
    assert "trouble" not in stage.told


def test_a_refused_key_leaves_the_rest_of_the_turn_to_the_built_in_voice() -> None:
    voice = FakeVoice(delay=0.01)
    voice.errors = {f"phrase {n}": [KeyRefused("No.")] for n in range(5)}

    async def act(stage: Stage) -> None:
        stage.say(0)
        await asyncio.sleep(1)
        stage.say(1, 2, 3)
        stage.pipeline.finish("t")

    stage = play(act, voice)
    assert voice.asked == ["phrase 0"]
    assert stage.heard == [-value_of(str(n)) for n in range(4)]
    assert stage.told.what("trouble") == [(KeyRefused, True)]


def test_a_failing_phrase_is_skipped_where_the_listener_wants_it_so() -> None:
    voice = FakeVoice()
    voice.errors["phrase 1"] = [PhraseRefused("No.")]
    options = SpeechOptions(source=SpeechSource.SERVER, if_phrase_fails=IfPhraseFails.SKIP)

    async def act(stage: Stage) -> None:
        stage.say_all(1)
        await asyncio.sleep(5)
        stage.say(1, 2, turn="u")
        stage.pipeline.finish("u")

    stage = play(act, voice, options)
    assert stage.heard == values(0, 2)
    assert stage.told.what("trouble") == [(PhraseRefused, False)]
    assert stage.told.what("speech_finished") == ["t", "u"]


def test_a_phrase_too_short_to_be_parted_is_said_again_when_it_was_cut_and_the_next_one_follows() -> None:
    voice = FakeVoice(after=3, pace=0.1, seconds=1.0)
    voice.errors["phrase 0"] = [ConnectionCut("Cut."), None]

    async def act(stage: Stage) -> None:
        stage.say_all(2)

    stage = play(act, voice)
    assert stage.heard == values(0, 1)
    assert stage.told.what("started") == stage.told.what("finished") == [0, 1]


def test_a_voice_without_a_stand_in_says_so_and_the_turn_ends() -> None:
    async def act(stage: Stage) -> None:
        stage.voices.embedded.errors["phrase 0"] = [VoiceUnavailable("None.")]
        stage.say_all(2)

    stage = play(act, options=SpeechOptions(source=SpeechSource.HIBARI))
    assert stage.heard == [-value_of("1")]
    assert stage.told.what("trouble") == [(VoiceUnavailable, False)]
    assert stage.told.what("speech_finished") == ["t"]


def test_without_a_device_the_turn_ends_in_silence_with_one_word_of_trouble() -> None:
    async def act(stage: Stage) -> None:
        stage.output.missing = True
        stage.pipeline.warm()
        stage.say_all(3)

    stage = play(act)
    assert stage.told.what("trouble") == [(NoDevice, False)]
    assert stage.told.what("speech_finished") == ["t"]
    assert stage.voices.server.asked == []


def test_a_device_that_comes_back_is_used_for_later_phrases() -> None:
    async def act(stage: Stage) -> None:
        stage.output.missing = True
        stage.say(0)
        await asyncio.sleep(2)
        stage.output.missing = False
        stage.say(1, 2)
        stage.pipeline.finish("t")

    stage = play(act)
    assert stage.heard == values(1, 2)
    assert stage.told.what("speech_finished") == ["t"]


@pytest.mark.parametrize("rate_after", [8000, 16000])
def test_speech_goes_on_from_the_cut_phrase_when_a_lost_device_is_back(rate_after: int) -> None:
    async def act(stage: Stage) -> None:
        stage.say_all(3)
        await asyncio.sleep(1.6)
        stage.output.dead = stage.output.missing = True
        await asyncio.sleep(3)
        stage.output.missing = False
        stage.output.next_rate = rate_after

    stage = play(act)
    assert stage.told.what("trouble") == [(DeviceLost, False)]
    assert stage.told.what("started") == [0, 1, 1, 2]
    assert stage.told.what("speech_finished") == ["t"]
    assert stage.voices.server.asked == ["phrase 0", "phrase 1", "phrase 2"]
    assert "event:device_lost" in stage.told


def test_a_device_that_stays_away_ends_the_turn() -> None:
    async def act(stage: Stage) -> None:
        stage.say_all(3)
        await asyncio.sleep(0.5)
        stage.output.dead = stage.output.missing = True

    stage = play(act)
    assert stage.told.what("state")[-1] == "idle"
    assert stage.told.what("speech_finished") == ["t"]


def test_another_device_takes_over_at_the_phrase_that_is_being_said() -> None:
    async def act(stage: Stage) -> None:
        stage.say_all(2)
        await asyncio.sleep(0.5)
        stage.pipeline.apply(SpeechOptions(source=SpeechSource.SERVER, device="headset"))

    stage = play(act)
    assert stage.output.opened == ["", "headset"]
    assert stage.told.what("started") == [0, 0, 1]


def test_new_options_hold_for_phrases_not_yet_made() -> None:
    async def act(stage: Stage) -> None:
        stage.say(0)
        await asyncio.sleep(0.2)
        stage.pipeline.apply(SpeechOptions(source=SpeechSource.HIBARI))
        stage.say(1)

    assert play(act).heard == [value_of("0"), -value_of("1")]


@pytest.mark.parametrize("speed", [0.5, 0.9, 1.0, 2.0, 3.0])
def test_at_another_speed_phrases_and_pauses_last_that_much_longer_or_shorter(speed: float) -> None:
    async def act(stage: Stage) -> None:
        stage.pipeline.set_speed(speed)
        stage.say_all(5, pause=Pause.NONE)

    stage = play(act)
    assert stage.heard == values(*range(5))
    assert stage.output.underruns == 0
    lasted = stage.told.when("speech_finished", "t") - stage.told.when("started", 0)
    assert lasted == pytest.approx(5 / speed, rel=0.05)

    async def with_pauses(stage: Stage) -> None:
        stage.pipeline.set_speed(speed)
        stage.say_all(2)

    told = play(with_pauses).told
    gap = told.when("started", 1) - told.when("finished", 0)
    assert gap == pytest.approx(0.28 / speed, abs=0.015)


def test_a_speed_chosen_while_it_speaks_is_heard_at_once_and_asks_nobody_anything() -> None:
    async def act(stage: Stage) -> None:
        stage.say_all(3)
        await asyncio.sleep(3.0)
        at = stage.told.when("started", 0)
        stage.pipeline.set_speed(2.0)
        await asyncio.sleep(0.01)
        stage.pipeline.apply(SpeechOptions(source=SpeechSource.SERVER, voice="coral", speed=2.0))
        await asyncio.sleep(20)
        assert stage.voices.server.asked == ["phrase 0", "phrase 1", "phrase 2"]
        first = stage.told.when("finished", 0) - at
        assert first == pytest.approx(3.0 + 3.0 / 2, abs=0.1)

    stage = play(act, FakeVoice(seconds=6.0, pieces=20, pace=0.001))
    assert stage.heard == values(0, 1, 2)
    assert stage.told.what("started") == stage.told.what("finished") == [0, 1, 2]
    assert stage.output.underruns == 0


def test_at_three_times_the_speed_three_times_as_much_sound_is_made_ahead() -> None:
    async def act(stage: Stage) -> None:
        stage.pipeline.set_speed(3.0)
        stage.say_all(60)
        await asyncio.sleep(2.0)
        assert 15 <= len(stage.voices.server.asked) <= 20

    play(act, FakeVoice(seconds=3.0))


def test_a_trial_has_a_speed_of_its_own_and_leaves_none_behind() -> None:
    async def act(stage: Stage) -> None:
        stage.pipeline.try_voice("phrase 8", SpeechOptions(source=SpeechSource.SERVER, speed=2.0))
        await asyncio.sleep(5)
        stage.say(1)

    told = play(act).told
    lasted = [told.when("finished", index) - told.when("started", index) for index in (0, 1)]
    assert lasted == [pytest.approx(0.5, abs=0.02), pytest.approx(1.0, abs=0.02)]


def test_a_trial_takes_the_place_of_other_speech_and_tells_its_own_trouble() -> None:
    async def act(stage: Stage) -> None:
        stage.say_all(3)
        await asyncio.sleep(0.5)
        stage.voices.server.errors["phrase 9"] = [KeyRefused("No.")]
        stage.pipeline.try_voice("phrase 9", SERVER)
        await asyncio.sleep(3)
        stage.pipeline.try_voice("phrase 8", SERVER)

    stage = play(act)
    assert stage.heard == values(0, 8)
    assert stage.told.what("trouble") == [(KeyRefused, False)]
    assert stage.told.what("speech_finished") == [TRIAL, TRIAL]
    assert stage.told.what("state").count("idle") == 2


def test_the_device_is_closed_some_time_after_the_last_word_and_opened_for_the_next() -> None:
    async def act(stage: Stage) -> None:
        stage.say_all(1)
        await asyncio.sleep(2)
        opened.append(stage.output.is_open)
        await asyncio.sleep(2)
        opened.append(stage.output.is_open)
        stage.say_all(1, "u")

    opened: list[bool] = []
    stage = play(act)
    assert opened == [True, False]
    assert stage.told.what("speech_finished") == ["t", "u"]
    assert len(stage.output.opened) == 2


def test_a_device_that_was_made_ready_in_vain_is_closed_again() -> None:
    async def act(stage: Stage) -> None:
        stage.pipeline.warm()
        await asyncio.sleep(19)
        opened.append(stage.output.is_open)
        await asyncio.sleep(3)
        opened.append(stage.output.is_open)

    opened: list[bool] = []
    play(act)
    assert opened == [True, False]


def test_devices_are_told_when_asked_for() -> None:
    async def act(stage: Stage) -> None:
        stage.pipeline.refresh_devices()

    assert play(act).told.what("devices") == [["default", "headset"]]


def test_warming_readies_the_voice_once_and_opens_the_device() -> None:
    async def act(stage: Stage) -> None:
        stage.pipeline.warm()
        stage.pipeline.warm()

    stage = play(act)
    assert stage.voices.server.warmed == 1
    assert stage.output.opened == [""]
    assert "state" not in stage.told


def test_no_event_holds_what_is_said() -> None:
    async def act(stage: Stage) -> None:
        stage.say_all(2)

    fields = [what for _moment, name, what in play(act).told.all if name.startswith("event:")]
    assert fields
    assert "phrase 0" not in repr(fields)


def test_a_mark_that_was_on_its_way_when_speech_was_stopped_is_not_told() -> None:
    async def act(stage: Stage) -> None:
        late: list[tuple[object, float]] = []
        stage.output.tell = lambda mark, moment: late.append((mark, moment))
        stage.say_all(1)
        await asyncio.sleep(0.2)
        stage.pipeline.stop()
        for mark, moment in late:
            stage.pipeline.mark_passed(mark, moment)
        assert late

    assert "started" not in play(act).told


def test_an_answer_of_forty_minutes_costs_neither_memory_nor_requests_before_it_is_heard() -> None:
    """All of it is there at once, and the voice is ten times as fast as speech."""
    voice = FakeVoice(seconds=5.0, delay=0.3, pieces=10, pace=0.02)
    minutes = 40
    most_held = most_ahead = 0.0

    async def run() -> None:
        nonlocal most_held, most_ahead
        stage = Stage(voice)
        stage.output = FakeOutput(block=800, deaf=True)
        stage.pipeline = SpeechPipeline(stage.output, stage.voices, stage.told, SERVER)
        stage.output.tell = stage.pipeline.mark_passed
        for index in range(minutes * 12):
            stage.pipeline.say(Phrase("t", index, f"phrase {index}, and {'what comes with it ' * 3}", 0, 1))
        stage.pipeline.finish("t")
        begun = asyncio.get_running_loop().time()
        while "speech_finished" not in stage.told and asyncio.get_running_loop().time() < begun + 3600:
            await asyncio.sleep(1.0)
            held = sum(item.seconds for item in stage.pipeline._list.items)
            most_held = max(most_held, held)
            most_ahead = max(most_ahead, len(voice.asked) - len(stage.told.what("finished")))
        assert len(stage.told.what("finished")) == len(voice.asked) == minutes * 12
        assert stage.output.underruns == 0
        await stage.pipeline.aclose()

    run_virtual(run())
    assert most_held <= 60 + 15 + 15  # a minute to go back to, what is ahead, and what is at the device
    assert (most_ahead - 1) * 5.0 <= 15 + 5.0
