"""What the turns and the voice run, told to the list of all that runs (``work``)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop_app.domain.speech_state import SpeechState
from desktop_app.domain.work import Work, WorkKind, WorkState
from desktop_app.presenters.live_turn import LiveTurn
from desktop_app.presenters.speech import SpeechPresenter
from desktop_app.presenters.turns import Turns
from desktop_app.presenters.utterance import Utterance
from desktop_app.presenters.work import WorkList

_SPEECH = "speech "
_STATES = {
    SpeechState.IDLE: WorkState.CONNECTING,
    SpeechState.PREPARING: WorkState.CONNECTING,
    SpeechState.SPEAKING: WorkState.RUNNING,
    SpeechState.PAUSED: WorkState.PAUSED,
}


class Replies:
    """A ``WorkSource`` of answers, each by its turn's id; ``stop`` ends a turn with its speech."""

    def __init__(self, turns: Turns, works: WorkList, stop: Callable[[str], bool]) -> None:
        self._turns = turns
        self._works = works
        self._stop = stop
        turns.on_begun = self._begun
        turns.on_ended = self._ended
        works.add_source(self)

    def running(self) -> Sequence[Work]:
        return [turn.work for turn in self._turns.running]

    def stop(self, work_id: str) -> bool:
        return self._turns.get(work_id) is not None and self._stop(work_id)

    def _begun(self, _turn: LiveTurn) -> None:
        self._works.changed()

    def _ended(self, turn: LiveTurn) -> None:
        self._works.ended(turn.work)


class Voices:
    """A ``WorkSource`` of what is said, and of answers that wait to be said until they are in front.

    ``changed`` of the list is for whoever hears of speech that begins, waits or ends.
    """

    def __init__(self, speech: SpeechPresenter, works: WorkList) -> None:
        self._speech = speech
        works.add_source(self)

    def running(self) -> Sequence[Work]:
        said = [_work(one, _STATES[self._speech.state]) for one in self._speech.saying if one.given]
        waiting = self._speech.waiting
        return [*said, *(_work(one, WorkState.WAITING, ahead) for ahead, one in enumerate(waiting, start=len(said)))]

    def stop(self, work_id: str) -> bool:
        return work_id.startswith(_SPEECH) and self._speech.drop(work_id.removeprefix(_SPEECH))


def _work(utterance: Utterance, state: WorkState, ahead: int = 0) -> Work:
    return Work(
        id=f"{_SPEECH}{utterance.id}",
        kind=WorkKind.SPEECH,
        state=state,
        started=utterance.began,
        conversation_id=utterance.conversation_id or None,
        ahead=ahead,
    )
