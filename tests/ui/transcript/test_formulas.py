"""Formulas are set as maths in a thread; what cannot be set stays LaTeX, and places stay right."""

from __future__ import annotations

import pytest

from desktop_app.ui.theme import LIGHT
from desktop_app.ui.transcript.compositions.composition import Stretch
from desktop_app.ui.transcript.looks.looks import Styles
from desktop_app.ui.transcript.sheets.formulas import Formulas, formula_of
from desktop_app.ui.transcript.sheets.sheet import Lights
from desktop_app.ui.transcript.sheets.sheets import make_sheet
from tests.ui.transcript.sheeting import WIDTH, composed, finished, ink_in, painted, sheet_of

pytestmark = pytest.mark.usefixtures("fonts")


@pytest.mark.parametrize(
    "latex",
    [
        r"E=mc^2",
        r"\frac{a}{b}+\sqrt[3]{x}",
        r"\int_0^\infty e^{-x^2}\,dx",
        r"\begin{pmatrix}a&b\\c&d\end{pmatrix}",
        r"\begin{cases}1&x\\2&y\end{cases}",
        r"\sum_{n=1}^\infty \mathbb{R}",
        r"\color{red}{x}+\boxed{y}",
        r"\text{für } x<0",
    ],
)
def test_usual_latex_is_set(latex: str) -> None:
    for display in (True, False):
        formula = formula_of(latex, display=display)
        assert formula is not None
        assert formula.width > 5
        assert formula.ascent > 5
        assert formula.outlines


@pytest.mark.parametrize("latex", [r"\frac{a", r"x_", r"\nosuchcommand{x}", "", "x" * 4000, r"\begin{nothing}"])
def test_what_cannot_be_set_is_given_up(latex: str) -> None:
    assert formula_of(latex, display=False) is None


def test_a_tall_formula_is_taller_on_a_line_of_its_own() -> None:
    inline, display = formula_of(r"\sum_{n=1}^9 n", display=False), formula_of(r"\sum_{n=1}^9 n", display=True)
    assert inline is not None
    assert display is not None
    assert display.ascent + display.descent > inline.ascent + inline.descent


def test_formulas_are_set_in_a_thread_that_ends() -> None:
    formulas = Formulas()
    assert not formulas.known("x^2", display=False)
    while not formulas.known("x^2", display=False):
        pass
    assert formulas.get("x^2", display=False) is not None
    assert formulas.get("x^2", display=True) is None


def test_until_it_is_set_its_latex_is_seen_and_then_the_formula_takes_its_place() -> None:
    (piece,) = composed("Before $\\frac{q}{7}+q_{71}$ after.")
    sheet = make_sheet(piece, Styles(LIGHT), WIDTH)
    if sheet.unfinished:
        latex = sheet.place_of(piece.text.index("after")).x()
        finished(sheet)
        assert sheet.place_of(piece.text.index("after")).x() < latex


def test_the_positions_of_its_latex_are_all_at_the_formula() -> None:
    sheet = sheet_of("Before $\\frac{a}{b}$ after.")
    text = sheet.composition.text
    start = text.index("\\frac")
    end = start + len("\\frac{a}{b}")
    xs = [sheet.place_of(at).x() for at in range(start, end)]
    assert len(set(xs)) == 1
    assert sheet.place_of(end).x() > xs[0] + 4
    assert sheet.line_at(start) == Stretch(0, len(text))


def test_part_of_its_latex_lights_all_of_the_formula() -> None:
    sheet = sheet_of("Before $\\frac{a}{b}$ after.")
    at = sheet.composition.text.index("rac")
    place = sheet.place_of(at)
    dark, lit = painted(sheet), painted(sheet, Lights(found=[Stretch(at, at + 2)]))
    x, y = round(place.x()) + 8 + 1, round(place.top()) + 4
    assert dark.pixel(x, y) != lit.pixel(x, y)


def test_a_line_with_a_tall_formula_is_taller() -> None:
    plain, tall = sheet_of("Words $x$ here."), sheet_of("Words $\\frac{\\frac{a}{b}}{\\frac{c}{d}}$ here.")
    assert tall.height > plain.height


def test_a_formula_of_its_own_stands_in_the_middle_and_a_wide_one_scrolls() -> None:
    sheet = sheet_of("$$\nx\n$$")
    picture = painted(sheet)
    assert ink_in(picture, sheet.place_of(0).adjusted(0, 0, 12, 0))
    assert abs(sheet.place_of(0).x() - WIDTH / 2) < 20
    wide = sheet_of("$$\n" + "x + " * 80 + "y\n$$")
    assert wide.scroll_sideways(50)
    assert wide.state == 50


def test_what_cannot_be_set_stands_there_as_latex() -> None:
    sheet = sheet_of("$$\n\\frac{a\n$$")
    assert ink_in(painted(sheet), sheet.place_of(0).adjusted(0, 0, 60, 0))
    assert sheet.place_of(3).x() > sheet.place_of(0).x()


def test_a_formula_in_a_cell_makes_its_row_taller() -> None:
    plain = sheet_of("| a |\n|---|\n| x |")
    tall = sheet_of("| a |\n|---|\n| $\\frac{\\frac{a}{b}}{\\frac{c}{d}}$ |")
    assert tall.height > plain.height


def test_a_selected_formula_is_only_that_formula() -> None:
    """The letter that keeps its place for Qt is not seen, selected or not."""
    (words, formula) = (sheet_of("a $\\quad$ b"), sheet_of("a $x$ b"))
    at = words.composition.text.index("\\quad")
    lights = Lights(selected=Stretch(at, at + 5))
    place = next(iter(words.places(at, at + 5)))  # type: ignore[attr-defined]
    picture = painted(words, lights)
    seen = {picture.pixel(x + 8, y) for x in range(int(place.left()) + 1, int(place.right())) for y in range(30, 44)}
    assert len(seen) <= 1
    assert ink_in(painted(formula), formula.place_of(2).adjusted(0, 0, 8, 0))
