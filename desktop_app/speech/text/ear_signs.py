"""Ways of writing that have another way the rules for the ear know: these come first and write that instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from desktop_app.speech.text.ear_words import Words
from desktop_app.speech.text.maths_words import MathsWords
from desktop_app.speech.text.roman_numerals import number_of

Rule = tuple[re.Pattern[str], Callable[[re.Match[str]], str]]

_VULGAR: Final = {"½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅛": "1/8", "⅒": "1/10"}
_FRACTION: Final = re.compile(rf"(?<![\w.,/])(\d*)[  ]?([{''.join(_VULGAR)}])(?![\w/])")
_SCIENTIFIC: Final = re.compile(r"(?<![\w.,])(\d+(?:[.,]\d+)?)[eE]([+−-]?)0*(\d{1,3})(?![\w.,]\d|\w)")
_POWER: Final = re.compile(r"(?<=\d)\^\{?([+−-]?\d{1,4})\}?(?!\w)")
_ROOT: Final = re.compile(r"√(?=\d)")
_COMPARISON: Final = re.compile(r"\s?([≠≤≥])\s?(?=[\w−-])")
_DEGREES: Final = re.compile(r"(?<=\d)\s?°(?!\s?[CFK]\b)(?!\w)")
_OWED: Final = re.compile(r"(?<![\w)])[-−](?=[$€£¥₹]\d)")
_DOLLARS: Final = re.compile(r"\b(?:US|A|C|AU|CA|NZ|HK|S)\$(?=\d)")
_AREA: Final = re.compile(r"\((\d{3})\)\s?(?=\d{3}-\d{4}\b)")
_POINT: Final = re.compile(r"(?:(?<=\s)|\A)\.(?=\d+(?!\.?\w))")
_FEET: Final = re.compile(r"(?<![\w.,])(\d{1,2})['′]\s?(\d{1,2})(?:[\"″]|'')")
_SCALED: Final = re.compile(r"(?<![\w.,$€£¥₹])(\d+(?:\.\d+)?)(k|M|bn|tn)(?= [a-z]{3}|[.,;:!?]?\Z)")
_SCALES: Final = {"k": "thousand", "M": "million", "bn": "billion", "tn": "trillion"}
_SHORT_MONTHS: Final = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
_MONTH: Final = re.compile(
    rf"\b({_SHORT_MONTHS})\.? (?=(?:0?[1-9]|[12]\d|3[01])(?!\d|:))|(?<=\d )({_SHORT_MONTHS})\.? (?=\d{{4}}\b)"
)
_RULERS: Final = (
    "Alexander|Benedict|Catherine|Charles|Christian|Clement|Edward|Elizabeth|Francis|Frederick|George|Gregory|Gustav|"
    "Henry|Innocent|Ivan|James|John|John Paul|Leo|Louis|Napoleon|Nicholas|Otto|Paul|Peter|Philip|Pius|Ramesses|Ramses|"
    "Richard|Urban|William"
)
_GERMAN_RULERS: Final = (
    "Albrecht|Alexander|Benedikt|Christian|Elisabeth|Ferdinand|Franz|Friedrich|Friedrich Wilhelm|Georg|Gregor|Gustav|"
    "Heinrich|Innozenz|Iwan|Johannes|Johannes Paul|Joseph|Karl|Katharina|Konrad|Leo|Leopold|Ludwig|Maximilian|Napoleon|"
    "Nikolaus|Otto|Paul|Peter|Philipp|Pius|Ramses|Richard|Wilhelm"
)
_QUEENS: Final = {"Elisabeth", "Katharina"}
_ENGLISH_RULER: Final = re.compile(rf"\b(?:{_RULERS}) ([IVX]+)(?!\w)")
_GERMAN_RULER: Final = re.compile(rf"\b({_GERMAN_RULERS}) ([IVX]+)\.(?=[ ,;:)]|(\Z))")
_GERMAN_CLOCK: Final = re.compile(r"(?<![\d.])([01]?\d|2[0-3])\.([0-5]\d)(?= Uhr)")
_GERMAN_SHORT_YEAR: Final = re.compile(
    r"(?<![\w.])(?<!ersion )(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])\.(\d\d)(?![\d.]\d|\w)"
)
_LAST_CENTURY: Final = 50
_GERMAN_DECADE: Final = re.compile(r"(?<=\b[Dd]ie )([2-9]0)er(?=[ ,.;:!?]|\Z)")
_GERMAN_MONTH: Final = re.compile(r"(?<=\d\. )(Jan|Feb|Apr|Aug|Sept|Sep|Okt|Nov|Dez)\.")
_GERMAN_MONTHS: Final = {"Sep": "September", "Sept": "September", "Okt": "Oktober", "Dez": "Dezember"}


def written_otherwise(
    language: str, words: Words, maths: MathsWords | None, spelled: Callable[[int, str], str]
) -> Iterator[Rule]:
    """The rules of one language; ``spelled`` puts a number into words by one of CLDR's rule sets."""
    yield _FRACTION, lambda found: f"{found[1]} {words.and_} {_VULGAR[found[2]]}" if found[1] else _VULGAR[found[2]]
    if maths is not None:
        yield _SCIENTIFIC, lambda found: f"{found[1]} {maths.signs['×']} 10 {_power(maths, found[2] + found[3])}"
        yield _POWER, lambda found: f" {_power(maths, found[1])}"
        yield _ROOT, lambda _found: f"{maths.roots['2']} "
        yield _COMPARISON, lambda found: f" {maths.signs[found[1]]} "
    yield _DEGREES, lambda _found: f" {words.degrees}"
    yield _OWED, lambda _found: f"{words.minus} "
    yield _DOLLARS, lambda _found: "$"
    if language == "en":
        yield from _english(words, spelled)
    elif language == "de":
        yield from _german(words, spelled)


def _english(words: Words, spelled: Callable[[int, str], str]) -> Iterator[Rule]:
    def month(found: re.Match[str]) -> str:
        short = (found[1] or found[2])[:3]
        return next(name for name in words.months if name.startswith(short)) + " "

    def ruler(found: re.Match[str]) -> str:
        number = number_of(found[1])
        name = found[0].removesuffix(found[1])
        return f"{name}the {spelled(number, 'spellout-ordinal')}" if number > 1 else found[0]

    yield _AREA, lambda found: f"{found[1]}-"
    yield _POINT, lambda _found: "0."
    yield _FEET, lambda found: f"{found[1]} feet {found[2]}"
    yield _SCALED, lambda found: f"{found[1]} {_SCALES[found[2]]}"
    yield _MONTH, month
    yield _ENGLISH_RULER, ruler


def _german(words: Words, spelled: Callable[[int, str], str]) -> Iterator[Rule]:
    def ruler(found: re.Match[str]) -> str:
        number = number_of(found[2])
        article = "die" if found[1] in _QUEENS else "der"
        ends = "." if found[3] is not None else ""
        return f"{found[1]} {article} {spelled(number, 'spellout-ordinal').capitalize()}{ends}" if number else found[0]

    def month(found: re.Match[str]) -> str:
        return _GERMAN_MONTHS.get(found[1]) or next(name for name in words.months if name.startswith(found[1]))

    yield _GERMAN_RULER, ruler
    yield _GERMAN_CLOCK, lambda found: f"{found[1]}:{found[2]}"

    def whole_year(found: re.Match[str]) -> str:
        return f"{found[1]}.{found[2]}.{19 if int(found[3]) >= _LAST_CENTURY else 20}{found[3]}"

    yield _GERMAN_SHORT_YEAR, whole_year
    yield _GERMAN_DECADE, lambda found: f"{spelled(int(found[1]), 'spellout-numbering')}er"
    yield _GERMAN_MONTH, month


def _power(maths: MathsWords, exponent: str) -> str:
    return f"{maths.power} {exponent.removeprefix('+')}"
