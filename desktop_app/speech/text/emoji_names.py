"""What an emoji is called."""

from __future__ import annotations

import re
from functools import lru_cache

_LANGUAGES = frozenset({"en", "es", "ja", "ko", "pt", "it", "fr", "de", "fa", "id", "ru", "ar", "tr"})


@lru_cache(maxsize=1000)
def name_of(text: str, language: str) -> str:
    """The names of a run of emoji with commas between them; empty where none has one."""
    import emoji  # imported late, by ``getting_ready`` where emoji are named: its list takes 70 ms

    code = "zh" if language == "cmn" else language if language in _LANGUAGES else "en"
    named = emoji.demojize(text, delimiters=("\x01", "\x02"), language=code)
    return ", ".join(name.replace("_", " ") for name in re.findall("\x01([^\x02]+)\x02", named))
