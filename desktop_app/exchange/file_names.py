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
        self._taken: set[str] = set()

    def free(self, name: str, ending: str) -> str:
        """The name with its ending, and with a number where it has been given before."""
        chosen, number = f"{name}.{ending}", 2
        while unicodedata.normalize("NFC", chosen).casefold() in self._taken:
            chosen, number = f"{name} ({number}).{ending}", number + 1
        self._taken.add(unicodedata.normalize("NFC", chosen).casefold())
        return chosen
