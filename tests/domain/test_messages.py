"""A message's text is what a reader sees of it."""

from __future__ import annotations

from desktop_app.domain.messages import Message, Part, PartKind, Role


def test_the_text_of_a_message_is_its_text_parts_only() -> None:
    parts = (Part(PartKind.REASONING, "hm"), Part(PartKind.TEXT, "one"), Part(PartKind.TEXT, "two"))
    assert Message("m", "c", None, Role.ASSISTANT, parts, 0.0).text == "one\n\ntwo"
