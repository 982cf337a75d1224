"""A server that speaks the OpenAI API, and a provider that asks it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from desktop_app.chat.chat_completions import ChatCompletions
from desktop_app.chat.openai_client import OpenAIClient
from tests.support.api_server import ApiServer


@pytest.fixture
async def server() -> AsyncIterator[ApiServer]:
    async with ApiServer() as running:
        yield running


@pytest.fixture
async def provider(server: ApiServer) -> AsyncIterator[ChatCompletions]:
    provider = ChatCompletions(OpenAIClient(server.url, "sk-good"))
    yield provider
    await provider.aclose()
