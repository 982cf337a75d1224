"""Texts that are all edges: Markdown put together at random from the pieces that break parsers."""

from __future__ import annotations

from hypothesis import strategies as st

_PIECES = [
    *("word", "Two words. ", "a", " ", "  ", "\n", "\n", "\n\n", "\t", "    ", "\r\n", "\\", "\\*", "&amp;", "&"),
    *("*", "**", "_", "__", "~~", "~", "`", "``", "```", "~~~", "```py\n", "\n```\n", "[", "]", "](", ")", "[a]", "!["),
    *("# ", "## ", "\n---\n", "\n===\n", "---", "> ", "\n> ", "- ", "\n- ", "\n  - ", "1. ", "\n2. ", "\n   ", "* "),
    *("|", "| a | b |\n|---|---|\n| c | d |\n", "|--|\n", "<", ">", "<b>", "<br>", "<div>\n", "</div>", "<!-- ", "-->"),
    *(
        "https://a.b/c_d",
        "www.a.org",
        "[a]: /url\n",
        '[b]: /u "t\n',
        "$",
        "é",
        "中文。",
        "👩‍👩‍👧",
        "3.14",
        "5 * 3",
        "snake_case",
    ),
    *(
        "$$",
        "$$\n",
        "$$ x^2\n",
        "\\(",
        "\\)",
        "\\[",
        "\\]\n",
        "x_1",
        "\\frac{a}{b}",
        "$5",
        "\\begin{align}",
        "\\end{align}\n",
    ),
    *(
        "[^1]",
        "\n[^1]: ",
        "[^n]:\n",
        "\n: ",
        "\na\n: b\n",
        ": ",
        "[ ] ",
        "- [x] ",
        "\n> [!NOTE]\n",
        "[!TIP]",
        "<img alt='a' src=b>",
    ),
]


def markdown_texts() -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(_PIECES), max_size=25).map("".join)


@st.composite
def cut_texts(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> list[str]:
    """A text cut into deltas anywhere."""
    text = draw(texts)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=12)))
    return [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
