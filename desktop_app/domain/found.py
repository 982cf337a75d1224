"""What a search of all conversations found, as it is listed."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.messages import Role
from desktop_app.domain.snippets import Snippet


@dataclass(frozen=True, slots=True)
class FoundMessage:
    """A message that holds what was looked for; ``created`` in seconds since 1970, UTC."""

    message_id: str
    conversation_id: str
    title: str
    archived: bool
    role: Role
    model: str
    created: float
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class FoundTitle:
    """A conversation whose title holds what was looked for; ``updated`` in seconds since 1970, UTC."""

    conversation_id: str
    title: Snippet
    archived: bool
    updated: float


@dataclass(frozen=True, slots=True)
class Findings:
    """The best first. ``total`` messages were found, or more where ``more``: then these are the best of the newest.

    ``indexed``: how much of the history can be searched by now, 0 to 1. ``partial``: the oldest were not looked at.
    ``plain``: no index can be kept now, so the newest messages were looked through one by one.
    """

    titles: tuple[FoundTitle, ...] = ()
    messages: tuple[FoundMessage, ...] = ()
    total: int = 0
    more: bool = False
    indexed: float = 1.0
    partial: bool = False
    plain: bool = False
