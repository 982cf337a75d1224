"""The window hears of each word while it is said: exactly, or judged by the sound that was played."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.choices import SpeechSource
from desktop_app.domain.phrase import Phrase
from desktop_app.speech.options import SpeechOptions
from desktop_app.speech.worker import SpeechWorker
from tests.support.pulse import PrivatePulse
from tests.support.signals import waiting_for

TEXT = "Banana, potato, and a very slow tomato."


@pytest.fixture
def worker(qtbot: QtBot, pulse: PrivatePulse) -> Iterator[SpeechWorker]:
    made = SpeechWorker()
    made.start()
    yield made
    made.shutdown()


@pytest.mark.sound
@pytest.mark.parametrize(("source", "voice", "exact"), [("hibari", "heart", True), ("pico", "en-US", False)])
def test_the_words_of_a_phrase_come_in_order_and_all_of_them(
    qtbot: QtBot, worker: SpeechWorker, source: str, voice: str, *, exact: bool
) -> None:
    told: list[tuple[int, bool]] = []
    worker.word_reached.connect(lambda _phrase, word, sure: told.append((word, sure)))
    worker.apply(SpeechOptions(source=SpeechSource(source), voice=voice))
    with waiting_for(qtbot, worker.speech_finished, 60_000):
        worker.say(Phrase("t", 0, TEXT, 0, len(TEXT)))
        worker.finish("t")
    words = [word for word, _ in told]
    assert words == sorted(set(words))
    assert words[0] == 0
    assert words[-1] == len(TEXT.split()) - 1
    assert len(words) > len(TEXT.split()) // 2, "a short word may pass between two looks"
    assert all(sure is exact for _, sure in told)
