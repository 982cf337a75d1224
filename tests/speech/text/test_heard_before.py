"""A text that was heard is cut as it was cut then, wherever it still says the same."""

from __future__ import annotations

import itertools
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.choices import SaidEmoji
from desktop_app.domain.phrase import WORD, Phrase
from desktop_app.domain.said import WhatIsSaid
from desktop_app.speech.text.heard_before import HeardReader
from desktop_app.speech.text.read_aloud import read_aloud
from desktop_app.speech.text.reader import StreamReader

TEXT = (
    "# A heading\n\nOne short sentence. Another one, with a clause in it. `code` and **bold** words.\n\n"
    "- first item\n- second item\n\n```python\nprint(1)\n```\n\nThe end of it 🎉 is near. Really it is."
)


def streamed(text: str, sizes: list[int]) -> list[Phrase]:
    """The phrases of an answer that came in such pieces, with a pause of the model behind every third."""
    reader = StreamReader("then")
    phrases: list[Phrase] = []
    at = number = 0
    while at < len(text):
        size = sizes[number % len(sizes)]
        phrases += reader.feed(text[at : at + size])
        at += size
        number += 1
        if number % 3 == 0:
            phrases += reader.stalled()
    return [*phrases, *reader.finish()]


def read(kept: list[Phrase], text: str = TEXT, policy: WhatIsSaid | None = None, begin: int = 0) -> list[Phrase]:
    reader = HeardReader(kept, "now", policy, begin=begin)
    return [*reader.feed(text), *reader.finish()]


def place(phrase: Phrase) -> tuple[int, int, str]:
    return phrase.start, phrase.end, phrase.text


def squeezed(phrases: list[Phrase]) -> str:
    return "".join("".join(phrase.text.split()) for phrase in phrases)


def test_what_was_heard_while_it_streamed_is_cut_the_same_way_again() -> None:
    kept = streamed(TEXT, [4])
    again = read(kept)
    assert [place(phrase) for phrase in again] == [place(phrase) for phrase in kept]
    assert [phrase.index for phrase in again] == list(range(len(kept)))
    assert {phrase.turn_id for phrase in again} == {"now"}


def test_the_places_of_the_words_are_those_of_the_text() -> None:
    kept = [replace(phrase, words=()) for phrase in streamed(TEXT, [4])]
    for phrase in read(kept):
        assert len(phrase.words) == len(WORD.findall(phrase.text))
        assert all(phrase.start <= begin < end <= phrase.end for begin, end in phrase.words)


def test_of_a_text_that_was_heard_in_part_only_the_rest_is_cut_anew() -> None:
    kept = streamed(TEXT, [4])
    half = kept[: len(kept) // 2]
    again = read(half)
    assert [place(phrase) for phrase in again[: len(half)]] == [place(phrase) for phrase in half]
    assert squeezed(again) == squeezed(read_aloud(TEXT, "now"))


def test_a_gap_in_the_middle_is_filled_and_what_stands_behind_it_is_used() -> None:
    kept = streamed(TEXT, [4])
    del kept[2]
    again = [place(phrase) for phrase in read(kept)]
    assert all(place(phrase) in again for phrase in kept)
    assert squeezed(read(kept)) == squeezed(read_aloud(TEXT, "now"))


def test_phrases_that_were_joined_for_the_voice_stay_joined() -> None:
    one, two = "The first sentence is here. ", "And the second one follows."
    kept = [Phrase("then", 0, (one + two).strip(), 0, len(one + two))]
    assert [place(phrase) for phrase in read(kept, one + two)] == [place(kept[0])]


def test_words_that_changed_are_cut_anew_and_the_others_are_not() -> None:
    old, new = "Nothing stays. Everything flows. That is all.", "Nothing stays. Everything grows. That is all."
    kept = streamed(old, [5])
    again = read(kept, new)
    assert squeezed(again) == squeezed(read_aloud(new, "now"))
    assert "Everything flows." not in [phrase.text for phrase in again]
    assert "That is all." in [phrase.text for phrase in again]


def test_another_choice_of_what_is_said_is_heard() -> None:
    policy = WhatIsSaid(emoji=SaidEmoji.NAME)
    again = read(streamed(TEXT, [4]), policy=policy)
    assert squeezed(again) == squeezed(read_aloud(TEXT, "now", policy))


def test_reading_from_a_place_passes_over_what_is_before_it() -> None:
    kept = streamed(TEXT, [4])
    begin = kept[3].start + 1
    again = read(kept, begin=begin)
    assert [place(phrase) for phrase in again] == [place(phrase) for phrase in kept if phrase.end > begin]
    assert again[0].index == 0


def test_without_anything_kept_it_reads_as_ever() -> None:
    assert read([]) == read_aloud(TEXT, "now")


phrases_somewhere = st.lists(
    st.tuples(st.integers(0, len(TEXT)), st.integers(1, 40), st.sampled_from(["Really it is.", "One", "first item"])),
    max_size=8,
)


@given(st.lists(st.integers(1, 60), min_size=1, max_size=10), st.sets(st.integers(0, 30)), phrases_somewhere)
def test_whatever_is_kept_the_same_words_are_said_in_the_same_order(
    sizes: list[int], lost: set[int], strays: list[tuple[int, int, str]]
) -> None:
    kept = [phrase for number, phrase in enumerate(streamed(TEXT, sizes)) if number not in lost]
    for start, length, text in strays:
        if all(start >= phrase.end or phrase.start >= start + length for phrase in kept):
            kept.append(Phrase("stray", 0, text, start, start + length))
    reader = HeardReader(kept, "now")
    again = [phrase for at in range(0, len(TEXT), 7) for phrase in reader.feed(TEXT[at : at + 7])]
    again += reader.finish()
    assert squeezed(again) == squeezed(read_aloud(TEXT, "now"))
    assert [phrase.index for phrase in again] == list(range(len(again)))
    assert all(one.end <= two.start for one, two in itertools.pairwise(again))
