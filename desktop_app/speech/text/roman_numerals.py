"""Roman numerals, as they stand behind chapters and before centuries."""

from __future__ import annotations

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMAN_TENS = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC")
_ROMAN_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


def number_of(written: str) -> int:
    """What the numeral stands for; 0 where it is none below 100."""
    total = 0
    for here, after in zip(written, f"{written[1:]} ", strict=True):
        value = _ROMAN.get(here, 0)
        total += -value if value < _ROMAN.get(after, 0) else value
    known = 0 < total < 100 and _ROMAN_TENS[total // 10] + _ROMAN_ONES[total % 10] == written
    return total if known else 0
