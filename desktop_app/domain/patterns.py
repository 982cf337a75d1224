"""Regular expressions that are compiled when they are first used, and not while the program starts.

Compiling one takes up to some milliseconds (a class of many letters most of all), and most of those that stand in a
module wait for a text that the first page does not have.
"""

from __future__ import annotations

import re
from typing import Any, cast

__all__ = ["lazy"]

_VERBS = ("match", "search", "fullmatch", "finditer", "findall", "split", "sub", "subn", "scanner")


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As ``re.compile``; from the first use on its verbs are the compiled pattern's own, and so as quick."""
    return cast("re.Pattern[str]", _Waiting(pattern, flags))


class _Waiting:
    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """Called for what is not there yet."""
        compiled = re.compile(self.pattern, self._flags)
        vars(self).update({verb: getattr(compiled, verb) for verb in _VERBS})
        return getattr(compiled, name)
