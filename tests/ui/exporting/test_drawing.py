"""How the window looks, in an HTML file: its colours light and dark, code in them, formulas as outlines."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.exchange.rendering import Drawing
from desktop_app.ui.exporting.drawing import PageDrawing
from desktop_app.ui.theme import DARK, LIGHT

DRAWING: Drawing = PageDrawing(LIGHT, DARK)


def test_every_class_and_variable_that_is_used_is_defined_light_and_dark() -> None:
    style = DRAWING.style
    assert set(re.findall(r"var\((--\w+)\)", style)) <= set(re.findall(r"(--\w+):", style))
    assert f"--page: {LIGHT.page}" in style
    assert f"prefers-color-scheme: dark) {{ :root {{ --page: {DARK.page}" in style


def test_code_is_coloured_and_stays_the_code() -> None:
    text = 'def f(x):\n    """A word."""\n    return "é" + x  # why\n\n'
    runs = DRAWING.code("Python", text)
    assert "".join(run.text for run in runs) == text
    looks = {run.text: run.look for run in runs}
    assert looks["def"] == "keyword"
    assert looks["# why"] == "comment italic"


@given(st.text(max_size=80), st.sampled_from(["python", "html", "diff", "json", "", "no such language"]))
def test_whatever_the_code_none_of_it_is_lost(text: str, language: str) -> None:
    assert "".join(run.text for run in DRAWING.code(language, text)) == text


@pytest.mark.parametrize("latex", ["x^2", r"\frac{a}{b}", r"\color{red}{x}", "a<b", '"'])
def test_a_formula_is_a_picture_that_names_its_latex(latex: str) -> None:
    made = DRAWING.formula(latex, display=False)
    assert made is not None
    drawing = ET.fromstring(made)
    assert drawing.attrib["aria-label"] == latex
    assert {one.tag for one in drawing.iter()} == {"svg", "title", "path"}
    assert float(drawing.attrib["width"].removesuffix("em")) > 0


def test_what_cannot_be_set_is_left_as_it_is() -> None:
    assert DRAWING.formula(r"\nosuchthing{x}", display=True) is None
