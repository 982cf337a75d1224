"""A formula that is still being written is shown as mathematics or not at all, and its signs never."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.markdown.blocks import Block, BlockKind
from desktop_app.markdown.half_latex import whole
from desktop_app.markdown.stream import BlockStream


def _states(text: str) -> list[tuple[Block, ...]]:
    """What is open after each character."""
    stream, states = BlockStream(), []
    for char in text:
        stream.feed(char)
        states.append(stream.update().open)
    return states


def _last(text: str) -> list[tuple[str, bool]]:
    return [(span.text, span.maths) for block in _states(text)[-1] for span in block.spans]


@pytest.mark.parametrize(
    "text",
    [
        "so $x^2 + \\frac{a}{b}$ is",
        "so $velocity$ and \\(x_1\\) is",
        "**so $x_1$ is** and $$a = b$$ too",
        "so \\[ a = \\sqrt{b} \\] is",
        "- one $x_1$\n- two $y$",
        "note[^1] and more[^two].",
    ],
)
def test_signs_of_half_a_formula_never_flash(text: str) -> None:
    for state in _states(text):
        for span in (span for block in state for span in block.spans):
            assert span.maths or not set("$\\_^[]{}") & set(span.text)


@pytest.mark.parametrize("text", ["$$\nx^2 +\n\\frac{a}{b}\n$$", "\\[\nx^2\n\\]", "$$ x^2 = \\frac{a}{b} $$"])
def test_an_open_block_of_mathematics_is_one_from_its_first_line_on(text: str) -> None:
    for state in _states("Look:\n\n" + text)[len("Look:\n\n") + 4 :]:
        assert [block.kind for block in state] in ([BlockKind.MATHS], [])
        assert all("$" not in block.text and "\\[" not in block.text for block in state)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("so $x^2", [("so ", False), ("x^2", True)]),
        ("so $x^", [("so ", False), ("x", True)]),
        ("so $\\frac{a", [("so ", False), ("\\frac{a}{}", True)]),
        ("it costs $5", [("it costs $5", False)]),
        ("it costs $5 a mon", [("it costs $5 a mon", False)]),
        ("so $2x^2", [("so ", False), ("2x^2", True)]),
        ("so $", [("so", False)]),
        ("so $x", [("so", False)]),
        ("with $AAPL up", [("with $AAPL up", False)]),
        ("so `$x_1", [("so ", False), ("$x_1", False)]),
        ("so $x$ and **b", [("so ", False), ("x", True), (" and ", False), ("b", False)]),
        ("so[^", [("so", False)]),
    ],
)
def test_what_tells_is_shown_and_what_does_not_is_held_back_or_text(text: str, shown: list[tuple[str, bool]]) -> None:
    assert _last(text) == shown


@pytest.mark.parametrize(
    "held",
    ["$", "$$", "\\", "\\[", "\\beg", "[^1", "[^1]", "[^1]: ", "- [", "- [x", "- [ ] ", "> [!NO", "> [!NOTE]", ": "],
)
def test_a_mark_that_may_become_anything_is_held_back(held: str) -> None:
    assert _states("words\n\n" + held)[-1] == ()


@pytest.mark.parametrize(
    ("latex", "shown"),
    [
        (r"\frac{a}{b", r"\frac{a}{b}"),
        (r"\frac{a", r"\frac{a}{}"),
        (r"\frac{a}", r"\frac{a}{}"),
        (r"x^{2+\sqrt{y", r"x^{2+\sqrt{y}}"),
        (r"\left( x", r"\left( x\right."),
        (r"\begin{aligned} a &= b \\", r"\begin{aligned} a &= b \\\end{aligned}"),
        (r"a + \alp", "a +"),
        (r"a \begin{ali", "a"),
        (r"a\\\f", "a"),
        ("x_", "x"),
        ("", ""),
    ],
)
def test_half_latex_is_made_whole(latex: str, shown: str) -> None:
    end, closing = whole(latex)
    assert latex[:end] + closing == shown


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="\\{}ab^_ $frac", max_size=40))
def test_what_was_made_whole_has_as_many_braces_of_either_kind(latex: str) -> None:
    end, closing = whole(latex.replace("}", "").replace("\\", ""))
    made = latex.replace("}", "").replace("\\", "")[:end] + closing
    assert made.count("{") == made.count("}")
