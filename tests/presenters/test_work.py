"""The one list of what runs: what is in it, what it tells, and whom its Stop reaches."""

import asyncio
from collections.abc import Sequence

import pytest

from desktop_app.domain.work import Work, WorkKind, WorkState
from desktop_app.presenters.work import WorkList


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        self.now += 1
        return self.now


class Heard:
    """Counts calls."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> None:
        self.times += 1


class Source:
    def __init__(self, *works: Work) -> None:
        self.works = list(works)

    def running(self) -> Sequence[Work]:
        return self.works

    def stop(self, work_id: str) -> bool:
        stopped = [work for work in self.works if work.id == work_id]
        self.works = [work for work in self.works if work.id != work_id]
        return bool(stopped)


@pytest.fixture
def works() -> WorkList:
    return WorkList(Clock())


def test_what_is_begun_runs_until_it_has_ended_and_not_longer(works: WorkList) -> None:
    export = works.begin(WorkKind.EXPORT, "Everything", total=10)
    assert works.running == [export.work]
    assert export.work == Work(
        id=export.work.id, kind=WorkKind.EXPORT, title="Everything", started=101.0, total=10, stoppable=False
    )
    export.end()
    export.end()
    assert works.running == []


def test_progress_state_and_name_are_what_was_told_last(works: WorkList) -> None:
    backup = works.begin(WorkKind.BACKUP, state=WorkState.WAITING)
    backup.progress(3, 9)
    backup.progress(4)
    backup.turn(WorkState.RUNNING)
    backup.name("aloud.backup")
    (work,) = works.running
    assert (work.done, work.total, work.state, work.title) == (4, 9, WorkState.RUNNING, "aloud.backup")


def test_what_ends_by_an_error_has_ended(works: WorkList) -> None:
    with pytest.raises(OSError, match="full"), works.begin(WorkKind.IMPORT):
        raise OSError("full")
    assert works.running == []


def test_listeners_hear_of_beginnings_and_endings_and_not_of_progress(works: WorkList) -> None:
    works.on_change = heard = Heard()
    work = works.begin(WorkKind.EXPORT)
    work.progress(1, 2)
    assert heard.times == 1
    work.end()
    work.end()
    assert heard.times == 2


def test_stop_reaches_who_runs_it_and_nobody_else(works: WorkList) -> None:
    one, other = Heard(), Heard()
    first = works.begin(WorkKind.EXPORT, stop=one)
    works.begin(WorkKind.IMPORT, stop=other)
    assert works.stop(first.work.id)
    assert (one.times, other.times) == (1, 0)


def test_what_cannot_be_stopped_says_so_and_what_has_ended_too(works: WorkList) -> None:
    work = works.begin(WorkKind.BACKUP)
    assert not works.stop(work.work.id)
    ended = works.begin(WorkKind.EXPORT, stop=Heard())
    ended.end()
    assert not works.stop(ended.work.id)


def test_work_of_a_source_stands_among_the_rest_by_its_beginning(works: WorkList) -> None:
    early = Work(id="early", kind=WorkKind.REPLY, started=50.0)
    late = Work(id="late", kind=WorkKind.SPEECH, started=500.0)
    works.add_source(Source(late, early))
    export = works.begin(WorkKind.EXPORT)
    assert works.running == [early, export.work, late]


def test_stop_all_stops_each_that_can_be_stopped(works: WorkList) -> None:
    source = Source(Work(id="a", kind=WorkKind.REPLY), Work(id="b", kind=WorkKind.REPLY))
    works.add_source(source)
    asked = Heard()
    works.begin(WorkKind.EXPORT, stop=asked)
    works.begin(WorkKind.BACKUP)
    works.stop_all()
    assert source.works == []
    assert asked.times == 1


@pytest.mark.parametrize(
    ("error", "state"), [(OSError("full"), WorkState.FAILED), (asyncio.CancelledError(), WorkState.STOPPED)], ids=str
)
def test_how_work_ended_is_remembered(works: WorkList, error: BaseException, state: WorkState) -> None:
    with pytest.raises(type(error)), works.begin(WorkKind.EXPORT, "all.zip"):
        raise error
    with works.begin(WorkKind.IMPORT, "chats.json"):
        pass
    assert [(work.title, work.state) for work in works.recent] == [
        ("chats.json", WorkState.FINISHED),
        ("all.zip", state),
    ]


def test_what_was_stopped_from_the_list_ended_so_however_it_got_there(works: WorkList) -> None:
    work = works.begin(WorkKind.EXPORT, stop=Heard())
    works.stop(work.work.id)
    with pytest.raises(OSError, match="closed"), work:
        raise OSError("closed")
    assert [one.state for one in works.recent] == [WorkState.STOPPED]


def test_what_ended_a_while_ago_is_forgotten_and_so_is_what_is_too_much(works: WorkList) -> None:
    for _ in range(80):
        works.begin(WorkKind.TITLE).end()
    assert len(works.recent) <= 50
    clock = works._clock
    assert isinstance(clock, Clock)
    clock.now += 100
    assert works.recent == []


def test_nothing_is_told_of_work_that_is_over(works: WorkList) -> None:
    work = works.begin(WorkKind.EXPORT, stop=Heard())
    work.end()
    work.turn(WorkState.RUNNING)
    assert work.work.state is WorkState.FINISHED
    assert not work.stop()
