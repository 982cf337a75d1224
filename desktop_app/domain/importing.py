"""What an import found in a file, what of it is new here, and what could not be taken along."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class ImportSource(StrEnum):
    """Who wrote the file."""

    ALOUD = "aloud"
    CHATGPT = "chatgpt"
    OPEN_WEBUI = "open_webui"
    LIBRECHAT = "librechat"


class Gap(StrEnum):
    """Something of a file that is not here afterwards, or not as it was there.

    CONTENT and ROLE have a detail: what the file calls it. FOLDER: a conversation was in one whose name the file does
    not tell. LINK: the message that another belongs to is not in the
    file, so it stands at the beginning. CUT: the file ends, or is damaged, in the middle.
    """

    PICTURE = "picture"
    DOCUMENT = "document"
    SOUND = "sound"
    VIDEO = "video"
    INSTRUCTIONS = "instructions"
    SOURCES = "sources"
    CONTENT = "content"
    ROLE = "role"
    MESSAGE = "message"
    LINK = "link"
    PROMPT = "prompt"
    FOLDER = "folder"
    TAG = "tag"
    CONVERSATION = "conversation"
    CUT = "cut"


@dataclass(frozen=True, slots=True)
class GapLine:
    """So many times in one conversation; ``detail`` in the words of the file."""

    title: str
    gap: Gap
    detail: str = ""
    count: int = 1


@dataclass(frozen=True, slots=True)
class GapReport:
    """``totals`` of everything; ``lines`` conversation by conversation, as far as they are kept."""

    totals: Mapping[tuple[Gap, str], int] = field(default_factory=dict)
    lines: Sequence[GapLine] = ()

    @property
    def count(self) -> int:
        return sum(self.totals.values())


@dataclass(frozen=True, slots=True)
class ImportLook:
    """A file that was read to its end, and how it compares with what is kept here. Nothing of it is here yet.

    ``new`` conversations; ``grown`` ones are known and have new messages; of the ``known`` ones all is here already.
    ``removed_here``: messages that are not brought back, since they were here and were deleted. ``continued_here``:
    grown ones in which something was written here, so that what is new is a branch beside it. ``oldest`` and ``newest``
    in seconds since 1970, UTC, of the conversations' last messages. ``prompts``: saved ones that are new. ``draft``:
    what was begun on the page that is no conversation yet comes along, since nothing is begun there. ``sounds``:
    phrases of kept sound that are not here; in the end, that came, and ``sounds_left_out`` those for which there was
    no room.
    """

    source: ImportSource
    file_name: str
    conversations: int = 0
    messages: int = 0
    new: int = 0
    grown: int = 0
    known: int = 0
    new_messages: int = 0
    removed_here: int = 0
    continued_here: int = 0
    pictures: int = 0
    oldest: float | None = None
    newest: float | None = None
    prompts: int = 0
    draft: bool = False
    sounds: int = 0
    sounds_left_out: int = 0
    gaps: GapReport = field(default_factory=GapReport)

    @property
    def is_news(self) -> bool:
        """Whether there is anything in it to be imported."""
        return bool(self.new or self.grown or self.prompts or self.draft or self.sounds)

    @property
    def is_cut(self) -> bool:
        return (Gap.CUT, "") in self.gaps.totals
