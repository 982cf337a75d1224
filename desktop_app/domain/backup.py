"""A backup as a person chooses and sees it: what goes into it, and what one would bring back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class BackupChoice:
    """What goes along with the conversations, drafts and saved prompts."""

    sound: bool = True
    settings: bool = True


class RestoreWay(StrEnum):
    """REPLACE: all that is here gives way, and is set aside as a backup first. MERGE: what is missing comes in."""

    REPLACE = "replace"
    MERGE = "merge"


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupLook:
    """What a backup holds, and how that differs from what is here now; ``created`` in seconds since 1970, UTC.

    ``newest``: titles, the latest first. ``missing``: what it has and this history has not; ``only_here``: the reverse.
    """

    created: float
    program: str
    conversations: int
    messages: int
    newest: tuple[str, ...] = ()
    has_sound: bool = False
    has_settings: bool = False
    missing_conversations: int = 0
    missing_messages: int = 0
    only_here_conversations: int = 0
    only_here_messages: int = 0

    @property
    def is_same(self) -> bool:
        """Nothing of the conversations would be different."""
        differences = (self.missing_conversations, self.missing_messages, self.only_here_conversations)
        return not any((*differences, self.only_here_messages))


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did: what came in, and the file in which today's conversations were set aside, if they were."""

    conversations: int
    messages: int
    set_aside: str = ""
