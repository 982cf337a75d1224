"""The languages that are told apart in what is said, and for which a voice can be chosen."""

from __future__ import annotations

from typing import Final

LANGUAGES: Final = (
    "ar", "be", "bg", "bn", "ca", "cmn", "cs", "cy", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi", "fr", "ga",
    "gu", "he", "hi", "hr", "hu", "hy", "id", "is", "it", "ja", "ka", "kn", "ko", "lt", "lv", "mk", "ml", "nb",
    "nl", "pa", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "sw", "ta", "te", "th", "tr", "uk", "ur", "vi",
)  # fmt: skip
"""By their ISO 639-1 codes, but for Chinese ("cmn"), as espeak-ng names its voices."""


def base_language(tag: str) -> str:
    """The language of a voice's tag, as ``LANGUAGES`` names it: "pt" of "pt-br", "cmn" of "zh-CN", "nb" of "no"."""
    first = tag.replace("_", "-").split("-")[0].lower()
    return {"zh": "cmn", "yue": "cmn", "no": "nb", "nn": "nb", "iw": "he"}.get(first, first)
