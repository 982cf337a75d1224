"""What settings offer to choose between. Apart from ``settings``, so that a widget can name a choice without them."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class ChatSource(StrEnum):
    """Who answers: not yet chosen, a server that speaks the OpenAI API, or the built-in demo."""

    UNSET = "unset"
    SERVER = "server"
    DEMO = "demo"


class SpeechSource(StrEnum):
    """Who speaks: the server's /audio/speech, or one of the voices on this machine."""

    SERVER = "server"
    HIBARI = "hibari"
    PICO = "pico"
    ESPEAK = "espeak"


class LanguageVoice(NamedTuple):
    """Who says what is in a language of ``domain.languages``; an empty ``voice``: the usual one of its source."""

    language: str
    source: SpeechSource
    voice: str


class IfPhraseFails(StrEnum):
    BUILT_IN = "built_in"
    SKIP = "skip"


class Appearance(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class InterfaceLanguage(StrEnum):
    """In which language the program itself speaks; SYSTEM: the first of the system's that it knows."""

    SYSTEM = "system"
    ENGLISH = "en"
    GERMAN = "de"
    JAPANESE = "ja"


class SaidCode(StrEnum):
    """A block of code: not a word, "Code, Python, 24 lines.", or that and its lines."""

    SKIP = "skip"
    ANNOUNCE = "announce"
    READ = "read"


class SaidTables(StrEnum):
    """A table: row by row behind its headings, with or without saying first that it is one; that alone; nothing."""

    READ = "read"
    ANNOUNCE_AND_READ = "announce_and_read"
    ANNOUNCE = "announce"
    SKIP = "skip"


class SaidAddresses(StrEnum):
    """An address that stands in the text as such."""

    HOST = "host"
    WHOLE = "whole"
    SKIP = "skip"


class SaidMaths(StrEnum):
    """A formula: in words, "formula", or nothing."""

    READ = "read"
    ANNOUNCE = "announce"
    SKIP = "skip"


class SaidEmoji(StrEnum):
    SKIP = "skip"
    NAME = "name"


class SaidQuotes(StrEnum):
    """A quotation set apart: its words, with or without "Quote:" before them; or nothing."""

    READ = "read"
    ANNOUNCE = "announce"
    SKIP = "skip"


class SoundFormat(StrEnum):
    """What a file of sound is to be; the value is what its name ends in."""

    MP3 = "mp3"
    OPUS = "opus"
    FLAC = "flac"
    WAV = "wav"
