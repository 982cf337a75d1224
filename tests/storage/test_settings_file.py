"""The settings file: read whatever is in it, written whole."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from desktop_app.domain.errors import DiskFull, StorageError
from desktop_app.domain.settings import Appearance, Settings
from desktop_app.storage import settings_file


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def test_a_missing_file_means_defaults_and_no_complaint(path: Path) -> None:
    assert settings_file.load(path) == (Settings(), None)


def test_what_is_saved_is_what_is_loaded(path: Path) -> None:
    chosen = Settings(model="llama3", server_url="localhost:11434", speed=1.5, system_prompt="Grüße, 你好 🙂")
    settings_file.save(path, chosen)
    assert settings_file.load(path) == (chosen, None)


def test_the_file_is_readable_by_people_and_by_this_user_only(path: Path) -> None:
    settings_file.save(path, Settings(appearance=Appearance.DARK, manner="fröhlich"))
    text = path.read_text(encoding="utf-8")
    assert '\n  "appearance": "dark",\n' in text
    assert "fröhlich" in text
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600


def test_a_byte_order_mark_of_an_editor_is_no_damage(path: Path) -> None:
    path.write_text(json.dumps({"model": "m"}), encoding="utf-8-sig")
    loaded, problem = settings_file.load(path)
    assert (loaded.model, problem) == ("m", None)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'"text"', b"\xff\xfe\x00", b"[" * 100_000])
def test_a_file_that_cannot_be_read_is_kept_aside_and_said(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    loaded, problem = settings_file.load(path)
    assert loaded == Settings()
    assert not path.exists()
    (kept,) = path.parent.iterdir()
    assert kept.name.startswith("settings.json.bad-")
    assert kept.read_bytes() == content
    assert kept.name in str(problem)


def test_one_wrong_value_costs_only_that_value(path: Path) -> None:
    path.write_text(json.dumps({"model": "mine", "speed": 99, "appearance": "pink", "unknown": 1}))
    loaded, problem = settings_file.load(path)
    assert loaded == Settings(model="mine")
    assert problem is not None
    assert "appearance, speed" in str(problem)
    assert path.exists()


@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    st.dictionaries(
        st.sampled_from(sorted(Settings().values())),
        st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.integers()),
    )
)
def test_no_value_in_the_file_keeps_the_program_from_starting(path: Path, values: dict[str, object]) -> None:
    path.write_text(json.dumps(values))
    loaded, _ = settings_file.load(path)
    assert Settings.from_values(loaded.values()) == loaded


def test_a_full_disk_is_said_and_leaves_the_old_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings_file.save(path, Settings(model="old"))

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull):
        settings_file.save(path, Settings(model="new"))
    assert settings_file.load(path)[0].model == "old"
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


def test_a_folder_that_is_none_is_trouble_of_the_users_world(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageError, match="could not be saved"):
        settings_file.save(tmp_path / "file" / "settings.json", Settings())


def test_a_link_to_the_settings_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.json").write_text("{}")
    link = tmp_path / "settings.json"
    link.symlink_to(tmp_path / "real.json")
    settings_file.save(link, Settings(model="through the link"))
    assert link.is_symlink()
    assert settings_file.load(tmp_path / "real.json")[0].model == "through the link"


def test_a_password_in_the_address_is_taken_out_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"server_url": "https://me:s3cret@host/v1", "model": "m", "later": 1}), "utf-8")
    assert settings_file.take_out_password(path) == ("https://host/v1", "Basic bWU6czNjcmV0")
    assert "s3cret" not in path.read_text("utf-8")
    assert json.loads(path.read_text("utf-8"))["later"] == 1
    assert settings_file.load(path) == (Settings(server_url="https://host/v1", model="m"), None)
    assert settings_file.take_out_password(path) is None


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"server_url": 3}', '{"server_url": "https://host/v1"}'])
def test_a_file_without_one_is_left_alone(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text, "utf-8")
    assert settings_file.take_out_password(path) is None
    assert path.read_text("utf-8") == text
    assert settings_file.take_out_password(tmp_path / "none.json") is None
