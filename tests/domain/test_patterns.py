"""A pattern that is compiled late finds what one that is compiled at once finds."""

from __future__ import annotations

import re

import pytest

from desktop_app.domain.patterns import lazy


def test_it_is_compiled_at_the_first_use_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    real = re.compile

    def noting(pattern: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(pattern)
        return real(pattern, flags)

    monkeypatch.setattr(re, "compile", noting)
    words = lazy(r"b\w+", re.IGNORECASE)
    assert compiled == []
    assert words.findall("Boats and bikes") == ["Boats", "bikes"]
    assert words.sub("x", "a boat") == "a x"
    assert (match := words.match("Boats")) is not None
    assert match[0] == "Boats"
    assert compiled == [r"b\w+"]


def test_it_says_what_it_was_made_of() -> None:
    words = lazy("b+", re.MULTILINE)
    assert words.pattern == "b+"
    assert words.flags & re.MULTILINE
    assert words.groups == 0


def test_a_pattern_that_is_none_fails_as_it_would() -> None:
    with pytest.raises(re.error):
        lazy("(").search("")
