"""Settings in force and settings kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.settings import ChatSource, InvalidSettings, Settings
from desktop_app.presenters.preferences import Preferences
from desktop_app.presenters.tasks import Tasks
from desktop_app.storage import settings_file


async def saved(path: Path, tasks: Tasks) -> Settings:
    import asyncio

    while tasks._running:  # noqa: ASYNC110 - the save is the only task
        await asyncio.sleep(0.001)
    return settings_file.load(path)[0]


async def test_what_the_command_line_asks_of_this_run_is_not_kept(tmp_path: Path) -> None:
    tasks = Tasks()
    path = tmp_path / "settings.json"
    preferences = Preferences(Settings(), {"chat_source": ChatSource.DEMO}, path, tasks)
    assert preferences.current.chat_source is ChatSource.DEMO
    preferences.change(model="large")
    kept = await saved(path, tasks)
    assert (kept.model, kept.chat_source) == ("large", ChatSource.UNSET)


async def test_a_value_out_of_bounds_changes_nothing(tmp_path: Path) -> None:
    preferences = Preferences(Settings(), {}, tmp_path / "settings.json", Tasks())
    with pytest.raises(InvalidSettings):
        preferences.change(speed=100.0)
    assert preferences.current == Settings()


async def test_listeners_hear_of_changes_only(tmp_path: Path) -> None:
    tasks = Tasks()
    preferences = Preferences(Settings(), {}, tmp_path / "settings.json", tasks)
    heard: list[tuple[float, float]] = []
    preferences.listen(lambda before, after: heard.append((before.speed, after.speed)))
    preferences.change(speed=1.0)
    preferences.change(speed=2.0)
    assert heard == [(1.0, 2.0)]
    await saved(tmp_path / "settings.json", tasks)


async def test_a_disk_that_refuses_is_told(tmp_path: Path) -> None:
    tasks = Tasks()
    blocked = tmp_path / "file"
    blocked.write_text("")
    preferences = Preferences(Settings(), {}, blocked / "settings.json", tasks)
    told: list[Exception] = []
    preferences.on_trouble = told.append
    preferences.change(speed=2.0)
    await saved(tmp_path / "settings.json", tasks)
    assert len(told) == 1
