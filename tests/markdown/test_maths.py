r"""What is mathematics and what is money, a name or a bracket that somebody escaped."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop_app.markdown.blocks import Block, BlockKind
from desktop_app.markdown.parser import parse
from desktop_app.markdown.stream import BlockStream


def _formulas(text: str) -> list[str]:
    return [span.text for block in parse(text) for span in block.spans if span.maths]


def _shown(block: Block) -> str:
    return "".join(span.text for span in block.spans)


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("where $x^2 + y$ is", "x^2 + y"),
        ("where $velocity$ is", "velocity"),
        ("($x$)", "x"),
        ("so $x$, then", "x"),
        ("the $n$th and", "n"),
        ("an $x$-axis", "x"),
        ("take $2n$ of", "2n"),
        ("take $3.14$ of", "3.14"),
        ("take $5 \\cdot 10^3$ of", "5 \\cdot 10^3"),
        ("其中$x_1$是", "x_1"),
        ("a \\$ and $\\$5$", "\\$5"),
        ("where \\(x^2\\) is", "x^2"),
        ("where \\( x +\ny \\) is", "x + y"),
        ("so $$ a = b $$ is", "a = b"),
        ("so \\[ a = b \\] is", "a = b"),
        ("*so $a*b*c$ is*", "a*b*c"),
        ("| $x$ |\n|---|\n", "x"),
        ("[see $x$](http://a.b)", "x"),
    ],
)
def test_mathematics_is_one_run_without_its_signs(text: str, latex: str) -> None:
    spans = [
        span for block in parse(text) for span in (*block.spans, *(s for r in block.rows for c in r.cells for s in c))
    ]
    (formula,) = (span for span in spans if span.maths)
    assert formula.text == latex
    assert text[formula.start] in "$\\"
    assert text[formula.end - 1] in "$])"


@pytest.mark.parametrize(
    "text",
    [
        "it costs $5 and not $10 today",
        "from $5 to $6, or US$7 and A$8",
        "between $5-$10 a month",
        "it is $5 million, or 6$ or 7$",
        "$HOME and $PATH, or $HOME/$PATH",
        "a $ b $ c",
        "$AAPL, $TSLA",
        "`$x$` is code",
        "$x `a$` b",
        "``` $x$ ```",
        "\\$x$",
        "$$$ dear",
        "$$",
        "(\\[not a link\\](/x)",
        "words \\[in brackets\\] and \\(so\\, on\\)",
        "\\(open",
        "[$x](/u$)[",
        "https://a.b/$x$",
        "<a href='$x$'>",
    ],
)
def test_what_only_has_dollars_or_brackets_stays_as_it_is(text: str) -> None:
    assert _formulas(text) in ([], ["x](/u"])
    assert all(block.kind is not BlockKind.MATHS or not block.text for block in parse(text))


@pytest.mark.parametrize(
    ("text", "latex", "rest"),
    [
        ("$$\nx^2\n$$\nafter", "x^2", ["after"]),
        ("before\n$$\nx^2\n\n$$", "x^2", ["before", ""]),
        ("\\[\nx\n\\]", "x", []),
        ("\\[ x^2 \\]", "x^2", []),
        ("$$ x^2 $$", "x^2", []),
        (
            "$$\\begin{aligned}\n- x &= 1 \\\\\n= y\n\\end{aligned}$$\nz",
            "\\begin{aligned}\n- x &= 1 \\\\\n= y\n\\end{aligned}",
            ["z"],
        ),
        ("\\begin{align*}\nx &= 1\n\\end{align*}", "\\begin{align*}\nx &= 1\n\\end{align*}", []),
        ("$$\nnever closed\n\nafter", "never closed", ["after"]),
        ("$$\nx\n```\ncode\n```\n", "x", [""]),
        ("> $$\n> x\n> $$\n", "x", []),
        ("```math\nx\n\ny\n```\nafter", "x\n\ny", ["after"]),
        ("- a\n  $$\n  x\n  $$\n- b", "x", ["a", "b"]),
    ],
)
def test_display_on_lines_of_its_own_is_a_block(text: str, latex: str, rest: list[str]) -> None:
    blocks = parse(text)
    formulas = [block for block in blocks if block.kind is BlockKind.MATHS and block.text]
    assert [block.text for block in formulas] == [latex]
    assert [_shown(block) for block in blocks if block not in formulas] == rest


def test_words_behind_the_closing_sign_make_it_a_paragraph() -> None:
    (block,) = parse("$$\nx\n$$ where x is")
    assert [(span.text, span.display) for span in block.spans] == [("x", True), (" where x is", False)]


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="$\\()[]`x1 ^a\n{}", max_size=40))
@example("$\\`$")
@example("\\(x\\`\\)")
def test_no_code_is_in_a_formula(text: str) -> None:
    for block in parse(text):
        assert "`" not in (block.text if block.kind is BlockKind.MATHS else "")
        assert not any("`" in span.text for span in block.spans if span.maths)


def test_a_fence_of_mathematics_is_mathematics_from_its_first_line_on() -> None:
    stream = BlockStream()
    stream.feed("```math\nx^2\n\n= y\n")
    (block,) = stream.update().open
    assert (block.kind, block.text) == (BlockKind.MATHS, "x^2\n\n= y\n")
    stream.feed("```\n")
    (block,) = stream.update().closed
    assert (block.kind, block.text, block.closed) == (BlockKind.MATHS, "x^2\n\n= y", True)
