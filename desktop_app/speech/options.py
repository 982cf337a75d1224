"""What the listener chose about speech, as the speech thread needs it."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop_app.domain.choices import IfPhraseFails, LanguageVoice, SpeechSource


@dataclass(frozen=True, slots=True)
class SpeechOptions:
    """``device`` empty: the default.

    ``speed`` is a factor on the voice's own pace; no voice is asked for it, its sound is stretched where it is heard.
    ``volume``: 0 to 1. ``lead_in``: seconds of silence that wake a device. ``manner`` instructs a server's voice.
    ``by_language``: whether a phrase may be said by another voice than the chosen one, for its language.

    The key is left out of ``repr``, so that no log line and no traceback shows it.
    """

    source: SpeechSource = SpeechSource.HIBARI
    voice: str = ""
    model: str = "gpt-4o-mini-tts"
    speed: float = 1.0
    volume: float = 1.0
    lead_in: float = 0.0
    manner: str = ""
    device: str = ""
    if_phrase_fails: IfPhraseFails = IfPhraseFails.BUILT_IN
    by_language: bool = True
    language_voices: tuple[LanguageVoice, ...] = ()
    server_url: str = "https://api.openai.com/v1"
    api_key: str = field(default="", repr=False)
