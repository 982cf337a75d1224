"""The queue before the device: what goes in comes out, with each mark at its sample."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.speech.sound.sample_queue import SampleQueue

sound_or_silence = st.one_of(st.binary(min_size=2, max_size=60).map(lambda b: b[: len(b) // 2 * 2]), st.integers(1, 30))


@given(items=st.lists(sound_or_silence, max_size=12), asks=st.lists(st.integers(1, 40), min_size=1, max_size=30))
def test_what_is_put_comes_out_in_order_and_then_silence(items: list[bytes | int], asks: list[int]) -> None:
    queue = SampleQueue()
    expected = b""
    for item in items:
        if isinstance(item, int):
            queue.put_silence(item)
            expected += bytes(item * 2)
        else:
            queue.put_sound(item)
            expected += item
    taken = b"".join(queue.take(frames).sound for frames in asks)
    assert len(taken) == 2 * sum(asks)
    assert taken == expected[: len(taken)].ljust(len(taken), b"\0")
    assert queue.frames == max(0, len(expected) // 2 - sum(asks))


@given(sizes=st.lists(st.integers(0, 20), min_size=1, max_size=8), block=st.integers(1, 50))
def test_a_mark_is_told_at_its_very_sample(sizes: list[int], block: int) -> None:
    queue = SampleQueue()
    places = []
    for number, size in enumerate(sizes):
        queue.put_mark(number)
        places.append(sum(sizes[:number]))
        queue.put_sound(b"ab" * size)
    told = {}
    for turn in range(sum(sizes) // block + 1):
        for offset, what in queue.take(block).marks:
            told[what] = turn * block + offset
    assert [told[number] for number in range(len(sizes))] == places


def test_want_of_sound_counts_as_an_underrun_only_within_a_phrase() -> None:
    queue = SampleQueue()
    queue.take(10)
    queue.put_mark("begin", opens=True)
    queue.put_sound(b"ab" * 5)
    queue.take(10)
    queue.put_sound(b"ab" * 5)
    queue.put_mark("end", closes=True)
    queue.take(5)
    queue.take(10)
    assert queue.underruns == 1


def test_after_clear_nothing_of_it_is_left() -> None:
    queue = SampleQueue()
    queue.put_mark("begin", opens=True)
    queue.put_sound(b"ab" * 50)
    queue.take(10)
    queue.clear()
    block = queue.take(20)
    assert (block.sound, block.real, block.marks) == (bytes(40), 0, [])
    assert queue.empty
    assert not queue.awaits_more
    assert queue.frames == queue.underruns == 0
