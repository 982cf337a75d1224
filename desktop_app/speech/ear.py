"""Numbers, dates, money, units and abbreviations in words, for voices that would stumble over them.

Only the voices of this machine need it: a server's voice reads such things by itself, and better. The phrase keeps its
place in the source, so what is lit on the page does not depend on what is done here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from desktop_app.speech.ear_words import BY_LANGUAGE, Words

if TYPE_CHECKING:
    from unicode_rbnf import RbnfEngine

_GAP = "\u00a0\u2009\u202f"
_LONGEST = 15  # digits; what is longer is no quantity
_VERSION = re.compile(r"(?<![\w.,])(?:v(?=\d))?\d+(?:\.\d+){2,}(?![\w])")
_ISO_DATE = re.compile(r"(?<![\d-])(1\d{3}|20\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?![\d-])")
_DAY_FIRST = re.compile(r"(?<![\d./])(0?[1-9]|[12]\d|3[01])([./])(0?[1-9]|1[0-2])\2(1\d{3}|20\d\d)(?![\d/])")
_TIME = re.compile(r"(?<![\d:.])([01]?\d|2[0-3]):([0-5]\d)(?![\d:])(?:\s?Uhr)?")
_DATIVE = re.compile(r"\b(?:[Aa]m|vom|zum|dem|den|bis|seit|ab|im)\s\Z")
_YEAR = range(1100, 2100)

Rule = Callable[[str], str]


def for_the_ear(text: str, language: str) -> str:
    """The text with signs in words; ``language`` as BCP 47 or espeak names it. What is not known stays as it is."""
    known = language.replace("_", "-").split("-")[0].lower()
    if known not in BY_LANGUAGE:
        return text
    for rule in _ear(known).rules:
        text = rule(text)
    return text


@cache
def _ear(language: str) -> _Ear:
    return _Ear(language, BY_LANGUAGE[language])


class _Ear:
    """The rules of one language in the order in which they may be used: what is longest first."""

    def __init__(self, language: str, words: Words) -> None:
        from unicode_rbnf import RbnfEngine  # imported late: it takes 80 ms

        self._words = words
        self._engine: RbnfEngine = RbnfEngine.for_language(language)
        self._thousands = "," if words.decimal == "." else "."
        group = re.escape(self._thousands) + _GAP + ("" if words.decimal == "." else "'")
        self._number = (
            rf"(?:\d{{1,3}}(?:[{group} ]\d{{3}})+(?!\d)|\d+)(?:{re.escape(words.decimal)}\d+)?(?:\.\d+)?(?![\d])"
        )
        self.rules: tuple[Rule, ...] = (
            self._abbreviations(),
            self._sub(_ISO_DATE, lambda date: self._date(date, date[3], date[2], date[1])),
            *(
                [self._sub(_DAY_FIRST, lambda date: self._date(date, date[1], date[3], date[4]))]
                if language != "en"
                else []
            ),
            self._sub(_VERSION, self._version),
            self._sub(_TIME, self._time),
            *(self._ordinal(pattern, rules) for pattern, rules in words.ordinals.items()),
            *self._quantities(),
            self._sub(re.compile(rf"({self._number})\s?%"), lambda found: f"{self._amount(found[1])} {words.percent}"),
            self._sub(re.compile(rf"(?<![\w.,-])({self._number})\s?[–-]\s?(?=\d)"), self._range),
            self._sub(re.compile(r"(?<=[\w)] )[-−](?=\d)|(?<![\w\s)])[-−](?=\d)|^[-−](?=\d)"), self._minus),
            self._sub(re.compile(rf"(?<![\w.,])({self._number})(?!\w)"), lambda found: self._plain(found[1])),
        )

    def spelled(self, number: int, rules: str) -> str:
        """The number in words by one of CLDR's rule sets."""
        spelled = self._engine.format_number(number, ruleset_names=[rules])
        return spelled.text_by_ruleset.get(rules, spelled.text).replace("\xad", "")

    @staticmethod
    def _sub(pattern: re.Pattern[str], by: Callable[[re.Match[str]], str]) -> Rule:
        return lambda text: pattern.sub(by, text)

    def _abbreviations(self) -> Rule:
        short = self._words.short
        ordered = sorted(short, key=len, reverse=True)
        pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered))})(?=\W|\Z)")

        def said(found: re.Match[str]) -> str:
            word, after = found[0], found.string[found.end() :].lstrip()
            if word in _BEFORE_NUMBERS and not after[:1].isdigit():
                return word
            if word in _BEFORE_NAMES and not after[:1].isupper():
                return word
            ends = not after and word.endswith(".")
            return short[word] + ("." if ends else "")

        return self._sub(pattern, said)

    def _quantities(self) -> list[Rule]:
        words = self._words
        signs = "|".join(re.escape(sign) for sign in words.money)
        scale = r"(?:\s(million|billion|trillion|Millionen|Milliarden|millions|milliards|millones|milioni|miliardi))?\b"
        units = "|".join(re.escape(unit) for unit in sorted(words.units, key=len, reverse=True))
        before = re.compile(rf"({signs})\s?({self._number}){scale}")
        behind = re.compile(rf"({self._number}){scale}\s?({signs})(?!\w)")
        unit = re.compile(rf"(?<![\w.,])([-−]?)({self._number})[ {_GAP}]?({units})(?![\w/°])")
        return [
            self._sub(before, lambda found: self._money(found[2], found[1], found[3])),
            self._sub(behind, lambda found: self._money(found[1], found[3], found[2])),
            self._sub(unit, lambda found: self._measure(*found.groups())),
        ]

    def _ordinal(self, pattern: str, rules: str) -> Rule:
        return self._sub(re.compile(rf"(?<![\w.,]){pattern}(?!\w)"), lambda found: self.spelled(int(found[1]), rules))

    def _date(self, found: re.Match[str], day: str, month: str, year: str) -> str:
        words = self._words
        rules = words.day_ordinal or words.numbering
        if _DATIVE.search(found.string, 0, found.start()):
            rules = words.day_dative or rules
        said = self.spelled(int(day), rules)
        return words.date.format(day=said, month=words.months[int(month) - 1], year=self._year(int(year)))

    def _year(self, year: int) -> str:
        return self.spelled(year, self._words.year)

    def _time(self, found: re.Match[str]) -> str:
        words = self._words
        hour = self.spelled(int(found[1]), words.cardinal)
        if found[2] == "00":
            after = found.string[found.end() :].lstrip().lower()
            return hour if after.startswith(("a.m", "p.m", "am", "pm")) else words.o_clock.format(hour=hour)
        minute = self.spelled(int(found[2]), words.numbering)
        if found[2][0] == "0" and words.o_clock.endswith("o'clock"):
            minute = f"oh {minute}"
        return words.time.format(hour=hour, minute=minute)

    def _version(self, found: re.Match[str]) -> str:
        parts = found[0].removeprefix("v").split(".")
        if self._thousands == "." and all(len(part) == 3 for part in parts[1:]) and found[0][0] != "v":
            return found[0]  # a number with its thousands set apart
        between = f" {self._words.point if self._words.decimal == '.' else 'Punkt' if self._is('de') else 'punto'} "
        between = " point " if self._is("fr") else between
        said = between.join(self.spelled(int(part), self._words.numbering) for part in parts)
        return f"version {said}" if found[0][0] == "v" else said

    def _is(self, language: str) -> bool:
        return self._words is BY_LANGUAGE[language]

    def _money(self, amount: str, sign: str, scale: str | None) -> str:
        one, more, small = self._words.money[sign]
        if scale:
            return f"{self._amount(amount)} {scale} {'de ' if self._is('fr') or self._is('es') else ''}{more}"
        whole, _, cents = self._parts(amount)
        said = f"{self.spelled(whole, self._words.cardinal)} {one if whole == 1 else more}"
        if len(cents) == 2 and small and int(cents):
            return f"{said} {self._and}{self.spelled(int(cents), self._words.cardinal)} {small}"
        return f"{self._amount(amount)} {more}" if cents and int(cents) else said

    @property
    def _and(self) -> str:
        return {"en": "and ", "de": "und ", "fr": "et ", "es": "con ", "it": "e "}[
            next(name for name, words in BY_LANGUAGE.items() if words is self._words)
        ]

    def _measure(self, sign: str, amount: str, unit: str) -> str:
        one, more = self._words.units[unit]
        whole, _, part = self._parts(amount)
        said = self._amount(amount) if part or whole != 1 else self.spelled(1, self._words.cardinal)
        minus = f"{self._words.minus} " if sign else ""
        return f"{minus}{said} {one if whole == 1 and not part else more}"

    def _range(self, found: re.Match[str]) -> str:
        return f"{self._plain(found[1])} {self._words.to} "

    def _minus(self, _found: re.Match[str]) -> str:
        return f"{self._words.minus} "

    def _plain(self, written: str) -> str:
        whole, grouped, part = self._parts(written)
        if len(written) == 4 and not grouped and not part and whole in _YEAR:
            return self._year(whole)
        return self._amount(written)

    def _amount(self, written: str) -> str:
        whole, _, part = self._parts(written)
        digits = re.sub(r"\D", "", written)
        if len(digits) > _LONGEST or (len(digits) > 1 and digits[0] == "0" and not part):
            return " ".join(self.spelled(int(digit), self._words.numbering) for digit in digits)
        said = self.spelled(whole, self._words.numbering)
        if not part:
            return said
        return f"{said} {self._words.point} " + " ".join(self.spelled(int(one), self._words.numbering) for one in part)

    def _parts(self, written: str) -> tuple[int, bool, str]:
        """The whole number, whether its thousands were set apart, and the digits behind the decimal sign."""
        plain = re.sub(rf"[ '{_GAP}]", "", written)
        whole, _, part = plain.partition(self._words.decimal)
        if self._thousands == "." and not part and re.search(r"\.\d{1,2}\Z|\.\d{4,}\Z|\A0\.", whole):
            whole, _, part = whole.partition(".")  # a point where this language has a comma
        digits = whole.replace(self._thousands, "").replace(".", "")
        return int(digits or 0), digits != whole, part


_BEFORE_NUMBERS = frozenset({"No.", "p.", "pp.", "S.", "n.", "Nr.", "n°", "Fig."})
_BEFORE_NAMES = frozenset({"St.", "M.", "Dr", "Dr.", "Sig.", "Sr.", "Prof.", "Mr."})
