"""API keys: where they come from, where they go, and what happens when the keyring does not play along."""

from __future__ import annotations

import asyncio
import sys
import types
from collections.abc import Callable, Iterator

import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from keyring.errors import InitError, NoKeyringError, PasswordSetError
from keyring.errors import KeyringLocked as LockedByItsOwner

from desktop_app.domain.errors import KeyringError, KeyringLocked, KeyringMissing, KeyringSilent
from desktop_app.domain.settings import OPENAI_URL
from desktop_app.storage.keys import SERVICE, ApiKey, KeyOrigin, KeyStore
from tests.support.fake_keyring import FakeKeyring

LOCAL = "http://localhost:11434/v1"


@pytest.fixture
def keyring() -> Iterator[FakeKeyring]:
    fake = FakeKeyring()
    yield fake
    fake.gate.set()  # let go of a thread that a test left waiting


def store(keyring: KeyringBackend, *, timeout: float = 5.0, **environ: str) -> KeyStore:
    return KeyStore(environ=environ, timeout=timeout, backend=lambda: keyring)


async def test_a_key_is_kept_by_server_and_found_again(keyring: FakeKeyring) -> None:
    assert await store(keyring).keep(LOCAL, " sk-local \n") is None
    assert keyring.passwords == {(SERVICE, LOCAL): "sk-local"}
    assert await store(keyring).get("localhost:11434") == ApiKey("sk-local", KeyOrigin.KEYRING)
    assert await store(keyring).get(OPENAI_URL) is None


async def test_a_kept_key_is_in_force_at_once_and_read_once(keyring: FakeKeyring) -> None:
    keys = store(keyring)
    await keys.keep(LOCAL, "one")
    assert await keys.get(LOCAL) == ApiKey("one", KeyOrigin.THIS_RUN, stored=True)
    assert keyring.calls == ["set"]
    later = store(keyring)
    await later.get(LOCAL)
    await later.get(LOCAL)
    assert keyring.calls == ["set", "get"]


async def test_a_forgotten_key_is_gone_and_forgetting_twice_is_no_error(keyring: FakeKeyring) -> None:
    keys = store(keyring)
    await keys.keep(LOCAL, "one")
    assert await keys.forget(LOCAL) is None
    assert await keys.forget(LOCAL) is None
    assert keyring.passwords == {}
    assert await keys.get(LOCAL) is None


async def test_a_key_of_the_environment_is_used_and_never_stored(keyring: FakeKeyring) -> None:
    keys = store(keyring, OPENAI_API_KEY="sk-env")
    assert await keys.get(OPENAI_URL) == ApiKey("sk-env", KeyOrigin.ENVIRONMENT)
    assert keyring.calls == []


@pytest.mark.parametrize(
    "elsewhere",
    [LOCAL, "http://api.openai.com/v1", "https://api.openai.com:8443/v1", "https://api.openai.com.evil.example/v1"],
)
async def test_a_key_of_the_environment_goes_to_no_other_server(keyring: FakeKeyring, elsewhere: str) -> None:
    assert await store(keyring, OPENAI_API_KEY="sk-env").get(elsewhere) is None


async def test_a_key_of_the_environment_belongs_to_the_server_of_the_environment(keyring: FakeKeyring) -> None:
    keys = store(keyring, OPENAI_API_KEY="sk-env", OPENAI_BASE_URL="https://proxy.example/openai/v1/")
    assert await keys.get("https://proxy.example/openai/v1") == ApiKey("sk-env", KeyOrigin.ENVIRONMENT)
    assert await keys.get(OPENAI_URL) is None


async def test_a_server_address_in_the_environment_that_is_none_gives_its_key_to_nobody(keyring: FakeKeyring) -> None:
    keys = store(keyring, OPENAI_API_KEY="sk-env", OPENAI_BASE_URL="ftp://nowhere")
    assert await keys.get(OPENAI_URL) is None


async def test_a_key_typed_in_this_run_goes_before_the_environments(keyring: FakeKeyring) -> None:
    keys = store(keyring, OPENAI_API_KEY="sk-env")
    await keys.keep(OPENAI_URL, "sk-typed")
    assert await keys.get(OPENAI_URL) == ApiKey("sk-typed", KeyOrigin.THIS_RUN, stored=True)
    await keys.forget(OPENAI_URL)
    assert await keys.get(OPENAI_URL) == ApiKey("sk-env", KeyOrigin.ENVIRONMENT)


@pytest.mark.parametrize(
    ("trouble", "told"),
    [
        (NoKeyringError("no backend"), KeyringMissing),
        (InitError("no prompt without a display"), KeyringLocked),
        (LockedByItsOwner("dismissed"), KeyringLocked),
        (PasswordSetError("denied"), KeyringError),
        (OSError("the bus went away"), KeyringError),
    ],
)
async def test_a_keyring_that_refuses_costs_the_memory_and_not_the_key(
    keyring: FakeKeyring, trouble: Exception, told: type[KeyringError]
) -> None:
    keyring.trouble = trouble
    keys = store(keyring)
    error = await keys.keep(LOCAL, "sk-secret-one")
    assert type(error) is told
    assert "this run only" in str(error)
    assert "sk-secret-one" not in str(error)
    assert await keys.get(LOCAL) == ApiKey("sk-secret-one", KeyOrigin.THIS_RUN)


async def test_a_keyring_that_cannot_be_read_is_told_beside_the_missing_key(keyring: FakeKeyring) -> None:
    keyring.trouble = LockedByItsOwner("dismissed")
    keys = store(keyring)
    assert await keys.get(LOCAL) is None
    assert isinstance(keys.problem, KeyringLocked)


async def test_a_keyring_that_was_left_locked_is_not_asked_again_unless_the_user_wants_it(keyring: FakeKeyring) -> None:
    keyring.passwords[SERVICE, LOCAL] = "sk-locked-away"
    keyring.trouble = LockedByItsOwner("dismissed")
    keys = store(keyring)
    await keys.get(LOCAL)
    await keys.get(OPENAI_URL)
    assert keyring.calls == ["get"]
    assert isinstance(keys.problem, KeyringLocked)
    keyring.trouble = None
    assert await keys.get(LOCAL, again=True) == ApiKey("sk-locked-away", KeyOrigin.KEYRING)
    assert keys.problem is None


async def test_a_server_that_has_no_key_is_asked_about_once(keyring: FakeKeyring) -> None:
    keys = store(keyring)
    assert await keys.get(LOCAL) is None
    assert await keys.get(LOCAL) is None
    assert keyring.calls == ["get"]


async def test_a_silent_keyring_freezes_nobody_and_is_waited_for_once(keyring: FakeKeyring) -> None:
    keyring.gate.clear()
    keys = store(keyring, timeout=0.01)
    assert isinstance(await keys.keep(LOCAL, "sk-late"), KeyringSilent)
    keys._timeout = 3600.0  # whoever waited now would wait for good
    assert isinstance(await keys.forget("http://other:1/v1"), KeyringSilent)
    assert await keys.get(LOCAL) == ApiKey("sk-late", KeyOrigin.THIS_RUN)


async def test_a_keyring_that_answers_late_still_keeps_the_key(keyring: FakeKeyring) -> None:
    keyring.gate.clear()
    keys = store(keyring, timeout=0.01)
    assert isinstance(await keys.keep(LOCAL, "sk-late"), KeyringSilent)
    keyring.gate.set()
    await keys._thread.run(lambda: None)  # whatever was waiting before this is done
    assert keyring.passwords == {(SERVICE, LOCAL): "sk-late"}
    assert keys.problem is None


async def test_a_key_that_the_keyring_gives_late_is_there_for_the_next_question(keyring: FakeKeyring) -> None:
    keyring.passwords[SERVICE, LOCAL] = "sk-late"
    keyring.gate.clear()
    keys = store(keyring, timeout=0.01)
    assert await keys.get(LOCAL) is None
    assert isinstance(keys.problem, KeyringSilent)
    keyring.gate.set()
    assert await keys.get(LOCAL) in {None, ApiKey("sk-late", KeyOrigin.KEYRING)}
    await keys._thread.run(lambda: None)
    assert await keys.get(LOCAL) == ApiKey("sk-late", KeyOrigin.KEYRING)


async def test_a_key_forgotten_while_the_keyring_was_silent_does_not_come_back(keyring: FakeKeyring) -> None:
    keyring.passwords[SERVICE, LOCAL] = "sk-old"
    keyring.gate.clear()
    keys = store(keyring, timeout=0.01)
    assert await keys.get(LOCAL) is None
    assert isinstance(await keys.forget(LOCAL), KeyringSilent)
    keyring.gate.set()
    await keys._thread.run(lambda: None)
    assert keyring.passwords == {}
    assert await keys.get(LOCAL) is None


async def test_waiting_for_the_keyring_leaves_the_event_loop_free(keyring: FakeKeyring) -> None:
    keyring.gate.clear()
    asked = asyncio.ensure_future(store(keyring, timeout=3600).keep(LOCAL, "k"))
    await asyncio.sleep(0)  # the loop turns although the keyring hangs
    keyring.gate.set()
    assert await asked is None


def make(backend: Callable[[], KeyringBackend]) -> KeyringBackend:
    return backend()


def plaintext() -> KeyringBackend:
    """A keyring as the package keyrings.alt has it: of that module, and all too willing."""
    module = types.ModuleType("keyrings.alt.file")
    backend = type("PlaintextKeyring", (FakeKeyring,), {"__module__": module.__name__})
    instance = backend()
    assert isinstance(instance, KeyringBackend)
    return instance


@pytest.mark.parametrize(
    "backend", [make(fail.Keyring), make(null.Keyring), plaintext()], ids=lambda b: type(b).__module__
)
async def test_a_keyring_that_keeps_keys_in_the_open_or_not_at_all_is_none(backend: KeyringBackend) -> None:
    keys = store(backend)
    assert isinstance(await keys.keep(LOCAL, "k"), KeyringMissing)
    assert await keys.get(LOCAL) == ApiKey("k", KeyOrigin.THIS_RUN)


async def test_of_a_chain_of_keyrings_the_first_safe_one_is_used(
    keyring: FakeKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    from keyring.backends.chainer import ChainerBackend

    unsafe = plaintext()
    monkeypatch.setattr(ChainerBackend, "backends", [unsafe, keyring])
    assert await store(make(ChainerBackend)).keep(LOCAL, "k") is None
    assert isinstance(unsafe, FakeKeyring)
    assert unsafe.calls == []
    assert keyring.passwords == {(SERVICE, LOCAL): "k"}


def test_a_key_does_not_show_itself() -> None:
    key = ApiKey("sk-very-secret", KeyOrigin.KEYRING)
    assert "secret" not in f"{key} {key!r} {[key]}"


async def test_every_key_that_becomes_known_is_told_to_whoever_keeps_the_log_clean(keyring: FakeKeyring) -> None:
    heard: list[str] = []
    keyring.passwords[SERVICE, LOCAL] = "from the keyring"
    keys = KeyStore(environ={"OPENAI_API_KEY": "from outside"}, on_secret=heard.append, backend=lambda: keyring)
    await keys.get(LOCAL)
    await keys.keep(OPENAI_URL, "typed")
    assert heard == ["from outside", "from the keyring", "typed"]


async def test_an_empty_key_is_refused(keyring: FakeKeyring) -> None:
    with pytest.raises(ValueError, match="empty"):
        await store(keyring).keep(LOCAL, "  ")


def test_making_a_store_does_not_import_keyring() -> None:
    import subprocess

    code = "import sys; from desktop_app.storage import keys; keys.KeyStore(environ={}); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "desktop_app.storage.keys" in done.stdout.split()
    assert "keyring" not in done.stdout.split()


async def test_a_name_and_password_in_the_environments_address_go_to_that_server_alone(keyring: FakeKeyring) -> None:
    secrets: list[str] = []
    keys = KeyStore(
        environ={"OPENAI_BASE_URL": "https://me:s3cret@host/v1", "OPENAI_API_KEY": "sk-1"},
        on_secret=secrets.append,
        backend=lambda: keyring,
    )
    assert await keys.get("https://host/v1") == ApiKey("Basic bWU6czNjcmV0", KeyOrigin.ENVIRONMENT)
    assert await keys.get(OPENAI_URL) is None
    assert {"s3cret", "me:s3cret", "bWU6czNjcmV0"} <= set(secrets)
