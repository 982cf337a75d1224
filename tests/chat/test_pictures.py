"""Pictures in a request: their bytes are fetched when it is written, and a server that takes none says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from desktop_app.chat.chat_completions import ChatCompletions
from desktop_app.chat.provider import ChatRequest
from desktop_app.domain.attachments import image_part
from desktop_app.domain.errors import PicturesRefused, RequestRefused
from desktop_app.domain.messages import Message, Part, PartKind, Role
from tests.support.api_replies import error_body
from tests.support.api_server import ApiServer, ChatReply
from tests.support.chat_answers import answer, texts

SKY = image_part("b1", "sky.png", "image/png", 4, 1, 1)
QUESTION = Message("q", "c", None, Role.USER, (SKY, Part(PartKind.TEXT, "What is it?")), 0.0)


async def album(blobs: Sequence[str]) -> Mapping[str, bytes]:
    assert blobs == ["b1"], "each picture is asked for once, and nothing else"
    return {"b1": b"sky!"}


def shown(*messages: Message) -> ChatRequest:
    return ChatRequest("test-small", messages or (QUESTION,), pictures=album)


async def test_the_server_gets_each_picture_of_the_conversation(server: ApiServer, provider: ChatCompletions) -> None:
    await answer(provider, shown(QUESTION, QUESTION))
    pictures = [message["content"][0] for message in server.requests[0].json["messages"]]
    assert pictures == [{"type": "image_url", "image_url": {"url": "data:image/png;base64,c2t5IQ=="}}] * 2


async def test_a_picture_within_an_answer_is_not_sent_back(server: ApiServer, provider: ChatCompletions) -> None:
    drawn = Message("a", "c", "q", Role.ASSISTANT, (SKY, Part(PartKind.TEXT, "Here it is.")), 1.0)
    await answer(provider, shown(QUESTION, drawn, QUESTION))
    assert server.requests[0].json["messages"][1] == {"role": "assistant", "content": "Here it is."}


async def test_without_a_source_of_pictures_the_message_is_plain_text(
    server: ApiServer, provider: ChatCompletions
) -> None:
    await answer(provider, ChatRequest("test-small", (QUESTION,)))
    [message] = server.requests[0].json["messages"]
    assert message["content"].startswith("[I attached a picture")


@pytest.mark.parametrize("status", [400, 500])
async def test_a_server_that_takes_no_pictures_says_so_in_its_words(
    server: ApiServer, provider: ChatCompletions, status: int
) -> None:
    server.chat(ChatReply(status=status, error=error_body("image input is not supported")))
    with pytest.raises(PicturesRefused) as refused:
        await answer(provider, shown())
    assert refused.value.detail == "image input is not supported"
    assert not refused.value.retryable


async def test_what_the_server_does_not_take_besides_is_left_out_with_pictures_too(
    server: ApiServer, provider: ChatCompletions
) -> None:
    server.refuses = {"stream_options"}
    assert texts(await answer(provider, shown()))
    assert "stream_options" not in server.requests[-1].json


async def test_another_no_stays_what_it_is(server: ApiServer, provider: ChatCompletions) -> None:
    server.chat(ChatReply(status=400, error=error_body("something else")))
    with pytest.raises(RequestRefused):
        await answer(provider, shown())
