"""The languages of one message, phrase by phrase: what a word means depends on what stands around it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from desktop_app.speech.text.languages import greeting_language, language_among, language_of

_ASKED = 0.5
"""For how many phrases of the answer the language of its question counts."""
_ELSEWHERE = 0.5
"""For how many a phrase counts that is not in the language around it: two in a row, and it may be the one around."""
_FADES = 0.85
"""What is left of a phrase's weight with each that follows it."""
_QUOTED = re.compile(r"“[^“”]+”|„[^„“”]+[“”]|«[^«»]+»|»[^«»]+«|\"[^\"]+\"|「[^「」]+」|『[^『』]+』")
_MARKS = re.compile('[“„«»"「『]')
_WORD = re.compile(r"\w+")
_FEWEST = 4


@dataclass(frozen=True, slots=True)
class Part:
    """The text from ``start`` to ``end`` is in one language; empty: nobody knows."""

    start: int
    end: int
    language: str


@dataclass(slots=True)
class Surroundings:
    """Fed the phrases of a message in order. A sentence quoted in another language does not become what is around."""

    weights: dict[str, float] = field(default_factory=dict)

    @classmethod
    def of_question(cls, text: str) -> Surroundings:
        """An answer is expected in the language of its question, until it shows another."""
        language = language_of(text, "")
        return cls({language: _ASKED} if language else {})

    @property
    def language(self) -> str:
        """That of most of what came last; empty before anything is known."""
        return max(self.weights, key=self.weights.__getitem__, default="")

    def parts(self, text: str) -> list[Part]:
        """The phrase in parts of one language each: as a whole, or apart from what it quotes."""
        heard = [*self.weights]
        if len(heard) > 1:
            heard.sort(key=self.weights.__getitem__, reverse=True)
        around = heard[0] if heard else ""
        parts = _apart(text, around, heard) or [Part(0, len(text), language_among(text, around, heard))]
        self._hear(parts[0].language if len(parts) == 1 else around, around)
        if not parts[0].language and (greeting := greeting_language(text)):
            return [Part(0, len(text), greeting)]  # which is not heard: what follows may be a neighbour's language
        return parts

    def _hear(self, language: str, around: str) -> None:
        for name in self.weights:
            self.weights[name] *= _FADES
        if language:
            counts = 1.0 if language == around or not around else _ELSEWHERE
            self.weights[language] = self.weights.get(language, 0.0) + counts


def _apart(text: str, around: str, heard: list[str]) -> list[Part]:
    """Sets apart what stands between quotation marks and is a sentence in another language; empty where nothing is."""
    if not _MARKS.search(text):
        return []
    quotes = [quote for quote in _QUOTED.finditer(text) if _is_sentence(quote[0])]
    outside = _QUOTED.sub(" ", text) if quotes else ""
    if not _says_something(outside):
        return []
    language = language_among(outside, around, heard)
    parts: list[Part] = []
    at = 0
    for quote in quotes:
        own = language_among(quote[0][1:-1], language, heard)
        if own != language and own:
            if _says_something(text[at : quote.start()]):
                parts.append(Part(at, quote.start(), language))
                at = quote.start()
            parts.append(Part(at, quote.end(), own))
            at = quote.end()
    if not parts or _says_something(text[at:]):
        return [*parts, Part(at, len(text), language)]
    return [*parts[:-1], Part(parts[-1].start, len(text), parts[-1].language)]


def _is_sentence(quote: str) -> bool:
    """Whether this is more than a name or a term; scripts without blanks have few words of many letters."""
    return len(_WORD.findall(quote)) >= _FEWEST or (not quote[1:-1].isascii() and len(quote) > _FEWEST)


def _says_something(text: str) -> bool:
    return any(map(str.isalnum, text))
