"""Every "no" of a server has its meaning."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.chat.redaction import redact
from desktop_app.chat.server_errors import is_about_pictures, refusal, retry_after, stream_error
from desktop_app.domain.errors import (
    ContextTooLong,
    KeyMissing,
    KeyRefused,
    ModelUnknown,
    NotOffered,
    QuotaExhausted,
    RateLimited,
    RequestRefused,
    ServerError,
    ServerFailed,
    TimedOut,
    UserError,
)


def openai_error(message: str = "x", **fields: str) -> dict[str, Any]:
    return {"error": {"message": message, "type": "invalid_request_error", "param": None, "code": None, **fields}}


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (400, openai_error(), RequestRefused),
        (400, openai_error(code="context_length_exceeded"), ContextTooLong),
        (400, {"error": {"code": 400, "type": "exceed_context_size_error", "message": "too big"}}, ContextTooLong),
        (400, openai_error("This model's maximum context length is 4096 tokens."), ContextTooLong),
        (413, openai_error("prompt is too long: 9 tokens > 8 maximum"), ContextTooLong),
        (500, openai_error("the request exceeds the available context size"), ContextTooLong),
        (400, openai_error(code="model_not_found"), ModelUnknown),
        (400, openai_error("x", param="model"), ModelUnknown),
        (400, openai_error("The model `gpt-9` does not exist or you do not have access to it."), ModelUnknown),
        (404, openai_error('model "llama9" not found, try pulling it first'), ModelUnknown),
        (422, openai_error("Invalid model: mistral-9"), ModelUnknown),
        (400, openai_error("stream_options is not supported with this model", param="stream_options"), RequestRefused),
        (400, openai_error("Incorrect API key provided"), KeyRefused),
        (400, {"error": {"code": 400, "message": "API key not valid. Please pass a valid API key."}}, KeyRefused),
        (401, openai_error(code="invalid_api_key"), KeyRefused),
        (401, "", KeyRefused),
        (402, openai_error("Insufficient Balance"), QuotaExhausted),
        (403, openai_error("Country, region, or territory not supported"), KeyRefused),
        (404, {"detail": "Not Found"}, NotOffered),
        (404, "<html>404</html>", NotOffered),
        (405, "", NotOffered),
        (408, "", TimedOut),
        (409, openai_error(), RequestRefused),
        (429, openai_error("You exceeded your current quota", code="insufficient_quota"), QuotaExhausted),
        (429, openai_error("slow down", code="rate_limit_exceeded"), RateLimited),
        (429, openai_error("Request too large: maximum context of 3 tokens a minute"), RateLimited),
        (500, openai_error(), ServerFailed),
        (503, None, ServerFailed),
        (529, "overloaded", ServerFailed),
    ],
)
def test_every_no_has_its_meaning(status: int, body: object, kind: type[UserError]) -> None:
    error = refusal(status, body, {}, key="sk-good")
    assert type(error) is kind
    assert str(error).endswith((".", "?"))


@pytest.mark.parametrize("body", [openai_error("hello"), {"message": "hello"}, {"error": "hello"}, "hello"])
def test_what_the_server_said_is_kept_for_the_curious(body: object) -> None:
    error = refusal(400, body, {})
    assert isinstance(error, ServerError)
    assert (error.detail, error.status) == ("hello", 400)


def test_a_web_page_is_not_repeated() -> None:
    error = refusal(502, "<html><body>Bad gateway</body></html>", {})
    assert isinstance(error, ServerFailed)
    assert error.detail == ""


def test_the_refused_field_is_named_even_where_the_message_does_not() -> None:
    error = refusal(400, openai_error("Unsupported parameter", param="stream_options"), {})
    assert isinstance(error, RequestRefused)
    assert error.detail == "Unsupported parameter (stream_options)"


def test_a_validation_report_is_told_as_it_is() -> None:
    error = refusal(422, {"detail": [{"loc": ["body", "stream_options"], "msg": "extra fields not permitted"}]}, {})
    assert isinstance(error, RequestRefused)
    assert "stream_options" in error.detail


def test_without_a_key_the_key_is_missing_and_not_wrong() -> None:
    assert type(refusal(401, openai_error(), {}, key=None)) is KeyMissing


def test_the_wait_is_read_from_the_headers() -> None:
    limited = refusal(429, openai_error(), {"retry-after": "7"})
    overloaded = refusal(503, openai_error(), {"retry-after": "3"})
    assert isinstance(limited, RateLimited)
    assert isinstance(overloaded, ServerFailed)
    assert (limited.retry_after, overloaded.retry_after) == (7.0, 3.0)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"retry-after": "2.5"}, 2.5),
        ({"retry-after": "-3"}, 0.0),
        ({"retry-after": "soon"}, None),
        ({"retry-after": ""}, None),
        ({"retry-after-ms": "250", "retry-after": "9"}, 0.25),
        ({"retry-after-ms": "x", "retry-after": "9"}, 9.0),
        ({"retry-after": "Thu, 01 Jan 1970 00:01:40 GMT"}, 90.0),
        ({"retry-after": "Thu, 01 Jan 1970 00:00:00 GMT"}, 0.0),
        ({"retry-after": "nan"}, None),
    ],
)
def test_every_way_to_write_the_wait_is_understood(headers: dict[str, str], seconds: float | None) -> None:
    assert retry_after(headers, now=10.0) == seconds


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        ({"message": "boom"}, ServerFailed),
        ("boom", ServerFailed),
        ({"message": "upstream", "code": 502}, ServerFailed),
        ({"message": "slow", "code": 429}, RateLimited),
        ({"message": "slow", "code": "429"}, RateLimited),
        ({"message": "slow", "type": "rate_limit_error"}, RateLimited),
        ({"message": "empty", "code": "insufficient_quota"}, QuotaExhausted),
        ({"message": "x", "code": "context_length_exceeded"}, ContextTooLong),
        ({"message": "x", "code": "model_not_found"}, ModelUnknown),
        ({"message": "x", "code": 401}, KeyRefused),
        ({"message": "x", "code": "invalid_api_key"}, KeyRefused),
        ({"code": 7}, ServerFailed),
        ([], ServerFailed),
    ],
)
def test_an_error_inside_a_stream_is_read_by_the_same_rules(error: object, kind: type[UserError]) -> None:
    assert type(stream_error(error, key="sk-good")) is kind


@pytest.mark.parametrize(
    "secret",
    [
        "sk-abcdefghijklmnop",
        "sk-proj-abc_DEF-123456",
        "sk-abc***xyz",
        "abcd****wxyz",
        "gsk_0123456789abcdef",
        "AIzaSyA0123456789abcdefghij",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0",
        "0123456789abcdef0123456789abcdef",
        "my own odd key",
    ],
)
def test_no_key_survives_what_a_server_says(secret: str) -> None:
    for error in (
        refusal(401, openai_error(f"Incorrect API key provided: {secret}."), {}, key="my own odd key"),
        stream_error({"message": f"bad: {secret}"}, key="my own odd key"),
    ):
        assert isinstance(error, ServerError)
        assert secret not in error.detail
        assert secret not in str(error)


def test_bearer_tokens_go_whatever_they_look_like() -> None:
    assert redact("Authorization: Bearer tiny") == "Authorization: Bearer [key]"


def test_model_names_are_not_taken_for_keys() -> None:
    message = (
        "The model claude-sonnet-4-5-20250929 and gpt-4o-mini-2024-07-18 are not known, nor ft:gpt-4o:acme::B1c2D3e4"
    )
    assert redact(message) == message


@settings(deadline=None)
@given(st.text(max_size=2000), st.text(min_size=8, max_size=20, alphabet="abcXYZ019-_"))
def test_details_are_short_and_on_one_line(text: str, key: str) -> None:
    shown = redact(f"{text}{key}{text}", key)
    assert len(shown) <= 500
    assert "\n" not in shown
    assert key not in shown


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (400, "Invalid content type. image_url is only supported by certain models."),
        (400, "Model does not support images. Please use a model that does."),
        (400, "test-model is not a multimodal model"),
        (400, "'messages[0].content' : value must be a string"),
        (400, "This model is missing data required for image input"),
        (404, "No endpoints found that support image input"),
        (422, "Failed to deserialize: messages[0]: unknown variant `image_url`, expected `text`"),
        (422, "Input should be a valid string: body.messages.0.content"),
        (500, "image input is not supported - hint: if this is unexpected, you may need to provide the mmproj"),
        (413, "Payload too large"),
    ],
)
def test_a_no_that_is_meant_for_the_pictures_is_known_as_such(status: int, words: str) -> None:
    error = refusal(status, openai_error(words), {})
    assert isinstance(error, ServerError)
    assert is_about_pictures(error)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (401, "No image for you"),
        (400, "This model's maximum context length is 4096 tokens, with images."),
        (429, "Too many image tokens a minute"),
        (400, "stream_options is not supported"),
        (500, "Internal error in revision 12"),
    ],
)
def test_any_other_no_is_not_blamed_on_the_pictures(status: int, words: str) -> None:
    error = refusal(status, openai_error(words), {})
    assert isinstance(error, ServerError)
    assert not is_about_pictures(error)
