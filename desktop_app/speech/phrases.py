"""Where text that may be said can be cut: at the ends of sentences, at clauses where that is not soon enough.

Everything here looks only at the text it is given, so that the same text is cut in the same places however it arrived.
Where the next character decides and is not there yet, nothing is decided.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from desktop_app.domain.phrase import Pause
from desktop_app.speech.abbreviations import (
    BEFORE_NUMBERS,
    BEFORE_ORDINALS,
    LETTERED,
    NEVER_LAST,
    SOMETIMES_LAST,
    STARTERS,
)

# The ends of sentences: those that need a blank after them, and those that do not.
SPACED_ENDS = ".!?…؟۔։"
CLOSE_ENDS = "。！？｡।॥።፧။"
CLOSERS = "\"'“”’»›)]}」』】）〉》］｝"
SPACED_CLAUSES = ",;:،؛—–"
CLOSE_CLAUSES = "、，；："

LONGEST = 400
_LONG = 300  # from here on a clause is a good place to breathe
_TINY = 12  # a sentence as short as "Yes." is said with the next
_FIRST_WORDS = 4
_FIRST_LENGTH = 36

_END = re.compile(rf"([{re.escape(SPACED_ENDS + CLOSE_ENDS)}]+(?: \.)*)[{re.escape(CLOSERS)}]*|\n")
_CLAUSE = re.compile(rf"[{SPACED_CLAUSES}][{re.escape(CLOSERS)}]*(?=\s)|[{CLOSE_CLAUSES}]|—(?=\w)")
_CONJUNCTION = re.compile(
    r"\s(?=(?:and|but|or|because|which|while|so|when|where|if|that|since|although|whether|as|with|for)\s)"
)
_LAST_WORD = re.compile(r"[^\s\"'“”‘’«»()\[\]{}]*\Z")
_NEXT_WORD = re.compile(r"[\"'“‘«(\[]*(\w[\w'’]*)(?=\W)")
_LIST_NUMBER = re.compile(r"\s*\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})\.\Z")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_DOTTED_NEXT = re.compile(r"[^\W\d_]{1,2}\.")
_WORD = re.compile(r"\w+")
# What must not be parted: joiners, variation selectors, skin tones, combining marks, second halves of flags.
_JOINED = re.compile(r"[\u200d\ufe0e\ufe0f\U0001f3fb-\U0001f3ff\U0001f1e6-\U0001f1ff\U000e0020-\U000e007f]")


@dataclass(frozen=True, slots=True)
class Cut:
    """The phrase ends before ``end``, and this silence follows."""

    end: int
    pause: Pause


def next_cut(text: str, at: int, *, first: bool, complete: bool) -> Cut | None:
    """The first place behind ``at`` where the text can be cut for certain.

    ``first``: the phrase opens the turn, and is short. ``complete``: the block ends with the text; without it what
    follows the last certain end waits for more.
    """
    sentence = _sentence_end(text, at, first=first, complete=complete)
    end = sentence.end if sentence else len(text)
    if first and (early := _first_clause(text, at, end)):
        return early
    if end - at > _LONG and (early := _breath(text, at, end)):
        return early
    if sentence is not None:
        return sentence
    rest = complete and text[at:].strip()
    return Cut(len(text), Pause.SENTENCE) if rest else None


def _sentence_end(text: str, at: int, *, first: bool, complete: bool) -> Cut | None:
    """The first certain end of a sentence; None where there is none, or where the first is not certain yet."""
    for match in _END.finditer(text, at):
        if match[0] == "\n":
            if text[at : match.start()].strip():
                return Cut(match.end(), Pause.CLAUSE)
            continue
        ends = _ends_sentence(text, match, at, complete=complete)
        if ends is None:
            return None
        if ends:
            end = match.end()
            if not first and _is_tiny(text[at:end]) and text[end:].strip():
                continue
            return Cut(end, Pause.SENTENCE)
    return None


def _is_tiny(sentence: str) -> bool:
    """Whether this is as short as "Yes."; letters without case are mostly syllables or words, and count for three."""
    sentence = sentence.strip()
    return len(sentence) <= _TINY and len(sentence) + 2 * sum(map(_is_caseless, sentence)) <= _TINY


def _ends_sentence(text: str, match: re.Match[str], at: int, *, complete: bool) -> bool | None:
    """Whether the stop that was found ends a sentence; None where the text behind it must decide and is not there."""
    mark, end = match[1], match.end()
    after = text[end:].lstrip()
    if not after and (end == len(text) or mark[-1] not in CLOSE_ENDS):
        return True if complete else None
    if mark[-1] in CLOSE_ENDS or text.startswith("\n", end):
        return text.count("《", at, end) <= text.count("》", at, end)
    if not text[end].isspace() or after.lstrip("–— ")[:1].islower():
        return False
    if mark != "." or _is_caseless(after[0]):
        return True
    return _stop_ends(text[at : match.start()], after, complete=complete)


def _is_caseless(char: str) -> bool:
    """A letter of a script without capitals: after it case tells nothing."""
    return unicodedata.category(char) == "Lo"


def _stop_ends(before: str, after: str, *, complete: bool) -> bool | None:
    """Whether a single full stop between these two ends a sentence: the question of abbreviations."""
    found = _LAST_WORD.search(before)
    word = found[0] if found else ""
    bare = word.lower()
    if word.isdigit() or _LIST_NUMBER.match(f"{before}."):
        return _number_ends(before, word)
    if len(word) == 1 and word != "I":
        return _letter_ends(before, word, after, complete=complete)
    if bare in NEVER_LAST or (bare in BEFORE_NUMBERS and after[0].isdigit()):
        return False
    if bare in SOMETIMES_LAST or _DOTTED.fullmatch(word):
        return _next_starts(after, complete=complete)
    return True


def _letter_ends(before: str, word: str, after: str, *, complete: bool) -> bool | None:
    """Whether a letter ends a sentence: not an initial, nor the first half of "z. B."; but a plan's letter may."""
    if word.lower() in NEVER_LAST or (word in BEFORE_NUMBERS and after[0].isdigit()):
        return False
    if word.isupper():
        return _word_before(before, word) in LETTERED
    if after[0].isalpha() and len(after) < 3 and not complete:
        return None
    return not _DOTTED_NEXT.match(after)


def _number_ends(before: str, word: str) -> bool:
    """Whether a number ends a sentence: not one that counts an item, and not a German ordinal."""
    ordinal = len(word) <= 2 and _word_before(before, word) in BEFORE_ORDINALS
    return not ordinal and not _LIST_NUMBER.match(f"{before}.")


def _word_before(before: str, word: str) -> str:
    words: list[str] = _WORD.findall(before[: len(before) - len(word)][-40:])
    return words[-1].lower() if words else ""


def _next_starts(after: str, *, complete: bool) -> bool | None:
    """Whether the next word is one that begins sentences; None while it is still being written."""
    if after[0].isdigit():
        return False
    word = _NEXT_WORD.match(after if not complete else f"{after} ")
    if word is None:
        return None if after[0].isalnum() else True
    return word[1].lower() in STARTERS


def _first_clause(text: str, at: int, end: int) -> Cut | None:
    """The first place after four words at which the first phrase of a turn may already be said."""
    for clause in _CLAUSE.finditer(text, at, end):
        if clause.end() < end and _enough(text[at : clause.end()]):
            return Cut(clause.end(), Pause.CLAUSE)
        if clause.end() - at > _FIRST_LENGTH:
            break
    for conjunction in _CONJUNCTION.finditer(text, min(at + _FIRST_LENGTH, end), end):
        return Cut(conjunction.end(), Pause.NONE)
    return None


def _enough(text: str) -> bool:
    """Whether this is worth saying by itself: four words, or as much where words have no blanks between them."""
    words = _WORD.findall(text)
    return len(words) >= _FIRST_WORDS or any(len(word) >= 8 and _is_caseless(word[0]) for word in words)


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
