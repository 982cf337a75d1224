"""A keyring that does what the test says: keeps, refuses, or blocks until it is let go."""

from __future__ import annotations

import threading

from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError


class FakeKeyring(KeyringBackend):
    """``trouble`` is raised by every call; a ``gate`` that is not set holds every call back."""

    priority = 0.1  # low: nobody gets it by chance

    def __init__(self) -> None:
        super().__init__()
        self.passwords: dict[tuple[str, str], str] = {}
        self.trouble: Exception | None = None
        self.gate = threading.Event()
        self.gate.set()
        self.calls: list[str] = []

    def get_password(self, service: str, username: str) -> str | None:
        self._enter("get")
        return self.passwords.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._enter("set")
        self.passwords[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._enter("delete")
        if self.passwords.pop((service, username), None) is None:
            raise PasswordDeleteError

    def _enter(self, call: str) -> None:
        self.calls.append(call)
        self.gate.wait()
        if self.trouble is not None:
            raise self.trouble
