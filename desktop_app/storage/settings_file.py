"""The settings as a file that people can read: written whole or not at all, and kept aside when it is damaged."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from desktop_app.domain.credentials import split_address
from desktop_app.domain.errors import DiskFull, SettingsUnreadable, StorageError
from desktop_app.domain.settings import InvalidSettings, Settings, tidy_url

_FULL = {errno.ENOSPC, errno.EDQUOT}


def load(path: Path) -> tuple[Settings, SettingsUnreadable | None]:
    """The settings in force, and what was wrong with the file, if anything was.

    A missing file means defaults. A file that is no JSON object is moved aside. A single value that is out of bounds
    gets its default back and the others stay.
    """
    try:
        values = json.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return Settings(), None
    except (OSError, ValueError, RecursionError):
        return Settings(), _set_aside(path)
    if not isinstance(values, dict):
        return Settings(), _set_aside(path)
    return _validated(values)


def valid_settings(values: Mapping[str, object]) -> Settings:
    """What another settings file said; what is out of bounds, or has a password in it, gets its default."""
    return _validated(dict(values))[0]


def take_out_password(path: Path) -> tuple[str, str] | None:
    """Takes a name and password, that an earlier version or a hand wrote, out of the server's address in the file.

    Gives the address and the credential to keep where keys are; None where there was none. Raises StorageError where
    the file cannot be written: ``load`` refuses such an address then.
    """
    try:
        values = json.loads(path.read_text(encoding="utf-8-sig"))
        address, credential = split_address(str(values["server_url"]))
        address = tidy_url(address)
    except (OSError, ValueError, RecursionError, KeyError, TypeError):  # ``load`` says what is wrong
        return None
    if not credential:
        return None
    _write(path, {**values, "server_url": address})
    return address, credential


def save(path: Path, settings: Settings) -> None:
    """Replaces the file in one step, readable by this user only.

    Raises:
        DiskFull: there is no room.
        StorageError: the system refused for any other reason.
    """
    _write(path, settings.values())


def _write(path: Path, values: Mapping[str, object]) -> None:
    text = json.dumps(values, indent=2, ensure_ascii=False) + "\n"
    path = path.resolve()  # a link to a file that is kept elsewhere stays a link
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _replace(path, text.encode("utf-8", "replace"))
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFull("The settings could not be saved because the disk is full.") from error
        reason = error.strerror or "the system refused"
        raise StorageError(f"The settings could not be saved in {path.parent}: {reason}.") from error


def _validated(values: dict[str, object]) -> tuple[Settings, SettingsUnreadable | None]:
    try:
        return Settings.from_values(values), None
    except InvalidSettings as error:
        wrong = error.names
    kept = {name: value for name, value in values.items() if name not in wrong}
    names = ", ".join(sorted(wrong))
    return Settings.from_values(kept), SettingsUnreadable(
        f"Some settings in the file were not valid and have their defaults again: {names}."
    )


def _set_aside(path: Path) -> SettingsUnreadable:
    kept = path.with_name(f"{path.name}.bad-{time.strftime('%Y%m%d-%H%M%S')}")
    try:
        path.replace(kept)
    except OSError:
        return SettingsUnreadable(f"The settings file {path} could not be read, so the defaults are in force.")
    return SettingsUnreadable(
        f"The settings file could not be read, so the defaults are in force; the old file is kept as {kept.name}."
    )


def _replace(path: Path, content: bytes) -> None:
    """Writes beside the file and renames, so that a reader or a power cut finds the old text or the new one."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)  # mkstemp makes it 0600
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
