"""Sentences are cut where a reader would pause, and nowhere else; the same while they stream."""

from __future__ import annotations

import pytest

from desktop_app.domain.phrase import Pause
from desktop_app.speech.text.read_aloud import CodeReader, TextReader, nearest_beginning, read_aloud
from desktop_app.speech.text.reader import StreamReader
from tests.support.marked_chats import CHATS, cuts, unmarked

_OPENING = "Here we go.\n\n"  # takes the short first phrase, which is cut by rules of its own


def _streamed(text: str) -> list[str]:
    reader = StreamReader("t")
    phrases = [phrase for char in _OPENING + text for phrase in reader.feed(char)] + reader.finish()
    return [phrase.text for phrase in phrases[1:]]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Dr. Smith met Mrs. Jones at the station.", "They talked for hours."],
        ["Some tools, e.g. Make, are old.", "Others, i.e. Ninja, are not."],
        ["The U.S. economy grew again.", "It may go on."],
        ["She lives in the U.S. The winters there are cold."[:21], "The winters there are cold."],
        ["Pi is about 3.14 and never ends.", "Nobody knows it all."],
        ["Version v1.0 came in 2019.", "Then came v2.0.1 with fixes."],
        ["We start at 10:30 in the hall.", "Be there at 9 a.m. at the latest."],
        ["It was written by J. K. R. Tolkien long ago.", "Everyone has read it."],
        ["Well… maybe not this time.", "Let us see tomorrow."],
        ["And then... nothing happened.", "Nothing at all happened."],
        ["Did that really happen?!", "Of course it did."],
        ["“Did you see it?” she asked.", "“I did,” he answered."],
        ['He shouted "Stop right there!"', "Nobody listened to him."],
        ["(This stands in brackets.)", "This does not, though."],
        ["Open main.py and run setup.cfg first.", "Then look at README.md again."],
        ["See Fig. 3 and No. 5 for more.", "No. 7 is on the back page."],
        ["Please turn to p. 55 for more.", "It is all there."],
        ["Apples, pears etc. are fruit.", "Carrots are not fruit."],
        ["Acme Inc. makes everything.", "We like Acme vs. the others."],
        ["The snake_case name stays.", "So does 5 * 3 as it stands."],
        ["今天天气很好。", "我们去公园吧！", "你觉得怎么样？"],
        ["これはペンです。", "とても良いです。"],
        ["오늘은 날씨가 정말 좋습니다.", "우리는 공원에 갈 것입니다."],
        ["यह एक परीक्षण है।", "यह दूसरा वाक्य है।"],
        ["هل هذا صحيح يا صديقي؟", "نعم هذا صحيح تماما."],
        ["¿Qué hora es en Madrid?", "¡Son las tres de la tarde!"],
        ["Est-ce que tu viens ce soir ?", "Oui, bien sûr que je viens !"],
        ["Am 3. Oktober feiern wir das.", "Der 2. Weltkrieg war lange her."],
        ["Wir brauchen z. B. Wasser und Brot.", "Das ist alles für heute."],
        ["Er kam am 3. Oktober.", "Es war das Jahr 1990.", "Dann kam noch viel mehr."],
        ["« Il fait beau. »", "Elle sortit du jardin."],
        ["„Das ist gut.“", "Er ging nach Hause."],
        ["Er sagte es allen.", "»Komm doch mit mir!«", "Dann ging er weg."],
        ["Πού είναι η οδός;", "Είναι πολύ κοντά."],
        ["Ես գնում եմ դպրոց:", "Դու մնում ես այստեղ:"],
        ["วันนี้อากาศดีมากและเราจะไปเดินเล่นที่สวนสาธารณะ", "พรุ่งนี้ฝนจะตกหนักทั่วทุกภาคของประเทศ"],
        ["「今日はもう行く。」と彼は言った。", "それで終わりです。"],
        ["Stir it [...] until it is thick.", "Then serve it hot."],
        ["Well ... I did not mean that.", "Never mind it now."],
        ["Ask Albert I. Jones about it.", "We go, he and I.", "They are back."],
        ["1. the first one ", "2) the second one ", "3) the third one."],
        ["They met at 6 p.m. and ate.", "He left at 9 p.m.", "Mr. Smith stayed on."],
        ["Solve the first line for x. "[:-1], "Then put it into the second."],
    ],
)
def test_sentences_end_where_they_end(sentences: list[str]) -> None:
    space = "" if sentences[0][-1] in "。 " else " "
    assert _streamed(space.join(sentences)) == [sentence.strip() for sentence in sentences]


@pytest.mark.parametrize("marked", [pytest.param(chat, id=name) for name, chats in CHATS.items() for chat in chats])
def test_answers_of_many_languages_are_cut_where_a_listener_hears_an_end(marked: str) -> None:
    text, places = unmarked(marked)
    assert cuts(text) == places


@pytest.mark.parametrize("text", ["बहुत अच्छा सवाल है यह। पहले", "Il a dit : « Je viens demain. » Elle"])
def test_the_first_word_after_an_end_is_enough(text: str) -> None:
    reader = StreamReader("t")
    reader.feed(_OPENING)
    assert reader.feed(text) != []


def test_the_next_token_decides_and_not_more() -> None:
    reader = StreamReader("t")
    reader.feed(_OPENING)
    assert reader.feed("This is a whole sentence.") == []
    assert reader.feed(" ") == []
    assert [phrase.text for phrase in reader.feed("A")] == ["This is a whole sentence."]


def test_two_sentences_in_one_delta_are_two_phrases() -> None:
    reader = StreamReader("t")
    phrases = reader.feed(_OPENING + "First comes this one. Then comes that one. And")
    assert [phrase.text for phrase in phrases[1:]] == ["First comes this one.", "Then comes that one."]


def test_the_first_phrase_is_cut_at_a_clause_after_four_words() -> None:
    reader = StreamReader("t")
    phrases = reader.feed("Well, in a word or two, it depends on the weather and on the")
    assert [(phrase.text, phrase.pause) for phrase in phrases] == [("Well, in a word or two,", Pause.CLAUSE)]


def test_a_first_phrase_without_a_clause_ends_before_a_conjunction() -> None:
    (phrase,) = StreamReader("t").feed("The quick brown fox jumped over the lazy dog because it could do ")
    assert (phrase.text, phrase.pause) == ("The quick brown fox jumped over the lazy dog", Pause.NONE)


def test_later_phrases_are_whole_sentences() -> None:
    assert _streamed("This one has, as it were, a few clauses, and goes on.") == [
        "This one has, as it were, a few clauses, and goes on."
    ]


def test_a_tiny_sentence_is_said_with_the_next() -> None:
    assert _streamed("Yes. That is how it works.") == ["Yes. That is how it works."]


@pytest.mark.parametrize(
    "text", ["word " * 300, "字" * 1000, "👩‍👩‍👧‍👦" * 300 + "a", "e\u0301" * 700, "one two, " * 120]
)
def test_no_phrase_is_longer_than_four_hundred_characters(text: str) -> None:
    phrases = _streamed(text)
    assert max(len(phrase) for phrase in phrases) <= 400
    assert not any(phrase.startswith(("\u200d", "\u0301")) for phrase in phrases)


def test_a_stall_gives_up_a_sentence_that_looks_finished() -> None:
    reader = StreamReader("t")
    reader.feed(_OPENING + "This looks finished.")
    assert [phrase.text for phrase in reader.stalled()] == ["This looks finished."]
    assert reader.stalled() == []
    assert [phrase.text for phrase in [*reader.feed(" So does this."), *reader.finish()]] == ["So does this."]


def test_a_stall_keeps_what_is_not_finished() -> None:
    reader = StreamReader("t")
    reader.feed(_OPENING + "This is not yet")
    assert reader.stalled() == []


def test_pauses_tell_paragraphs_headings_and_sentences() -> None:
    phrases = read_aloud("# Title\n\nOne sentence here. " + "Another, much longer sentence. " * 6 + "\n\nNext.", "t")
    assert phrases[0].pause is Pause.HEADING
    assert phrases[1].pause is Pause.SENTENCE
    assert phrases[-2].pause is Pause.PARAGRAPH


def test_short_sentences_at_hand_are_gathered_but_not_the_first() -> None:
    phrases = read_aloud("First it is this. Then it is that. Then it is over. Then we go.", "t")
    assert [phrase.text for phrase in phrases] == ["First it is this.", "Then it is that. Then it is over. Then we go."]
    assert [phrase.index for phrase in phrases] == [0, 1]
    assert read_aloud("", "t") == []


def test_code_can_be_read_when_one_asks_for_it() -> None:
    source = "def f(x):\n    return x\n"
    phrases = read_aloud(source, "t", code=True)
    assert [phrase.text for phrase in phrases] == ["def f(x):", "return x"]
    assert [source[phrase.start : phrase.end] for phrase in phrases] == ["def f(x):", "return x"]


def test_a_place_far_into_a_text_is_read_from_the_block_it_stands_in() -> None:
    text = "# Title\n\n" + "- an item. It is long.\n- another one\n\nA paragraph of words. And more of them.\n\n" * 300
    place = text.index("more of them", 9000)
    near = nearest_beginning(text, place)
    assert text[near:].startswith("A paragraph")
    assert near <= place
    whole = read_aloud(text, "t", begin=place)
    assert [phrase.text for phrase in read_aloud(text[near:], "t", begin=place - near)] == [one.text for one in whole]


def test_a_text_read_in_pieces_gives_the_phrases_of_the_whole() -> None:
    text = "One sentence. Two. Three of them.\n\n- item one\n- item two\n\nThe last words. They end."
    for reader, code in ((TextReader("t"), False), (CodeReader("t"), True)):
        pieces = [phrase for char in text for phrase in reader.feed(char)] + reader.finish()
        assert pieces == read_aloud(text, "t", code=code)
