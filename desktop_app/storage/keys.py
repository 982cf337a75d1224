"""API keys: found in the environment or in the system's keyring, kept in the keyring, and written to no file of ours.

A keyring may be missing, locked, or busy asking its owner for a password in a window of its own. So each call happens
on a thread and is waited for only so long; what comes later still counts. A key that cannot be kept serves this run.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from desktop_app.domain.credentials import secrets_in, split_address
from desktop_app.domain.errors import KeyringError, KeyringLocked, KeyringMissing, KeyringSilent
from desktop_app.domain.settings import OPENAI_URL, tidy_url
from desktop_app.storage.thread import JobThread

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_log = logging.getLogger(__name__)

SERVICE = "io.github.aloud.Aloud"
_FINAL = (KeyringMissing, KeyringLocked)
_INSECURE = ("keyrings.alt.", "keyring.backends.fail", "keyring.backends.null")


class KeyOrigin(StrEnum):
    ENVIRONMENT = "environment"
    KEYRING = "keyring"
    THIS_RUN = "this_run"


@dataclass(frozen=True, slots=True, repr=False)
class ApiKey:
    """A key and where it came from; printing it shows only the latter.

    ``stored``: a key that was given in this run is in the keyring by now.
    """

    value: str
    origin: KeyOrigin
    stored: bool = False

    def __repr__(self) -> str:
        return f"ApiKey({self.origin})"


class KeyStore:
    """Keys by server address.

    A key given in this run goes before one from the environment, and that before the keyring's. ``OPENAI_API_KEY``
    belongs to the server of ``OPENAI_BASE_URL``, or to OpenAI's where that is not set, and is handed out for no other;
    a name and password in that address go before it, as with the library.

    ``on_secret`` hears each key that becomes known, so that the log can keep it out. ``problem`` is what the keyring
    last said, None when it went well. ``backend`` gives another keyring than the system's; it is called on the thread.
    """

    def __init__(
        self,
        *,
        environ: Mapping[str, str],
        timeout: float = 5.0,
        on_secret: Callable[[str], object] | None = None,
        backend: Callable[[], KeyringBackend] | None = None,
    ) -> None:
        self.problem: KeyringError | None = None
        address, credential = split_address(environ.get("OPENAI_BASE_URL", "").strip() or OPENAI_URL)
        self._environment_key = credential or environ.get("OPENAI_API_KEY", "").strip()
        self._environment_url = address
        self._timeout = timeout
        self._on_secret = on_secret
        self._backend = backend or _system_backend
        self._thread = JobThread("keyring")
        self._unanswered = 0
        self._known: dict[str, ApiKey] = {}  # given in this run, or found in the keyring
        self._absent: set[str] = set()  # servers for which the keyring has no key
        if self._environment_key:
            self._tell_secret(self._environment_key)

    async def get(self, server_url: str, *, again: bool = False) -> ApiKey | None:
        """The key for this server. None means that there is none, or that the keyring did not give it: see ``problem``.

        The keyring is asked once for each server, and not at all after it has been left locked: each question may open
        a window in the user's face. ``again`` asks all the same. Raises ``ValueError`` where the address is none.
        """
        address = tidy_url(server_url)
        known = self._known.get(address)
        if known is not None and known.origin is KeyOrigin.THIS_RUN:
            return known
        if self._environment_key and _same_server(address, self._environment_url):
            return ApiKey(self._environment_key, KeyOrigin.ENVIRONMENT)
        if known is None and (again or not (address in self._absent or isinstance(self.problem, _FINAL))):
            self.problem = await self._ask(lambda: self._look_up(address), "a stored key cannot be read")
        return self._known.get(address)

    async def keep(self, server_url: str, value: str) -> KeyringError | None:
        """Uses the key from now on and stores it; the error says why it will be forgotten at the end of this run."""
        address, value = tidy_url(server_url), value.strip()
        if not value:
            raise ValueError("an empty key is no key")
        self._tell_secret(value)
        self._absent.discard(address)
        self._known[address] = ApiKey(value, KeyOrigin.THIS_RUN)
        self.problem = await self._ask(lambda: self._store(address, value), "the key is used for this run only")
        return self.problem

    async def forget(self, server_url: str) -> KeyringError | None:
        """Removes the key; one in the environment stays in force. The error says why it is still in the keyring."""
        address = tidy_url(server_url)
        self._known.pop(address, None)
        self.problem = await self._ask(lambda: self._remove(address), "a stored key was not removed")
        return self.problem

    # On the thread

    def _look_up(self, address: str) -> None:
        value = self._open().get_password(SERVICE, address)
        if not value:
            self._absent.add(address)
        elif address not in self._known:
            self._tell_secret(value)
            self._known[address] = ApiKey(value, KeyOrigin.KEYRING)

    def _store(self, address: str, value: str) -> None:
        self._open().set_password(SERVICE, address, value)
        if self._known.get(address) == ApiKey(value, KeyOrigin.THIS_RUN):
            self._known[address] = ApiKey(value, KeyOrigin.THIS_RUN, stored=True)

    def _remove(self, address: str) -> None:
        backend = self._open()
        if backend.get_password(SERVICE, address) is not None:
            backend.delete_password(SERVICE, address)
        if (known := self._known.get(address)) is not None and known.origin is KeyOrigin.KEYRING:
            del self._known[address]  # a look-up that was waiting before us brought it back

    def _open(self) -> KeyringBackend:
        """The keyring to use; one that keeps keys in the open is as good as none."""
        for backend in _members(self._backend()):
            if not f"{type(backend).__module__}.".startswith(_INSECURE):
                return backend
        raise KeyringMissing

    # Around the thread

    async def _ask(self, call: Callable[[], object], so: str) -> KeyringError | None:
        """Waits for the call, but not for ever; ``so`` is what follows for the user from a failure.

        While an earlier call is still unanswered nobody waits again.
        """

        def work() -> KeyringError | None:
            try:
                call()
            except Exception as error:  # noqa: BLE001 - each keyring has exceptions of its own
                return _as_keyring_error(error, so)
            return None

        patience = self._timeout if not self._unanswered else 0.0
        asked = self._thread.submit(work)
        done, _ = await asyncio.wait({asked}, timeout=patience)
        if done:
            return asked.result()
        self._unanswered += 1
        asked.add_done_callback(self._answered)
        return KeyringSilent(
            f"The system's keyring does not answer (it may be asking in a window of its own), so {so}."
        )

    def _answered(self, asked: asyncio.Future[KeyringError | None]) -> None:
        self._unanswered -= 1
        if not asked.cancelled():
            self.problem = asked.result()

    def _tell_secret(self, value: str) -> None:
        if self._on_secret is not None:
            for secret in secrets_in(value):
                self._on_secret(secret)


def _system_backend() -> KeyringBackend:
    import keyring  # 0.1 s

    return keyring.get_keyring()


def _members(backend: KeyringBackend) -> list[KeyringBackend]:
    """The keyrings behind a chain of them, the best first, or the one itself."""
    from keyring.backends.chainer import ChainerBackend

    return list(backend.backends) if isinstance(backend, ChainerBackend) else [backend]


def _same_server(one: str, other: str) -> bool:
    """Whether a key for one address may be sent to the other: scheme, host and port agree."""
    try:
        return _origin(one) == _origin(tidy_url(other))
    except ValueError:
        return False


def _origin(url: str) -> tuple[str, str | None, int | None]:
    parts = urlsplit(url)
    return parts.scheme, parts.hostname, parts.port or {"http": 80, "https": 443}.get(parts.scheme)


def _as_keyring_error(error: Exception, so: str) -> KeyringError:
    from keyring import errors

    _log.info("the keyring failed: %s", type(error).__name__)
    if isinstance(error, KeyringMissing | errors.NoKeyringError):
        return KeyringMissing(f"This system has no keyring that keeps keys safe, so {so}.")
    if isinstance(error, errors.InitError | errors.KeyringLocked):
        return KeyringLocked(f"The system's keyring is locked and was not opened, so {so}.")
    return KeyringError(f"The system's keyring failed, so {so}.")
