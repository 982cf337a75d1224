"""What a speech server's "no" means, in the words of ``domain.errors``."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from email.utils import parsedate_to_datetime

from desktop_app.domain.credentials import secrets_in
from desktop_app.domain.errors import (
    KeyRefused,
    ModelUnknown,
    NotOffered,
    PhraseRefused,
    QuotaExhausted,
    RateLimited,
    ServerFailed,
    TimedOut,
    UserError,
    VoiceUnknown,
)

_KEY_LIKE = re.compile(r"sk-[\w*.\-]+")
_NO_SUCH_VOICE = re.compile(
    r"(?i)\b(unknown|invalid|unsupported|no such|not find|unexpected)\b.{0,40}voice"
    r"|voice.{0,60}\b(unknown|invalid|unsupported|not found|not exist|not supported|not available|should be|must be)\b"
)
_LONGEST_DETAIL = 300


def refusal(status: int, body: object, headers: Mapping[str, str], *, key: str = "") -> UserError:  # noqa: PLR0911 - a table, one return a row
    """The error for a status of 400 and up; ``body`` as the openai library decoded it."""
    code, detail = _said(body, key)
    match status:
        case 401 | 403:
            return KeyRefused("The server refused the API key for speech.", detail=detail, status=status)
        case 404 if code == "model_not_found" or "model" in detail.lower():
            return ModelUnknown("The server does not know this speech model.", detail=detail, status=status)
        case 400 | 404 | 422 if _NO_SUCH_VOICE.search(f"{code} {detail}"):
            return VoiceUnknown("The server does not know this voice.", detail=detail, status=status)
        case 404 | 405 | 501:
            return NotOffered("This server offers no speech.", detail=detail, status=status)
        case 408 | 504:
            return TimedOut("The speech server did not answer in time.")
        case 429 if code in {"insufficient_quota", "billing_hard_limit_reached"}:
            return QuotaExhausted("The account has no credit left for speech.", detail=detail, status=status)
        case 429:
            wait = _retry_after(headers)
            return RateLimited("The speech server is asked too often.", retry_after=wait, detail=detail)
        case _ if status >= 500:
            return ServerFailed("The speech server failed.", detail=detail, status=status)
        case _:
            return PhraseRefused("The speech server refused a phrase.", detail=detail)


def _said(body: object, key: str) -> tuple[str, str]:
    """The error's code and the server's own words, without anything that looks like a key."""
    if isinstance(body, Mapping) and isinstance(body.get("error"), Mapping):
        body = body["error"]
    if not isinstance(body, Mapping):
        return "", ""
    words = str(body.get("message") or body.get("detail") or "")
    for secret in filter(None, secrets_in(key)):
        words = words.replace(secret, "…")
    return str(body.get("code") or body.get("type") or ""), _KEY_LIKE.sub("…", words)[:_LONGEST_DETAIL]


def _retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds, from either header that says so; a date is turned into seconds from now."""
    text = headers.get("retry-after-ms", "").strip()
    if text.isdigit():
        return int(text) / 1000
    text = headers.get("retry-after", "").strip()
    try:
        return max(0.0, float(text))
    except ValueError:
        pass
    try:
        return max(0.0, parsedate_to_datetime(text).timestamp() - time.time())
    except ValueError:
        return None
