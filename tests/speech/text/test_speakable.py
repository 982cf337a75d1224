"""What is said of each kind of block: words, never signs; and of code, tags, thinking and tool calls nothing."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.markdown.blocks import BlockKind
from desktop_app.markdown.parser import parse
from desktop_app.speech.text.maths import spoken_maths
from desktop_app.speech.text.read_aloud import read_aloud
from desktop_app.speech.text.reader import StreamReader


def _said(text: str) -> list[str]:
    reader = StreamReader("t")
    return [phrase.text for phrase in [phrase for char in text for phrase in reader.feed(char)] + reader.finish()]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("**bold** and _italic_ and ~~gone~~", "bold and italic and gone"),
        ("call `get_name()` now", "call get_name() now"),
        ("snake_case and 5 * 3 stay", "snake_case and 5 * 3 stay"),
        ("see [the page](https://a.b/c) now", "see the page now"),
        ("at https://www.example.com/" + "x" * 200 + " you can", "at example.com you can"),
        ("write to <mailto:ann@a.org> now", "write to ann@a.org now"),
        ("a photo ![of a cat](cat.png) here", "a photo of a cat here"),
        ("a fact [1], another [2][3].", "a fact, another."),
        ("a note[^1] and 【4†source】 more", "a note and more"),
        ("a source [1](https://a.b) too", "a source too"),
        ("hello 👩‍👩‍👧 there 👍🏽 friend 🇩🇪", "hello there friend"),
        ("a <b>tag</b> is <span class='x'>gone</span>", "a tag is gone"),
        ("where $x^2 + y$ is small", "where x squared plus y is small"),
        (r"where \( x^2 \) is small", "where x squared is small"),
        (r"words \[in brackets\] and \(so\, on\) stay", "words [in brackets] and (so, on) stay"),
        ("\\[\nx^2 = 4\n\\]", "x squared equals 4"),
        ("$$\nx^2 = 4\n$$", "x squared equals 4"),
        ("1. [ ] buy milk\n2. [x] call mum", "1. buy milk 2. call mum"),
        ("[^1]: The words of the note.", "The words of the note."),
        ("> [!NOTE]\n> Mind the gap.", "Note: Mind the gap."),
        ("1️⃣ first and 2️⃣ second", "1: first and 2: second"),
        ("it is ==marked== :smile: here", "it is marked here"),
        ("<div>\n<p>Tom &amp; Jerry</p>\n<script>var secret;</script>\n<p>run</p>\n</div>", "Tom & Jerry run"),
        ("<|channel|>analysis<|message|>I think.<|end|><|start|>assistant<|channel|>final<|message|>Hello.", "Hello."),
        ("[THINK]I think. A lot.[/THINK]Hello you.", "Hello you."),
        ("◁think▷I think. A lot.◁/think▷Hello you.", "Hello you."),
        ('[TOOL_CALLS] [{"name": "f", "arguments": {}}]', ""),
        ("it costs $5 and not $10 today", "it costs $5 and not $10 today"),
        ("fish &amp; chips \\*", "fish & chips *"),
        ("**never closed", "never closed"),
        ("> quoted\n> words", "quoted words"),
        ("- [x] done", "done"),
        ("Apple\n: a fruit. It is red.\nOrange\n: a colour\n", "Apple a fruit. It is red. Orange a colour"),
        ("As said[^1], so[^b].\n\n[^1]: First. Yes.\n[^b]: Second.\n", "As said, so. First. Yes. Second."),
        ("> [!WARNING]\n> Mind it.\n>\n> And this.", "Warning: Mind it. And this."),
        ("> [!DANGER] Mind it.", "Danger: Mind it."),
        ("1. $$\n   x^2\n   $$\n2. b", "1. x squared 2. b"),
        ("by $$ x\n= y $$ it is", "by x equals y it is"),
        ("\\begin{align}\na &= b \\\\\nc &= d\n\\end{align}", "a equals b, c equals d"),
        ("from $5. Then to $6, or A$7. Yes", "from $5. Then to $6, or A$7. Yes"),
        ("the $n$th of $2n$ is `$x$`", "the nth of 2n is $x$"),
        ("see <img src=a.png alt='a cat'> here", "see a cat here"),
        ("<p>see <img src=a.png alt='a cat'> here</p>", "see a cat here"),
        ("1. one", "1. one"),
        ("Title\n===", "Title"),
        ("<details>\n<summary>More</summary>\n</details>", "More"),
        ("one  \ntwo", "one two"),
    ],
)
def test_words_are_said_and_signs_are_not(text: str, said: str) -> None:
    assert " ".join(_said(text)) == said


@pytest.mark.parametrize(
    "text",
    [
        "<think>Let me see. Is it so?</think>",
        "<think>\nLet me see.\n\nIs it so?\n</think>",
        "<thinking>\nHm.\n\n- a\n- b\n\n</thinking>",
        '{"name": "search", "arguments": {"query": "cats. Dogs."}}',
        '<tool_call>\n{"name": "x"}\n</tool_call>',
        "<!-- a comment. Really. -->",
        "<script>\nalert('x. Y');\n</script>",
        "😀 🎉",
        "***",
        "---",
        "[a]: https://a.b 'title'",
    ],
)
def test_some_things_are_never_said(text: str) -> None:
    assert _said(text) == []
    assert _said(text + "\n\nThe answer.\n") == ["The answer."]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("> [!TIP]\n> Das ist ein Hinweis, den du nicht vergessen solltest.", "Tipp: Das ist"),
        ("> [!CAUTION]\n> C'est une chose que vous ne devez pas oublier.", "Attention: C'est"),
    ],
)
def test_an_alert_says_its_sort_in_the_language_of_its_words(text: str, said: str) -> None:
    assert " ".join(phrase.text for phrase in read_aloud(text, "t")).startswith(said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Let me see, I\n</think>\n\nHello.", ["Hello."]),
        ("- a\n- b\n\nHm, I\n[/THINK]\nHello.", ["a", "b", "Hello."]),
        ("<div>\nHm.\n</think>\nHello.", ["Hello."]),
        ("Write </think> to end it.", ["Write to end it."]),
    ],
)
def test_what_was_not_said_yet_when_thinking_ends_that_nothing_opened_is_not_said(text: str, said: list[str]) -> None:
    assert _said(text) == said


def test_a_table_is_read_row_by_row_behind_its_headings() -> None:
    table = "| Name | Age | City |\n|---|---|---|\n| Ann | 3 | Rome |\n| Bob | | **Oslo** |\n"
    assert _said("Look:\n\n" + table) == ["Look:", "Ann, Age: 3, City: Rome", "Bob, City: Oslo"]


def test_bold_that_comes_in_halves_is_one_word() -> None:
    reader = StreamReader("t")
    phrases = [phrase for delta in ["So **bo", "ld**", " it", " is.", " Next"] for phrase in reader.feed(delta)]
    assert [phrase.text for phrase in phrases] == ["So bold it is."]


def test_list_items_are_said_as_soon_as_the_next_begins() -> None:
    reader = StreamReader("t")
    phrases = reader.feed("- buy milk\n- b")
    assert [phrase.text for phrase in phrases] == ["buy milk"]


def test_what_is_said_knows_its_place() -> None:
    text = "So **this** is it, really. And `that` [too](http://a.b).\n\n1. And *so* on"
    assert [text[phrase.start : phrase.end] for phrase in read_aloud(text, "t")] == [
        "So **this** is it,",
        "really. And `that` [too](http://a.b).",
        "1. And *so* on",
    ]


_FENCES = [
    *(
        "```\n{}\n```\n",
        "```\n{}\n",
        "```\n{}",
        "~~~\n{}\n~~~\n",
        "~~~\n{}",
        "``` py\n{}\n```\n",
        "````\n```\n{}\n```\n````\n",
    ),
    *(
        "~~~\n```\n{}\n~~~\n",
        "```\n~~~\n{}\n```\n",
        "   ```\n   {}\n   ```\n",
        "```py title=a.b\n{}\n```   \n",
        "```\n\n{}\n\n```\n",
    ),
    *("    {}\n", "\t{}\n", "    a\n\n    {}\n", "```\n{}\n`````\n", "```\n{}\n``\n```\n", "~~~~\n{}\n~~~\n~~~~\n"),
]
_AROUND = [
    "{}",
    "Words first.\n\n{}\nWords after.\n",
    "- item\n\n{}",
    "1. item. More.\n\n{}\n2. next\n",
    "> quote. More.\n\n{}",
]


def _indented(text: str, prefix: str) -> str:
    return "".join(prefix + line for line in text.splitlines(keepends=True))


@pytest.mark.parametrize(
    ("fence", "around", "prefix"), list(itertools.product(_FENCES, _AROUND, ["", "  ", "   ", "> "]))
)
def test_code_is_never_said_and_prose_always(fence: str, around: str, prefix: str) -> None:
    text = around.format(_indented(fence.format("secret = 'One. Two.'; go()"), prefix))
    said = " ".join(_said(text))
    blocks = parse(text)
    code = "".join(block.text for block in blocks if block.kind is BlockKind.CODE)
    prose = "".join(span.text for block in blocks for span in block.spans)
    assert ("secret" in said) == ("secret" in prose)
    assert ("secret" in code) != ("secret" in prose)
    for word in ("Words", "item", "More", "next", "quote"):
        assert (word in said) == (word in prose)


@pytest.mark.parametrize(
    ("latex", "words"),
    [
        (r"x^2", "x squared"),
        (r"x^{10}", "x to the power of 10"),
        (r"\frac{a}{b}", "a over b"),
        (r"a_1 \times b", "a 1 times b"),
        (r"x \leq y", "x is at most y"),
        (r"x^10 + \sqrt[3]{y} < 2\%", "x to the power of 10 plus the cube root of y is less than 2 percent"),
        (r"\frac{\frac{a}{b}}{c^{2}}", "a over b over c squared"),
        (r"\sum_{i=1}^{n} i!", "the sum from i equals 1 to n of i factorial"),
        (r"\lim_{x \to 0} f(x)", "the limit as x to 0 of f of x"),
        (r"\left| x \right| = 90^\circ", "the absolute value of x equals 90 degrees"),
        (r"\begin{aligned} a &= b \\ c &= d \end{aligned}", "a equals b, c equals d"),
        (r"\frac", "over"),
        ("{" * 1000 + "x", "x"),
        (r"\alpha = 2", "alpha equals 2"),
        (r"\sqrt{x}", "the square root of x"),
    ],
)
def test_simple_mathematics_becomes_words(latex: str, words: str) -> None:
    assert spoken_maths(latex) == words


@given(st.text(alphabet="\\{}[]()|^_$&!' ab12+-=", max_size=60))
def test_no_formula_is_too_broken_to_be_read(latex: str) -> None:
    assert "{" not in spoken_maths(latex)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Der Satz gilt für alle Dreiecke: $a^2 + b^2 = c^2$.", "a hoch zwei plus b hoch zwei gleich c hoch zwei"),
        ("La formule est connue de tous : $x^2 = 4$.", "x au carré égale 4"),
        ("La fórmula es muy conocida: $x < 4$.", "x es menor que 4"),
        ("Wzór jest znany i nie jest trudny: $x^2 = 4$.", "formula"),
    ],
)
def test_mathematics_is_read_in_the_language_around_it_or_named(text: str, said: str) -> None:
    assert said in " ".join(phrase.text for phrase in read_aloud(text, "t"))


@pytest.mark.parametrize(
    "text",
    [
        '<function_calls>\n<invoke name="a">\n<parameter name="b">c</parameter>\n</invoke>\n</function_calls>\nOk.',
        "<tool_calls><function=f>x</function> a</tool_calls>\nOk.",
        "<|tool_calls_section_begin|>x<|tool_call_begin|>y<|tool_call_end|>z<|tool_calls_section_end|>Ok.",
        "<｜tool▁calls▁begin｜><｜tool▁call▁begin｜>y<｜tool▁call▁end｜>z<｜tool▁calls▁end｜>Ok.",
        "<think>\nA <tool_call> is.\n\nMore.\n</think>\nOk.",
        "<think>a</thinking>\n\nOk.",
        "[THINK]a[/THINK]Ok.",
        '<|channel|>commentary to=x<|message|>{"a":1}<|call|>Ok.',
    ],
)
def test_a_call_within_a_call_and_what_stands_between_them_is_not_said(text: str) -> None:
    reader = StreamReader("t")
    phrases = [phrase for char in text for phrase in reader.feed(char)] + reader.finish()
    assert [phrase.text for phrase in phrases] == ["Ok."]
