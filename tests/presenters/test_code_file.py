"""A block of code becomes a file where the person says, and trouble with it is a notice with a next step."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from desktop_app.domain.errors import FileRefused, UserError
from desktop_app.presenters.code_file import CODE_FILE_NOTICE, CodeFilePresenter
from desktop_app.presenters.tasks import Tasks
from desktop_app.presenters.views import Step
from tests.support.fake_views import FakeNotices


class _Desk:
    """A presenter whose files are written down instead of written."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.saved: dict[str, str] = {}
        self.error: UserError | None = None
        self.notices = FakeNotices()
        self.tasks = Tasks()
        self.presenter = CodeFilePresenter(self, self.notices, save_text=self._save, tasks=self.tasks)

    def ask_where(self, name: str) -> None:
        self.asked.append(name)

    def _save(self, path: Path, text: str) -> None:
        if self.error is not None:
            raise self.error
        self.saved[str(path)] = text

    async def settle(self) -> None:
        await asyncio.gather(*self.tasks._running)


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("python", "code.py"),
        ("Rust", "code.rs"),
        ("go", "code.go"),
        ("css", "code.css"),
        ("", "code.txt"),
        ("../../etc/passwd", "code.txt"),
        ("dockerfile", "Dockerfile"),
    ],
)
async def test_the_name_offered_has_the_ending_of_the_language(language: str, name: str) -> None:
    desk = _Desk()
    desk.presenter.ask("x = 1\n", language)
    assert desk.asked == [name]


async def test_the_code_is_saved_where_it_was_asked_for_with_an_end_to_its_last_line() -> None:
    desk = _Desk()
    desk.presenter.ask("x = 1", "py")
    desk.presenter.save("home/code.py")
    await desk.settle()
    assert desk.saved == {str(Path("home/code.py")): "x = 1\n"}
    assert not desk.notices.ever


async def test_a_place_that_refuses_it_can_be_changed_for_another() -> None:
    desk = _Desk()
    desk.error = FileRefused("code.py cannot be written there: no.")
    desk.presenter.ask("x = 1\n", "py")
    desk.presenter.save("home/code.py")
    await desk.settle()
    notice = desk.notices.shown[CODE_FILE_NOTICE]
    assert (notice.error, notice.steps) == (desk.error, (Step.CHOOSE_PLACE,))
    desk.error = None
    desk.presenter.take_step(Step.CHOOSE_PLACE)
    assert desk.asked == ["code.py", "code.py"]
    desk.presenter.save("elsewhere/code.py")
    await desk.settle()
    assert desk.saved == {str(Path("elsewhere/code.py")): "x = 1\n"}
    assert not desk.notices.shown
