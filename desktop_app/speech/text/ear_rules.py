"""How what is written in signs is put into words, rule by rule, in one of five languages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from desktop_app.speech.text.ear_nouns import is_feminine, takes_un
from desktop_app.speech.text.ear_signs import Rule, written_otherwise
from desktop_app.speech.text.ear_words import Words
from desktop_app.speech.text.maths_words import maths_words
from desktop_app.speech.text.roman_numerals import number_of

if TYPE_CHECKING:
    from unicode_rbnf import RbnfEngine

_GAP = "\u00a0\u2009\u202f"
_LONGEST = 15  # digits; what is longer is no quantity
_VERSION = re.compile(r"(?<![\w.,])(?:v(?=\d))?\d+(?:\.\d+){2,}(?![\w])")
_ISO_DATE = re.compile(r"(?<![\d/-])(1\d{3}|20\d\d)([/-])(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?![\d/-])")
_DAY_FIRST = re.compile(r"(?<![\d./])(0?[1-9]|[12]\d|3[01])([./])(0?[1-9]|1[0-2])\2(1\d{3}|20\d\d)(?![\d/])")
_MONTH_FIRST = re.compile(r"(?<![\d./])(0?[1-9]|1[0-2])/(0?[1-9]|[12]\d|3[01])/(1\d{3}|20\d\d)(?![\d/])")
_DAY_MONTH = re.compile(
    r"(?<=\b(?:am|Am|zu|ab|er|em|en|is|it|om|um) )(0?[1-9]|[12]\d|3[01])\.\s?(0?[1-9]|1[0-2])\.(?!\d)"
)
_CLOCK = r"([01]?\d|2[0-3]):([0-5]\d)(?![\d:])"
_TIME = re.compile(rf"(?<![\d:.]){_CLOCK}(?:\s?Uhr)?")
_TIMES = re.compile(rf"(?<![\d:.]){_CLOCK}\s?[–-]\s?(?=(?:[01]?\d|2[0-3]):[0-5]\d)")
_FRENCH_TIME = re.compile(r"(?<![\w:.])([01]?\d|2[0-3])\s?h\s?([0-5]\d)(?!\w)")
_DECADE = re.compile(r"(?<![\w.,])(?:(1[1-9]\d0|20\d0)s|['’](\d0)s|(?:(?<=\bthe )|(?<=\blate )|(?<=\bearly ))(\d0)s)\b")
_GERMAN_DECADE = re.compile(r"(?<![\w.,])(1[1-9]\d0|20\d0|[2-9]0)er(?=n? )")
_PHONE = re.compile(r"(?<![\w.,-])(?:\d{3}-)?\d{3}-\d{4}(?![\w-])")
_DATIVE = re.compile(r"\b(?:[Aa]m|vom|zum|dem|den|bis|seit|ab|im)\s\Z")
_SIGN = re.compile(r"(?P<before>\A|(?<=[(\d])|\s)(?:(?P<number>[±≈~<>#§])\s?(?=\d)|(?P<word>[+=×÷&])\s?(?=[\w(]))")
_LAST_WORD = re.compile(r"(\w+)\s\Z")
_YEAR = range(1100, 2100)


class EarRules:
    """``all``: the rules of one language in the order in which they may be used, what is longest first."""

    def __init__(self, language: str, words: Words) -> None:
        from unicode_rbnf import RbnfEngine  # imported late: it takes 80 ms

        self._language = language
        self._words = words
        self._engine: RbnfEngine = RbnfEngine.for_language(language)
        self._thousands = "," if words.decimal == "." else "."
        group = re.escape(self._thousands) + _GAP + ("" if words.decimal == "." else "'")
        self._number = (
            rf"(?:\d{{1,3}}(?:[{group} ]\d{{3}})+(?!\d)|\d+)(?:{re.escape(words.decimal)}\d+)?(?:\.\d+)?(?![\d])"
        )
        self.all: tuple[Rule, ...] = (
            *written_otherwise(language, words, maths_words(language), self.spelled),
            self._abbreviations(),
            *self._dates(),
            (_VERSION, self._version),
            (_TIMES, lambda found: f"{self._time(found)} {words.to} "),
            (_TIME, self._time),
            *self._ordinals(),
            *self._pieces(),
            *self._quantities(),
            *self._counted(),
            (re.compile(rf"(?<![\w.,])({self._number})(?!\w)"), lambda found: self._plain(found[1])),
        )

    def spelled(self, number: int, rules: str) -> str:
        """The number in words by one of CLDR's rule sets."""
        spelled = self._engine.format_number(number, ruleset_names=[rules])
        return spelled.text_by_ruleset.get(rules, spelled.text).replace("\xad", "")

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

        return pattern, said

    def _dates(self) -> Iterator[Rule]:
        yield _ISO_DATE, lambda date: self._date(date, date[4], date[3], date[1])
        if self._language == "en":
            months = "|".join(self._words.months)
            day = r"(0?[1-9]|[12]\d|3[01])"
            yield _MONTH_FIRST, lambda date: self._date(date, date[2], date[1], date[3])
            yield (
                re.compile(rf"(?<=\b)({months}) {day}(?![\w:])(?:, (?=\d{{4}}\b))?"),
                lambda found: f"{found[1]} {self._day(found[2])}{', ' if found[0].endswith(', ') else ''}",
            )
            yield (
                re.compile(rf"(?<![\w.,]){day} (?={months})"),
                lambda found: f"{'' if self._follows_the(found) else 'the '}{self._day(found[1])} of ",
            )
            yield _DECADE, self._decade
        else:
            yield _DAY_FIRST, lambda date: self._date(date, date[1], date[3], date[4])
        if self._language == "de":
            yield _DAY_MONTH, lambda date: self._date(date, date[1], date[2], "").rstrip()
            yield _GERMAN_DECADE, lambda found: f"{self._year(int(found[1]))}er"
        if self._language == "fr":
            yield _FRENCH_TIME, self._time

    def _ordinals(self) -> Iterator[Rule]:
        for pattern, rules in self._words.ordinals.items():
            yield re.compile(rf"(?<![\w.,]){pattern}(?!\w)"), self._ordinal(rules)
        for pattern, rules in self._words.romans.items():
            yield re.compile(rf"{pattern}(?!\w)"), self._roman(rules)

    def _ordinal(self, rules: str) -> Callable[[re.Match[str]], str]:
        return lambda found: self.spelled(int(found[1]), rules)

    def _roman(self, rules: str) -> Callable[[re.Match[str]], str]:
        def said(found: re.Match[str]) -> str:
            number = number_of(found[1])
            return self.spelled(number, rules) if number else found[0]

        return said

    def _pieces(self) -> Iterator[Rule]:
        """Fractions, telephone numbers and ranges, none of which may be taken for quantities."""
        fractions = self._words.fractions
        written = "|".join(fractions)
        yield re.compile(rf"(?<![\w.,/])({written})(?![\w./])"), lambda found: fractions[found[1]]
        if self._language == "en":
            yield _PHONE, lambda found: ", ".join(map(self._digits, found[0].split("-")))
        signs = "|".join(re.escape(sign) for sign in self._words.money)
        yield (
            re.compile(rf"(?<![\w.,-])((?:{signs})\s?{self._number})\s?[–-]\s?(?=(?:{signs})\s?\d)"),
            lambda found: f"{found[1]} {self._words.to} ",
        )
        yield (
            re.compile(rf"(?<![\w.,$€£¥₹-])({self._number})\s?[–-]\s?(?=\d)"),
            lambda found: f"{self._plain(found[1])} {self._words.to} ",
        )

    def _quantities(self) -> Iterator[Rule]:
        words = self._words
        signs = "|".join(re.escape(sign) for sign in words.money)
        names = "|".join(sorted(words.scales, key=len, reverse=True))
        scale = rf"(?:\s?({names})\b)?(?!\w)"
        units = "|".join(re.escape(unit) for unit in sorted(words.units, key=len, reverse=True))
        yield (
            re.compile(rf"({signs})\s?({self._number}){scale}"),
            lambda found: self._money(found[2], found[1], found[3]),
        )
        yield (
            re.compile(rf"(?<![\w.,])({self._number})(?:\s?({names}))?\s?({signs})(?!\w)"),
            lambda found: self._money(found[1], found[3], found[2]),
        )
        yield (
            re.compile(rf"(?<![\w.,])([-−]?)({self._number})[ {_GAP}]?({units})(?![\w/°²³])"),
            lambda found: self._measure(*found.groups()),
        )
        yield (
            re.compile(rf"({self._number})\s?%"),
            lambda found: f"{self._amount(found[1])} {words.percent}",
        )
        minus = re.compile(r"(?<=[\w)] )[-−](?=\d)|(?<![\w\s)])[-−](?=\d)|^[-−](?=\d)")
        yield minus, lambda _found: f"{words.minus} "
        yield _SIGN, self._sign

    def _sign(self, found: re.Match[str]) -> str:
        apart = found.start() and (found["before"] or found.string[found.start() - 1] != "(")
        return f"{' ' if apart else ''}{self._words.signs[found['number'] or found['word']]} "

    def _counted(self) -> Iterator[Rule]:
        """One of a thing, where "one" has a gender."""
        if self._language != "en":
            few = r"1|\d*[02-9]1" if self._language == "es" else "1"
            noun = r"[A-ZÄÖÜ][^\W\d_]+" if self._language == "de" else r"[^\W\d_A-Z][^\W\d_]{2,}"
            yield re.compile(rf"(?<![\w.,])({few})(?= ({noun}))"), self._one

    def _one(self, found: re.Match[str]) -> str:
        noun = found[2]
        before = _LAST_WORD.search(found.string, 0, found.start())
        if noun in _NO_NOUNS or (self._language == "de" and before and before[1][0].isupper() and before.start()):
            return found[0]  # "Chapter 1 Introduction" counts nothing
        feminine = is_feminine(noun, self._language)
        said = self.spelled(int(found[1]), f"spellout-cardinal-{'feminine' if feminine else 'masculine'}")
        return "uno" if self._language == "it" and not feminine and not takes_un(noun) else said

    def _date(self, found: re.Match[str], day: str, month: str, year: str) -> str:
        words = self._words
        rules = words.day_ordinal or words.numbering
        if _DATIVE.search(found.string, 0, found.start()):
            rules = words.day_dative or rules
        said = self.spelled(int(day), rules)
        named = words.months[int(month) - 1]
        return words.date.format(day=said, month=named, year=self._year(int(year)) if year else "")

    def _day(self, day: str) -> str:
        return self.spelled(int(day), self._words.day_ordinal)

    @staticmethod
    def _follows_the(found: re.Match[str]) -> bool:
        return found.string[: found.start()].rstrip().lower().endswith("the")

    def _decade(self, found: re.Match[str]) -> str:
        """The nineteen nineties."""
        said = self._year(int(found[1])) if found[1] else self.spelled(int(found[2] or found[3]), _SPELLED)
        return f"{said[:-1]}ies" if said.endswith("y") else f"{said}s"

    def _year(self, year: int) -> str:
        return self.spelled(year, self._words.year)

    def _time(self, found: re.Match[str]) -> str:
        words = self._words
        hour = self.spelled(int(found[1]), words.hour)
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
        said = f" {self._words.dot} ".join(self.spelled(int(part), self._words.numbering) for part in parts)
        return f"version {said}" if found[0][0] == "v" else said

    def _money(self, amount: str, sign: str, scale: str | None) -> str:
        one, more, small = self._words.money[sign]
        if scale:
            linked = self._language in {"fr", "es", "it"}
            of = "d'" if more[0] in "aeio" and self._language == "fr" else "de " if self._language != "it" else "di "
            return f"{self._amount(amount)} {self._words.scales[scale]} {of if linked else ''}{more}"
        whole, _, cents = self._parts(amount)
        if not whole and len(cents) == 2 and small and int(cents) > 1:
            return f"{self.spelled(int(cents), self._words.cardinal)} {small}"
        said = f"{self.spelled(whole, self._words.cardinal)} {one if whole == 1 else more}"
        if len(cents) == 2 and small and int(cents):
            return f"{said} {self._words.and_} {self.spelled(int(cents), self._words.cardinal)} {small}"
        return f"{self._amount(amount)} {more}" if cents and int(cents) else said

    def _measure(self, sign: str, amount: str, unit: str) -> str:
        one, more = self._words.units[unit]
        whole, _, part = self._parts(amount)
        gender = "feminine" if self._language != "en" and is_feminine(one, self._language) else "masculine"
        single = "spellout-cardinal" if self._language == "en" else f"spellout-cardinal-{gender}"
        said = self._amount(amount) if part or whole != 1 else self.spelled(1, single)
        minus = f"{self._words.minus} " if sign else ""
        return f"{minus}{said} {one if whole == 1 and not part else more}"

    def _plain(self, written: str) -> str:
        whole, grouped, part = self._parts(written)
        if len(written) == 4 and not grouped and not part and whole in _YEAR:
            return self._year(whole)
        return self._amount(written)

    def _digits(self, digits: str) -> str:
        return " ".join(self.spelled(int(digit), self._words.numbering) for digit in digits)

    def _amount(self, written: str) -> str:
        whole, _, part = self._parts(written)
        digits = re.sub(r"\D", "", written)
        if len(digits) > _LONGEST or (len(digits) > 1 and digits[0] == "0" and not part):
            return self._digits(digits)
        said = self.spelled(whole, self._words.numbering)
        if not part:
            return said
        if self._words.decimal == "," and "," not in written and len(part) < 3:
            return f"{said} {self._words.dot} {self.spelled(int(part), self._words.numbering)}"
        return f"{said} {self._words.point} {self._digits(part)}"

    def _parts(self, written: str) -> tuple[int, bool, str]:
        """The whole number, whether its thousands were set apart, and the digits behind the decimal sign."""
        plain = re.sub(rf"[ '{_GAP}]", "", written)
        whole, _, part = plain.partition(self._words.decimal)
        if self._thousands == "." and not part and re.search(r"\.\d{1,2}\Z|\.\d{4,}\Z|\A0\.", whole):
            whole, _, part = whole.partition(".")  # a point where this language has a comma
        digits = whole.replace(self._thousands, "").replace(".", "")
        return int(digits or 0), digits != whole, re.sub(r"\D", "", part)


_SPELLED = "spellout-numbering"
_BEFORE_NUMBERS = frozenset(
    {"No.", "p.", "pp.", "S.", "n.", "Nr.", "n°", "Fig.", "Abs.", "Kap.", "Tel.", "tél.", "chap.", "max."}
)
_BEFORE_NAMES = frozenset({"St.", "M.", "St", "Ste", "Prof."})
_NO_NOUNS = frozenset(
    {
        "para",
        "por",
        "que",
        "con",
        "como",
        "del",
        "los",
        "las",
        "hasta",
        "desde",
        "entre",
        "menos",
        "mayo",
        "sobre",
        "pero",
        "mas",
        "ore",
        "alle",
        "per",
    }
)
