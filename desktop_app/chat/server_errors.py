"""What a server's "no" means, as a ``domain.errors`` error: by status, by code, and by what compatible servers write.

Pure functions of what came over the wire, so that an error event inside a stream is read by the same rules as a refused
request.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass

from desktop_app.chat.redaction import redact
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

_QUOTA_CODES = {"insufficient_quota", "billing_hard_limit_reached", "billing_not_active", "insufficient_balance"}
_MODEL_CODES = {"model_not_found", "DeploymentNotFound", "model_not_available", "unknown_model", "invalid_model"}
_CONTEXT_CODES = {"context_length_exceeded", "exceed_context_size_error", "string_above_max_length"}
_RATE_CODES = {"rate_limit_exceeded", "rate_limit_error", "requests", "tokens"}
_KEY_CODES = {"invalid_api_key", "authentication_error", "invalid_authentication", "unauthorized"}

_CONTEXT_WORDS = re.compile(
    r"context (?:length|window|size)|maximum context|too many tokens|(?:prompt|input) is too long|"
    r"reduce the length of the (?:messages|prompt|input)|"
    r"exceeds? the (?:model'?s )?(?:maximum|available) (?:context|number of tokens)",
    re.IGNORECASE,
)
_MODEL_WORDS = re.compile(
    r"(?:no such|unknown|invalid|unsupported) model\b|\bmodels?\b.{0,120}?(?:not (?:found|exist|available|a valid)|"
    r"does ?n[o']t exist|do not have access|not loaded)|not a valid model",
    re.IGNORECASE | re.DOTALL,
)
_KEY_WORDS = re.compile(
    r"(?:incorrect|invalid|wrong|missing|no) (?:\w+ )?api[ _-]?key|"
    r"api[ _-]?key (?:is )?(?:not valid|invalid|missing|required)",
    re.IGNORECASE,
)

_PICTURE_WORDS = re.compile(
    r"image|\bvision\b|multi-?modal|mmproj|picture|"
    r"content.{0,60}(?:must|should) be (?:a )?(?:valid )?str|(?:must|should) be a (?:valid )?str.{0,60}content",
    re.IGNORECASE | re.DOTALL,
)


def refusal(
    status: int, body: object, headers: Mapping[str, str], *, key: str | None = None, now: float = 0.0
) -> UserError:
    """The error behind an answer of 400 and up; ``key`` is the one that was sent, ``now`` seconds since 1970."""
    said = _Said.read(body, key)
    return _by_words(status, said, key) or _by_status(status, said, retry_after(headers, now), key)


def stream_error(error: object, *, key: str | None = None) -> UserError:
    """The error behind an ``{"error": ...}`` event inside a stream; ``error`` is the value of that field."""
    said = _Said.read({"error": error}, key)
    status = _status_in(error)
    known = _by_words(status or 400, said, key)
    if known is not None:
        return known
    if said.codes & _RATE_CODES or status == 429:
        return RateLimited("The server limits how often it may be asked.", detail=said.detail)
    if said.codes & _KEY_CODES or status in {401, 403}:
        return KeyRefused("The server refused the API key.", detail=said.detail, status=status)
    return ServerFailed("The server broke the answer off with an error.", detail=said.detail, status=status)


def is_about_pictures(error: ServerError) -> bool:
    """Whether a no to a request with pictures in it is meant for them, so that it may go well without.

    Servers have no code for it: they name pictures, the model's lack of eyes, or that they wanted a mere string; the
    status is any from 400 on, llama.cpp's being 500.
    """
    if isinstance(error, KeyMissing | KeyRefused | QuotaExhausted | RateLimited | ContextTooLong):
        return False
    return error.status == 413 or _PICTURE_WORDS.search(error.detail) is not None


def retry_after(headers: Mapping[str, str], now: float) -> float | None:
    """The seconds the server asks us to wait, by Retry-After-Ms or Retry-After (seconds or a date), or None."""
    plain = headers.get("retry-after", "")
    waits = (_scaled(headers.get("retry-after-ms", ""), 0.001), _scaled(plain, 1.0), _seconds_until(plain, now))
    return next((max(0.0, wait) for wait in waits if wait is not None), None)


def _scaled(number: str, unit: float) -> float | None:
    try:
        seconds = float(number) * unit
    except ValueError:
        return None
    return seconds if math.isfinite(seconds) else None


def _seconds_until(date: str, now: float) -> float | None:
    from email.utils import parsedate_to_datetime  # a megabyte, for the few servers that name a date

    try:
        return parsedate_to_datetime(date).timestamp() - now
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class _Said:
    """What the server said: for people (``detail``, free of keys), and for us."""

    detail: str
    words: str
    codes: frozenset[str]
    param: str

    @classmethod
    def read(cls, body: object, key: str | None) -> _Said:
        error = body.get("error", body) if isinstance(body, Mapping) else body
        fields = error if isinstance(error, Mapping) else {}
        words = _words(error)
        param = fields.get("param")
        codes = frozenset(value for name in ("code", "type", "status") if isinstance(value := fields.get(name), str))
        param = param if isinstance(param, str) else ""
        detail = redact(words, key)
        if param and param not in detail:
            detail = f"{detail} ({redact(param, key)})".strip()
        return cls(detail, words, codes, param)


def _words(error: object) -> str:
    if isinstance(error, str):
        return "" if error.lstrip().startswith("<") else error  # a proxy's HTML page tells a person nothing
    if not isinstance(error, Mapping):
        return ""
    for name in ("message", "detail", "error"):
        value = error.get(name)
        if isinstance(value, str) and value:
            return value
        if value:
            return json.dumps(value, ensure_ascii=False, default=str)
    return ""


def _by_words(status: int, said: _Said, key: str | None) -> UserError | None:
    """What the codes and words tell, which is more than the status does."""
    error: UserError | None = None
    if said.codes & _QUOTA_CODES or status == 402:
        error = QuotaExhausted("The account behind this API key has no credit left.", detail=said.detail, status=status)
    elif status == 429:
        pass
    elif said.codes & _CONTEXT_CODES or _CONTEXT_WORDS.search(said.words):
        error = ContextTooLong(
            "The conversation is longer than this model can read.", detail=said.detail, status=status
        )
    elif status == 400 and (said.codes & _KEY_CODES or _KEY_WORDS.search(said.words)):
        error = _key_error(status, said.detail, key)
    elif status in {400, 404, 422} and _is_about_the_model(said):
        error = ModelUnknown("The server does not have this model.", detail=said.detail, status=status)
    return error


def _is_about_the_model(said: _Said) -> bool:
    if said.param:
        return said.param == "model"
    return bool(said.codes & _MODEL_CODES) or _MODEL_WORDS.search(said.words) is not None


def _by_status(status: int, said: _Said, wait: float | None, key: str | None) -> UserError:
    detail = said.detail
    error: UserError
    if status == 401:
        error = _key_error(status, detail, key)
    elif status == 403:
        error = KeyRefused("The server does not allow this with this API key.", detail=detail, status=status)
    elif status in {404, 405, 501}:
        error = NotOffered("There is no such service at this address.", detail=detail, status=status)
    elif status == 408:
        error = TimedOut("The server waited too long for the request.")
    elif status == 429:
        error = RateLimited("The server limits how often it may be asked.", retry_after=wait, detail=detail)
    elif status >= 500:
        sentence = "The server is overloaded." if status in {503, 529} else "The server failed to answer."
        error = ServerFailed(sentence, retry_after=wait, detail=detail, status=status)
    else:
        error = RequestRefused("The server refused the request.", detail=detail, status=status)
    return error


def _key_error(status: int, detail: str, key: str | None) -> UserError:
    if not key:
        return KeyMissing("This server asks for an API key.", detail=detail, status=status)
    return KeyRefused("The server refused the API key.", detail=detail, status=status)


def _status_in(error: object) -> int | None:
    """The HTTP status that some routers put into an error event as its code."""
    if not isinstance(error, Mapping):
        return None
    for name in ("status_code", "status", "code"):
        value = error.get(name)
        if isinstance(value, str) and value.isdecimal():
            value = int(value)
        if isinstance(value, int) and 400 <= value < 600:
            return value
    return None
