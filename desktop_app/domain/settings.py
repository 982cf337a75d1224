"""What the user chose. A value that is out of bounds is refused here, wherever it comes from.

Plain dataclasses and not pydantic, which costs 17 MB and 0.1 s at every start for these twenty values.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from enum import StrEnum
from typing import Any, Self, TypeVar
from urllib.parse import urlsplit

from desktop_app.domain.choices import (
    Appearance,
    ChatSource,
    IfPhraseFails,
    InterfaceLanguage,
    LanguageVoice,
    SaidAddresses,
    SaidCode,
    SaidEmoji,
    SaidMaths,
    SaidQuotes,
    SaidTables,
    SpeechSource,
)
from desktop_app.domain.languages import LANGUAGES
from desktop_app.domain.webhook import webhook_address

__all__ = [
    "OPENAI_URL",
    "Appearance",
    "ChatSource",
    "IfPhraseFails",
    "InvalidSettings",
    "Settings",
    "SpeechSource",
    "tidy_url",
]

OPENAI_URL = "https://api.openai.com/v1"
_ACTION = re.compile(r"[a-z_]{1,30}\Z")
_MOST_KEYS, _LONGEST_KEY = 100, 50
_MOST_PRICES, _HIGHEST_PRICE = 1_000, 1e6


def tidy_url(text: str) -> str:
    """The address as the client needs it: http or https, a host, no trailing slash; a bare host gets http and /v1.

    Raises ValueError, also for one with a password in it: addresses are kept in a file, and passwords never are.
    """
    text = text.strip()
    if not text:
        return OPENAI_URL
    if "://" not in text:
        text = f"http://{text}"
    text = text.rstrip("/")
    parts = urlsplit(text)
    if parts.scheme not in {"http", "https"} or not parts.hostname or any(map(str.isspace, text)):
        raise ValueError("an address looks like https://host/v1")
    _ = parts.port  # raises ValueError where it is not a number
    if "@" in parts.netloc:
        raise ValueError("a name and password do not belong into an address")
    is_whole = parts.path or "?" in text or "#" in text
    return text if is_whole else f"{text}/v1"


class InvalidSettings(ValueError):
    """``names`` are the settings whose values were refused."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(f"not valid: {', '.join(names)}")
        self.names = names


_T = TypeVar("_T")
_E = TypeVar("_E", bound=StrEnum)
_Accept = Callable[[Any], object]
"""Gives back the value as it is kept, or raises ValueError or TypeError."""


def _setting(default: _T, accept: _Accept) -> _T:
    """A dataclass field that knows which values it takes."""
    return field(default=default, metadata={"accept": accept})


def _one_of(default: _E) -> _E:
    return _setting(default, type(default))


def _switch(*, default: bool) -> bool:
    def accept(value: object) -> bool:
        if not isinstance(value, bool):
            raise TypeError("true or false")
        return value

    return _setting(default, accept)


_LONGEST_NAME = 200


def _text(default: str = "", longest: int = _LONGEST_NAME) -> str:
    def accept(value: object) -> str:
        if not isinstance(value, str) or len(value) > longest:
            raise ValueError(f"a text of at most {longest} characters")
        return value

    return _setting(default, accept)


def _number(default: float, least: float, most: float) -> float:
    def accept(value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
            raise ValueError(f"a number from {least} to {most}")
        return float(value)

    return _setting(default, accept)


def _whole_or_none(most: int) -> int | None:
    def accept(value: object) -> int | None:
        if value is not None and (isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= most):
            raise ValueError(f"a whole number from 1 to {most}, or none")
        return value

    return _setting(None, accept)


def _whole(default: int, least: int, most: int) -> int:
    def accept(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise ValueError(f"a whole number from {least} to {most}")
        return value

    return _setting(default, accept)


def _key_table() -> Mapping[str, str]:
    """What a person chose instead of the usual keys: action to key, each a short text."""

    def accept(value: object) -> dict[str, str]:
        if not isinstance(value, Mapping) or len(value) > _MOST_KEYS:
            raise TypeError("actions and their keys")
        for action, key in value.items():
            if not isinstance(key, str) or not _ACTION.match(str(action)) or not 0 < len(key) <= _LONGEST_KEY:
                raise ValueError("an action and its key")
        return dict(value)

    return field(default_factory=dict, metadata={"accept": accept})


def _price_table() -> Mapping[str, Mapping[str, float]]:
    """What models cost, by name: "input", "output" and, where it differs, "cached", in dollars a million tokens."""

    def accept(value: object) -> dict[str, dict[str, float]]:
        if not isinstance(value, Mapping) or len(value) > _MOST_PRICES:
            raise TypeError("models and their prices")
        return {str(model): _price(price) for model, price in value.items()}

    return field(default_factory=dict, metadata={"accept": accept})


def _price(value: object) -> dict[str, float]:
    if not isinstance(value, Mapping) or not {"input", "output"} <= set(value) <= {"input", "cached", "output"}:
        raise ValueError("input and output, and perhaps cached")
    numbers = [one for one in value.values() if isinstance(one, int | float) and not isinstance(one, bool)]
    if len(numbers) != len(value) or not all(0 <= one < _HIGHEST_PRICE for one in numbers):
        raise ValueError("a price")
    return {str(name): float(one) for name, one in value.items()}


def _language_voices() -> tuple[LanguageVoice, ...]:
    """One voice a language, in the order in which they were added; the last word on a language counts."""

    def accept(value: object) -> tuple[LanguageVoice, ...]:
        if not isinstance(value, list | tuple):
            raise TypeError("a list of [language, source, voice]")
        chosen = [LanguageVoice(language, SpeechSource(source), voice) for language, source, voice in value]
        if any(one.language not in LANGUAGES or not _is_name(one.voice) for one in chosen):
            raise ValueError("a language that is told apart, and the name of a voice")
        return tuple({one.language: one for one in chosen}.values())

    return _setting((), accept)


def _is_name(value: object) -> bool:
    return isinstance(value, str) and len(value) <= _LONGEST_NAME


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything in the settings file, each with the value it has before anybody chose.

    Making one with a value out of bounds raises InvalidSettings.
    """

    chat_source: ChatSource = _one_of(ChatSource.UNSET)
    server_url: str = _setting(OPENAI_URL, tidy_url)
    model: str = _text("gpt-5-mini")
    system_prompt: str = _text(longest=100_000)
    streaming: bool = _switch(default=True)
    max_output_tokens: int | None = _whole_or_none(1_000_000)
    requests_at_once: int = _whole(4, 1, 100)
    """Of one server; further ones wait in line. Those on people's own machines answer one to four at a time."""
    prices: Mapping[str, Mapping[str, float]] = _price_table()
    """For models whose price ``domain.prices`` does not know, or knows otherwise; written into the file by hand."""

    spoken_replies: bool = _switch(default=True)
    speech_source: SpeechSource = _one_of(SpeechSource.SERVER)
    speech_model: str = _text("gpt-4o-mini-tts")
    voice: str = _text("coral")
    speed: float = _number(1.0, 0.5, 3.0)
    volume: float = _number(1.0, 0.0, 1.0)
    manner: str = _text(longest=4096)
    """Instructions for the voice."""
    output_device: str = _text()
    """Its name; empty follows the system's default."""
    lead_in: float = _number(0.0, 0.0, 3.0)
    """Seconds of silence before speech, for devices that swallow what comes first, as wireless ones do."""
    if_phrase_fails: IfPhraseFails = _one_of(IfPhraseFails.BUILT_IN)
    by_language: bool = _switch(default=True)
    """Whether a phrase in another language than the chosen voice speaks is said by one that speaks it."""
    language_voices: tuple[LanguageVoice, ...] = _language_voices()
    kept_sound: float = _number(500.0, 0.0, 100_000.0)
    """Megabytes that the sound of messages may take on the disk; 0 keeps none."""

    titles_by_model: bool = _switch(default=True)
    """Whether the model is asked for a conversation's title behind its first answer."""

    keep_conversations: int | None = _whole_or_none(36_500)
    """Days after which a conversation in which nothing is said any more is deleted; None keeps all for ever."""
    keep_sorted: bool = _switch(default=True)
    """Whether those that are pinned or in a folder are kept for ever all the same."""

    tell_heard: bool = _switch(default=False)
    """Whether the model is told where the voice was stopped, and takes what was not heard as not said. Off at first:
    one who silences the voice in order to read on would find that the model does not know what stands on the page."""

    said_code: SaidCode = _one_of(SaidCode.SKIP)
    said_tables: SaidTables = _one_of(SaidTables.READ)
    said_addresses: SaidAddresses = _one_of(SaidAddresses.HOST)
    said_maths: SaidMaths = _one_of(SaidMaths.READ)
    said_emoji: SaidEmoji = _one_of(SaidEmoji.SKIP)
    said_quotes: SaidQuotes = _one_of(SaidQuotes.READ)
    said_images: bool = _switch(default=True)
    said_numbers: bool = _switch(default=True)
    said_notes: bool = _switch(default=False)
    said_html: bool = _switch(default=True)
    """What ``domain.said.WhatIsSaid`` explains."""

    notifications: bool = _switch(default=True)
    """Whether the system says that an answer is there while the window is not in front."""
    notification_words: bool = _switch(default=True)
    """Whether it also shows the answer's first words."""
    webhook: str = _setting("", webhook_address)
    """Is told of the same answers; empty: nobody is."""
    webhook_text: bool = _switch(default=False)
    """Whether it is told what they say."""

    appearance: Appearance = _one_of(Appearance.SYSTEM)
    interface_language: InterfaceLanguage = _one_of(InterfaceLanguage.SYSTEM)
    """In force from the next start on."""
    stop_key: str = _text("Esc")
    """A key sequence in Qt's portable text, as all keys are."""
    keys: Mapping[str, str] = _key_table()
    """Of the window's other actions those whose keys are not the usual ones."""
    global_key: str = _text(longest=50)
    """Silences the speech from any program; empty: there is none."""

    def __post_init__(self) -> None:
        wrong: list[str] = []
        for one in fields(self):
            try:
                object.__setattr__(self, one.name, one.metadata["accept"](getattr(self, one.name)))
            except (ValueError, TypeError, AttributeError):
                wrong.append(one.name)
        if wrong:
            raise InvalidSettings(tuple(wrong))

    @classmethod
    def from_values(cls, values: Mapping[str, object]) -> Self:
        """Settings of plain JSON values; names that this version does not know are passed over."""
        known = {one.name for one in fields(cls)}
        return cls().changed({name: value for name, value in values.items() if name in known})

    def values(self) -> dict[str, object]:
        """What ``from_values`` takes."""
        return asdict(self)

    def changed(self, values: Mapping[str, Any]) -> Self:
        """A copy with some values replaced. Raises InvalidSettings."""
        return replace(self, **values)
