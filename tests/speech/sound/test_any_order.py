"""Whatever the listener does, in whatever order, while voices fail and devices go and come, some things always hold."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.errors import ConnectionCut, PhraseRefused, RateLimited, ServerFailed, VoiceUnknown
from tests.speech.sound.test_pipeline import Stage
from tests.support.fake_voices import FakeVoice
from tests.support.virtual_time import run_virtual

_QUIETLY = 3.0
"""Seconds in which all that was under way at a stop would have come to light."""

troubles = st.none() | st.one_of(
    *[st.builds(kind, st.just("No.")) for kind in (ServerFailed, ConnectionCut, PhraseRefused, VoiceUnknown)],
    *[st.builds(RateLimited, st.just("Too often."), retry_after=st.just(wait)) for wait in (0.3, 20.0)],
)
voices = st.builds(
    FakeVoice,
    seconds=st.sampled_from((0.3, 1.0, 2.0)),
    delay=st.sampled_from((0.01, 0.1, 0.6)),
    pieces=st.sampled_from((1, 4, 10)),
    pace=st.sampled_from((0.01, 0.05, 0.2)),
    after=st.sampled_from((0, 1, 3)),
    errors=st.dictionaries(st.integers(0, 12).map("phrase {}".format), st.lists(troubles, min_size=1, max_size=7)),
)
waits = st.sampled_from((0.01, 0.1, 0.4, 1.0, 3.0))


def lose_device(stage: Stage) -> None:
    stage.output.dead = stage.output.missing = True


def unplug(stage: Stage) -> None:
    lose_device(stage)
    stage.pipeline.devices_changed()


def plug_in(stage: Stage) -> None:
    stage.output.missing = False
    stage.output.next_rate = 24_000 - stage.output.next_rate  # 8 and 16 kHz in turn
    stage.pipeline.devices_changed()


def disturb_device(stage: Stage) -> None:
    stage.output.dead = True


STEERING: dict[str, Callable[[Stage], None]] = {
    "pause": lambda stage: stage.pipeline.set_paused(paused=True),
    "go on": lambda stage: stage.pipeline.set_paused(paused=False),
    "next": lambda stage: stage.pipeline.next_sentence(),
    "previous": lambda stage: stage.pipeline.previous_sentence(),
    "repeat": lambda stage: stage.pipeline.repeat_sentence(),
    "faster": lambda stage: stage.pipeline.set_speed(3.0),
    "slower": lambda stage: stage.pipeline.set_speed(0.5),
    "lose the device": lose_device,
    "unplug": unplug,
    "plug in": plug_in,
    "disturb the device": disturb_device,
}
JUMPS = {"next", "previous", "repeat"}
deeds = st.lists(st.tuples(st.sampled_from(sorted(STEERING)), waits), max_size=8)


async def steer(stage: Stage, done: list[tuple[str, float]]) -> None:
    for deed, wait in done:
        STEERING[deed](stage)
        await asyncio.sleep(wait)


@settings(deadline=None)
@given(voice=voices, before=deeds, wait=waits, whole=st.booleans())
def test_after_a_stop_nothing_is_heard_told_or_asked_for_any_more(
    voice: FakeVoice,
    before: list[tuple[str, float]],
    wait: float,
    whole: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    async def run() -> None:
        stage = Stage(voice)
        stage.say(*range(6))
        if whole:
            stage.pipeline.finish("t")
        await asyncio.sleep(wait)
        await steer(stage, before)
        stage.pipeline.stop()
        heard, asked = len(stage.output.heard), len(voice.asked)
        stage.told.forget()
        await asyncio.sleep(_QUIETLY)
        assert len(stage.output.heard) == heard
        assert len(voice.asked) == asked
        assert voice.running == 0
        assert not {"started", "finished", "word", "speech_finished", "trouble", "level"} & set(stage.told.by_name)
        stage.output.missing = False
        stage.pipeline.devices_changed()
        stage.say_all(1, turn="new")
        await asyncio.sleep(60)
        assert stage.told.what("speech_finished") == ["new"], "and the next is said"
        await stage.pipeline.aclose()

    run_virtual(run())


@settings(deadline=None)
@given(voice=voices, before=deeds)
def test_speech_ends_once_and_is_heard_in_order_whatever_happens(
    voice: FakeVoice, before: list[tuple[str, float]]
) -> None:
    async def run() -> Stage:
        stage = Stage(voice)
        stage.say_all(6)
        await steer(stage, before)
        stage.output.missing = False
        stage.pipeline.devices_changed()
        stage.pipeline.set_paused(paused=False)
        await asyncio.sleep(300)
        await stage.pipeline.aclose()
        return stage

    stage = run_virtual(run())
    assert stage.told.what("speech_finished") == ["t"]
    assert stage.told.what("state")[-1:] in ([], ["idle"])
    assert voice.running == 0
    if not JUMPS & {deed for deed, _wait in before}:
        begun = [index for index in stage.told.what("started") if isinstance(index, int)]
        assert begun == sorted(begun)
        if not stage.told.what("event:device_lost"):
            assert all(one != other for one, other in itertools.pairwise(begun)), "nothing is said twice"
