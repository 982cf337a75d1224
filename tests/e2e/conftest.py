"""The real program on a virtual desktop: screen, sound server, keyring and API server are all real."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.support.api_server import ThreadedApiServer
from tests.support.program import Program
from tests.support.pulse import Ear
from tests.support.screen import Screen

Start = Callable[..., Program]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.e2e)
            if not os.environ.get("ALOUD_E2E"):
                item.add_marker(pytest.mark.skip(reason="no virtual desktop: run it by packaging/dev.py test"))


@pytest.fixture(scope="session")
def screen() -> Iterator[Screen]:
    screen = Screen()
    yield screen
    screen.close()


@pytest.fixture
def server() -> Iterator[ThreadedApiServer]:
    with ThreadedApiServer() as server:
        yield server


@pytest.fixture
def ear() -> Iterator[Ear]:
    with Ear() as ear:
        yield ear


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return tmp_path / "profile"


@pytest.fixture
def start(screen: Screen, server: ThreadedApiServer, profile: Path) -> Iterator[Start]:
    """Starts the program against the test's server; further settings, environment and arguments may be given."""
    with ExitStack() as stack:

        def begin(*arguments: str, env: dict[str, str] | None = None, **settings: object) -> Program:
            chosen = {
                "chat_source": "server",
                "server_url": server.url,
                "model": "test-model",
                "titles_by_model": False,  # the requests that a test counts are its own
                **settings,
            }
            return stack.enter_context(Program(screen, profile, *arguments, settings=chosen, env=env))

        yield begin
