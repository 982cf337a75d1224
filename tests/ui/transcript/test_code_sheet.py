"""A block of code on the page: its buttons, its lines however many and long, and its colours."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from desktop_app.ui.theme import LIGHT
from desktop_app.ui.transcript.compositions.code_composition import CodeComposition
from desktop_app.ui.transcript.compositions.composition import Stretch
from desktop_app.ui.transcript.looks.looks import Styles
from desktop_app.ui.transcript.looks.plain import units
from desktop_app.ui.transcript.sheets.code_inks import CodeInks
from desktop_app.ui.transcript.sheets.code_lines import CodeLines
from desktop_app.ui.transcript.sheets.code_sheet import CodeSheet
from desktop_app.ui.transcript.sheets.lexing import LEXERS
from desktop_app.ui.transcript.sheets.sheet import Lights
from desktop_app.ui.transcript.sheets.sheets import make_sheet
from tests.ui.transcript.sheeting import WIDTH, composed, finished, painted, settled, sheet_of

pytestmark = pytest.mark.usefixtures("fonts")

LONG = "x = '" + "long " * 60 + "end'"


def code_sheet(code: str, language: str = "", width: float = WIDTH, state: object = None) -> CodeSheet:
    (piece,) = composed(f"```{language}\n{code}\n```")
    sheet = make_sheet(piece, Styles(LIGHT), width, state)
    assert isinstance(sheet, CodeSheet)
    return sheet


def press(sheet: CodeSheet, verb: str) -> bool:
    names = [button.verb for button in sheet.composition.buttons]
    return sheet.press(sheet.composition.links[names.index(verb)])


def at(sheet: CodeSheet, words: str) -> int:
    return units(sheet.composition.text[: sheet.composition.text.index(words)])


def test_each_button_is_under_the_pointer_where_it_stands() -> None:
    for width in (WIDTH, 200.0):
        sheet = code_sheet("a = 1", width=width)
        for link in sheet.composition.links:
            place = sheet.place_of(link.start)
            assert sheet.link_at(QPointF(place.x() + 2, place.center().y())) == link
            assert 0 <= place.x() < width


def test_a_narrow_block_gives_its_buttons_rows_of_their_own() -> None:
    assert code_sheet("a", width=250).height > code_sheet("a").height


def test_a_long_line_scrolls_sideways_and_goes_where_it_is_asked_to() -> None:
    sheet = code_sheet(LONG)
    end = at(sheet, "end")
    assert sheet.place_of(end).x() > WIDTH
    assert sheet.scroll_sideways(100)
    assert sheet.show_position(end)
    assert 0 < sheet.place_of(end).x() < WIDTH
    assert not sheet.scroll_sideways(10_000) or not sheet.scroll_sideways(10_000)
    assert sheet.show_position(at(sheet, "x = "))
    assert not sheet.scroll_sideways(-1)


def test_short_lines_do_not_scroll() -> None:
    sheet = code_sheet("a = 1")
    assert not sheet.scroll_sideways(100)
    assert not sheet.grab(QPointF(100, sheet.height - 8))


def test_the_scroll_bar_can_be_dragged() -> None:
    sheet = code_sheet(LONG)
    bar = next(y for y in range(int(sheet.height)) if sheet.grab(QPointF(60, y)))
    assert sheet.drag(QPointF(WIDTH - 20, bar))
    assert not sheet.drag(QPointF(WIDTH, bar))
    assert sheet.drag(QPointF(60, bar))
    sheet.release()
    assert not sheet.drag(QPointF(200, bar))


def test_a_block_that_wraps_breaks_its_lines_and_says_so_to_the_next_sheet() -> None:
    sheet = code_sheet(LONG)
    short = sheet.height
    sheet.scroll_sideways(50)
    assert press(sheet, "wrap")
    assert sheet.height > short
    assert not sheet.scroll_sideways(50)
    assert sheet.place_of(at(sheet, "end")).x() < WIDTH
    again = code_sheet(LONG, state=sheet.state)
    assert again.height == sheet.height
    assert press(sheet, "wrap")
    assert sheet.height == short
    assert sheet.state is None


def test_numbers_stand_beside_the_lines_and_are_no_text() -> None:
    sheet = code_sheet("one\ntwo")
    before, picture = sheet.place_of(at(sheet, "one")).x(), settled(sheet)
    assert press(sheet, "numbers")
    assert sheet.place_of(at(sheet, "one")).x() > before
    assert settled(sheet) != picture
    assert sheet.composition.plain(0, sheet.composition.length) == "one\ntwo"


def test_reading_and_copying_are_not_the_sheets_business() -> None:
    sheet = code_sheet("one")
    assert not press(sheet, "read")
    assert not press(sheet, "copy")


def test_colours_come_while_the_block_grows_and_stay() -> None:
    source = "```python\ndef f():\n    return 'words'\n"
    LEXERS._load("python")
    (piece,) = composed(source)
    sheet = make_sheet(piece, Styles(LIGHT), WIDTH)
    plain = painted(sheet)
    assert sheet.unfinished
    assert sheet.work()
    coloured = painted(sheet)
    assert coloured != plain
    (more,) = composed(source + "x")
    assert sheet.change(more)
    assert sheet.place_of(0) == make_sheet(more, Styles(LIGHT), WIDTH).place_of(0)


def test_what_is_far_below_is_coloured_only_when_it_is_seen() -> None:
    LEXERS._load("python")
    sheet = code_sheet("\n".join(f"x{number} = {number}" for number in range(3000)), "python")
    finished(sheet)
    known = len(sheet._rows.inks.parts)
    assert known < 200
    painted_at(sheet, sheet.height - 400)
    assert sheet.unfinished
    finished(sheet)
    assert len(sheet._rows.inks.parts) == 3000


def painted_at(sheet: CodeSheet, top: float) -> None:
    image = QImage(800, 400, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.translate(0, -top)
    sheet.paint(painter, QRectF(0, top, 800, 400), Lights())
    painter.end()


def test_only_lines_in_sight_are_laid_out() -> None:
    sheet = code_sheet("\n".join(f"line {number}" for number in range(5000)))
    painted_at(sheet, 50_000)
    assert 0 < sheet._rows.laid_out < 40


def test_an_unknown_language_stays_plain_and_is_soon_done_with() -> None:
    sheet = code_sheet("words", "no-such-language")
    LEXERS._load("no-such-language")
    assert not sheet.unfinished


@pytest.mark.parametrize("form", ["```\n{}\n```", "`{}`"])
def test_signs_are_not_joined(form: str) -> None:
    """JetBrains Mono would draw "!=" as one sign, which is not what is copied."""

    def first_sign(code: str) -> QImage:
        sheet = sheet_of(form.format(code))
        before = sheet.composition.text[: sheet.composition.text.index(code)]
        place = sheet.place_of(units(before)).united(sheet.place_of(units(before) + 1))
        return painted(sheet).copy(place.toRect().translated(8, 0))

    assert first_sign("!=") == first_sign("!x")


def test_lines_of_a_diff_have_grounds() -> None:
    plain, diff = code_sheet("+ new\n- old", "text"), code_sheet("+ new\n- old", "diff")
    y = round(diff.place_of(at(diff, "+ new")).center().y())
    assert painted(plain).pixel(600, y) != painted(diff).pixel(600, y)


def test_a_selection_over_an_empty_line_is_seen_on_it() -> None:
    sheet = code_sheet("one\n\ntwo")
    start = sheet.composition.start
    lit = painted(sheet, Lights(selected=Stretch(start, start + 8)))
    y = round(sheet.place_of(start + 4).center().y())
    x = round(sheet.place_of(start + 4).x()) + 8 + 1
    assert lit.pixel(x, y) != painted(sheet).pixel(x, y)


_CODE = st.text(st.sampled_from("ab \t\n\n日😀é"), max_size=120)


@given(_CODE, st.integers(0, 120), st.integers(0, 12))
def test_lines_that_grow_are_the_lines_of_the_whole(code: str, cut: int, columns: int) -> None:
    grown = CodeLines(code[:cut])
    grown.break_at(columns)
    grown.become(code)
    whole = CodeLines(code)
    whole.break_at(columns)
    assert (grown.texts, grown.row_count, grown.widest) == (whole.texts, whole.row_count, whole.widest)
    assert list(grown.in_rows(0, 10_000)) == list(whole.in_rows(0, 10_000))
    assert [grown.start_of(line) for line in range(len(grown.texts))] == [
        whole.start_of(line) for line in range(len(whole.texts))
    ]


@given(_CODE, st.integers(0, 12))
def test_the_rows_hold_every_letter_once_in_order(code: str, columns: int) -> None:
    lines = CodeLines(code)
    lines.break_at(columns)
    rows = list(lines.in_rows(0, lines.row_count))
    assert [row.row for row in rows] == list(range(lines.row_count))
    for number, text in enumerate(lines.texts):
        assert "".join(text[row.start : row.end] for row in rows if row.line == number) == text


@given(_CODE)
def test_each_position_is_in_the_line_that_holds_it(code: str) -> None:
    lines = CodeLines(code)
    position = 0
    for number, text in enumerate(code.split("\n")):
        assert lines.start_of(number) == position
        assert lines.end_of(number) == position + units(text)
        assert lines.line_of(position) == lines.line_of(position + units(text)) == number
        position += units(text) + 1


def test_a_line_longer_than_anyone_reads_is_laid_out_in_segments() -> None:
    lines = CodeLines("short\n" + "y" * 5000)
    segments = lines.segments(1)
    assert [segment.end - segment.start for segment in segments] == [1000] * 5
    assert [segment.cell for segment in segments] == [0, 1000, 2000, 3000, 4000]
    sheet = code_sheet("short\n" + "y" * 5000)
    painted(sheet)
    assert sheet._rows.laid_out < 4


def test_growing_code_is_lexed_again_only_when_it_has_grown_by_much() -> None:
    LEXERS._load("python")
    inks, runs = CodeInks(), 0
    code = ""
    for number in range(300):
        code += f"x{number} = {number}\n"
        inks.become("python", code, closed=False)
        while inks.wants(1000):
            inks.work(1000)
            runs += 1
    assert runs < 40
    inks.become("python", code, closed=True)
    while inks.wants(1000):
        inks.work(1000)
    assert len(inks.parts) == 301


def test_code_too_long_to_be_coloured_stays_plain() -> None:
    inks = CodeInks()
    inks.become("python", "x = 1\n" * 100_000, closed=True)
    assert not inks.wants(10)


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\v", "\f"])
def test_a_sign_that_ends_lines_elsewhere_ends_none_in_code(sign: str) -> None:
    sheet = code_sheet(f"one{sign}still\ntwo")
    assert sheet.composition.line_count == 2
    assert sheet.place_of(at(sheet, "one")).y() == sheet.place_of(at(sheet, "still")).y()


def test_a_composition_of_code_has_no_colours_of_its_own() -> None:
    (one,) = composed("```py\na\n```")
    assert isinstance(one, CodeComposition)
    assert one.code == "a"
