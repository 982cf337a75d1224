"""Rules that are chosen by the first character find what all rules, asked in turn, would find."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from markdown_it.ruler import Ruler

from desktop_app.markdown.parser import parse
from desktop_app.markdown.syntax import syntax
from tests.support.markdown_texts import markdown_texts


@settings(max_examples=500, deadline=None)
@given(markdown_texts())
def test_the_choice_of_rules_changes_nothing(text: str) -> None:
    chosen = parse(text)
    with pytest.MonkeyPatch.context() as patch:
        for part in (syntax().block, syntax().inline):
            everything: Ruler[Any] = Ruler()
            everything.__rules__ = list(part.ruler.__rules__)
            patch.setattr(part, "ruler", everything)
        assert parse(text) == chosen
