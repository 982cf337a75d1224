"""Where each word of a phrase stands in the source: what is lit, and up to where a message was heard, hang on it."""

from __future__ import annotations

from hypothesis import given, settings

from desktop_app.domain.phrase import WORD, Phrase
from desktop_app.speech.text.gathering import joined
from desktop_app.speech.text.reader import StreamReader
from tests.support.markdown_texts import markdown_texts


def phrases_of(text: str) -> list[Phrase]:
    reader = StreamReader("t")
    return [*reader.feed(text), *reader.finish()]


def words_in_source(text: str) -> list[tuple[str, str]]:
    return [
        (word, text[start:end])
        for phrase in phrases_of(text)
        for word, (start, end) in zip(WORD.findall(phrase.text), phrase.words, strict=True)
    ]


def test_plain_words_stand_where_they_are_written() -> None:
    found = words_in_source("One *two* three.\nFour  `five` [six](http://x.test), seven!")
    plain = ["One", "two", "three.", "Four", "five", "six", "seven!"]
    assert [word.strip(",") for word, _ in found] == plain
    assert all(word.rstrip(",.!") in source for word, source in found)


def test_what_is_put_into_words_stands_for_its_sign() -> None:
    found = dict(words_in_source("The square is $x^2$ here, see https://www.example.com/a/b there."))
    assert found["squared"] == "$x^2$"
    assert found["example.com"] == "https://www.example.com/a/b"


def test_scripts_without_blanks_count_by_the_character() -> None:
    assert [word for word, _ in words_in_source("我们走吧。 OK then.")] == ["我", "们", "走", "吧", "。", "OK", "then."]


def test_phrases_said_in_one_breath_keep_their_words() -> None:
    first, second = phrases_of("It is so very good here. It is fine.")
    together = joined(first, second)
    assert together is not None
    assert together.words == first.words + second.words
    assert len(together.words) == len(WORD.findall(together.text))


@settings(max_examples=200, deadline=None)
@given(markdown_texts())
def test_every_word_of_every_phrase_has_a_place_within_it_in_order(text: str) -> None:
    for phrase in phrases_of(text):
        assert len(phrase.words) == len(WORD.findall(phrase.text))
        assert all(phrase.start <= start <= end <= phrase.end for start, end in phrase.words)
        assert list(phrase.words) == sorted(phrase.words)
