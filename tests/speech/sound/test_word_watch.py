"""Which word is being said: by the voice's own times, or judged by how much of the sound was played."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from desktop_app.domain.choices import SpeechSource
from desktop_app.domain.phrase import Phrase
from desktop_app.speech.options import SpeechOptions
from desktop_app.speech.pipeline import SpeechPipeline
from desktop_app.speech.playlist import Item, Playlist, Turn
from desktop_app.speech.synthesizer import WordTime
from desktop_app.speech.word_watch import WordWatch, whole_words
from tests.support.fake_output import RATE, FakeOutput
from tests.support.fake_voices import FakeVoice, FakeVoices
from tests.support.virtual_time import run_virtual

SERVER = SpeechOptions(source=SpeechSource.SERVER, voice="coral")
TEXT = "One two three four five six seven eight."


class Words:
    """A listener that keeps the words it is told, with their moments; everything else passes by."""

    def __init__(self) -> None:
        self.told: list[tuple[float, int, bool]] = []
        self.began = 0.0

    def word_reached(self, phrase: Phrase, word: int, exact: bool) -> None:  # noqa: FBT001 - as the listener has it
        self.told.append((asyncio.get_running_loop().time() - self.began, word, exact))

    def phrase_started(self, phrase: Phrase, moment: float) -> None:
        self.began = moment

    def __getattr__(self, name: str) -> Callable[..., None]:
        return lambda *_told: None

    @property
    def words(self) -> list[int]:
        return [word for _, word, _ in self.told]


def hear(act: Callable[[SpeechPipeline], Awaitable[None]], seconds: float = 4.0) -> Words:
    words = Words()

    async def play() -> None:
        output = FakeOutput()
        pipeline = SpeechPipeline(output, FakeVoices(FakeVoice(seconds=seconds)), words, SERVER)
        output.tell = pipeline.mark_passed
        pipeline.say(Phrase("t", 0, TEXT, 0, len(TEXT)))
        pipeline.finish("t")
        await act(pipeline)
        await pipeline.aclose()

    run_virtual(play())
    return words


def test_without_times_of_the_voice_words_are_counted_by_the_sound_played_and_never_too_many() -> None:
    async def act(_pipeline: SpeechPipeline) -> None:
        await asyncio.sleep(6)

    told = hear(act).told
    assert [word for _, word, _ in told] == list(range(8))
    assert not any(exact for _, _, exact in told)
    lengths = [len(word) + 1 for word in TEXT.split()]
    for moment, word, _ in told:
        assert moment >= sum(lengths[:word]) / sum(lengths) * 4.0 - 0.01


def test_a_pause_holds_the_word_and_another_speed_moves_on_with_the_sound() -> None:
    async def act(pipeline: SpeechPipeline) -> None:
        await asyncio.sleep(1.2)
        pipeline.set_paused(paused=True)
        await asyncio.sleep(5)
        pipeline.set_paused(paused=False)
        pipeline.set_speed(2.0)
        await asyncio.sleep(3)

    told = hear(act).told
    first, last = told[0][0], told[-1][0]
    assert [word for _, word, _ in told] == list(range(8))
    assert first < 0.2
    assert last == pytest.approx(1.2 + 5 + (4.0 * 34 / 40 - 1.2) / 2, abs=0.35)


def test_a_sentence_said_once_more_begins_with_its_first_word() -> None:
    async def act(pipeline: SpeechPipeline) -> None:
        await asyncio.sleep(2)
        pipeline.repeat_sentence()
        await asyncio.sleep(1)

    words = hear(act).words
    assert words[0] == 0
    assert 0 in words[1:]
    assert words.index(0, 1) > 2


def test_a_voice_that_knows_its_times_is_believed() -> None:
    output = FakeOutput()
    listener = Words()
    item = Item(Phrase("t", 0, "a slow word", 0, 11), Turn("t"), rate=RATE, pieces=[bytes(RATE * 4)], made=True)
    item.word_times = [WordTime(0, 0.0), WordTime(1, 0.5), WordTime(2, 1.75)]
    playlist = Playlist()
    watch = WordWatch(playlist, output, listener)

    async def look() -> None:
        output._rate = RATE
        output.put_sound(bytes(RATE * 4))
        watch.look()
        playlist.current = item
        for seconds in (0.0, 0.4, 0.2, 1.2, 0.1):
            output._queue.take(round(seconds * RATE))
            watch.look()

    run_virtual(look())
    assert [(word, exact) for _, word, exact in listener.told] == [(0, True), (1, True), (2, True)]


def test_only_whole_words_count() -> None:
    assert [whole_words("ab cd", part) for part in (0.0, 0.49, 0.5, 0.99, 1.0)] == [0, 0, 1, 1, 2]
    assert whole_words("我们走", 0.67) == 2


def test_a_number_takes_the_time_of_the_words_it_is_said_with() -> None:
    text = "1,250,000 apples fell"
    assert whole_words(text, 0.5) == 0, "one million two hundred fifty thousand"
    assert whole_words(text, 0.9) == 2


def test_the_times_of_a_voice_are_moved_by_the_silence_that_was_cut_off_and_the_words_already_said() -> None:
    item = Item(Phrase("t", 0, "one two three four", 0, 18), Turn("t"), rate=RATE)
    begun = item.begin_words()
    item.learn_words((WordTime(0, 0.3), WordTime(1, 0.8)), begun - 0.3)
    assert item.word_times == [WordTime(0, 0.0), WordTime(1, 0.5)]
    item.pieces = [bytes(RATE * 2)]  # a second of it came, then the voice broke off behind its first word
    item.said = 4
    begun = item.begin_words()
    item.learn_words((WordTime(0, 0.1), WordTime(2, 0.9)), begun - 0.1)
    assert [time.word for time in item.word_times] == [0, 1, 3]
    assert [time.seconds for time in item.word_times] == pytest.approx([0.0, 1.0, 1.8])
