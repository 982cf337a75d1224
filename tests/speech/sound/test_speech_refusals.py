"""Every refusal of a speech server has its name."""

from __future__ import annotations

import pytest

from desktop_app.domain import errors
from desktop_app.speech.voices.speech_refusals import refusal


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (401, {"message": "Incorrect API key provided: sk-abc"}, errors.KeyRefused),
        (403, None, errors.KeyRefused),
        (404, {"detail": "Not Found"}, errors.NotOffered),
        (405, None, errors.NotOffered),
        (404, {"error": {"message": "The model does not exist", "code": "model_not_found"}}, errors.ModelUnknown),
        (429, {"message": "Quota.", "code": "insufficient_quota"}, errors.QuotaExhausted),
        (429, {"message": "Slow down."}, errors.RateLimited),
        (400, {"message": "Unknown voice."}, errors.VoiceUnknown),
        (400, {"message": "Invalid value: 'x'. Supported values for 'voice' are: 'alloy'."}, errors.VoiceUnknown),
        (404, {"detail": "Voice 'coral' not found."}, errors.VoiceUnknown),
        (422, {"detail": [{"loc": ["body", "voice"], "msg": "Input should be 'alloy'"}]}, errors.VoiceUnknown),
        (400, {"message": "This text is too long for the voice."}, errors.PhraseRefused),
        (422, [{"loc": ["voice"]}], errors.PhraseRefused),
        (500, "oops", errors.ServerFailed),
        (503, None, errors.ServerFailed),
        (504, None, errors.TimedOut),
    ],
)
def test_each_refusal_has_its_name(status: int, body: object, kind: type[errors.UserError]) -> None:
    assert type(refusal(status, body, {})) is kind


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [({"retry-after": "3"}, 3.0), ({"retry-after-ms": "250"}, 0.25), ({"retry-after": "soon"}, None), ({}, None)],
)
def test_the_servers_wait_is_read(headers: dict[str, str], seconds: float | None) -> None:
    error = refusal(429, None, headers)
    assert isinstance(error, errors.RateLimited)
    assert error.retry_after == seconds


def test_a_date_in_the_past_means_no_wait() -> None:
    error = refusal(429, None, {"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"})
    assert isinstance(error, errors.RateLimited)
    assert error.retry_after == 0.0


def test_no_key_comes_through_in_the_servers_words() -> None:
    body = {"message": "Incorrect API key provided: sk-pro*****1234, or my-own-key."}
    error = refusal(401, body, {}, key="my-own-key")
    assert isinstance(error, errors.ServerError)
    assert "sk-" not in error.detail
    assert "my-own-key" not in error.detail
    assert "Incorrect" in error.detail
