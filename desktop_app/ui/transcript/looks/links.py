"""What a link may do: lead to the web or to a letter, or be one of the page's own. Everything else is text."""

from __future__ import annotations

from typing import Final, NamedTuple

_SCHEMES: Final = frozenset({"http", "https", "mailto"})
_OWN: Final = "aloud-page"
_DATA: Final = "data:image/"


class OwnAction(NamedTuple):
    """A link of the page itself; ``start`` names a code block, ``word`` what else there is to know.

    ``verb`` is read, copy, save, wrap or numbers (of a code block), continue, retry, earlier or later (another answer
    to the same question), note or back (from a footnote's label ``word`` to its text, and back), load (the picture at
    the address ``word``).
    """

    verb: str
    message_id: str
    start: int
    word: str = ""


def safe_address(href: str) -> str:
    """The address in its unmistakable spelling (punycode, percent signs), "" when it leads where no link may lead.

    The spelling has no angle bracket left, so a tooltip that shows it cannot be taken for HTML.
    """
    from PySide6.QtCore import QUrl  # with the first link, which most first pages do without

    url = QUrl(href.strip(), QUrl.ParsingMode.TolerantMode)
    if not url.isValid() or url.scheme().lower() not in _SCHEMES:
        return ""
    if url.scheme().lower() != "mailto" and not url.host():
        return ""
    return bytes(url.toEncoded().data()).decode("ascii", "replace")


def own_link(verb: str, message_id: str, start: int = 0, word: str = "") -> str:
    return f"{_OWN}:{verb}/{start}/{len(message_id)}/{message_id}{word}"


def own_action(href: str) -> OwnAction | None:
    """What a link of the page's own asks for; None for every other.

    No text of a model's can make one: its links go through ``safe_address``.
    """
    scheme, _, rest = href.partition(":")
    if scheme != _OWN:
        return None
    verb, start, length, words = rest.split("/", 3)
    return OwnAction(verb, words[: int(length)], int(start), words[int(length) :])


def is_data(href: str) -> bool:
    """Whether the address is itself a picture."""
    return href.startswith(_DATA)
