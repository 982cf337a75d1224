"""From text to phrases: what it costs, where it cuts, how late, and whether code is ever said.

Chats of our own are in the repository. The public sets are read where ``ALOUD_PUBLIC_SETS`` says they lie
(``tests.support.public_sets``); where it says nothing, that is told and the rest is measured.
"""

from __future__ import annotations

import itertools
import random
import re
import time
from collections import Counter
from collections.abc import Iterable

from desktop_app.markdown.parser import parse
from desktop_app.speech.text.reader import StreamReader
from tests.support import public_sets
from tests.support.marked_chats import CHATS, cuts, letters, more_chats, unmarked

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
    "formulas": (
        "",
        "Take $x^2 + y_1$ and \\( \\frac{a}{b} \\) as given. It goes on. Then:\n\n$$\n\\sum_i i^2 = 4\n$$\n\n",
    ),
    "notes and terms": ("", "A note[^1] here. It goes on.\n\n[^1]: The words of it.\n\nApple\n: a fruit. It is.\n\n"),
    "letters without an end": ("", "字"),
    # Very short lines, and marks without an end: each is a block or a span of its own, and none says where to cut.
    "tiny paragraphs": ("", "No. It is.\n\n"),
    "tiny items": ("", "- Ab cd.\n"),
    "tiny numbered items": ("", "1. Ab cd.\n"),
    "tiny loose items": ("", "- Ab cd. E.\n\n"),
    "tiny quotations": ("", "> a. B\n\n"),
    "one quotation of tiny lines": ("", "> a\n"),
    "tiny headings": ("", "## Aa\n"),
    "tiny tables": ("", "|a|b|\n|-|-|\n|c|d|\n\n"),
    "tiny rows": ("|a|b|\n|-|-|\n", "|c|d|\n"),
    "tiny terms": ("", "A\n: b. C\n\n"),
    "definitions of links": ("", "[a]: /b\n"),
    "links": ("", "[a](b) "),
    "images": ("", "![a](b) "),
    "citations": ("", "a [1][2]. "),
    "open brackets": ("", "[ab. Cd "),
    "stars": ("", "*a "),
    "escapes": ("", "\\* "),
    "tiny formulas": ("", "$x$ "),
    "emoji": ("", "👍🏽 "),
    "tiny lines of Chinese": ("", "你好。\n"),
    "numbers of lists in one line": ("", "1. "),
    "lists in lists": ("", "- a\n  - b\n    - c\n      - d\n"),
    "quotations in quotations": ("", ">" * 30 + " a\n"),
    "of everything a little": (
        "",
        "# T\n\nIt is. So\n\n- a\n- b\n\n> q\n\n```\nc\n```\n\n|a|\n|-|\n|b|\n\n1. x\n2. y\n\n",
    ),
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
    _length_and_deltas()
    _own_cuts()
    _golden_rules()
    _specification()
    _lateness()
    leaks = sum(_leaks(fence, around, prefix) for fence, around, prefix in _fences())
    print(f"code said: in {leaks} of {len(_fences())} arrangements of fences and indents (target: 0)")


def _cost(name: str, text: str, delta: int = DELTA) -> None:
    reader = StreamReader("bench")
    worst = 0.0
    began = time.thread_time()
    for at in range(0, len(text), delta):
        fed = time.thread_time()
        reader.feed(text[at : at + delta])
        worst = max(worst, time.thread_time() - fed)
    reader.finish()
    each = (time.thread_time() - began) / len(text) * 1e6
    print(
        f"{len(text) // 1000} kB of {name}: {each:.1f} µs a character (target: 10), longest delta {worst * 1000:.1f} ms"
    )


def _length_and_deltas() -> None:
    """That the cost is linear, and what the deltas have to do with it."""
    _head, piece = SHAPES["of everything a little"]
    for kilobytes, delta in ((50, DELTA), (1000, DELTA), (250, 1), (250, 1000)):
        text = (piece * (kilobytes * 1000 // len(piece) + 1))[: kilobytes * 1000]
        _cost(f"of everything a little, in deltas of {delta}", text, delta)


class _Score:
    """Of cuts that were wanted and cuts that were found."""

    def __init__(self) -> None:
        self.right = self.wrong = self.missed = 0

    def add(self, wanted: set[int], found: set[int]) -> None:
        self.right += len(wanted & found)
        self.wrong += len(found - wanted)
        self.missed += len(wanted - found)

    def __str__(self) -> str:
        precision, recall = self.right / (self.right + self.wrong), self.right / (self.right + self.missed)
        return f"{self.right + self.missed} places, precision {precision:.3f}, recall {recall:.3f}"


_TARGETS = "(targets: .98 and .96)"


def _own_cuts() -> None:
    """The cutter on whole sentences, with no short ones joined."""
    for name, chats in (("by which the rules were made", CHATS), ("that came later", more_chats())):
        score = _Score()
        for text, wanted in map(unmarked, itertools.chain.from_iterable(chats.values())):
            found = cuts(text)
            score.add(wanted, found)
            _show_differences(text, wanted, found)
        print(f"cuts, our own chats {name}, {len(chats)} languages: {score} {_TARGETS}")


def _show_differences(text: str, wanted: set[int], found: set[int]) -> None:
    for place in sorted(wanted ^ found):
        kind = "missed" if place in wanted else "wrong"
        print(f"  {kind}: …{text[max(place - 30, 0) : place]}¦{text[place:][:20]}…")


def _golden_rules() -> None:
    checkout = public_sets.folder("pySBD")
    if checkout is None:
        print(f"cuts, pySBD's Golden Rules: not measured, {public_sets.VARIABLE} names no folder with a checkout of it")
        return
    everything, scores = _Score(), {True: _Score(), False: _Score()}
    languages, unplaced = set(), 0
    for rule in public_sets.golden_rules(checkout):
        if (places := rule.places) is None:
            unplaced += 1
            continue
        languages.add(rule.language)
        for score in (everything, scores[rule.golden]):
            score.add(letters(rule.text, places), cuts(rule.text))
    print(f"cuts, pySBD's cases in {len(languages)} languages: {everything} {_TARGETS}")
    print(f"  its Golden Rules alone: {scores[True]}; its further cases: {scores[False]}")
    print(f"  {unplaced} cases give sentences in other words than the text's and are left out")


def _specification() -> None:
    checkout = public_sets.folder("commonmark-spec")
    if checkout is None:
        print(f"code said, CommonMark's examples: not measured, {public_sets.VARIABLE} names no folder with them")
        return
    count = with_code = leaks = lost = 0
    for example in public_sets.examples(checkout):
        said = set(re.findall(r"\w+", " ".join(_said(example.text, random.Random(example.number)))))
        count += 1
        with_code += bool(example.code)
        leaks += any(not word.isdigit() for word in (said & example.code) - example.prose)
        lost += bool(example.prose - example.code - said)
    print(f"code said: in {leaks} of {with_code} examples of the CommonMark specification that hold code (target: 0)")
    print(f"  words not said that are shown outside code: in {lost} of all {count} examples")


def _said(text: str, chance: random.Random) -> list[str]:
    reader, at = StreamReader("bench"), 0
    said: list[str] = []
    while at < len(text):
        step = chance.randint(1, 12)
        said += [phrase.text for phrase in reader.feed(text[at : at + step])]
        at += step
    return said + [phrase.text for phrase in reader.finish()]


def _lateness() -> None:
    """How many deltas came between a sentence's last letter and its phrase: deltas of a word, and of any size.

    One is what ". " and a first letter take. Where they do not decide, the sentence ends with the very letter that does
    (tests/speech/text/test_soonest.py), and of deltas of a word some 1.2 % need a second one: behind an abbreviation
    with which sentences end too, "in the U.K. She works" differs from "in the U.K. Sheffield" by nothing that has come
    with " She", so whoever answers then is wrong in one of the two. Deltas of a character or two need more of them for
    the same letters: with ". S" in three deltas no rule is sooner.
    """
    texts = [_OPENING + unmarked(marked)[0] for chats in (CHATS, more_chats()) for marked in _all(chats.values())]
    chance = random.Random(1)
    words = [late for text in texts for late in _late(re.findall(r"\s*\S{1,12}", text))]
    _tell_lateness("a word", words)
    for size in (3, 8, 40):
        _tell_lateness(f"1 to {size} characters", [late for text in texts for late in _late(_torn(text, size, chance))])


def _all(texts: Iterable[Iterable[str]]) -> Iterable[str]:
    return itertools.chain.from_iterable(texts)


def _torn(text: str, size: int, chance: random.Random) -> list[str]:
    pieces: list[str] = []
    while text:
        step = chance.randint(1, size)
        pieces.append(text[:step])
        text = text[step:]
    return pieces


def _late(deltas: list[str]) -> list[int]:
    reader = StreamReader("bench")
    ends = list(itertools.accumulate(map(len, deltas)))
    late: list[int] = []
    for number, delta in enumerate(deltas):
        for phrase in reader.feed(delta):
            came = next(index for index, end in enumerate(ends) if end >= phrase.end)
            late.append(number - came)
    return late


def _tell_lateness(deltas: str, late: list[int]) -> None:
    counted = Counter(min(each, 4) for each in late)
    shares = ", ".join(
        f"{each}{' and more' if each == 4 else ''}: {100 * counted[each] / len(late):.1f} %" for each in sorted(counted)
    )
    print(f"phrases came late by deltas of {deltas}: n {len(late)}; {shares}; worst {max(late)} (target: 1)")


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
