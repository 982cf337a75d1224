"""What lies in the folder of one message, and what of it the table has otherwise."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from desktop_app.domain.kept_phrase import KeptPhrase, Key
from desktop_app.storage.kept_sound import before, rows
from desktop_app.storage.kept_sound.files import HALF, Entry, entries
from desktop_app.storage.kept_sound.index import SoundIndex
from desktop_app.storage.kept_sound.labels import SUFFIX, label_of, name_of

_SAME_TIME: Final = 1.0
"""Seconds that a row may be behind its file."""

_Told = Mapping[str, tuple[KeptPhrase, float]]


def phrases_in(folder: Path, message_id: str, index: SoundIndex) -> dict[Key, KeptPhrase]:
    """The phrases that are there and whole; rows are noted that are missing, of no file, or older than their file."""
    found = entries(folder)
    phrases: list[KeptPhrase] = []
    if before.INDEX in found:
        with contextlib.suppress(OSError):
            before.take_over(folder)
        found, phrases = entries(folder), before.numbered(folder)
    told: _Told = (index.of_message(message_id) or {}) if found else {}
    for name, entry in found.items():
        phrase = _by_row(name, entry, told, message_id, index) or _by_label(folder / name, entry, message_id, index)
        if phrase is not None:
            phrases.append(phrase)
    for name in told.keys() - found.keys():
        index.note(rows.dropped(message_id, name))
    return {phrase.key: phrase for phrase in phrases}


def _by_row(name: str, entry: Entry, told: _Told, message_id: str, index: SoundIndex) -> KeptPhrase | None:
    """What the table says of the file, if it is of this one."""
    phrase, heard = told.get(name, (None, 0.0))
    if phrase is None or phrase.size != entry.size or name_of(phrase) != name:
        return None
    if entry.heard > heard + _SAME_TIME:
        index.note(rows.heard(message_id, name, entry.heard))
    return phrase


def _by_label(path: Path, entry: Entry, message_id: str, index: SoundIndex) -> KeptPhrase | None:
    """What it says itself; one that says nothing, which a crash has left, goes."""
    if path.suffix not in {SUFFIX, HALF}:
        return None
    try:
        phrase = label_of(path, entry.size)
        if phrase is None and not (path.parent / before.INDEX).exists():
            path.unlink()
    except OSError:
        return None
    if phrase is not None:
        index.note(rows.kept(message_id, phrase, entry.heard))
    return phrase
