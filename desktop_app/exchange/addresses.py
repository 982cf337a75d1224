"""Where a link of an exported text may lead: to the web or to a letter. Everything else stays words."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote, urlsplit

_SCHEMES: Final = frozenset({"http", "https", "mailto"})
_MEANT: Final = "!#$%&'()*+,-./:;=?@_~[]"
"""What stands in an address as itself; all else is written in percent signs, which no HTML can be made of."""


def safe_address(href: str) -> str:
    """The address in letters that mean nothing anywhere else, "" when it leads where no link may lead."""
    href = href.strip()
    try:
        parts = urlsplit(href)
        host = parts.hostname
    except ValueError:
        return ""
    if parts.scheme.lower() not in _SCHEMES or any(ord(letter) < 32 for letter in href):
        return ""
    if parts.scheme.lower() != "mailto" and not host:
        return ""
    return quote(href, safe=_MEANT, encoding="utf-8", errors="replace")
