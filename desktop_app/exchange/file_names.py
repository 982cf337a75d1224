"""Names for files that every system takes, no two of a folder alike."""

from __future__ import annotations

import re
import unicodedata

_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u2028\u2029]+')
_LONGEST = 120
"""Bytes, so that with a number and an ending it stays below the 255 that file systems take."""
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(\..*)?")
"""What Windows keeps for devices, whatever the ending."""


def tidy_name(words: str, otherwise: str) -> str:
    """What every system takes as a name, without an ending; ``otherwise`` where nothing of the words is left."""
    name = " ".join(_NOT_IN_NAMES.sub(" ", unicodedata.normalize("NFC", words)).split())
    name = name.encode("utf-8", "ignore")[:_LONGEST].decode("utf-8", "ignore").strip(" .")
    if not name:
        return otherwise
    return f"{name}_" if _RESERVED.fullmatch(name) else name


class Names:
    """Gives each file of a folder a name of its own, also where capitals do not count."""

    def __init__(self) -> None:
        self._taken: dict[
            str, int
        ] = {}  # with the number that was given last: of ten thousand alike none is asked twice

    def free(self, name: str, ending: str) -> str:
        """The name with its ending, and with a number where it has been given before."""
        chosen = first = f"{name}.{ending}"
        number = self._taken.get(_same(first), 1)
        while _same(chosen) in self._taken:
            number += 1
            chosen = f"{name} ({number}).{ending}"
        self._taken[_same(first)] = number
        self._taken.setdefault(_same(chosen), 1)
        return chosen


def _same(name: str) -> str:
    """Alike of names that some file system takes for one."""
    return unicodedata.normalize("NFC", name).casefold()
