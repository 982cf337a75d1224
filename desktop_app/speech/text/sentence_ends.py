"""Whether a stop ends a sentence: abbreviations, initials, ordinals, quotations, and what other scripts use for a stop.

The text around a stop decides. Where what follows is still being written and may decide otherwise, there is no answer.
"""

from __future__ import annotations

import re
import unicodedata

from desktop_app.speech.text.abbreviations import (
    AFTER_TIMES,
    BEFORE_NUMBERS,
    BEFORE_ORDINALS,
    DAYS,
    LETTERED,
    MONTHS,
    NEVER_LAST,
    PAIRS,
    SHORT_LAST,
    SMALL_LETTERS,
    SOMETIMES_LAST,
    STARTERS,
    SURE_BEGINNINGS,
    TITLES,
)

# The ends of sentences: those that need a blank after them, and those that do not.
SPACED_ENDS = ".!?…؟۔։"
CLOSE_ENDS = "。！？｡।॥።፧။"
CLOSERS = "\"'“”’»›«‹)]}」』】）〉》］｝"
# Greek asks with a semicolon, Armenian ends with what many type as a colon, Arabic begins anew behind one, and Koreans
# let a sentence fade with a wave.
LETTERED_ENDS = r"(?<=[\u0370-\u03ff\u1f00-\u1fff]);|(?<=[\u0531-\u0587\u0620-\u064a]):|(?<=[\uac00-\ud7a3])[~～]"
END = re.compile(
    rf"([{re.escape(SPACED_ENDS + CLOSE_ENDS)}]+(?: \.(?!\.))*|{LETTERED_ENDS})"
    rf"[{re.escape(CLOSERS)}]*(?:[ \xa0\u202f]»(?=[\s,;.:!?)]|\Z))?|\n"
)
"""What may end a sentence, with the quotes and brackets that close behind it; or a line's end."""

_LAST_WORD = re.compile(r"[^\s\"'“”‘’«»()\[\]{}]*\Z")
_NEXT_WORD = re.compile(r"[\"'“‘«(\[]*(\w[\w'’]*)(?=\W)")
_WORD_SO_FAR = re.compile(r"[\"'“‘«(\[]*(\w[\w'’]*)\Z")
_LIST_NUMBER = re.compile(r"\s*[•⁃·▪‣]?\s*\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})\.\Z")
_ELLIPSIS = re.compile(r"(?:…|(?<!\.)\.{3}|\. \. \.)\Z")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_DOTTED_NEXT = re.compile(r"[^\W\d_]{1,2}\.|Chr\.")
# A Thai stop ends no sentence; nor does one behind a single letter of Arabic or Hebrew, as in "د. أحمد".
_SHORTENED = re.compile(r"[\u0e00-\u0e7f]\Z|(?<![\u0590-\u06ff])[\u05d0-\u05ea\u0620-\u064a]\Z")
_COUNTED = re.compile(r"\d{1,2}[.)]\s")  # the next item of a list that stands in one line
_DATE = re.compile(r"\d{1,2}\. ?\d")
_DATE_BEFORE = re.compile(r"\d{1,2}\. ?\d{1,2}\Z")
_VOWEL = re.compile(r"[^b-df-hj-np-tv-zбвгджзклмнпрстфхцчшщйßçćčďğłľńňñřśšşťţżźž]", re.IGNORECASE)
_ROMAN = re.compile(r"[IVXLC]{2,}\Z")
_CRAMPED = re.compile(r"[\u0430-\u04ff]{3}[.!?]\Z")  # Cyrillic is no file's name: "жағдайы.Ресей" are two sentences
_WORD = re.compile(r"\w+")
_BEHIND_TIMES = TITLES | AFTER_TIMES
_AHEAD = 60  # nothing that decides stands farther away


def ends_sentence(text: str, match: re.Match[str], at: int, *, complete: bool) -> bool | None:
    """Whether the stop that was found ends a sentence; None where the text behind it must decide and is not there."""
    mark, end = match[1], match.end()
    after = text[end : end + _AHEAD].lstrip()
    if not after and (end == len(text) or mark[-1] not in CLOSE_ENDS):
        return True if complete else None
    if mark[-1] in CLOSE_ENDS or text.startswith("\n", end):
        return text.count("《", at, end) <= text.count("》", at, end) and not _goes_on(text, match)
    if not text[end].isspace():
        return _CRAMPED.search(text, max(at, end - 4), end) is not None and after[0].isupper()
    if _is_inside(text, match, at, after):
        return False
    if mark == ".":
        decide = _caseless_ends if is_caseless(after[0]) else _stop_ends
        return decide(text[at : match.start()], after, complete=complete)
    return not _ELLIPSIS.search(mark) or _ellipsis_ends(after, complete=complete)


def _is_inside(text: str, match: re.Match[str], at: int, after: str) -> bool:
    """Whether the sentence plainly goes on: in small letters, behind words left out, in a Russian quotation."""
    if after.lstrip("-–— ")[:1].islower() or _is_omission(text, match):
        return True
    end = match.end()  # who speaks is told between dashes inside the quotation
    return after[0] in "–—-" and text.rfind("«", at, end) > text.rfind("»", at, end)


def _goes_on(text: str, match: re.Match[str]) -> bool:
    """Whether a Japanese sentence goes on behind a quotation: 「行く。」と言った."""
    return text[match.end() - 1] in "」』" and text[match.end() : match.end() + 1] in set("とってのなはがをにもや、")


def _is_omission(text: str, match: re.Match[str]) -> bool:
    """Whether the dots stand for words left out: [...] ends nothing."""
    return text[match.start() - 1 : match.start()] in {"[", "("} and text[match.end(1)] in "])"


def _ellipsis_ends(after: str, *, complete: bool) -> bool | None:
    """Whether three dots end a sentence: not before "I", which is written large everywhere."""
    if not after.startswith("I"):
        return True
    if len(after) == 1:
        return True if complete else None
    return after[1].isalnum()


def is_caseless(char: str) -> bool:
    """A letter of a script without capitals: after it case tells nothing."""
    return unicodedata.category(char) == "Lo"


def _caseless_ends(before: str, after: str, *, complete: bool) -> bool | None:  # noqa: ARG001 - as its sibling has it
    """Whether a full stop ends a sentence behind which case tells nothing."""
    found = _LAST_WORD.search(before)
    word = found[0] if found else ""
    return word.lower() not in NEVER_LAST and _SHORTENED.search(before) is None


def _stop_ends(before: str, after: str, *, complete: bool) -> bool | None:
    """Whether a single full stop between these two ends a sentence: the question of abbreviations."""
    found = _LAST_WORD.search(before)
    word = found[0] if found else ""
    bare = word.lower()
    if after[0] == "№" or (bare in PAIRS and _word_before(before, word) in PAIRS[bare]):
        return False
    if bare in NEVER_LAST or (after[0].isdigit() and _stands_before_numbers(word)):
        return False
    if word.isdigit() or _LIST_NUMBER.match(f"{before}."):
        return _number_ends(before, word, after, complete=complete)
    if len(word) == 1 and word.isalpha():
        return _letter_ends(before, word, after, complete=complete)
    if _ROMAN.match(word):  # "World War II.", but "XII. Pluk"
        name = _word_before(before, word, lower=False)
        return name.lower() in LETTERED or not name.islower()
    return _abbreviation_ends(before, word, after, complete=complete)


def _looks_shortened(word: str, after: str) -> bool:
    """Whether a word that no list knows is cut short by its look: "pon. 3", "Sn. Yıldız"; not an "API"."""
    if word.isupper() or not word.isalpha() or len(word) < 2:
        return False
    if after[0].isdigit():
        return len(word) < 4 and word.lower() not in STARTERS | SHORT_LAST and not _COUNTED.match(after)
    return len(word) < 5 and _VOWEL.search(word) is None


def _abbreviation_ends(before: str, word: str, after: str, *, complete: bool) -> bool | None:
    """Whether a word of more than a letter ends a sentence, where it may be one of the abbreviations."""
    bare = word.lower()
    if bare in {"a.m", "p.m"}:
        return _time_ends(before, after, complete=complete)
    if bare in SOMETIMES_LAST or _DOTTED.fullmatch(bare) or _looks_shortened(word, after):
        return _next_starts(after, complete=complete)
    return True


def _time_ends(before: str, after: str, *, complete: bool) -> bool | None:
    """Whether a time of the day ends a sentence: "He left at 6 p.m. Mr. Smith stayed.", but "at 6 p.m. Eastern"."""
    if not after[0].isalpha():
        return not after[0].isdigit()
    following = _NEXT_WORD.match(f"{after} " if complete else after)
    if following is None:
        begun = _word_so_far(after)
        return True if begun[1:2].islower() and not _begins_one_of(begun, _BEHIND_TIMES) else None
    if following[1].lower() in TITLES:
        return len(before.split()) > 3
    is_zone = following[1].isupper() and 2 < len(following[1]) < 5
    return not is_zone and following[1].lower() not in AFTER_TIMES


def _stands_before_numbers(word: str) -> bool:
    return word.lower() in BEFORE_NUMBERS or word == "ok" or (word.lower() in DAYS and word[0].isupper())


def _letter_ends(before: str, word: str, after: str, *, complete: bool) -> bool | None:
    """Whether a letter ends a sentence: not an initial, nor the first half of "z. B."; but a plan's letter may."""
    if word.isupper():
        return _capital_ends(before, word, after, complete=complete)
    if after[0].isdigit():
        return False
    if after[0].isalpha() and len(after) < 3 and not complete:
        return None
    if word in SMALL_LETTERS:
        return _next_starts(after, complete=complete)
    return not _DOTTED_NEXT.match(after)


def _capital_ends(before: str, word: str, after: str, *, complete: bool) -> bool | None:
    name = _word_before(before, word, lower=False)
    if word == "I":  # "you and I.", but "Albert I. Jones"
        return not name[:1].isupper() or len(before.split()) < 3
    if name.lower() in LETTERED:
        return True
    if not name.islower() or word == "M":  # "avec M. Le Pen"
        return False
    return _next_starts(after, complete=complete)


def _number_ends(before: str, word: str, after: str, *, complete: bool) -> bool | None:
    """Whether a number ends a sentence: not one that counts an item, and not an ordinal as in "3. Oktober"."""
    if _LIST_NUMBER.match(f"{before}."):
        return False
    if len(word) > 2:
        return True
    is_date = _DATE.match(after) or (_DATE_BEFORE.search(before) and after[:4].isdigit())  # "31. 12. 2025"
    if is_date or _word_before(before, word) in BEFORE_ORDINALS:
        return False
    if not after[0].isalpha():
        return True
    following = _NEXT_WORD.match(f"{after} " if complete else after)
    if following is not None:
        return following[1].lower() not in MONTHS
    return None if _begins_one_of(_word_so_far(after), MONTHS) else True


def _word_before(before: str, word: str, *, lower: bool = True) -> str:
    words: list[str] = _WORD.findall(before[: len(before) - len(word)][-40:])
    return "" if not words else words[-1].lower() if lower else words[-1]


def _next_starts(after: str, *, complete: bool) -> bool | None:
    """Whether the next word is one that begins sentences; None while it is still being written."""
    if after[0].isdigit() or after[0] in "¿¡":
        return not after[0].isdigit()
    if after[:4].lower() in SURE_BEGINNINGS:
        return True
    word = _NEXT_WORD.match(after if not complete else f"{after} ")
    if word is None:
        return None if after[0].isalnum() else True
    if _DOTTED_NEXT.match(after):
        return False
    return re.split("['’]", word[1].lower(), maxsplit=1)[0] in STARTERS


def _word_so_far(after: str) -> str:
    """The letters of a word that is still being written."""
    begun = _WORD_SO_FAR.match(after)
    return begun[1] if begun else ""


def _begins_one_of(letters: str, words: frozenset[str]) -> bool:
    """Whether the word of these first letters may turn out to be one of ``words``."""
    return any(word.startswith(letters.lower()) for word in words)
