"""Whatever form the server's speech comes in, it is heard at its right pitch and with our own pauses."""

from __future__ import annotations

import pytest

from desktop_app.domain.phrase import Pause
from desktop_app.speech.sound.pcm import pause_seconds
from tests.e2e.conftest import Start
from tests.support.api_server import ChatReply, SpeechReply, ThreadedApiServer
from tests.support.program import Program
from tests.support.pulse import Ear, Heard

FORMS = [
    SpeechReply(hz=500.0, seconds=1.0, chunks=(1, 3, 777, 4095)),
    SpeechReply(hz=700.0, seconds=1.0, rate=22_050, chunks=(1001,)),
    SpeechReply(hz=900.0, seconds=1.0, format="wav", chunks=(7, 333)),
    SpeechReply(hz=1100.0, seconds=1.0, format="wav", rate=22_050),
]
FIRST = "The kettle begins to sing on the old stove."
SECOND = "A grey cat walks slowly along the garden wall."


def test_odd_pieces_other_rates_and_wav_files_are_heard_at_their_right_pitch(
    start: Start, server: ThreadedApiServer, ear: Ear
) -> None:
    program = start()
    for number, form in enumerate(FORMS):
        server.chat(ChatReply(f"This is answer number {number} in full."))
        server.speech(form)
        program.ask("Next, please.")
        program.wait_for_event("phrase_finished", number + 1)
    heard = ear.heard()
    assert heard.pitches() == [pytest.approx(form.hz, rel=0.01) for form in FORMS]
    assert [sound_between(heard, *there) for there in phrases(program)] == [pytest.approx(1.0, abs=0.03)] * len(FORMS)
    assert not program.shows("Notice")


def phrases(program: Program) -> list[tuple[float, float]]:
    """When each was heard."""
    begun, ended = (program.events(name) for name in ("phrase_started", "phrase_finished"))
    return [(one["t"], other["t"]) for one, other in zip(begun, ended, strict=True)]


def sound_between(heard: Heard, begin: float, end: float) -> float:
    """Seconds, without the holes that a busy machine makes."""
    return sum(last - first for first, last in heard.sounds(gap=0.005) if begin - 0.3 < first < end)


def test_the_silence_around_a_phrase_is_cut_off_and_the_pause_is_ours(
    start: Start, server: ThreadedApiServer, ear: Ear
) -> None:
    server.default_speech = SpeechReply(seconds=0.6, before=0.5, after=0.7)
    server.chat(ChatReply(f"{FIRST} {SECOND}"))
    program = start()
    program.ask("Tell me.")
    program.wait_for_event("phrase_finished", 2)
    (_, ended), (began, _) = ear.heard().sounds(gap=0.2)  # a busy machine makes shorter holes
    assert began - ended == pytest.approx(pause_seconds(Pause.SENTENCE), abs=0.06)
