"""What a language is called by those who speak it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLocale

_SHORTER: Final = {"en": "English", "es": "Español", "cmn": "中文"}
"""Where the system names one country's way of speaking."""
_NO_CAPITALS: Final = "\u0590"
"""The first letter of the scripts in which words do not begin large."""


def own_name(tag: str) -> str:
    """The language's own word for itself, beginning large; ``tag`` as BCP 47 or ``domain.languages`` has it."""
    if tag in _SHORTER:
        return _SHORTER[tag]
    locale = QLocale(tag)
    if not tag or locale.language() is QLocale.Language.C:
        return tag
    own = locale.nativeLanguageName() or QLocale.languageToString(locale.language())
    return own[:1].upper() + own[1:] if own < _NO_CAPITALS else own
