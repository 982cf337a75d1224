"""Takes keys out of what servers say: some repeat the key they refuse, whole or in part."""

from __future__ import annotations

import re

from desktop_app.domain.credentials import secrets_in

_MARK = "[key]"
_LONGEST = 500

_LOOKS_LIKE_A_KEY = re.compile(
    r"""
    \b(?:sk|pk|rk|gsk|xai|hf|pplx|nvapi|AIza|eyJ)[-_]?[\w.*…-]{6,}   # the makers' prefixes
    | (?<=[Bb]earer\s)[^\s"',]+                                      # whatever follows Bearer
    | [\w-]*\*{3,}[\w*-]*                                            # a key that the server itself masked in part
    | \b(?=[a-zA-Z]*\d)(?=\d*[a-zA-Z])[a-zA-Z0-9]{32,}\b             # long runs of letters and digits
    """,
    re.VERBOSE,
)


def redact(text: str, key: str | None = None) -> str:
    """``text`` on one line, at most 500 characters, without ``key`` and without anything that looks like one."""
    for secret in filter(None, secrets_in(key or "")):
        text = text.replace(secret, _MARK)
    text = _LOOKS_LIKE_A_KEY.sub(_MARK, " ".join(text.split()))
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
