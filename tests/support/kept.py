"""Sound as it is kept: the smallest content that is one, and phrases to keep."""

from __future__ import annotations

from pathlib import Path

from desktop_app.domain.kept_phrase import KeptPhrase
from desktop_app.storage.kept_sound.keeping import KeptSound


def flac(content: bytes = b"") -> bytes:
    """A FLAC file as far as keeping looks into it: its mark, a first block, and then whatever is given."""
    return b"fLaC\x80\0\0\x22" + bytes(34) + content


def phrase_saying(text: str, voice: str = "voice") -> KeptPhrase:
    return KeptPhrase(0, 4, text, "sentence", voice, 1.0)


def keep(audio: Path, conversation_id: str, message_id: str, text: str = "text", content: bytes = b"sound") -> Path:
    """Keeps a phrase of a message, and gives its file."""
    place = conversation_id, message_id
    assert KeptSound(audio, 10**9).keep(place, phrase_saying(text), flac(content))
    return KeptSound(audio, 10**9).look_at(place)[-1][1]
