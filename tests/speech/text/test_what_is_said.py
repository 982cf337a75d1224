"""What the listener chose to hear of code, tables, links, formulas and the rest; and what is never said at all."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.choices import SaidAddresses, SaidCode, SaidEmoji, SaidMaths, SaidQuotes, SaidTables
from desktop_app.domain.said import WhatIsSaid
from desktop_app.domain.settings import Settings
from desktop_app.speech.text.reader import StreamReader
from tests.speech.text.test_reader_properties import texts
from tests.support.markdown_texts import cut_texts

_CODE = "Look here:\n\n```python\nx = 1\n\nprint(x)\n```\n\nThat is it.\n"
_TABLE = "Look here:\n\n| Name | Age |\n|---|---|\n| Ann | 3 |\n| Bob | 4 |\n\nThat is it.\n"
_QUOTE = "Look here:\n\n> They said so.\n>\n> And they meant it.\n\nThat is it.\n"


def _said(text: str, **chosen: object) -> list[str]:
    reader = StreamReader("t", replace(WhatIsSaid(), **chosen))  # type: ignore[arg-type]
    return [phrase.text for phrase in [phrase for char in text for phrase in reader.feed(char)] + reader.finish()]


@pytest.mark.parametrize(
    ("fence", "name"),
    [
        ("```{.python}", "Code, Python, 1 line."),
        ("```python:main.py", "Code, Python, 1 line."),
        ("```c#", "Code, C sharp, 1 line."),
        ("~~~ jsx", "Code, JSX, 1 line."),
        ("```", "Code, 1 line."),
    ],
)
def test_code_is_called_by_the_name_of_its_language(fence: str, name: str) -> None:
    assert _said(f"{fence}\nx\n{fence[:3]}\n", code=SaidCode.ANNOUNCE) == [name]


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        (SaidCode.SKIP, []),
        (SaidCode.ANNOUNCE, ["Code, Python, 3 lines."]),
        (SaidCode.READ, ["Code, Python, 3 lines.", "x = 1", "print(x)"]),
    ],
)
def test_code_is_skipped_announced_or_read(chosen: SaidCode, said: list[str]) -> None:
    assert _said(_CODE, code=chosen) == ["Look here:", *said, "That is it."]


@pytest.mark.parametrize(
    "text",
    [
        "```first\nfirst(1)\n  second(2)\n```\n",
        "- first\n\n  ```first\n  first(1)\n    second(2)\n  ```\n",
        "> ```\n> first(1)\n>   second(2)\n> ```\n",
        "    first(1)\n      second(2)\n",
    ],
)
def test_code_that_is_read_knows_its_lines_in_the_source(text: str) -> None:
    reader = StreamReader("t", WhatIsSaid(code=SaidCode.READ))
    lines = [phrase for phrase in [*reader.feed(text), *reader.finish()] if "(" in phrase.text]
    assert [text[phrase.start : phrase.end] for phrase in lines] == ["first(1)", "second(2)"]


def test_an_announcement_speaks_the_language_of_the_answer() -> None:
    text = "Das ist der Code, den du für die Aufgabe brauchst.\n\n```sh\nls\n```\n"
    assert _said(text, code=SaidCode.ANNOUNCE)[-1] == "Code, shell, 1 Zeile."


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        (SaidTables.READ, ["Ann, Age: 3", "Bob, Age: 4"]),
        (SaidTables.ANNOUNCE_AND_READ, ["Table, 2 columns.", "Ann, Age: 3", "Bob, Age: 4"]),
        (SaidTables.ANNOUNCE, ["Table, 2 columns."]),
        (SaidTables.SKIP, []),
    ],
)
def test_a_table_is_read_announced_or_skipped(chosen: SaidTables, said: list[str]) -> None:
    assert _said(_TABLE, tables=chosen) == ["Look here:", *said, "That is it."]


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        (SaidQuotes.READ, ["They said so.", "And they meant it."]),
        (SaidQuotes.ANNOUNCE, ["Quote: They said so.", "And they meant it."]),
        (SaidQuotes.SKIP, []),
    ],
)
def test_a_quotation_is_read_announced_or_skipped(chosen: SaidQuotes, said: list[str]) -> None:
    assert _said(_QUOTE, quotes=chosen) == ["Look here:", *said, "That is it."]


@pytest.mark.parametrize(
    ("text", "chosen", "said"),
    [
        ("at https://www.a.org/b?c now", {}, "at a.org now"),
        ("at https://www.a.org/b?c now", {"addresses": SaidAddresses.WHOLE}, "at https://www.a.org/b?c now"),
        ("at https://www.a.org/b?c now", {"addresses": SaidAddresses.SKIP}, "at now"),
        ("a [page](https://a.org) now", {"addresses": SaidAddresses.SKIP}, "a page now"),
        ("a photo ![of a cat](cat.png) here", {"images": False}, "a photo here"),
        ("2. second", {"numbers": False}, "second"),
        ("where $x^2$ is", {}, "where x squared is"),
        ("where $x^2$ is", {"maths": SaidMaths.ANNOUNCE}, "where formula is"),
        ("where $x^2$ is", {"maths": SaidMaths.SKIP}, "where is"),
        ("well done 👍🏽 🎉", {}, "well done"),
        ("well done 👍🏽 🎉", {"emoji": SaidEmoji.NAME}, "well done thumbs up medium skin tone party popper"),
        ("a fact [1][2] and more[^3]", {}, "a fact and more"),
        ("a fact [1, 2] and more[^3]", {"notes": True}, "a fact (note 1, 2) and more (note 3)"),
        ("a source [1](https://a.b) too", {"notes": True}, "a source note 1 too"),
        ("[^2]: The words.", {"notes": True}, "note 2: The words."),
        ("[^2]: The words.", {}, "The words."),
        ("> [!NOTE]\n> Mind it.", {"quotes": SaidQuotes.SKIP}, "Note: Mind it."),
        ("> [!NOTE]\n> Mind it.", {"quotes": SaidQuotes.ANNOUNCE}, "Note: Mind it."),
        ("so:\n\n$$\nx^2\n$$\n", {"maths": SaidMaths.ANNOUNCE}, "so: formula"),
        ("so:\n\n$$\nx^2\n$$\n", {"maths": SaidMaths.SKIP}, "so:"),
        ("<p><img alt='a cat' src=b> here</p>", {"images": False}, "here"),
        ("<img alt='a cat' src=b> here", {"images": False}, "here"),
        ("<div>\nwords\n</div>", {}, "words"),
        ("<div>\nwords\n</div>", {"html": False}, ""),
    ],
)
def test_each_kind_of_thing_is_said_as_chosen(text: str, chosen: dict[str, object], said: str) -> None:
    assert " ".join(_said(text, **chosen)) == said


_EVERYTHING = WhatIsSaid(
    SaidCode.READ, SaidTables.ANNOUNCE_AND_READ, SaidAddresses.WHOLE, emoji=SaidEmoji.NAME, notes=True
)


@pytest.mark.parametrize(
    "text",
    [
        "<think>Let me see.\nIs it so? It may be.\n</think>",
        "> <think>Let me see.\n> Is it so? It may be.</think>",
        "<thinking>\nHm.\n\n```py\nx = 1\n```\n\n- a\n\n</thinking>",
        '{"name": "search", "arguments": {"query": "cats. Dogs."}}',
        '<tool_call>\n{"name": "x"}\n</tool_call>',
        "<!-- a comment. Really. -->",
        "<script>\nalert('x. Y');\n</script>",
    ],
)
def test_thinking_and_tool_calls_are_never_said_whatever_is_chosen(text: str) -> None:
    reader = StreamReader("t", _EVERYTHING)
    phrases = [phrase for char in text + "\n\nThe answer.\n" for phrase in reader.feed(char)] + reader.finish()
    assert [phrase.text for phrase in phrases] == ["The answer."]


def policies() -> st.SearchStrategy[WhatIsSaid]:
    kinds = [SaidCode, SaidTables, SaidAddresses, SaidMaths, SaidEmoji, SaidQuotes]
    switches = [st.booleans()] * 4
    return st.builds(WhatIsSaid, *(st.sampled_from(list(kind)) for kind in kinds), *switches)


@settings(max_examples=400, deadline=None)
@given(cut_texts(texts()), policies())
def test_any_cut_gives_the_same_phrases_whatever_is_chosen(deltas: list[str], policy: WhatIsSaid) -> None:
    text = "".join(deltas)
    said = []
    for pieces in (deltas, list(text), [text]):
        reader = StreamReader("t", policy)
        said.append([phrase for piece in pieces for phrase in reader.feed(piece)] + reader.finish())
    assert said[0] == said[1] == said[2]
    assert all(0 <= phrase.start < phrase.end <= len(text) for phrase in said[0])


def test_the_settings_hold_what_is_said_and_nothing_changes_until_somebody_chooses() -> None:
    assert WhatIsSaid.of(Settings()) == WhatIsSaid()
    chosen = Settings.from_values({"said_code": "announce", "said_notes": True})
    assert WhatIsSaid.of(chosen) == WhatIsSaid(code=SaidCode.ANNOUNCE, notes=True)


def test_a_formula_is_not_parted_though_it_is_as_long_in_words_as_in_signs() -> None:
    text = "By \\( x^2. Y \\) it is. Then comes more of it, and by \\( x^2. Y \\) it is."
    reader = StreamReader("t")
    phrases = [phrase for char in text for phrase in reader.feed(char)] + reader.finish()
    assert (
        " ".join(phrase.text for phrase in phrases)
        == "By x squared. Y it is. Then comes more of it, and by x squared. Y it is."
    )


def test_no_blank_is_left_before_a_stop_where_an_emoji_stood() -> None:
    assert _said("Great job 👩‍💻! It is 🎉🎉, so.\n") == ["Great job!", "It is, so."]
