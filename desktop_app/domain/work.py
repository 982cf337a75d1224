"""What runs, as a person sees it in one list: replies, speech, titles, exports and whatever takes time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class WorkKind(StrEnum):
    REPLY = "reply"
    SPEECH = "speech"
    TOOL = "tool"
    TITLE = "title"
    EXPORT = "export"
    IMPORT = "import"
    SOUND_FILE = "sound_file"
    BACKUP = "backup"


class WorkState(StrEnum):
    """WAITING stands in a queue; CONNECTING has asked and heard nothing yet; RETRYING asks again in some seconds.

    RUNNING is the kind's own doing: a reply streams, an export writes. Speech that does not speak yet is CONNECTING.
    The last three are those of work that has ended.
    """

    WAITING = "waiting"
    CONNECTING = "connecting"
    RUNNING = "running"
    RETRYING = "retrying"
    PAUSED = "paused"
    FINISHED = "finished"
    STOPPED = "stopped"
    FAILED = "failed"

    @property
    def over(self) -> bool:
        return self in {WorkState.FINISHED, WorkState.STOPPED, WorkState.FAILED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One thing that runs. ``started``, ``ended`` and ``due`` (of the next try) in seconds of ``time.monotonic``.

    ``title`` in the words of the thing itself: a conversation's title, a file's name; empty where it has none.
    ``done`` of ``total`` are of whatever it counts; ``total`` None: not known. ``tokens`` are an estimate unless
    ``tokens_exact``; None where it has none. ``ahead``: how many wait before it.
    """

    id: str
    kind: WorkKind
    title: str = ""
    state: WorkState = WorkState.RUNNING
    started: float = 0.0
    ended: float | None = None
    conversation_id: str | None = None
    done: int = 0
    total: int | None = None
    tokens: int | None = None
    tokens_exact: bool = False
    ahead: int = 0
    due: float | None = None
    stoppable: bool = True
