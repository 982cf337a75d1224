"""Messages that are one block, as long as one likes: what a page must bear without a pause."""

from __future__ import annotations

from textwrap import wrap

_WORDS = (
    "The first **thing** to know is that `streams` end; some end *well*. See [the page](https://example.org/a) for "
    "more, and mind that a sentence may be long, may hold several clauses, and may still be worth reading to its end. "
)


def line(characters: int) -> str:
    """A paragraph without a line break."""
    return (_WORDS * (characters // len(_WORDS) + 1))[:characters]


def paragraph(characters: int) -> str:
    return "\n".join(wrap(line(characters), 100))


def table(rows: int) -> str:
    head = "| Name | Value | Unit | Remark |\n|:--|--:|:-:|---|\n"
    return head + "".join(f"| speed {n} | {n * 1.5} | `m/s` | some **remark** on {n} |\n" for n in range(rows))


def quotation(paragraphs: int) -> str:
    return "".join(f"> Somebody said this, number {n}, and it was *written* down.\n>\n" for n in range(paragraphs))


def code(lines: int) -> str:
    body = "".join(f"def when_{n}(line: str) -> int:  # number {n}\n    return {n}\n" for n in range(lines // 2))
    return f"```python\n{body}```\n"


def nested_list(items: int) -> str:
    """One item, in which all others stand, every fourth of them one deeper."""
    deeper = "    1. and one below it\n"
    return "- all of it\n" + "".join(
        f"  - item {n} of the list, with `code` and **weight**\n{deeper if n % 3 == 0 else ''}"
        for n in range(items * 3 // 4)
    )


def numbered_list(items: int) -> str:
    """The same with numbers, which all are written as 1."""
    return "1. all of it\n" + "".join(f"   1. item {n} of the list, with `code`\n" for n in range(items))
