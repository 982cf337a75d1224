"""However the text is cut into deltas: the same phrases, nothing of the code, everything of the prose."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from desktop_app.domain.phrase import Phrase
from desktop_app.markdown import effort, shortening
from desktop_app.markdown.blocks import BlockKind
from desktop_app.markdown.parser import parse
from desktop_app.speech.text import reader as reader_module
from desktop_app.speech.text.reader import StreamReader
from tests.support.markdown_texts import cut_texts, markdown_texts

_SENTENCES = st.sampled_from(
    [
        "It works. ",
        "Dr. No said no. ",
        "e.g. this, and that; ",
        "Really?! ",
        "你好。",
        "3.14 is pi. ",
        "a.m. The ",
        "U.S. is ",
        "“Yes.” ",
        "« Oui. » Il ",
        "Er kam. »Gut.« ",
        "1) this 2) that 3) all ",
        "Well... I mean. ",
        "Τι ώρα; Πέντε. ",
        "Այո: Ոչ: ",
        "سؤال: ماذا؟ نعم. ",
        "วันนี้อากาศดีมากจริงๆนะครับผม เราไปเดินเล่นกันเถอะ ",
        "At 6 p.m. Mr. X ",
        "Am 3. Oktober ",
        "「行く。」と言った。",
        r"By \( x^2. Y \) it is. ",
        r"So \[ a_1 = \frac{1}{2} \] then. ",
        "Thus $$ e = mc^2 $$ and $x$. ",
        "\\[",
        "$$ ",
        "[THINK]Hm. So.[/THINK]",
        "<|channel|>analysis<|message|>Hm. So.<|end|>",
        "1️⃣ one 2️⃣ two. ",
        "늦지 마세요~ 그럼 ",
        "> [!NOTE]\n> Mind. ",
        "- [ ] do it. ",
        "im 19. Jh. Da war ",
        "el cap. 5, a las 6 p.m. ¿Ves? ",
        "plan B. Then ",
        "\nApple\n: a fruit. It is red.\n",
        "Orange\n: a colour. Or not\n\n  so. ",
        "\n[^1]: A note. More of it. ",
        "as said[^1]. ",
        "It is $5. Then $2n$ and $x_1. Y$ are. ",
        "\n$$\nx = 1. Y\n$$\n",
        "\n\\[\nx. Y\n\\]\n",
        "<img alt='a. B' src=c> ",
        "\n</think>\n",
    ]
)


def texts() -> st.SearchStrategy[str]:
    pieces = st.one_of(
        markdown_texts(), _SENTENCES, _SENTENCES, st.sampled_from(["\n", "\n\n", "word " * 30, "字" * 90])
    )
    return st.lists(pieces, max_size=12).map("".join)


def phrases_of(deltas: list[str]) -> list[Phrase]:
    reader = StreamReader("t")
    return [phrase for delta in deltas for phrase in reader.feed(delta)] + reader.finish()


@settings(max_examples=800, deadline=None)
@given(cut_texts(texts()))
@example(["Here it is. \n   1", ". An item. More\n"])
def test_any_cut_into_deltas_gives_the_same_phrases(deltas: list[str]) -> None:
    text = "".join(deltas)
    assert phrases_of(deltas) == phrases_of([text]) == phrases_of(list(text))


@settings(max_examples=400, deadline=None)
@given(cut_texts(texts()))
@example(["word$$" + "word " * 40 + "Two words. $$"])
def test_phrases_are_numbered_stand_in_order_and_are_worth_saying(deltas: list[str]) -> None:
    text = "".join(deltas)
    at = 0
    for number, phrase in enumerate(phrases_of(deltas)):
        assert phrase.index == number
        assert at <= phrase.start < phrase.end <= len(text)
        assert any(char.isalnum() for char in phrase.text)
        assert len(phrase.text) <= 400
        assert phrase.text == phrase.text.strip()
        at = phrase.start


@settings(max_examples=400, deadline=None)
@given(texts(), st.data())
def test_no_code_is_said_and_no_word_of_the_prose_is_lost(text: str, data: st.DataObject) -> None:
    marked = _with_words(text)
    said = set(re.findall(r"[pc]\d+w", " ".join(phrase.text for phrase in phrases_of(list(marked)))))
    prose: set[str] = set()
    code: set[str] = set()
    for block in parse(marked):
        words = set(re.findall(r"[pc]\d+w", block.text))
        if block.kind is BlockKind.CODE:
            code |= words
        spans = [*block.spans, *(span for row in block.rows[1:] or block.rows for cell in row.cells for span in cell)]
        for span in spans:
            if not span.html and not span.href:
                prose |= set(re.findall(r"[pc]\d+w", span.text))
    assert not said & code
    if not re.search(r"\]:|[$\[<]", marked):  # these hide words on purpose, and of an address only the host is said
        assert prose - set(re.findall(r"[pc]\d+w", " ".join(re.findall(r"\S*://\S*", marked)))) <= said


@settings(max_examples=300, deadline=None)
@given(texts())
@example("- a\n" + "  - word word. word\n" * 9 + "\n  word")
@example("> word word. word\n" * 9 + "> \n> - word\n")
@example("|word|\n|-|\n" + "|word|\n" * 40 + "\nword")
def test_leaving_out_what_was_read_changes_nothing_in_what_is_said(text: str) -> None:
    assume(not ("$$" in text and ">" in text))  # cut so short, a formula left open in a quotation hides less than whole
    marked = _with_words(text)
    said = []
    for longest in (10**9, 20):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(reader_module, "_SHORT", longest)
            patch.setattr(shortening, "_WORTH", 5)
            said.append(re.findall(r"p\d+w", " ".join(phrase.text for phrase in phrases_of(list(marked)))))
    assert said[0] == said[1]


@settings(max_examples=300, deadline=None)
@given(cut_texts(texts()))
def test_where_effort_runs_out_any_cut_still_gives_the_same_phrases(deltas: list[str]) -> None:
    text = "".join(deltas)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(effort, "_MOST", 50.0)
        patch.setattr(effort, "_EARNED", 1.0)
        assert phrases_of(deltas) == phrases_of([text]) == phrases_of(list(text))


@settings(max_examples=300, deadline=None)
@given(texts())
def test_where_effort_runs_out_the_same_words_are_said(text: str) -> None:
    marked = _with_words(re.sub(r"[$\\<\[|]", "", text))  # what these hide is not said where it is complete in time
    said = []
    for most in (10.0**9, 50.0):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(effort, "_MOST", most)
            patch.setattr(effort, "_EARNED", 1.0)
            said.append(re.findall(r"p\d+w", " ".join(phrase.text for phrase in phrases_of(list(marked)))))
    assert said[0] == said[1]


def _with_words(text: str) -> str:
    """Each word becomes one that can be told from all others."""
    numbers = iter(range(10**6))
    return re.sub(r"\bword\b|\bTwo\b|\ba\b|\bIt\b", lambda _: f"p{next(numbers)}w", text)


@settings(max_examples=100, deadline=None)
@given(cut_texts(texts()), st.data())
@example(["Hello there. How", " are you?"], None)
def test_a_stall_says_nothing_twice_and_loses_nothing(deltas: list[str], data: st.DataObject | None) -> None:
    reader = StreamReader("t")
    phrases: list[Phrase] = []
    for delta in deltas:
        phrases += reader.feed(delta)
        phrases += reader.stalled()
    phrases += reader.finish()
    joined = "".join(char for phrase in phrases for char in phrase.text if char.isalnum())
    text = "".join(deltas)
    if not re.search(r"\t| {4}|[\[<$&|\\`~>#*_=+-]|\d|://|www", text):
        assert joined == "".join(char for char in text if char.isalnum())
