"""What a format's module gives for each conversation, and the nodes it is put together from.

A format describes its messages as ``Node``s in any order, with its own ids; ``assemble`` makes of them a conversation
of ours: parents before children, siblings by age, loops and loose ends cut, and nodes that nobody sees left out in such
a way that what hangs below them hangs below what is above them.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from desktop_app.domain.drafts import Draft
from desktop_app.domain.importing import Gap
from desktop_app.domain.messages import Conversation, Message, MessageState, Part, PartKind, Role, TitledBy, title_from
from desktop_app.domain.usage import Usage
from desktop_app.domain.whole import Beside, WholeConversation, WholeMessage, WholeTurn
from desktop_app.exchange.importing import ids
from desktop_app.exchange.importing.assets import data_address
from desktop_app.exchange.importing.gaps import Gaps


@dataclass(frozen=True, slots=True)
class FoundPicture:
    """``read`` gives its bytes, None where they cannot be had after all; ``is_fit``: Aloud itself has written it."""

    read: Callable[[], bytes | None]
    is_fit: bool = False


def picture_part(blob: str, address: str, name: str, pictures: dict[str, FoundPicture], gaps: Gaps) -> Part:
    """Its bytes stand in the address, or they are on a server, which is not asked."""
    if (found := data_address(address)) is not None:
        pictures[blob] = FoundPicture(lambda: found[1])
    else:
        gaps.note(Gap.PICTURE)
    return Part(PartKind.IMAGE, "", {"name": name, "blob": blob})


@dataclass(frozen=True, slots=True)
class Found:
    """A conversation, and its pictures by the blobs that its parts name. ``folder``: the name of the one it is in."""

    whole: WholeConversation
    pictures: Mapping[str, FoundPicture] = field(default_factory=dict)
    folder: str = ""


@dataclass(frozen=True, slots=True)
class FoundBeside:
    """What our own file has beside its conversations, and the pictures of the draft in it by their blobs."""

    beside: Beside = field(default_factory=Beside)
    pictures: Mapping[str, FoundPicture] = field(default_factory=dict)


@dataclass(slots=True)
class Node:
    """``parent`` None: a first one. ``is_shown`` False: it is only a joint of the tree.

    ``joins``: a step of an answer, which becomes one message with the step before it where nothing else hangs there.
    """

    id: str
    parent: str | None
    role: Role = Role.ASSISTANT
    parts: Sequence[Part] = ()
    created: float | None = None
    model: str = ""
    state: MessageState = MessageState.COMPLETE
    usage: Usage | None = None
    is_shown: bool = True
    joins: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What is known of a conversation besides its messages. ``origin`` as "chatgpt:<id>"; ``current``: a node's id."""

    origin: str
    title: str = ""
    created: float | None = None
    updated: float | None = None
    current: str | None = None
    pinned: bool = False
    archived: bool = False


def assemble(about: About, nodes: Mapping[str, Node], gaps: Gaps, moment: float) -> WholeConversation | None:
    """None, and a gap, where nothing of it is shown. ``moment``: for a conversation that tells no time at all."""
    parents = _sound_parents(nodes, gaps)
    above = _shown_above(nodes, parents)
    shown = {
        node.id: above[parent] if (parent := parents[node.id]) else None for node in nodes.values() if node.is_shown
    }
    if not shown:
        gaps.note(Gap.CONVERSATION)
        return None
    first = about.created or _first(nodes, shown, about.updated or moment)
    times = _times(nodes, shown, first)
    groups = _groups(nodes, shown, times)
    conversation_id = ids.conversation_id(about.origin)
    messages = _messages(conversation_id, about.origin, groups, times)
    head = _head(about, groups, above, messages)
    title = " ".join(about.title.split())
    conversation = Conversation(
        id=conversation_id,
        title=title or _first_words(messages),
        created=first,
        updated=max(times.values()) if about.updated is None else about.updated,
        head_id=head,
        titled_by=TitledBy.MODEL if title else TitledBy.FIRST_WORDS,
        pinned=about.pinned,
        archived=about.archived,
    )
    return WholeConversation(conversation, tuple(messages), Draft(), about.origin)


def _sound_parents(nodes: Mapping[str, Node], gaps: Gaps) -> dict[str, str | None]:
    """Each node's parent, None where that is not there or would make a loop."""
    parents: dict[str, str | None] = {}
    for node in nodes.values():
        if node.parent is not None and node.parent not in nodes:
            gaps.note(Gap.LINK)
        parents[node.id] = node.parent if node.parent in nodes else None
    sound: set[str] = set()
    for start in nodes:
        walked: dict[str, None] = {}
        walker: str | None = start
        while walker is not None and walker not in sound:
            if walker in walked:  # a loop: it is cut here
                parents[walker] = None
                gaps.note(Gap.LINK)
                break
            walked[walker] = None
            walker = parents[walker]
        sound.update(walked)
    return parents


def _shown_above(nodes: Mapping[str, Node], parents: Mapping[str, str | None]) -> dict[str, str | None]:
    """For each node itself where it is shown, else the nearest one above it that is."""
    above: dict[str, str | None] = {}
    for start in nodes:
        walked: list[str] = []
        walker: str | None = start
        while walker is not None and walker not in above and not nodes[walker].is_shown:
            walked.append(walker)
            walker = parents[walker]
        found = walker if walker is None or walker not in above else above[walker]
        above.update(dict.fromkeys(walked, found))
        if walker is not None and walker not in above:
            above[walker] = walker
    return above


def _first(nodes: Mapping[str, Node], shown: Mapping[str, str | None], otherwise: float) -> float:
    return min((created for name in shown if (created := nodes[name].created) is not None), default=otherwise)


def _times(nodes: Mapping[str, Node], shown: Mapping[str, str | None], first: float) -> dict[str, float]:
    """When each was made, parents before their children; one that does not say it was made with its parent."""
    children: dict[str | None, list[str]] = {}
    for name, parent in shown.items():
        children.setdefault(parent, []).append(name)
    places = {name: place for place, name in enumerate(shown)}
    times: dict[str, float] = {}

    def entry(name: str, before: float) -> tuple[float, int, str]:
        created = nodes[name].created
        return (before if created is None else created, places[name], name)

    heap = [entry(name, first) for name in children.get(None, ())]
    heapq.heapify(heap)
    while heap:
        created, _, name = heapq.heappop(heap)
        times[name] = created
        for child in children.get(name, ()):
            heapq.heappush(heap, entry(child, created))
    return times


@dataclass(slots=True)
class _Group:
    """Nodes that are one message: its first, and the one that it hangs below."""

    first: Node
    parent: str | None
    nodes: list[Node]


def _groups(
    nodes: Mapping[str, Node], shown: Mapping[str, str | None], times: Mapping[str, float]
) -> dict[str, _Group]:
    """The group of each shown node, in the order of ``times``."""
    counts: dict[str, int] = {}
    for parent in shown.values():
        if parent is not None:
            counts[parent] = counts.get(parent, 0) + 1
    groups: dict[str, _Group] = {}
    for name in times:
        node, parent = nodes[name], shown[name]
        if node.joins and parent is not None and nodes[parent].joins and counts[parent] == 1:
            groups[name] = groups[parent]
            groups[name].nodes.append(node)
        else:
            groups[name] = _Group(node, groups[parent].first.id if parent is not None else None, [node])
    return groups


def _messages(
    conversation_id: str, origin: str, groups: Mapping[str, _Group], times: Mapping[str, float]
) -> list[WholeMessage]:
    made: list[WholeMessage] = []
    for name, group in groups.items():
        if name != group.first.id:
            continue
        last = group.nodes[-1]
        message = Message(
            id=ids.message_id(origin, name),
            conversation_id=conversation_id,
            parent_id=None if group.parent is None else ids.message_id(origin, group.parent),
            role=Role.USER if group.first.role is Role.USER else Role.ASSISTANT,
            parts=tuple(part for node in group.nodes for part in node.parts),
            created=times[name],
            state=last.state,
            model=next((node.model for node in reversed(group.nodes) if node.model), ""),
            usage=last.usage,
        )
        made.append(WholeMessage(message, _turns(message)))
    return made


def _turns(message: Message) -> tuple[WholeTurn, ...]:
    if message.usage is None:
        return ()
    return (WholeTurn(message.id[-8:], message.state, message.created, message.created, usage=message.usage),)


def _head(
    about: About, groups: Mapping[str, _Group], above: Mapping[str, str | None], messages: Sequence[WholeMessage]
) -> str:
    """The message that the file shows, else the newest."""
    current = above.get(about.current or "")
    if current is None:
        return messages[-1].message.id
    return ids.message_id(about.origin, groups[current].first.id)


def _first_words(messages: Sequence[WholeMessage]) -> str:
    return title_from(next((one.message.text for one in messages if one.message.role is Role.USER), ""))


def text_part(text: str) -> list[Part]:
    """As a list, empty where there are no words."""
    return [Part(PartKind.TEXT, text)] if text.strip() else []
