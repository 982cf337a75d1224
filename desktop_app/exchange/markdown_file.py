"""A conversation as Markdown: what was written as it was written, under headings that tell who and when.

Pictures are in the file itself, at its end, where they disturb no reader: ``![name][picture 1]``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.domain.exporting import ExportRequest, head_of
from desktop_app.domain.messages import Part, PartKind
from desktop_app.domain.whole import WholeConversation
from desktop_app.exchange.rendering import Sources, body_of, data_uri, entries, label_of, shown_parts, title_of

_FENCE = re.compile(r"^[ \t]{0,3}(`{3,}|~{3,})(.*)$")
_SIGNS = re.compile(r"([\\`*_<>#|~$&])")
_BRACKETS = {ord("["): "&#91;", ord("]"): "&#93;"}
"""Behind a backslash they would begin a formula for many readers, our own among them."""


def pieces(whole: WholeConversation, request: ExportRequest, sources: Sources) -> Iterator[str]:
    pictures: list[Part] = []
    yield f"# {_plain(title_of(whole, request.words))}\n"
    for one in entries(whole, request, sources):
        yield f"\n## {_plain(' · '.join(head_of(one, request)))}\n"
        for part in shown_parts(one.message, request):
            yield "\n" + _part(part, request, pictures) + "\n"
    for number, part in enumerate(pictures, 1):
        if address := data_uri(part, sources):
            yield f"\n[picture {number}]: {address}\n"


def _part(part: Part, request: ExportRequest, pictures: list[Part]) -> str:
    match part.kind:
        case PartKind.TEXT:
            return _closed(part.text.strip("\n"))
        case PartKind.IMAGE:
            pictures.append(part)
            return f"![{_plain(label_of(part, request.words))}][picture {len(pictures)}]"
        case PartKind.FILE:
            return f"*{_plain(label_of(part, request.words))}*"
        case PartKind.REASONING:
            return _quoted(f"**{_plain(label_of(part, request.words))}**\n\n{_closed(part.text.strip())}")
    body = body_of(part)
    fence = "`" * (max([2, *(len(run) for run in re.findall(r"`+", body))]) + 1)
    return f"**{_plain(label_of(part, request.words))}**\n\n{fence}\n{body}\n{fence}"


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def _closed(text: str) -> str:
    """With the fence closed that an answer left open when it was stopped: what follows is another's words."""
    fence = ""
    for line in text.split("\n"):
        found = _FENCE.match(line)
        if found is None:
            continue
        signs, rest = found.groups()
        if not fence:
            fence = "" if signs[0] == "`" and "`" in rest else signs
        elif signs.startswith(fence) and not rest.strip():
            fence = ""
    return f"{text}\n{fence}" if fence else text


def _plain(words: str) -> str:
    """A line of words in which nothing means anything."""
    return _SIGNS.sub(r"\\\1", " ".join(words.split())).translate(_BRACKETS)
