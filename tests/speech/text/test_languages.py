"""In which language a phrase is: alone, and among what stands around it."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.languages import LANGUAGES
from desktop_app.domain.phrase import Phrase
from desktop_app.speech.text.gathering import joined
from desktop_app.speech.text.languages import language_among, language_of
from desktop_app.speech.text.reader import StreamReader
from desktop_app.speech.text.surroundings import Surroundings
from tests.support.language_texts import CHATS, PHRASES, UNSEEN, UNSEEN_CHATS, Chat

QUOTING = "She wrote: “Ich habe heute leider keine Zeit für dich.” Then she left the house for good."


@pytest.mark.parametrize(("texts", "least"), [(PHRASES, 0.97), (UNSEEN, 0.97)])
def test_a_phrase_that_stands_alone_is_told_by_itself(texts: dict[str, tuple[str, ...]], least: float) -> None:
    told = [language_of(phrase, "") == language for language, phrases in texts.items() for phrase in phrases]
    assert sum(told) / len(told) >= least


@pytest.mark.parametrize("chat", [*CHATS, *UNSEEN_CHATS], ids=lambda chat: chat.asked or chat.said[0][0])
def test_in_a_chat_every_phrase_is_in_the_language_a_listener_takes_it_for(chat: Chat) -> None:
    around = Surroundings.of_question(chat.asked)
    told = [(phrase, [part.language for part in around.parts(phrase)]) for phrase, _language in chat.said]
    assert told == [(phrase, [language]) for phrase, language in chat.said]


def test_within_its_own_language_no_phrase_is_taken_for_another() -> None:
    for language, phrases in itertools.chain(PHRASES.items(), UNSEEN.items()):
        assert [language_among(phrase, language) for phrase in phrases] == [language] * len(phrases)


@pytest.mark.parametrize("around", ["en", "de"])
def test_most_whole_sentences_in_another_language_are_noticed(around: str) -> None:
    told = [
        language_among(phrase, around) == language
        for language, phrases in itertools.chain(PHRASES.items(), UNSEEN.items())
        for phrase in phrases
        if language != around and len(phrase.split()) >= 4
    ]
    assert sum(told) / len(told) >= 0.95


@pytest.mark.parametrize("around", ["de", "fr", "pl", "ja", "ru"])
@pytest.mark.parametrize("phrase", ["OK.", "Berlin.", "Peter Jackson.", "42", "git commit", "Microsoft Windows 11"])
def test_names_numbers_and_a_word_or_two_stay_with_what_is_around_them(phrase: str, around: str) -> None:
    assert language_among(phrase, around) == around


@pytest.mark.parametrize("phrase", ["42", "", "…", "€", "Peter Jackson.", "OK.", "Berlin"])
def test_where_nothing_tells_the_language_none_is_named(phrase: str) -> None:
    assert language_of(phrase, "") == ""
    assert language_among(phrase, "") == ""


def test_characters_newer_than_the_library_are_no_error() -> None:
    assert language_of("The kettle is \U0001fae8 on \x00 the \ud800 stove.", "") in {"en", ""}
    assert language_of("\ufdd0\uffff", "en") == "en"


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60), st.sampled_from(["", "en", "de", "ja"]))
def test_whatever_the_text_a_language_we_know_is_named(text: str, around: str) -> None:
    assert language_among(text, around) in {*LANGUAGES, ""}
    parts = Surroundings.of_question(text).parts(text)
    assert "".join(text[part.start : part.end] for part in parts) == text


def test_a_sentence_quoted_in_another_language_is_a_phrase_of_its_own() -> None:
    reader = StreamReader("t", asked="What did she write?")
    phrases = [*reader.feed(f"That is a long story, and I will tell it now. {QUOTING}"), *reader.finish()]
    assert [(phrase.text, phrase.language) for phrase in phrases if phrase.start >= 46] == [
        ("She wrote:", "en"),
        ("“Ich habe heute leider keine Zeit für dich.”", "de"),
        ("Then she left the house for good.", "en"),
    ]
    assert [phrase.index for phrase in phrases] == list(range(len(phrases)))


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        (QUOTING, ["en", "de", "en"]),
        ("Er rief: „I have no idea what to do!“", ["de", "en"]),
        ("Il a dit « I am sorry about all of this » et il est parti.", ["fr", "en", "fr"]),
        ('He said "OK, fine" and went away with his dog.', ["en"]),
        ("“It is over,” she said, and “we all know it.”", ["en"]),
        ("Man sagt “こんにちは、元気ですか” zur Begrüßung.", ["de", "ja", "de"]),
        ("“Ich habe heute leider keine Zeit für dich.”", ["de"]),
        ('It is 5" wide, and the other one is 7" wide.', ["en"]),
    ],
)
def test_only_a_sentence_between_quotation_marks_is_set_apart(text: str, languages: list[str]) -> None:
    parts = Surroundings().parts(text)
    assert [part.language for part in parts] == languages
    assert "".join(text[part.start : part.end] for part in parts) == text


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 30), min_size=1))
def test_however_the_text_comes_in_its_phrases_have_the_same_languages(sizes: list[int]) -> None:
    text = f"Here we go with it now.\n\n{QUOTING}\n\nDas ist nun wirklich alles, was es zu sagen gibt.\n\nOK."
    whole = StreamReader("t")
    expected = [*whole.feed(text), *whole.finish()]
    reader, phrases, at = StreamReader("t"), [], 0
    for size in itertools.cycle(sizes):
        if at >= len(text):
            break
        phrases += reader.feed(text[at : at + size])
        at += size
    assert [*phrases, *reader.finish()] == expected


def test_two_languages_are_never_said_in_one_breath() -> None:
    english = Phrase("t", 1, "That is it.", 0, 11, language="en")
    german = Phrase("t", 2, "Das ist es.", 12, 23, language="de")
    assert joined(english, german) is None
    assert joined(english, Phrase("t", 2, "Is it?", 12, 18, language="en")) is not None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hallo!", "de"),
        ("Hallo, Anna!", "de"),
        ("Guten Tag!", "de"),
        ("Bonjour !", "fr"),
        ("¡Hola!", "es"),
        ("Ciao!", "it"),
        ("Olá!", "pt"),
        ("Hi!", "en"),
        ("You’re welcome!", "en"),
        ("Dzień dobry!", "pl"),
        ("Merhaba!", "tr"),
        ("Berlin!", ""),
        ("OK.", ""),
    ],
)
def test_a_greeting_alone_tells_its_language(text: str, language: str) -> None:
    assert language_of(text, "") == language
    assert [part.language for part in Surroundings().parts(text)] == [language]


def test_a_greeting_that_neighbours_share_proves_nothing_of_what_follows() -> None:
    surroundings = Surroundings()
    said = ["Hallo!", "Hoe gaat het?", "Ik kan je daar wel mee helpen."]
    assert [surroundings.parts(text)[0].language for text in said] == ["de", "nl", "nl"]


def test_a_greeting_stays_with_the_language_around_it() -> None:
    surroundings = Surroundings.of_question("Hoe laat is het nu in New York?")
    assert surroundings.parts("Hallo!")[0].language == "nl"
