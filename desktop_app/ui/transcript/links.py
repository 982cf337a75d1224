"""What a link may do: lead to the web or to a letter, or be one of the page's own. Everything else is text."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QUrl

_SCHEMES: Final = frozenset({"http", "https", "mailto"})
_OWN: Final = "aloud-page"


class OwnAction(NamedTuple):
    """A link of the page itself: ``verb`` is read, copy, continue or retry; ``start`` names a code block."""

    verb: str
    message_id: str
    start: int


def safe_address(href: str) -> str:
    """The address in its unmistakable spelling (punycode, percent signs), "" when it leads where no link may lead.

    The spelling has no angle bracket left, so a tooltip that shows it cannot be taken for HTML.
    """
    url = QUrl(href.strip(), QUrl.ParsingMode.TolerantMode)
    if not url.isValid() or url.scheme().lower() not in _SCHEMES:
        return ""
    if url.scheme().lower() != "mailto" and not url.host():
        return ""
    return bytes(url.toEncoded().data()).decode("ascii", "replace")


def own_link(verb: str, message_id: str, start: int = 0) -> str:
    return f"{_OWN}:{verb}/{start}/{message_id}"


def own_action(href: str) -> OwnAction | None:
    """What a link of the page's own asks for; None for every other.

    No text of a model's can make one: its links go through ``safe_address``.
    """
    scheme, _, rest = href.partition(":")
    if scheme != _OWN:
        return None
    verb, start, message_id = rest.split("/", 2)
    return OwnAction(verb, message_id, int(start))
