"""What the panel of running work says of one thing: what it is, how it stands, how long, how much."""

from __future__ import annotations

import math

from PySide6.QtCore import QLocale, QObject

from desktop_app.domain.work import Work, WorkKind, WorkState
from desktop_app.ui.counts import Counts

_HOUR, _MINUTE = 3600, 60


class WorkWords(QObject):
    """``now`` in seconds of ``time.monotonic``, as the times of the work are."""

    def kind(self, work: Work) -> str:
        return {
            WorkKind.REPLY: self.tr("Reply"),
            WorkKind.SPEECH: self.tr("Speech"),
            WorkKind.TOOL: self.tr("Tool"),
            WorkKind.TITLE: self.tr("Title"),
            WorkKind.EXPORT: self.tr("Export"),
            WorkKind.IMPORT: self.tr("Import"),
            WorkKind.SOUND_FILE: self.tr("Sound file"),
            WorkKind.BACKUP: self.tr("Backup"),
        }[work.kind]

    def line(self, work: Work, now: float) -> str:
        """As in "Reply · streaming · 0:12 · about 340 tokens"."""
        seconds = max(0.0, (now if work.ended is None else work.ended) - work.started)
        told = [self.kind(work) if work.title else "", self.state(work, now), _duration(seconds), self._amount(work)]
        return " · ".join(words for words in told if words)

    def state(self, work: Work, now: float) -> str:
        match work.state:
            case WorkState.WAITING if work.kind is WorkKind.SPEECH:
                return self.tr("waits to be said")
            case WorkState.WAITING:
                return Counts().waiting(work.ahead)
            case WorkState.CONNECTING:
                return self.tr("preparing") if work.kind is WorkKind.SPEECH else self.tr("connecting")
            case WorkState.RETRYING:
                left = math.ceil(max(0.0, (work.due or now) - now))
                return self.tr("trying again in {seconds} s").format(seconds=QLocale().toString(left))
            case WorkState.RUNNING:
                return self._running(work)
        return {
            WorkState.PAUSED: self.tr("paused"),
            WorkState.FINISHED: self.tr("finished"),
            WorkState.STOPPED: self.tr("stopped"),
            WorkState.FAILED: self.tr("failed"),
        }[work.state]

    def _running(self, work: Work) -> str:
        if work.kind is WorkKind.REPLY:
            return self.tr("streaming")
        if work.kind is WorkKind.SPEECH:
            return self.tr("speaking")
        if work.total:
            percent = QLocale().toString(min(100, 100 * work.done // work.total))
            return self.tr("{percent} %").format(percent=percent)
        return self.tr("running")

    def _amount(self, work: Work) -> str:
        if not work.tokens:
            return ""
        tokens = Counts().tokens(work.tokens)
        return tokens if work.tokens_exact else self.tr("about {tokens}").format(tokens=tokens)


def _duration(seconds: float) -> str:
    """As in "0:07" and "1:02:03"."""
    whole = int(seconds)
    minutes = f"{whole // _MINUTE % _MINUTE:02}" if whole >= _HOUR else f"{whole // _MINUTE}"
    hours = f"{whole // _HOUR}:" if whole >= _HOUR else ""
    return f"{hours}{minutes}:{whole % _MINUTE:02}"
