"""From text to phrases: what it costs, where it cuts, how late, and whether code is ever said."""

from __future__ import annotations

import itertools
import re
import time

from desktop_app.markdown.parser import parse
from desktop_app.speech.reader import StreamReader
from tests.bench.report import line
from tests.support.marked_chats import CHATS, cuts, unmarked

KILOBYTES = 250
DELTA = 5
_OPENING = "Here we go.\n\n"  # takes the short first phrase, which is cut by rules of its own

SHAPES = {
    "prose": ("", "Some prose with **bold**, `code` and a [link](https://a.org) in it. It goes on, and on.\n\n"),
    "one line": ("", "Some prose with **bold**, `code` and a [link](https://a.org) in it. It goes on, and on. "),
    "one paragraph of short lines": ("", "Some prose with **bold** in it. It goes\non for a while, and on.\n"),
    "one list": ("", "- an item of the list, with **bold** in it. It is said.\n"),
    "one nested list": ("- top\n", "  - an item of the list, with **bold** in it. It is said.\n"),
    "one quotation": ("", "> quoted words that go on. And on for a while, they do.\n"),
    "one quotation of paragraphs": ("", "> quoted words that go on. And on for a while, they do.\n>\n"),
    "one table": ("| a | b | c |\n|---|---|---|\n", "| one cell | 12 | **bold** words here |\n"),
    "one block of code": ("```py\n", "x = some(code) + 1  # and a comment. Yes.\n"),
    "one block of HTML": ("<div>\n", "<p>words here. And there.</p>\n"),
    "letters without an end": ("", "字"),
}

_FENCES = ("```\n{}\n```\n", "```py\n{}", "~~~\n{}\n~~~\n", "````\n```\n{}\n```\n````\n", "    {}\n", "\t{}\n")
_AROUND = (
    "{}",
    "Words first.\n\n{}\nWords after.\n",
    "- item\n\n{}",
    "1. item. More.\n\n{}\n2. next\n",
    "> quote.\n\n{}",
)


def main() -> None:
    for name, (head, piece) in SHAPES.items():
        _cost(name, (head + piece * (KILOBYTES * 1000 // len(piece) + 1))[: KILOBYTES * 1000])
    _cuts()
    _lateness()
    leaks = sum(_leaks(fence, around, prefix) for fence, around, prefix in _fences())
    print(f"code said: in {leaks} of {len(_fences())} arrangements of fences and indents (target: 0)")


def _cost(name: str, text: str) -> None:
    reader = StreamReader("bench")
    worst = 0.0
    began = time.process_time()
    for at in range(0, len(text), DELTA):
        fed = time.process_time()
        reader.feed(text[at : at + DELTA])
        worst = max(worst, time.process_time() - fed)
    reader.finish()
    each = (time.process_time() - began) / len(text) * 1e6
    print(f"{KILOBYTES} kB of {name}: {each:.1f} µs a character (target: 10), longest delta {worst * 1000:.1f} ms")


def _cuts() -> None:
    """The cutter on whole sentences, with no short ones joined."""
    right = wrong = missed = 0
    for marked in itertools.chain.from_iterable(CHATS.values()):
        text, wanted = unmarked(marked)
        found = cuts(text)
        right, wrong, missed = right + len(wanted & found), wrong + len(found - wanted), missed + len(wanted - found)
        for place in sorted(wanted ^ found):
            kind = "missed" if place in wanted else "wrong"
            print(f"  {kind}: …{text[max(place - 30, 0) : place]}¦{text[place:][:20]}…")
    print(
        f"cuts in {right + missed} places of our own chats in {len(CHATS)} languages: "
        f"precision {right / (right + wrong):.3f} (target: .98), recall {right / (right + missed):.3f} (target: .96)"
    )


def _lateness() -> None:
    """How many deltas of a word each came between a sentence's last letter and its phrase."""
    late: list[float] = []
    for marked in itertools.chain.from_iterable(CHATS.values()):
        text = _OPENING + unmarked(marked)[0]
        reader = StreamReader("bench")
        words = [*re.findall(r"\s*\S{1,12}", text), ""]
        ends = list(itertools.accumulate(map(len, words)))
        for number, word in enumerate(words[:-1]):
            for phrase in reader.feed(word):
                came = next(index for index, end in enumerate(ends) if end >= phrase.end)
                late.append(number - came)
    print(line("phrases of our own chats came late by", late, "deltas of a word", "1"))


def _fences() -> list[tuple[str, str, str]]:
    return list(itertools.product(_FENCES, _AROUND, ("", "  ", "> ")))


def _leaks(fence: str, around: str, prefix: str) -> bool:
    """Whether anything of the code is said; where Markdown makes prose of it, nothing is wrong with that."""
    block = "".join(prefix + each for each in fence.format("secret_code. Secret_code").splitlines(keepends=True))
    text = around.format(block)
    reader = StreamReader("bench")
    said = [phrase for char in text for phrase in reader.feed(char)] + reader.finish()
    is_prose = any("secret" in span.text for parsed in parse(text) for span in parsed.spans)
    return not is_prose and any("secret" in phrase.text.lower() for phrase in said)


if __name__ == "__main__":
    main()
