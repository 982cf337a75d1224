"""What a sound file says of itself: its words, place and voice, in a block of the FLAC file that players pass over.

So the files alone are enough to know what is kept: rows that were lost with a history are made again from them. The
label also tells how long the sound behind it is, and with that whether the file is whole. The name of a file is made
of what is in it, so no row can ever be taken for that of another phrase.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, Final

from desktop_app.domain.kept_phrase import KeptPhrase

SUFFIX: Final = ".flac"
_MAGIC: Final = b"fLaC"
_APPLICATION: Final = 2
"""The kind of a block that is meant for one program; its first four bytes say for which."""
_OURS: Final = b"ALUD"
_LAST: Final = 0x80
_HEAD: Final = 4
"""Bytes: its kind, and in three of them its length."""
_READ: Final = 4096
_FAR: Final = 2**53
"""Numbers from there on no table takes, and no message has."""


def name_of(phrase: KeptPhrase) -> str:
    key = json.dumps(phrase.key).encode()
    return hashlib.blake2b(key, digest_size=10).hexdigest() + SUFFIX


def labelled(content: bytes, phrase: KeptPhrase) -> bytes:
    """The FLAC file with this label in it and no other, behind its first block.

    Raises ``ValueError`` for what is no such file.
    """
    if not content.startswith(_MAGIC) or len(content) < len(_MAGIC) + _HEAD:
        raise ValueError("the sound is no FLAC file")
    at = len(_MAGIC)
    last, end = content[at] & _LAST, _end_of_block(content, at)
    first, rest = bytes([content[at] & ~_LAST]) + content[at + 1 : end], content[end:]
    if not last and _is_label(rest):
        last, rest = rest[0] & _LAST, rest[_end_of_block(rest, 0) :]
    text = _OURS + _told(phrase, len(_MAGIC + first + rest))
    block = bytes([_APPLICATION | last]) + len(text).to_bytes(3, "big") + text
    return _MAGIC + first + block + rest


def label_of(path: Path, size: int) -> KeptPhrase | None:
    """What the file of ``size`` bytes says of itself; None where it is not whole, or not ours. Raises ``OSError``."""
    with path.open("rb") as file:
        head = file.read(_READ)
        if not head.startswith(_MAGIC) or (at := _end_of_block(head, len(_MAGIC))) + _HEAD > len(head):
            return None
        end = _end_of_block(head, at)
        if end > len(head):
            head += file.read(end - len(head))
    if not _is_label(head[at:]) or end > len(head):
        return None
    told = _heard(head[at + _HEAD + len(_OURS) : end])
    if told is None or told[1] + end - at != size:
        return None
    return _placed(told[0], size, path.name)


def phrase_of(values: Any) -> KeptPhrase | None:
    """A phrase of its fields as JSON has them; None where they are none."""
    try:
        phrase = KeptPhrase(**{**values, "words": tuple((int(word), float(at)) for word, at in values["words"])})
    except (ValueError, TypeError, KeyError, OverflowError):
        return None
    places = all(isinstance(place, int) and 0 <= place < _FAR for place in (phrase.start, phrase.end, phrase.size))
    times = (phrase.seconds, *(at for _word, at in phrase.words))
    moments = all(isinstance(time, float | int) and 0 <= time < _FAR for time in times)
    texts = (phrase.text, phrase.pause, phrase.voice, phrase.language, phrase.file)
    words = all(isinstance(text, str) for text in texts)
    return phrase if places and moments and words and Path(phrase.file).name == phrase.file else None


def _is_label(block: bytes) -> bool:
    return bool(block) and block[0] & ~_LAST == _APPLICATION and block[_HEAD:].startswith(_OURS)


def _told(phrase: KeptPhrase, size: int) -> bytes:
    values = {**asdict(phrase), "size": size}
    del values["file"]
    return json.dumps(values).encode()


def _heard(text: bytes) -> tuple[KeptPhrase, int] | None:
    """The phrase, and the bytes of the sound without its label."""
    try:
        phrase = phrase_of(json.loads(text))
    except (ValueError, RecursionError):
        return None
    return (phrase, phrase.size) if phrase is not None else None


def _placed(phrase: KeptPhrase, size: int, name: str) -> KeptPhrase | None:
    """As it lies on the disk; None under a name that is not its own, which somebody else gave it."""
    return replace(phrase, size=size, file=name) if name == name_of(phrase) else None


def _end_of_block(content: bytes, at: int) -> int:
    return at + _HEAD + int.from_bytes(content[at + 1 : at + _HEAD], "big")
