"""Which words a run of text gives to say, and which of its signs are taken out or put into words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from desktop_app.domain.choices import SaidAddresses, SaidEmoji, SaidMaths
from desktop_app.domain.said import WhatIsSaid
from desktop_app.markdown.blocks import Span
from desktop_app.speech.text import announcements
from desktop_app.speech.text.emoji_names import name_of
from desktop_app.speech.text.languages import language_of
from desktop_app.speech.text.maths import spoken_maths
from desktop_app.speech.text.maths_words import maths_words
from desktop_app.speech.text.utterance import Utterance

_PICTURES = (
    "(?:[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u2300-\u23ff\u2934\u2935\u25aa-\u25fe\u203c\u2049\u3030\u303d]"
    "[\ufe0e\ufe0f\u20e3\u200d\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]*)+"
)
_EMOJI = re.compile(rf"{_PICTURES}|[#*0-9]\ufe0f?\u20e3|[\ufe0e\ufe0f\u200b\u2060\ufeff\u20e3\U000e0020-\U000e007f]")
_BEFORE_STOP = re.compile(rf"[ ]+{_PICTURES}(?=[.,!?;:])")
_CITATION = re.compile(r"[ \t]*(?:\[\^[^\]\s]{1,40}\]|\[\d{1,3}(?:\s*[,–-]\s*\d{1,3})*\](?!\()|【[^】]{0,80}】)")
_TASK = re.compile(r"\A(\d+\. )?\[[ xX]\]\s+")
_ALERT = re.compile(r"\A\[!([A-Z]{3,12})\]\s*")
_KEYCAP = re.compile(r"(\d)\ufe0f?\u20e3")
_SHORT_CODE = re.compile(r"(?<!\S):([a-z][a-z0-9_+-]{1,30}):(?!\S)")
# What the templates of some models leave in their answers: "<|start|>assistant<|channel|>final<|message|>".
_TOKENS = re.compile(r"(?:<\|start\|>assistant)?<\|channel\|>\w+(?:<\|message\|>)?|<[|｜][^|｜<>\n]{1,40}[|｜]>")
# Between these a formula waits for the words around it, which tell the language. They stand in no text.
_FORMULA = "\ufdd0{}\ufdd1"
_MATHS = re.compile("\ufdd0([^\ufdd1]*)\ufdd1")
_LOOSE_MARKS = re.compile(
    r"\*{2,}|_{3,}|~{2,}|`+|(?<!\w)[*_]+(?=\w)|(?<=\w)[*]+(?=\W|\Z)|(?<=\w)_+(?=\s|\Z)|\\(?=\W)"
    r"|(?<![\w=!<>])={2}(?=\w)|(?<=\w)={2}(?![\w=])"
)
# One of these is in whatever is taken out by the last two of ``clean``.
_SIGN = re.compile(r"[*_~`\\=\t\xa0\u2009\u202f]|  ")
_BARE = re.compile(r"(?:https?|ftp)://[^\s<>()\[\]\"'“”]*[^\s<>()\[\]\"'“”.,;:!?]", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\xa0\u2009\u202f]{2,}|[\t\xa0\u2009\u202f]")
_HEARD = 400  # characters by which a language is known
_NUMBER = re.compile(r"\d+")


class Wording:
    """The wishes of one listener; ``language`` is that of the text around, for words of our own. ``hear`` tells it."""

    def __init__(self, said: WhatIsSaid) -> None:
        self.said = said
        self._heard = ""
        self._settled = ""
        self._around = ""

    @property
    def language(self) -> str:
        return self._settled or language_of(f"{self._heard} {self._around}"[-_HEARD:])

    def hear(self, text: str, around: str) -> None:
        """What was said last; when that is enough to know a language by, ``around`` is it."""
        self._heard = f"{self._heard} {text}"[-_HEARD:]
        self._settled = around if len(self._heard) == _HEARD else ""

    def say_spans(self, words: Utterance, spans: Iterable[Span], since: int) -> None:
        """Says the spans that stand behind ``since``, or the part of one that does."""
        for span in spans:
            if span.end <= since or span.html or (span.image and not self.said.images):
                continue
            text, start, end = span.text, span.start, span.end
            if span.href and not span.image:
                if text.strip("[]^ ").isdigit():  # a citation that is a link
                    self._say_note(words, text, start, end)
                    continue
                if _is_address(text, span.href):
                    words.say(self._address(text, span.href), start, end)
                    continue
            if span.maths:
                _say_formula(words, span, since)
                continue
            if span.footnote:
                words.say(f"[^{text}]", start, end)
                continue
            if span.code:  # the marks around it stand on both sides
                start += (end - start - len(text)) // 2
                end = start + len(text)
            if start < since and end - start == len(text):
                text, start = text[since - start :], since
            words.say(text, start, end)

    def clean(self, words: Utterance, *, begins: bool = False) -> None:
        """Takes out what is a sign and not a word; ``begins``: it is the beginning of a paragraph."""
        text = words.text
        self._around = text
        if "\ufdd0" in text:
            self._around = _MATHS.sub(" ", text)
            words.replace(_MATHS, self._maths)
        if "[" in text or "【" in text:
            if begins:
                self._clean_beginning(words)
            words.replace(_CITATION, self._note if self.said.notes else "")
        if "://" in text:
            words.replace(_BARE, lambda bare: self._address(bare[0], bare[0]))
        if "|" in text or "｜" in text:
            words.replace(_TOKENS, "")
        if ":" in text:
            words.replace(_SHORT_CODE, self._short_code)
        if not text.isascii():
            if self.said.emoji is not SaidEmoji.NAME:
                words.replace(_BEFORE_STOP, "")
            words.replace(_EMOJI, self._emoji)
        if _SIGN.search(words.text):
            words.replace(_LOOSE_MARKS, "")
            words.replace(_BLANKS, " ")

    def _clean_beginning(self, words: Utterance) -> None:
        """A box to tick that stands in no list, the sort of a warning that is none of GitHub's."""
        words.replace(_TASK, lambda task: task[1] or "")
        words.replace(_ALERT, lambda alert: f"{alert[1].capitalize()}: ")

    def _address(self, text: str, address: str) -> str:
        if "@" in text and "//" not in text:
            return text.rsplit(":", maxsplit=1)[-1]  # a mail address has no use but whole
        match self.said.addresses:
            case SaidAddresses.WHOLE:
                return text
            case SaidAddresses.SKIP:
                return ""
        return _host(address)

    def _say_note(self, words: Utterance, text: str, start: int, end: int) -> None:
        if self.said.notes:
            words.say(f"{announcements.words(self.language).note} {text.strip('[]^ ')}", start, end)

    def _note(self, mark: re.Match[str]) -> str:
        numbers = ", ".join(_NUMBER.findall(mark[0]))
        return f" ({announcements.words(self.language).note} {numbers})" if numbers else ""

    def _maths(self, maths: re.Match[str]) -> str:
        match self.said.maths:
            case SaidMaths.ANNOUNCE:
                return announcements.words(self.language).formula
            case SaidMaths.SKIP:
                return ""
        named = maths_words(self.language)
        if named is None:  # better the bare word than another language's
            return announcements.words(self.language).formula
        return spoken_maths(maths[1], named)

    def _emoji(self, emoji: re.Match[str]) -> str:
        if self.said.emoji is not SaidEmoji.NAME:
            digit = _KEYCAP.fullmatch(emoji[0])
            return f"{digit[1]}: " if digit else ""  # people number their lines with these
        name = name_of(emoji[0], self.language)
        return f" {name} " if name else ""

    def _short_code(self, code: re.Match[str]) -> str:
        return code[1].replace("_", " ") if self.said.emoji is SaidEmoji.NAME else ""


def is_escaped_bracket(span: Span) -> bool:
    """Whether it may stand at the beginning or the end of mathematics."""
    return len(span.text) == 1 and span.end - span.start == 2 and span.text in "()[]" and not span.code


def _say_formula(words: Utterance, span: Span, since: int) -> None:
    """Says it later, or only its end, where it was so long in coming that its beginning was said as it stood."""
    begun = span.start < since
    latex = span.text[since - span.end :] if begun else span.text
    words.say(_FORMULA.format(latex), max(span.start, since), span.end)


def _is_address(text: str, href: str) -> bool:
    return text == href or bool(re.match(r"(?:https?://|ftp://|www\.)\S+\Z", text, re.IGNORECASE))


def _host(address: str) -> str:
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")
