"""What is sent to prove who asks: a key, or a name and a password that stood in a server's address.

The pair is kept where keys are, as the one word that HTTP's Basic scheme makes of it: "Basic dXNlcjpwYXNz".
"""

from __future__ import annotations

import base64
import binascii
from urllib.parse import unquote

_BASIC = "Basic "


def split_address(address: str) -> tuple[str, str]:
    """The address without a name and password, and these as a credential, "" where there were none.

    Without a scheme the address of somebody is taken to mean http.
    """
    if "@" in address and "://" not in address:
        address = f"http://{address}"
    scheme, mark, rest = address.partition("://")
    end = next((at for at, sign in enumerate(rest) if sign in "/?#"), len(rest))
    pair, at, host = rest[:end].rpartition("@")  # by hand: urlsplit refuses signs that a password may well have
    if not at:
        return address, ""
    clean = f"{scheme}{mark}{host}{rest[end:]}"
    if not pair.strip(":"):
        return clean, ""
    name, _, password = pair.partition(":")
    word = base64.b64encode(f"{unquote(name)}:{unquote(password)}".encode()).decode("ascii")
    return clean, f"{_BASIC}{word}"


def authorization(key: str) -> dict[str, str]:
    """The header for a credential; nothing for a key, which clients send in the usual way."""
    return {"Authorization": key} if key.startswith(_BASIC) else {}


def is_sendable(key: str) -> bool:
    """Whether a header can carry it."""
    word = key.removeprefix(_BASIC)
    return word.isascii() and word.isprintable() and " " not in word


def without_blanks(typed: str) -> str:
    """A key as it was meant, without the blanks and line ends that come along with a paste."""
    words = typed.split()
    return " ".join(words) if len(words) == 2 and words[0] == _BASIC.strip() else "".join(words)


def secrets_in(key: str) -> tuple[str, ...]:
    """The words that no log may hold, the longest first: of a credential also what it is made of."""
    if not key.startswith(_BASIC):
        return (key,)
    word = key.removeprefix(_BASIC)
    try:
        pair = base64.b64decode(word, validate=True).decode()
    except (binascii.Error, UnicodeDecodeError):
        return (key, word)
    return (key, word, pair, pair.partition(":")[2])
