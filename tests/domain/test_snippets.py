"""The few words of a message that a list of results shows."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.folding import tokens
from desktop_app.domain.search import Term, holds, parse
from desktop_app.domain.snippets import found_in, snippet

TEXTS = st.lists(st.sampled_from(["fox", "Fuchs", "füchse", "日本", "a", "*b*", "\n\n# c", "ﬁn", "x_y"]), max_size=60)


def marked(text: str, typed: str) -> list[str]:
    found = snippet(text, parse(typed).terms)
    return [found.text[start:end] for start, end in found.marks]


def test_what_was_looked_for_is_marked_as_it_is_written() -> None:
    assert marked("Die Straße nach ÉCOLE", "strasse ecole ") == ["Straße", "ÉCOLE"]
    assert marked("foxes and a fox", "fox") == ["fox", "fox"]
    assert marked("the quick brown fox", '"quick brown" ') == ["quick brown"]
    assert marked("東京タワーは高い", "京タ") == ["京タ"]
    assert marked("東京は東 京です", "東京 です ") == ["東京", "です"]
    assert marked("東 京です", "東京 です ") == ["東 京", "です"]


def test_it_begins_a_little_before_the_place_where_the_words_stand_close_together() -> None:
    text = "fox " + "nothing here " * 60 + "the lazy dog and the quick fox jump " + "nothing there " * 60
    found = snippet(text, parse("fox dog ").terms)
    assert len(found.text) < 240
    assert "dog and the quick fox" in found.text
    assert found.text.startswith("…")
    assert found.text.endswith("…")


def test_signs_of_markdown_and_line_breaks_are_not_shown() -> None:
    assert snippet("# Head\n\n**bold** `code`\n\n> said", parse("code ").terms).text == "Head bold code said"


def test_without_words_it_is_the_beginning() -> None:
    found = snippet("word " * 200, ())
    assert found.text.startswith("word word")
    assert found.marks == ()


@given(TEXTS, st.sampled_from(["fox ", "fu", "日本", '"a fox"', "fin ", "x y ", "fox a "]))
def test_a_text_has_marks_exactly_where_it_holds_one_of_the_words(parts: list[str], typed: str) -> None:
    text = " ".join(parts)
    terms = parse(typed).terms
    found = snippet(text, terms)
    assert bool(found.marks) == any(holds(parse(typed).__class__(terms=(term,)), tokens(text)) for term in terms)
    assert all(0 <= start < end <= len(found.text) for start, end in found.marks)
    assert list(found.marks) == sorted(found.marks)


@given(st.text(alphabet="ab c1-"), st.text(alphabet="abc", min_size=1, max_size=2))
def test_the_quick_way_through_plain_letters_finds_the_same(text: str, word: str) -> None:
    for begins in (True, False):
        plain = list(found_in(text, [Term((word,), begins)]))
        other = [one for one in found_in(f"{text} é", [Term((word,), begins)]) if one[1] <= len(text)]
        assert plain == other
        assert len(plain) == len(re.findall(rf"(?<![a-z0-9]){word}{'' if begins else '(?![a-z0-9])'}", text))
