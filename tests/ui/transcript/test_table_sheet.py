"""A table on the page: how wide its columns are, how it scrolls, how it grows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF

from desktop_app.ui.theme import LIGHT
from desktop_app.ui.transcript.compositions.table_composition import TableComposition
from desktop_app.ui.transcript.looks.looks import Styles
from desktop_app.ui.transcript.looks.plain import units
from desktop_app.ui.transcript.sheets.sheets import make_sheet
from desktop_app.ui.transcript.sheets.table_sheet import TableSheet
from desktop_app.ui.transcript.sheets.table_widths import column_widths
from tests.ui.transcript.sheeting import WIDTH, composed, finished, painted

pytestmark = pytest.mark.usefixtures("fonts")

HEAD = "| a | b |\n|---|--:|\n"
WIDE = "|" + "a column with a long name|" * 9 + "\n|" + "-|" * 9 + "\n|" + "words that need some room|" * 9


def table(source: str, width: float = WIDTH) -> TableSheet:
    (piece,) = composed(source)
    sheet = finished(make_sheet(piece, Styles(LIGHT), width))
    assert isinstance(sheet, TableSheet)
    return sheet


def test_its_text_is_its_cells_with_tabs_and_line_ends() -> None:
    (piece,) = composed(HEAD + "| one | |\n| three | four |")
    assert piece.text == "a\tb\none\t\nthree\tfour"


def test_each_cell_is_found_by_its_places() -> None:
    (piece,) = composed(HEAD + "| one | |\n| three | four |")
    assert isinstance(piece, TableComposition)
    for at in range(piece.length + 1):
        cell = piece.cell_at(at)
        assert cell.start <= at <= cell.end


def test_figures_end_under_each_other() -> None:
    sheet = table(HEAD + "| x | 1 |\n| y | 1,000,000 |")
    text = sheet.composition.text
    ends = [sheet.place_of(at).x() for at in (text.index("\tb") + 2, text.index("\n", 5), len(text))]
    assert ends == pytest.approx([ends[0]] * 3, abs=1)


def test_a_wide_table_scrolls_sideways_and_nothing_of_it_is_outside_the_column() -> None:
    sheet = table(WIDE)
    end = sheet.composition.length
    assert sheet.place_of(end).x() > WIDTH
    assert sheet.show_position(end)
    assert sheet.place_of(end).x() < WIDTH
    picture = painted(sheet)
    assert all(picture.pixel(round(WIDTH) + 10, y) == picture.pixel(0, 0) for y in range(int(sheet.height)))
    again = make_sheet(sheet.composition, Styles(LIGHT), WIDTH, sheet.state)
    assert again.place_of(end) == sheet.place_of(end)


TURNED = "| שם | כמה | הערה |\n|---|---|---|\n| תפוח | 1 | ok |\n"


def test_a_table_whose_head_runs_to_the_left_begins_at_the_right() -> None:
    sheet = table(TURNED)
    text = sheet.composition.text
    places = [sheet.place_of(units(text[: text.index(word)])).x() for word in ("שם", "כמה", "הערה")]
    assert places == sorted(places, reverse=True)
    assert WIDTH - 30 < places[0] < WIDTH
    for word in ("שם", "כמה", "תפוח", "1", "ok"):
        at = units(text[: text.index(word)])
        place = sheet.place_of(at).center()
        cell = sheet.composition.cell_at(at)
        assert cell.start <= sheet.position_at(place) <= cell.end
    one, name = sheet.place_of(units(text[: text.index("1")]) + 1).x(), places[1]
    assert one == pytest.approx(name, abs=1), "a figure stands under its head"


def test_a_wide_table_that_begins_at_the_right_shows_its_beginning_first() -> None:
    sheet = table("|" + " עמודה רחבה מאוד |" * 12 + "\n|" + "---|" * 12 + "\n|" + " x |" * 12)
    assert WIDTH - 30 < sheet.place_of(0).x() < WIDTH
    end = sheet.composition.length
    assert sheet.place_of(end).x() < 0
    assert sheet.show_position(end)
    assert 0 < sheet.place_of(end).x() < WIDTH
    again = finished(make_sheet(sheet.composition, Styles(LIGHT), WIDTH, sheet.state))
    assert again.place_of(end) == sheet.place_of(end)


def test_its_scroll_bar_can_be_dragged() -> None:
    sheet = table(WIDE)
    bar = next(y for y in range(int(sheet.height)) if sheet.grab(QPointF(40, y)))
    assert sheet.drag(QPointF(400, bar))
    sheet.release()


def test_a_narrow_table_is_only_as_wide_as_its_words() -> None:
    sheet = table(HEAD + "| x | 1 |")
    assert sheet.place_of(sheet.composition.length).x() < 200
    assert not sheet.scroll_sideways(50)


def test_long_cells_are_broken_and_their_row_is_as_tall_as_the_tallest() -> None:
    one, two = table(HEAD + "| x | 1 |"), table(HEAD + "| " + "words " * 60 + "| 1 |")
    assert two.height > one.height + 40
    assert two.place_of(10).x() < WIDTH


def test_a_click_beside_the_words_of_a_cell_is_in_that_cell() -> None:
    sheet = table(HEAD + "| one | 1 |\n| two | 2 |")
    text = sheet.composition.text
    place = sheet.place_of(text.index("two"))
    assert sheet.position_at(QPointF(place.x() - 5, place.center().y())) == text.index("two")
    assert sheet.position_at(QPointF(place.x() + 60, place.center().y())) >= text.index("two") + 3
    assert sheet.position_at(QPointF(0, 10_000)) == text.index("two")


def test_links_in_cells_can_be_followed() -> None:
    sheet = table(HEAD + "| [there](https://example.org) | 1 |")
    (link,) = sheet.composition.links
    place = sheet.place_of(link.start)
    assert sheet.link_at(QPointF(place.x() + 4, place.center().y())) == link
    assert sheet.link_at(QPointF(place.x() + 4, 0)) is None


def test_a_long_table_is_measured_in_slices_and_stands_meanwhile() -> None:
    rows = "".join(f"| row {number} | {'words ' * (number % 30)} |\n" for number in range(700))
    (piece,) = composed(HEAD + rows)
    sheet = make_sheet(piece, Styles(LIGHT), WIDTH)
    assert sheet.unfinished
    before = sheet.height
    assert before > 700 * 20
    finished(sheet)
    assert sheet.height > before
    assert sheet.place_of(piece.length).bottom() <= sheet.height


def test_a_row_that_comes_leaves_the_columns_where_they_are() -> None:
    sheet = table(HEAD + "| one word | 1 |")
    before = sheet.place_of(sheet.composition.text.index("\tb") + 1)
    (more,) = composed(HEAD + "| one word | 1 |\n| two word | 2 |")
    assert sheet.change(more)
    assert sheet.place_of(more.text.index("\tb") + 1) == before


@given(st.lists(st.floats(0, 2000), min_size=1, max_size=12), st.floats(50, 900), st.sampled_from([1.0, 2.0]))
def test_columns_are_as_wide_as_they_want_where_there_is_room_and_never_wider_than_the_room_if_they_can_give_way(
    wanted: list[float], room: float, zoom: float
) -> None:
    widths = column_widths(wanted, room, zoom)
    assert len(widths) == len(wanted)
    assert all(width >= 0 for width in widths)
    if sum(wanted) + 16 * zoom * len(wanted) <= room:
        assert all(width >= want for width, want in zip(widths, wanted, strict=True))
    if sum(widths) > room + 1:  # it scrolls: then each is squeezed as far as it may be
        assert all(width <= max(120 * zoom, 0.6 * 340 * zoom) + 0.1 for width in widths)
