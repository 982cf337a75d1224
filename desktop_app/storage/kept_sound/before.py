"""Sound as it was kept before files had labels: numbered, with an index of lines beside them.

```
audio/<conversation>/<message>/index.jsonl     a line for each phrase: its place, its words, its voice, its file
                               0001.flac ...
```

It is taken over file by file: each gets its label and its new name before the old one goes, and the index goes last. So
a kill, or a power cut, leaves every phrase under one of its names, and what has both is taken over once more, to the
same name.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
from pathlib import Path
from typing import Final

from desktop_app.domain.kept_phrase import KeptPhrase
from desktop_app.storage.kept_sound.files import write_whole
from desktop_app.storage.kept_sound.labels import labelled, name_of, phrase_of

INDEX: Final = "index.jsonl"
_NUMBERED: Final = re.compile(r"\d+\.flac")


def take_over(folder: Path) -> None:
    """Makes labelled files of a message's numbered ones. Raises ``OSError``; what was not done by then is left."""
    index = folder / INDEX
    heard = index.stat().st_mtime
    for phrase in _phrases(index):
        with contextlib.suppress(FileNotFoundError):  # it was taken over before
            _take_over(folder, phrase, heard)
    index.unlink()


def numbered(folder: Path) -> list[KeptPhrase]:
    """Those that are still as they were, of a message whose files cannot be written."""
    with contextlib.suppress(OSError):
        return [one for one in _phrases(folder / INDEX) if _size(folder / one.file) == one.size]
    return []


def _take_over(folder: Path, phrase: KeptPhrase, heard: float) -> None:
    old = folder / phrase.file
    content = old.read_bytes()
    if len(content) == phrase.size:
        with contextlib.suppress(ValueError):  # what is damaged has gone before it can be heard
            new = folder / name_of(phrase)
            write_whole(new, labelled(content, phrase), synced=True)
            os.utime(new, (heard, heard))
    old.unlink()


def _phrases(index: Path) -> list[KeptPhrase]:
    """The last line of each counts."""
    found = (_phrase(line) for line in index.read_bytes().splitlines())
    return list({phrase.key: phrase for phrase in found if phrase is not None}.values())


def _phrase(line: bytes) -> KeptPhrase | None:
    """None for a line that a crash cut short, or that is none of ours."""
    try:
        phrase = phrase_of(json.loads(line))
    except (ValueError, RecursionError):
        return None
    return phrase if phrase is not None and _NUMBERED.fullmatch(phrase.file) else None


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1
