"""An address that is told of answers: what may stand there, judged by its words alone.

It is told of what a person writes about, so it goes over the network encrypted or not at all: https, or plain http to
this very machine.
"""

from __future__ import annotations

from enum import StrEnum
from urllib.parse import urlsplit

__all__ = ["WebhookRefusal", "is_this_machine", "refusal", "webhook_address"]

_LONGEST = 2_000


class WebhookRefusal(StrEnum):
    """Why an address is not taken; NAMES_SOMEBODY: a name and perhaps a password stand in it, which no file keeps."""

    NO_ADDRESS = "no_address"
    NOT_ENCRYPTED = "not_encrypted"
    NAMES_SOMEBODY = "names_somebody"


def refusal(text: str) -> WebhookRefusal | None:
    """None where the address is taken; nothing at all is: then nobody is told."""
    text = text.strip()
    if not text:
        return None
    try:
        parts = urlsplit(text)
        host, _port = parts.hostname, parts.port
    except ValueError:  # a port that is none, brackets that do not close
        return WebhookRefusal.NO_ADDRESS
    whole = len(text) <= _LONGEST and text.isprintable() and " " not in text
    if not whole or not host or parts.scheme not in {"http", "https"}:
        return WebhookRefusal.NO_ADDRESS
    if "@" in parts.netloc:
        return WebhookRefusal.NAMES_SOMEBODY
    encrypted = parts.scheme == "https" or is_this_machine(host)
    return None if encrypted else WebhookRefusal.NOT_ENCRYPTED


def webhook_address(text: str) -> str:
    """The address as it is kept. Raises ValueError for one that is refused."""
    if (why := refusal(text)) is not None:
        raise ValueError(why.value)
    return text.strip()


def is_this_machine(host: str) -> bool:
    """Whether the name or number can mean nothing but this machine."""
    import ipaddress  # at the first start nobody has a webhook

    name = host.lower().removesuffix(".")
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False
