"""What settings offer to choose between. Apart from ``settings``, so that a widget can name a choice without them."""

from __future__ import annotations

from enum import StrEnum


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


class IfPhraseFails(StrEnum):
    BUILT_IN = "built_in"
    SKIP = "skip"


class Appearance(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
