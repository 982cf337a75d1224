"""Where text that may be said can be cut: at the ends of sentences, at clauses where that is not soon enough.

Everything here looks only at the text it is given, so that the same text is cut in the same places however it arrived.
Where the next character decides and is not there yet, nothing is decided.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from desktop_app.domain.phrase import Pause
from desktop_app.speech.text.sentence_ends import CLOSERS, END, ends_sentence, is_caseless

SPACED_CLAUSES = ",;:،؛—–"
CLOSE_CLAUSES = "、，；："

LONGEST = 400
_LONG = 300  # from here on a clause is a good place to breathe
_TINY = 12  # a sentence as short as "Yes." is said with the next
_FIRST_WORDS = 4
_FIRST_LENGTH = 36

# Thai, Lao and Khmer leave a blank where others put a stop.
BLANK_ENDS = r"(?<=[\u0e00-\u0eff\u1780-\u17ff])[ ]"
_BLANK_END = re.compile(rf"{BLANK_ENDS}(?=[\u0e00-\u0eff\u1780-\u17ff])")
_BLANK_ENDED = 40
_CLAUSE = re.compile(rf"[{SPACED_CLAUSES}][{re.escape(CLOSERS)}]*(?=\s)|[{CLOSE_CLAUSES}]|—(?=\w)")
_CONJUNCTION = re.compile(
    r"\s(?=(?:and|but|or|because|which|while|so|when|where|if|that|since|although|whether|as|with|for)\s)"
)
_ITEM = re.compile(r"\s*([•⁃·▪‣]?\s*)(\d{1,3}|[a-z])(?:\.\)|\.|\))\s*(?=[^\W\d_])")
_WORD = re.compile(r"\w+")
INK = re.compile(r"\S")
# What must not be parted: joiners, variation selectors, skin tones, combining marks, second halves of flags.
_JOINED = re.compile(r"[\u200d\ufe0e\ufe0f\U0001f3fb-\U0001f3ff\U0001f1e6-\U0001f1ff\U000e0020-\U000e007f]")


@dataclass(frozen=True, slots=True)
class Cut:
    """The phrase ends before ``end``, and this silence follows."""

    end: int
    pause: Pause


def next_cut(text: str, at: int, *, first: bool, complete: bool, join: bool = True) -> Cut | None:
    """The first place behind ``at`` where the text can be cut for certain.

    ``first``: the phrase opens the turn, and is short. ``complete``: the block ends with the text; without it what
    follows the last certain end waits for more. ``join``: a sentence as short as "Yes." is said with the next.
    """
    sentence = _next_item(text, at) or _sentence_end(text, at, join=join and not first, complete=complete)
    end = sentence.end if sentence else len(text)
    if first and (early := _first_clause(text, at, end)):
        return early
    if end - at > _LONG and (early := _breath(text, at, end)):
        return early
    if sentence is not None:
        return sentence
    rest = complete and INK.search(text, at)
    return Cut(len(text), Pause.SENTENCE) if rest else None


def _next_item(text: str, at: int) -> Cut | None:
    """Where the second item of a list begins that stands in one line, "1) this 2) that": before its mark."""
    item = _ITEM.match(text, at)
    if item is None:
        return None
    bullet, number = item.groups()
    follows = str(int(number) + 1) if number.isdigit() else chr(ord(number) + 1)
    mark = re.compile(rf"(?<=\s){re.escape(bullet)}{follows}(?:\.\)|\.|\))(?=[^\W\d_]|\s+[^\W\d_])")
    found = mark.search(text, item.end(), min(len(text), at + LONGEST))
    return Cut(found.start(), Pause.SENTENCE) if found else None


def _sentence_end(text: str, at: int, *, join: bool, complete: bool) -> Cut | None:
    """The first certain end of a sentence; None where there is none, or where the first is not certain yet."""
    blank = _blank_end(text, at)
    for match in END.finditer(text, at):
        if blank is not None and match.start() > blank.end:
            break
        if match[0] == "\n":
            if text[at : match.start()].strip():
                return Cut(match.end(), Pause.CLAUSE)
            continue
        ends = ends_sentence(text, match, at, complete=complete)
        if ends is None:
            return None
        if ends:
            end = match.end()
            if join and _is_tiny(text[at:end]) and INK.search(text, end):
                continue
            return Cut(end, Pause.SENTENCE)
    return blank


def _blank_end(text: str, at: int) -> Cut | None:
    """The first blank between letters of a script that ends its sentences so, where enough stands before it."""
    found = _BLANK_END.search(text, at + _BLANK_ENDED, at + LONGEST) if len(text) > at + _BLANK_ENDED else None
    return Cut(found.end(), Pause.SENTENCE) if found else None


def _is_tiny(sentence: str) -> bool:
    """Whether this is as short as "Yes."; letters without case are mostly syllables or words, and count for three."""
    sentence = sentence.strip()
    return len(sentence) <= _TINY and len(sentence) + 2 * sum(map(is_caseless, sentence)) <= _TINY


def _first_clause(text: str, at: int, end: int) -> Cut | None:
    """The first place after four words at which the first phrase of a turn may already be said."""
    end = min(end, at + LONGEST)
    for clause in _CLAUSE.finditer(text, at, end):
        if clause.end() < end and _enough(text[at : clause.end()]):
            return Cut(clause.end(), Pause.CLAUSE)
        if clause.end() - at > _FIRST_LENGTH:
            break
    conjunction = _CONJUNCTION.search(text, min(at + _FIRST_LENGTH, end), end)
    return Cut(conjunction.end(), Pause.NONE) if conjunction else None


def _enough(text: str) -> bool:
    """Whether this is worth saying by itself: four words, or as much where words have no blanks between them."""
    words = _WORD.findall(text)
    return len(words) >= _FIRST_WORDS or any(len(word) >= 8 and is_caseless(word[0]) for word in words)


def _breath(text: str, at: int, end: int) -> Cut | None:
    """A place in a sentence that is too long: its last early clause, else a blank, else any character."""
    clause = None
    for match in _CLAUSE.finditer(text, at + _LONG // 3, min(at + _LONG, end)):
        clause = match
    if clause is not None and clause.end() < end:
        return Cut(clause.end(), Pause.CLAUSE)
    if end - at <= LONGEST:
        return None
    blank = text.rfind(" ", at + LONGEST // 3, at + LONGEST)
    if blank > 0:
        return Cut(blank + 1, Pause.NONE)
    return Cut(_whole_characters(text, at + LONGEST, at), Pause.NONE)


def _whole_characters(text: str, end: int, least: int) -> int:
    """The nearest place not behind ``end`` that parts no character from what belongs to it."""
    place = end
    while place > least + 1 and (
        _JOINED.match(text, place) or text[place - 1] == "\u200d" or unicodedata.combining(text[place])
    ):
        place -= 1
    return place if place > least + 1 else end
