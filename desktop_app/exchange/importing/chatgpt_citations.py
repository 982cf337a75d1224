"""Where an answer of ChatGPT names its sources: its own marks become links, and no mark is left to be read or said."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from desktop_app.exchange.importing.values import items, members, whole_number, words

_MARKS = re.compile("[\ue200-\ue206]|【[^】\n]{0,80}†[^】\n]{0,80}】")
_TOKENS = re.compile("\ue200[^\ue200\ue201]{0,400}\ue201|[\ue200-\ue206]")
_BRACKETS = re.compile(r"【\d+[^】\n]{0,80}†[^】\n]{0,80}】")


def with_links(text: str, data: Mapping[str, Any]) -> str:
    """``data``: the message's own, which has what each mark stands for."""
    if not _MARKS.search(text):
        return text
    text = _by_place(text, data)
    for one in items(data.get("content_references")):
        reference = members(one)
        mark = words(reference.get("matched_text"))
        if mark and _MARKS.search(mark):  # some are of a blank, for the list of sources at the end
            text = text.replace(mark, _link(reference))
    return _BRACKETS.sub("", _TOKENS.sub("", text))


def _by_place(text: str, data: Mapping[str, Any]) -> str:
    """The older way: ranges of the text, each with an address."""
    for one in sorted((members(one) for one in items(data.get("citations"))), key=_start, reverse=True):
        start, end = _start(one), whole_number(one.get("end_ix"))
        source = members(one.get("metadata"))
        if end is not None and 0 <= start < end <= len(text) and _MARKS.search(text[start:end]):
            text = text[:start] + _one_link(source) + text[end:]
    return text


def _start(citation: Mapping[str, Any]) -> int:
    found = whole_number(citation.get("start_ix"))
    return -1 if found is None else found


def _link(reference: Mapping[str, Any]) -> str:
    if alt := words(reference.get("alt")):
        return f" {alt}"
    sources = [members(one) for one in items(reference.get("items"))] or [reference]
    return "".join(_one_link(source) for source in sources)


def _one_link(source: Mapping[str, Any]) -> str:
    address = words(source.get("url"))
    if not address.startswith(("https://", "http://")) or any(sign in address for sign in " <>\n"):
        return ""
    name = re.sub(r"[\[\]\n]", " ", words(source.get("title"))).strip() or address
    return f" ([{name}]({address}))"
