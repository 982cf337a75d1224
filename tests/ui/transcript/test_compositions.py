"""What every piece promises without being laid out: its text, its places in the source, its links."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.attachments import file_part, image_part
from desktop_app.domain.messages import MessageState
from desktop_app.domain.usage import Timings
from desktop_app.ui.transcript.compositions.composing import Setting, compose_source, compose_words
from desktop_app.ui.transcript.compositions.composition import Composition
from desktop_app.ui.transcript.compositions.notes import NoteFacts, compose_notes
from desktop_app.ui.transcript.looks.links import own_action
from desktop_app.ui.transcript.looks.plain import units
from tests.ui.transcript.sheeting import composed

_WORDS = st.text(st.sampled_from("ab cdé日😀שa1.,_*`$[]()!#|-+<&\\\t"), max_size=30)
_BLOCKS = st.sampled_from(
    [
        "# {0}\n\n",
        "{0}\n\n",
        "- {0}\n- {1}\n\n",
        "1. {0}\n   - [x] {1}\n\n",
        "> {0}\n> {1}\n\n",
        "> [!NOTE]\n> {0}\n\n",
        "```py\n{0}\n{1}\n```\n\n",
        "- x\n\n  ~~~\n  {0}\n\n  {1}\n  ~~~\n\n",
        "    {0}\n\n",
        "| {0} | b |\n|---|--:|\n| {1} | `c` |\n\n",
        "$$\nx^2 {0}\n$$\n\n",
        "a **{0}** [{1}](https://example.org) $x$ b\n\n",
        "![{0}](https://example.org/x.png)\n\n",
        "---\n\n",
        "<div>{0}</div>\n\n",
        "A[^n] {0}\n\n[^n]: {1}\n\n",
    ]
)


@st.composite
def sources(draw: st.DrawFn) -> str:
    """Messages of all sorts of blocks, with letters of all sorts in them."""
    parts = draw(st.lists(st.tuples(_BLOCKS, _WORDS, _WORDS), min_size=1, max_size=4))
    return "".join(block.format(one, other) for block, one, other in parts)


def sourced(piece: Composition) -> set[int]:
    """The positions of the text that stand somewhere in the source."""
    return {at for at in range(piece.length) if piece.source_range(at, at + 1)}


@given(sources())
def test_the_length_counts_as_qt_does_and_links_lie_within_in_order(source: str) -> None:
    for piece in composed(source):
        assert piece.length == units(piece.text)
        ends = [0, *[place for link in piece.links for place in (link.start, link.end)]]
        assert ends == sorted(ends)
        assert ends[-1] <= piece.length


@settings(max_examples=40)
@given(sources(), st.data())
def test_a_place_found_in_the_source_is_found_again_in_the_text(source: str, data: st.DataObject) -> None:
    for piece in composed(source):
        start = data.draw(st.integers(0, piece.length))
        end = data.draw(st.integers(start, piece.length))
        if start == end:
            continue
        found = piece.source_range(start, end)
        known = {at for at in sourced(piece) if start <= at < end}
        assert (found is None) == (not known)
        if found is not None:
            assert 0 <= found[0] < found[1] <= len(source)
            again = piece.stretches(*found)
            assert known <= {at for stretch in again for at in range(stretch.start, stretch.end)}
            assert all(one.end < other.start for one, other in pairwise(again))


@given(sources())
def test_what_is_shown_of_a_source_range_never_leaves_the_text(source: str) -> None:
    for piece in composed(source):
        for stretch in piece.stretches(0, len(source)):
            assert 0 <= stretch.start < stretch.end <= piece.length


@given(sources())
def test_equal_sources_make_equal_pieces(source: str) -> None:
    assert composed(source) == composed(source)


@given(st.text(st.sampled_from("ab \n\n日😀"), max_size=400), st.integers(1, 40))
def test_the_users_words_are_all_there_however_long(text: str, times: int) -> None:
    source = text * times
    pieces = compose_words(source, Setting("q", first=True))
    assert all(piece.length <= 2 * 4100 for piece in pieces)
    told = sorted(
        found
        for piece in pieces
        for found in [piece.source_range(0, piece.length)]
        if found is not None and piece.length
    )
    missing = set(range(len(source))) - {at for start, end in told for at in range(start, end)}
    assert all(source[at] == "\n" for at in missing)


def test_letters_of_code_map_one_by_one_also_within_a_list() -> None:
    source = "- item\n\n  ```py\n  first = 1\n\n  second = 2\n  ```\n"
    code = next(piece for piece in composed(source) if "second" in piece.text)
    at = code.text.index("second")
    assert code.source_range(at, at + 6) == (source.index("second"), source.index("second") + 6)
    (stretch,) = code.stretches(source.index("second"), source.index("second") + 6)
    assert code.text[stretch.start : stretch.end] == "second"


def test_the_head_of_a_code_block_is_ours_and_keeps_its_length() -> None:
    (short,) = composed("```py\na\n```")
    (longer,) = composed("```py\n" + "a\n" * 12 + "```")
    assert short.text.index("\n") == longer.text.index("\n")
    assert short.plain(0, short.length) == "a"
    assert [own_action(link.href).verb for link in short.links] == ["read", "copy", "save", "wrap", "numbers"]  # type: ignore[union-attr]


def test_code_that_names_no_language_is_told_by_its_first_line() -> None:
    heads = {
        "diff --git a/x b/x\n+1": "diff",
        "#!/usr/bin/env python3\nx": "python",
        "#!/bin/bash\nls": "bash",
        '{"a": 1}': "json",
        "just some words": "code",
    }
    for code, head in heads.items():
        (piece,) = composed(f"```\n{code}\n```")
        assert piece.text.split(" · ")[0] == head


def test_a_footnote_leads_there_and_back() -> None:
    text, note = composed("Words[^one] here.\n\n[^one]: The note.")
    there = [own_action(link.href) for link in text.links]
    back = [own_action(link.href) for link in note.links]
    assert [(one.verb, one.word) for one in there if one] == [("note", "one")]
    assert [(one.verb, one.word) for one in back if one] == [("back", "one")]


def test_a_formula_reads_as_its_latex_and_is_copied_so() -> None:
    inline, display = composed("Let $x^2$ be.\n\n$$\n\\frac{1}{2}\n$$")
    assert inline.text == "Let x^2 be."
    assert display.plain(0, display.length) == "\\frac{1}{2}"


def test_a_picture_on_the_web_is_its_words_its_address_and_a_way_to_load_it() -> None:
    (piece,) = composed("![A cat](https://example.org/cat.png)")
    assert piece.text == "A cat (https://example.org/cat.png)\u2002Load the picture"
    assert piece.plain(0, piece.length) == "A cat (https://example.org/cat.png)"
    load = own_action(piece.links[-1].href)
    assert load is not None
    assert (load.verb, load.word) == ("load", "https://example.org/cat.png")


def test_a_picture_in_a_link_says_where_it_is_and_where_the_link_leads() -> None:
    for around in ("{}", "Look: {} there."):
        (piece,) = composed(around.format("[![A cat](https://example.org/cat.png)](https://example.org/cats)"))
        assert "A cat (https://example.org/cat.png) → https://example.org/cats" in piece.text
        assert [link.href for link in piece.links if link.href.startswith("https")] == [
            "https://example.org/cat.png",
            "https://example.org/cats",
        ]


def test_a_picture_that_leads_where_no_link_may_cannot_be_loaded() -> None:
    (piece,) = composed("![A file](file:///etc/passwd)")
    assert piece.links == ()


def test_an_alert_begins_with_its_title() -> None:
    title, words = composed("> [!WARNING]\n> Mind the gap.")
    assert (title.text, words.text) == ("Warning", "Mind the gap.")


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("日本\n語", "日本語"),
        ("終わり。\n**太字**", "終わり。太字"),
        ("日本\nabc", "日本 abc"),
        ("한국\n어", "한국 어"),
    ],
)
def test_lines_of_scripts_without_blanks_are_joined_without_one(source: str, shown: str) -> None:
    (piece,) = composed(source)
    assert piece.plain(0, piece.length) == shown
    assert piece.source_range(0, piece.length) is not None


def test_tasks_tell_whether_they_are_done() -> None:
    done, todo = composed("- [x] done\n- [ ] to do")
    assert (done.text, todo.text) == ("☑ done", "☐ to do")


def test_a_long_paragraph_comes_in_parts_that_stay_the_same_while_it_grows() -> None:
    long = "word " * 1500
    parts = composed(long)
    assert len(parts) > 2
    assert "".join(part.text for part in parts) == long.strip()
    assert composed(long + "more")[: len(parts) - 1] == parts[:-1]
    assert [part.continued for part in parts] == [False] + [True] * (len(parts) - 1)  # type: ignore[attr-defined]


def test_the_source_of_a_message_is_shown_as_it_was_written() -> None:
    source = "# Title\n\n" + "A *line*.\n" * 200
    pieces = compose_source(source, Setting("a", first=True))
    assert "\n".join(piece.plain(0, piece.length) for piece in pieces) == source


def test_a_message_that_ended_well_and_of_which_nothing_is_known_has_no_notes() -> None:
    assert compose_notes(NoteFacts("a")) is None


def test_under_a_stopped_answer_one_can_go_on_and_walk_to_the_other_answers() -> None:
    notes = compose_notes(
        NoteFacts("a", state=MessageState.STOPPED, timings=Timings(first_token=0.4), choice=2, choices=3)
    )
    assert notes is not None
    verbs = [action.verb for link in notes.links if (action := own_action(link.href))]
    assert verbs == ["earlier", "later", "continue", "retry"]
    assert "2 of 3" in notes.text
    assert notes.plain(0, notes.length) == ""


@pytest.mark.parametrize(("choice", "verbs"), [(1, ["later"]), (3, ["earlier"])])
def test_the_first_and_the_last_answer_lead_one_way_only(choice: int, verbs: list[str]) -> None:
    notes = compose_notes(NoteFacts("a", choice=choice, choices=3))
    assert notes is not None
    assert [action.verb for link in notes.links if (action := own_action(link.href))] == verbs


def test_what_was_sent_along_stands_above_the_words() -> None:
    parts = [
        image_part("b1", "cat.png", "image/png", 7, 10, 10),
        file_part("x", "notes.pdf", "application/pdf", 9, 2),
    ]
    sent, words = compose_words("Look!", Setting("q", first=True), parts)
    assert sent.text == "cat.png, 7 bytes\u2028notes.pdf, 2 pages · 9 bytes"
    assert words.text == "Look!"
    assert len(compose_words("", Setting("q", first=True), parts)) == 1


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<div>Hello <b>there</b><br>and here</div>\n", "Hello there\u2028and here"),
        ("<!-- not for people -->\n", "<!-- not for people -->"),
        ("<script>alert(1)</script>\n", "<script>alert(1)</script>"),
    ],
)
def test_html_shows_the_words_in_it_and_as_written_where_it_has_none(source: str, text: str) -> None:
    (piece,) = composed(source)
    assert piece.text == text
