"""Kept sound in our own export: what it says, phrase by phrase, and the sound files themselves."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from desktop_app.domain.kept_phrase import KeptPhrase
from desktop_app.domain.phrase import Pause
from desktop_app.exchange.importing.values import items, members, seconds, whole_number, words

_PAUSES: Final = frozenset(pause.value for pause in Pause)
_LARGEST: Final = 32 * 2**20
"""Bytes of a sound file; a phrase has a few hundred thousand."""


@dataclass(frozen=True, slots=True)
class FoundSound:
    """The sound of a phrase of this message; ``content`` is said to be a FLAC file."""

    message_id: str
    phrase: KeptPhrase
    content: bytes


def phrases(values: Mapping[str, Any]) -> Iterator[KeptPhrase]:
    """Those of a message, which its file may have along or not."""
    yield from filter(None, (_phrase(members(one)) for one in items(values.get("sound"))))


def read(values: Mapping[str, Any]) -> FoundSound | None:
    """An item of ``sounds``; None for what is none."""
    message_id, phrase, text = words(values.get("message")), _phrase(values), words(values.get("flac"))
    if not message_id or phrase is None or not 0 < len(text) <= _LARGEST * 4 // 3:
        return None
    try:
        return FoundSound(message_id, phrase, base64.b64decode(text))
    except (binascii.Error, ValueError):
        return None


def _phrase(values: Mapping[str, Any]) -> KeptPhrase | None:
    start, end, lasts = (
        whole_number(values.get("start")),
        whole_number(values.get("end")),
        seconds(values.get("seconds")),
    )
    pause, voice, said = words(values.get("pause")), words(values.get("voice")), words(values.get("text"))
    if start is None or end is None or not 0 <= start < end or lasts is None:
        return None
    if pause not in _PAUSES or not voice or not said:
        return None
    return KeptPhrase(start, end, said, pause, voice, lasts, words(values.get("language")), tuple(_times(values)))


def _times(values: Mapping[str, Any]) -> Iterator[tuple[int, float]]:
    for pair in items(values.get("words")):
        word, at = pair if isinstance(pair, list) and len(pair) == 2 else (None, None)
        if (number := whole_number(word)) is not None and (moment := seconds(at)) is not None:
            yield number, moment
