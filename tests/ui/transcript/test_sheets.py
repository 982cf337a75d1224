"""What every sheet does: it changes as if it had been made anew, finds places, and paints only what it should."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from desktop_app.domain.usage import Timings
from desktop_app.markdown.stream import BlockStream
from desktop_app.ui.theme import DARK as DARK_THEME
from desktop_app.ui.theme import LIGHT
from desktop_app.ui.transcript.compositions.composing import Setting, compose_waiting, compose_words
from desktop_app.ui.transcript.compositions.composition import Composition, Link, Stretch
from desktop_app.ui.transcript.compositions.notes import NoteFacts, compose_notes
from desktop_app.ui.transcript.looks.looks import Styles
from desktop_app.ui.transcript.sheets.sheet import Lights, Sheet
from desktop_app.ui.transcript.sheets.sheets import make_sheet
from tests.ui.transcript.sheeting import (
    WIDTH,
    composed,
    composed_blocks,
    finished,
    ink_in,
    painted,
    settled,
    sheet_of,
)

pytestmark = pytest.mark.usefixtures("fonts")

GROWING = {
    "paragraph": "Some **bold words** and `code`, a [link](https://example.org), 日本語 and 😀, so long that it has "
    "more than one line in the end, whatever comes.",
    "heading": "## A heading of some words",
    "item": "- [x] an item of a list that is done, with *emphasis*",
    "code": "```python\ndef f(x):\n    return 'a long string in a line that is wider than the column, so it scrolls'"
    "\n\nf(1)",
    "table": "| a | b |\n|---|--:|\n| one | 2 |\n| a cell with more words in it | $x^2$ |\n| three | 4 |",
    "maths": "$$\n\\frac{1}{2} + \\sqrt{x}\n$$",
    "quote": "> words that were said by someone else",
    "right to left": "שלום עולם, זה טקסט בעברית עם English בתוכו",
    "source as HTML": "<div>\nraw words\n</div>",
}


def states(source: str) -> list[Composition]:
    """What the one piece of the source is at each letter, as it streams in."""
    stream, found = BlockStream(), []
    for at, letter in enumerate(source):
        stream.feed(letter)
        update = stream.update()
        blocks = (*update.closed, *update.open)
        if len(pieces := composed_blocks(source[: at + 1], blocks)) == 1:
            found += pieces
    return [*found, composed(source)[0]]


@pytest.mark.parametrize("kind", GROWING)
def test_a_sheet_that_grows_ends_as_if_it_had_been_made_whole(kind: str) -> None:
    pieces = states(GROWING[kind])
    sheet = make_sheet(pieces[0], Styles(LIGHT), WIDTH)
    for piece in pieces[1:]:
        sheet.work()
        if not sheet.change(piece):
            sheet = make_sheet(piece, Styles(LIGHT), WIDTH)
        assert sheet.composition.text == piece.text
    made = make_sheet(pieces[-1], Styles(LIGHT), WIDTH)
    assert settled(sheet) == settled(made)
    assert sheet.height == made.height


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.sampled_from(sorted(GROWING)), st.data())
def test_from_any_state_to_any_other(kind: str, data: st.DataObject) -> None:
    pieces = states(GROWING[kind])
    one, other = (data.draw(st.sampled_from(range(len(pieces)))) for _ in range(2))
    sheet = finished(make_sheet(pieces[one], Styles(LIGHT), 300.0))
    if sheet.change(pieces[other]):
        made = make_sheet(pieces[other], Styles(LIGHT), 300.0)
        if sheet.composition.text == composed(GROWING[kind])[0].text or kind != "code":
            assert settled(sheet, width=300.0) == settled(made, width=300.0)
        assert sheet.height == made.height


@pytest.mark.parametrize("kind", GROWING)
@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_each_position_stands_where_a_click_finds_it(kind: str, zoom: float) -> None:
    sheet = sheet_of(GROWING[kind], zoom=zoom)
    text = sheet.composition.text
    plain = sheet.composition.plain(0, sheet.composition.length)
    whole = kind == "maths"
    for at in range(sheet.composition.length):
        place = sheet.place_of(at)
        assert 0 <= place.top() < place.bottom() <= sheet.height
        if whole or (text[at : at + 1] in plain and text.isascii() and sheet.composition.source_range(at, at + 1)):
            found = sheet.position_at(QPointF(place.x() + 0.5, place.center().y()))
            assert whole or abs(found - at) <= 1 or "$" in GROWING[kind]


@pytest.mark.parametrize("kind", GROWING)
def test_lines_follow_each_other_without_a_gap(kind: str) -> None:
    sheet = sheet_of(GROWING[kind])
    for at in range(sheet.composition.length):
        line = sheet.line_at(at)
        assert line.start <= at <= line.end <= sheet.composition.length


@pytest.mark.parametrize("kind", GROWING)
def test_a_sheet_follows_the_width_the_theme_and_the_zoom_as_if_made_anew(kind: str) -> None:
    (piece,) = composed(GROWING[kind])
    sheet = finished(make_sheet(piece, Styles(LIGHT), WIDTH))
    sheet.set_width(320)
    finished(sheet)
    sheet.set_styles(Styles(DARK_THEME, 1.5))
    made = make_sheet(piece, Styles(DARK_THEME, 1.5), 320)
    assert settled(sheet, width=320) == settled(made, width=320)
    assert sheet.height == made.height


@pytest.mark.parametrize("kind", GROWING)
def test_what_is_lit_is_seen(kind: str) -> None:
    sheet = sheet_of(GROWING[kind])
    dark = settled(sheet)
    end = sheet.composition.length
    here = Stretch(end - 3, end)
    for lights in (
        Lights(selected=here),
        Lights(spoken=[here]),
        Lights(words=[here]),
        Lights(found=[here]),
        Lights(current=here),
        Lights(caret=end),
        Lights(heard=[end]),
    ):
        assert painted(sheet, lights) != dark


@pytest.mark.parametrize("kind", GROWING)
def test_nothing_is_painted_below_a_sheet_or_far_beside_it(kind: str) -> None:
    for width in (WIDTH, 240.0):
        sheet = sheet_of(GROWING[kind], width)
        image = painted(sheet, width=width)
        assert not ink_in(image, QRectF(-8, sheet.height, width + 16, 1))
        assert not ink_in(image, QRectF(-8, 0, 4, sheet.height))


@pytest.mark.parametrize("kind", GROWING)
def test_the_guess_of_a_height_is_near_it(kind: str) -> None:
    sheet = sheet_of(GROWING[kind])
    assert sheet.composition.estimate(WIDTH) == pytest.approx(sheet.height, rel=0.35, abs=26)


def test_a_list_within_right_to_left_words_has_its_marks_at_the_right() -> None:
    sheet = sheet_of("- פריט ראשון")
    assert sheet.place_of(0).x() > WIDTH - 30
    assert sheet.place_of(3).x() > WIDTH - 60


def test_the_numbers_of_a_list_end_where_its_words_begin() -> None:
    short, long = sheet_of("9. nine"), sheet_of("1000. thousand")
    assert short.place_of(3).x() == 26
    assert long.place_of(6).x() > 36


def test_a_bubble_is_as_wide_as_its_longest_line_and_stands_at_the_right() -> None:
    (short,) = compose_words("Hi.", Setting("q", first=True))
    sheet = make_sheet(short, Styles(LIGHT), WIDTH)
    image = painted(sheet)
    assert ink_in(image, QRectF(WIDTH - 40, 0, 40, sheet.height))
    assert not ink_in(image, QRectF(0, 0, WIDTH - 100, sheet.height))


def test_each_line_of_a_bubble_runs_its_own_way() -> None:
    (piece,) = compose_words("Some English words\nשלום", Setting("q", first=True))
    sheet = make_sheet(piece, Styles(LIGHT), WIDTH)
    assert sheet.place_of(19).x() > sheet.place_of(0).x() + 100


def test_the_parts_of_a_long_bubble_are_one_ground() -> None:
    pieces = compose_words("word\n" * 150, Setting("q", first=True))
    assert len(pieces) > 1
    for number, piece in enumerate(pieces):
        image = painted(make_sheet(piece, Styles(LIGHT), WIDTH))
        ground = QColor(LIGHT.mine).rgb()
        right = round(WIDTH) + 8 - 40
        assert (image.pixel(right, 0) == ground) == (number > 0)
        assert image.pixel(right, image.height() - 2) == ground


def test_a_waiting_answer_has_room_for_the_caret() -> None:
    sheet = make_sheet(compose_waiting("a"), Styles(LIGHT), WIDTH)
    assert sheet.place_of(0).height() == 24
    assert painted(sheet, Lights(caret=0)) != painted(sheet)


def link(sheet: Sheet, number: int = 0) -> Link:
    return sheet.composition.links[number]


def test_a_link_is_found_under_the_pointer_and_tells_where_it_leads() -> None:
    sheet = sheet_of("Words and [a link](https://example.org/there).")
    place = sheet.place_of(link(sheet).start)
    assert sheet.link_at(QPointF(place.x() + 5, place.center().y())) == link(sheet)
    assert sheet.tip_at(QPointF(place.x() + 5, place.center().y())) == "https://example.org/there"
    assert sheet.link_at(QPointF(2, place.center().y())) is None
    assert painted(sheet, Lights(focused=link(sheet))) != painted(sheet)


def test_the_line_of_facts_tells_more_to_the_pointer() -> None:
    notes = compose_notes(NoteFacts("a", timings=Timings(first_token=0.4)))
    assert notes is not None
    sheet = make_sheet(notes, Styles(LIGHT), WIDTH)
    assert sheet.tip_at(sheet.place_of(3).center()) == "The first word came after 0.40 seconds."
    assert sheet.tip_at(QPointF(600, 20)) == ""


def test_a_footnotes_mark_leads_back() -> None:
    note = composed("A[^x].\n\n[^x]: Note.")[1]
    sheet = make_sheet(note, Styles(LIGHT), WIDTH)
    assert sheet.link_at(sheet.place_of(0).center() + QPointF(2, 0)) == link(sheet)


def test_quotes_that_follow_each_other_have_one_bar() -> None:
    first, second = composed("> One.\n>\n> Two.")
    one, two = (painted(make_sheet(piece, Styles(LIGHT), WIDTH)) for piece in (first, second))
    bar = QColor(LIGHT.line).rgb()
    assert one.pixel(9, one.height() - 2) == bar
    assert two.pixel(9, 0) == bar
