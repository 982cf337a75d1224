"""Open WebUI's, LibreChat's and our own exports: trees and lists, thinking and tools, pictures and times."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.importing import Gap, GapReport
from desktop_app.domain.messages import Message, MessageState, Part, PartKind, TitledBy
from desktop_app.domain.usage import Usage
from desktop_app.domain.whole import WholeConversation
from desktop_app.exchange import json_file
from desktop_app.exchange.importing import aloud, chatgpt, librechat, open_webui
from desktop_app.exchange.importing.assets import Assets, data_address
from desktop_app.exchange.importing.found import Found
from desktop_app.exchange.importing.gaps import Gaps
from desktop_app.exchange.importing.values import moment, seconds, whole_number
from tests.support import foreign_exports as foreign
from tests.support.foreign_exports import NO_PARENT, libre_message, webui_message
from tests.support.whole_conversations import garden, png, sources

PICTURE = "data:image/png;base64," + base64.b64encode(b"pixels").decode()


def webui(item: dict[str, Any]) -> tuple[Found, GapReport]:
    gaps = Gaps()
    found = open_webui.read(item, Assets(), gaps, 9.0)
    assert found is not None
    return found, gaps.report()


def libre(item: dict[str, Any]) -> tuple[Found, GapReport]:
    gaps = Gaps()
    found = librechat.read(item, Assets(), gaps, 9.0)
    assert found is not None
    return found, gaps.report()


def texts(messages: Sequence[Message]) -> list[str]:
    return [message.text for message in messages]


# Open WebUI


def test_a_chat_of_open_webui_is_a_tree_of_which_the_current_path_is_shown() -> None:
    messages = [
        webui_message("q", None, "user", "Hi", 1_700_000_001),
        webui_message("a", "q", "assistant", "Hello", 1_700_000_002, model="llama3.1", done=True),
        webui_message("b", "q", "assistant", "Hey", 1_700_000_003_000, model="qwen", done=False),
    ]
    found, report = webui(foreign.open_webui("w", messages, current="a", pinned=True, archived=True))
    one = found.whole.conversation
    assert (found.whole.origin, one.title, one.created, one.updated) == ("open-webui:w", "About w", 1.7e9, 1.7e9 + 500)
    assert (one.pinned, one.archived, one.titled_by) == (True, True, TitledBy.MODEL)
    assert texts(found.whole.shown()) == ["Hi", "Hello"]
    newer = found.whole.messages[-1].message
    assert (newer.text, newer.model, newer.created, newer.state) == (
        "Hey",
        "qwen",
        1_700_000_003.0,
        MessageState.INTERRUPTED,
    )
    assert not report.count


def test_an_older_chat_is_a_plain_list() -> None:
    item = {
        "id": "w",
        "title": "Old",
        "chat": {"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}]},
    }
    found, _ = webui(item)
    assert texts(found.whole.shown()) == ["a", "b"]
    assert found.whole.conversation.created == 9.0


def test_thinking_and_tools_of_open_webui_are_parts() -> None:
    content = (
        '<details type="reasoning" done="true" duration="3">\n<summary>Thought for 3 seconds</summary>\n'
        "&gt; Let me\n&gt; see &lt;x&gt;\n</details>\nWell.\n"
        '<details type="tool_calls" done="true" id="call_1" name="weather"'
        ' arguments="&quot;{\\&quot;city\\&quot;: 1}&quot;" result="&quot;rain&quot;">'
        "\n<summary>Tool Executed</summary>\n</details>\nIt rains."
    )
    messages = [webui_message("a", None, "assistant", content, 1, usage={"prompt_tokens": 5, "completion_tokens": 7})]
    found, _ = webui(foreign.open_webui("w", messages))
    [answer] = found.whole.shown()
    assert answer.parts == (
        Part(PartKind.REASONING, "Let me\nsee <x>"),
        Part(PartKind.TEXT, "Well."),
        Part(PartKind.TOOL_CALL, "", {"name": "weather", "arguments": '{"city": 1}', "id": "call_1"}),
        Part(PartKind.TOOL_RESULT, "rain", {"name": "weather"}),
        Part(PartKind.TEXT, "It rains."),
    )
    assert answer.usage == Usage(input=5, output=7)
    assert found.whole.messages[0].turns[0].usage == Usage(input=5, output=7)


def test_pictures_of_open_webui_lie_in_the_file_and_are_never_asked_for_elsewhere() -> None:
    files = [
        {"type": "image", "url": PICTURE},
        {"type": "image", "url": "https://example.org/x.png"},
        {"type": "file", "name": "a.txt", "size": 3, "file": {"data": {"content": "abc"}, "meta": {}}},
        {"type": "collection", "name": "Books"},
    ]
    content = [{"type": "text", "text": "Look"}, {"type": "image_url", "image_url": {"url": PICTURE}}, {"type": "x"}]
    messages = [
        webui_message("q", None, "user", content, 1, files=files),
        webui_message("a", "q", "assistant", "", 2, error={"content": "no"}, sources=[{"document": []}]),
    ]
    found, report = webui(foreign.open_webui("w", messages))
    asked, answer = found.whole.shown()
    assert [picture.read() for picture in found.pictures.values()] == [b"pixels", b"pixels"]
    assert [part.text for part in asked.parts if part.kind is PartKind.FILE] == ["abc", ""]
    assert answer.state is MessageState.FAILED
    assert report.totals == {
        (Gap.PICTURE, ""): 1,
        (Gap.DOCUMENT, ""): 1,
        (Gap.CONTENT, "x"): 1,
        (Gap.SOURCES, ""): 1,
    }


@pytest.mark.parametrize(
    ("file_name", "folder"),
    [
        ("folder-Garden – spring-export-1767272199547.json", "Garden – spring"),
        ("folder-a-export-b-export-1767272199547 (1).json", "a-export-b"),
        ("chat-export-1767272199547.json", ""),
        ("", ""),
    ],
)
def test_a_folder_of_open_webui_has_a_name_only_where_it_was_exported_by_itself(file_name: str, folder: str) -> None:
    gaps, assets = Gaps(), Assets()
    assets.file_name = file_name
    chat = foreign.open_webui("w", [webui_message("q", None, "user", "Hi", 1)], folder_id="5f0c")
    found = open_webui.read(chat, assets, gaps, 9.0)
    assert found is not None
    assert (found.folder, dict(gaps.report().totals)) == (folder, {} if folder else {(Gap.FOLDER, ""): 1})


def test_a_chat_of_open_webui_that_was_in_no_folder_is_in_none_and_its_tags_are_told() -> None:
    chat = foreign.open_webui("w", [webui_message("q", None, "user", "Hi", 1)], meta={"tags": ["travel", "general"]})
    found, report = webui(chat)
    assert (found.folder, report.totals) == ("", {(Gap.TAG, ""): 2})


def test_the_first_bookmark_of_librechat_is_the_folder_and_others_are_told() -> None:
    item = foreign.librechat("l", [libre_message("q", NO_PARENT, "Hi", by_user=True, second=1)])
    assert libre(item)[0].folder == ""
    found, report = libre({**item, "tags": [" Work  at home", "", 7, "Later"]})
    assert (found.folder, report.totals) == ("Work at home", {(Gap.TAG, ""): 1})


def test_strangers_in_a_chat_and_its_instructions_are_told() -> None:
    messages = [
        webui_message("s", None, "system", "Be brief", 1),
        webui_message("x", "s", "narrator", "Meanwhile", 2),
        webui_message("q", "x", "user", "Hi", 3),
    ]
    found, report = webui(foreign.open_webui("w", messages))
    assert texts(found.whole.shown()) == ["Hi"]
    assert report.totals == {(Gap.INSTRUCTIONS, ""): 1, (Gap.ROLE, "narrator"): 1}


# LibreChat

LIBRE = [
    libre_message("q", NO_PARENT, "Hi", by_user=True, second=1),
    libre_message("a", "q", "Hello", by_user=False, second=2, tokenCount=12),
    libre_message("b", "q", "Hey", by_user=False, second=3, unfinished=True),
    libre_message("r", "b", "Thanks", by_user=True, second=4),
]


@pytest.mark.parametrize("nested", [False, True])
def test_librechat_tells_its_tree_in_two_ways(nested: bool) -> None:  # noqa: FBT001 - a parameter of the test
    found, report = libre(foreign.librechat("l", LIBRE, nested=nested))
    assert found.whole.origin == "librechat:l"
    assert texts(found.whole.shown()) == ["Hi", "Hey", "Thanks"]
    assert [one.message.text for one in found.whole.messages] == ["Hi", "Hello", "Hey", "Thanks"]
    hello = found.whole.messages[1].message
    assert (hello.model, hello.usage, hello.created) == ("gpt-4o", Usage(output=12), 1714581302.25)
    assert found.whole.messages[2].message.state is MessageState.STOPPED
    assert not report.count


def test_both_shapes_of_librechat_have_the_same_ids() -> None:
    flat, nested = (libre(foreign.librechat("l", LIBRE, nested=nested))[0].whole for nested in (False, True))
    assert flat == nested


def test_a_librechat_tree_may_be_very_deep() -> None:
    messages = [libre_message("0", NO_PARENT, "0", by_user=True, second=1)]
    messages += [libre_message(str(n), str(n - 1), str(n), by_user=n % 2 == 0, second=1) for n in range(1, 3_000)]
    found, _ = libre(foreign.librechat("l", messages, nested=True))
    assert texts(found.whole.shown())[-1] == "2999"


def test_the_parts_of_librechats_answers() -> None:
    content = [
        {"type": "think", "think": "Hm"},
        {"type": "text", "text": {"value": "So"}},
        {"type": "tool_call", "tool_call": {"id": "c1", "name": "search", "args": {"q": "x"}, "output": "found"}},
        {"type": "image_file", "image_file": {"filepath": "/images/x.png", "filename": "x.png"}},
        {"type": "error", "error": "It broke"},
        {"type": "dance"},
        None,
    ]
    files = [
        {"type": "image/png", "filename": "p.png", "preview": PICTURE, "width": 1},
        {"type": "application/pdf", "filename": "b.pdf", "bytes": 9},
    ]
    messages = [
        libre_message("q", NO_PARENT, "Look", by_user=True, second=1, files=files),
        libre_message("a", "q", "", by_user=False, second=2, content=content),
        libre_message("z", "a", ":::thinking\nOld way\n:::\nYes", by_user=False, second=3, finish_reason="length"),
    ]
    found, report = libre(foreign.librechat("l", messages))
    asked, answer, last = found.whole.shown()
    assert [part.kind for part in asked.parts] == [PartKind.TEXT, PartKind.IMAGE, PartKind.FILE]
    assert [(part.kind, part.text) for part in answer.parts] == [
        (PartKind.REASONING, "Hm"),
        (PartKind.TEXT, "So"),
        (PartKind.TOOL_CALL, ""),
        (PartKind.TOOL_RESULT, "found"),
        (PartKind.IMAGE, ""),
        (PartKind.TEXT, "It broke"),
    ]
    assert answer.parts[2].data == {"name": "search", "arguments": '{"q": "x"}', "id": "c1"}
    assert last.parts == (Part(PartKind.REASONING, "Old way"), Part(PartKind.TEXT, "Yes"))
    assert last.state is MessageState.TRUNCATED
    assert [picture.read() for picture in found.pictures.values()] == [b"pixels"]
    assert report.totals == {(Gap.PICTURE, ""): 1, (Gap.DOCUMENT, ""): 1, (Gap.CONTENT, "dance"): 1}


# Our own


def own_item(whole: WholeConversation) -> dict[str, Any]:
    text = "".join(json_file.conversation(whole, sources(), first=True))
    item: dict[str, Any] = json.loads(text)
    return item


def test_our_own_export_comes_back_as_it_was() -> None:
    gaps = Gaps()
    found = aloud.read(own_item(garden()), {"f": "Garden"}, gaps, 1.0)
    assert found is not None
    assert found.whole == replace(garden(), conversation=replace(garden().conversation, folder_id=None))
    assert found.folder == "Garden"
    assert found.pictures["b1"].read() == png()
    assert not gaps.report().count


@pytest.mark.parametrize("name", ["../up", "a/b", "a\\b", "..", "", "a b", "ü", "x" * 201, 5, None])
def test_an_id_leads_nowhere_since_folders_are_called_by_it(name: object) -> None:
    item = own_item(garden())
    gaps = Gaps()
    assert aloud.read({**item, "id": name}, {}, gaps, 9.0) is None
    assert gaps.report().totals == {(Gap.CONVERSATION, ""): 1}
    item["messages"] = [{**item["messages"][0], "id": name}]
    found = aloud.read(item, {}, gaps, 9.0)
    assert found is not None
    assert found.whole.messages == ()


def test_our_own_file_is_read_with_the_same_care_as_others() -> None:
    item = own_item(garden())
    item["messages"][1]["role"] = "narrator"
    item["messages"][3]["parent"] = "nobody"
    item["messages"][2]["parts"].append({"kind": "smell"})
    item["blobs"] = {"b1": "not base64!"}
    item["head"] = 5
    gaps = Gaps()
    found = aloud.read(item, {}, gaps, 1.0)
    assert found is not None
    assert [(one.message.id, one.message.parent_id) for one in found.whole.messages] == [
        ("q", None),
        ("a2", "q"),
        ("q2", None),
        ("a3", "q2"),
    ]
    assert found.whole.conversation.head_id == "a3"
    assert gaps.report().totals == {(Gap.MESSAGE, ""): 1, (Gap.LINK, ""): 1, (Gap.CONTENT, "smell"): 1}
    assert aloud.read({"messages": []}, {}, gaps, 1.0) is None


# Values

_NAMES = ["id", "role", "content", "parts", "message", "parent", "author", "content_type", "type", "text"]
_MORE_NAMES = ["files", "timestamp", "parentId", "messageId", "children", "metadata", "attachments", "kind", "data"]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from([*_NAMES, *_MORE_NAMES]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(item=JSON, name=st.sampled_from(["user", "assistant", "tool", "x"]))
def test_nothing_that_json_can_say_is_a_bug(item: Any, name: str) -> None:
    nodes = {"n": {"id": "n", "parent": None, "message": {"author": {"role": name}, "content": item}}, "m": item}
    chatgpt.read({"id": "c", "mapping": nodes, "title": item, "create_time": item}, Assets(), Gaps(), 1.0)
    tree = {"n": {"role": name, "content": item, "files": item, "timestamp": item}, "m": item}
    open_webui.read({"chat": {"history": {"messages": tree, "currentId": item}}}, Assets(), Gaps(), 1.0)
    open_webui.read({"chat": {"messages": [item, item]}}, Assets(), Gaps(), 1.0)
    librechat.read(
        {"conversationId": item, "messages": [item, {"content": [item], "files": item}]}, Assets(), Gaps(), 1.0
    )
    ours = {
        "id": "x",
        "titled_by": item,
        "messages": [item, {"id": "m", "role": "user", "parts": [item], "turns": item}],
    }
    aloud.read({**ours, "draft": item, "blobs": item, "folder": item}, {}, Gaps(), 1.0)


@pytest.mark.parametrize(
    ("told", "seconds"),
    [
        (1_700_000_000, 1.7e9),
        (1_700_000_000.25, 1_700_000_000.25),
        (1_700_000_000_000, 1.7e9),
        (1_700_000_000_000_000, 1.7e9),
        (1_700_000_000_000_000_000, 1.7e9),
        ("2024-05-01T16:35:11.500Z", 1714581311.5),
        ("2024-05-01T16:35:11", 1714581311.0),
        ("1700000000", 1.7e9),
        ("yesterday", None),
        (-5, None),
        (0, None),
        (float("nan"), None),
        (float("inf"), None),
        (10**30, None),
        (True, None),
        (None, None),
        ([], None),
    ],
)
def test_a_moment_is_told_in_many_ways(told: object, seconds: float | None) -> None:
    assert moment(told) == seconds


def test_an_address_of_data_is_read_and_no_other() -> None:
    assert data_address(PICTURE) == ("image/png", b"pixels")
    assert data_address("data:text/plain;charset=utf-8,a%20b") == ("text/plain", b"a b")
    assert data_address("https://example.org/x.png") is None
    assert data_address("data:image/png;base64,###") in {None, ("image/png", b"")}


@pytest.mark.parametrize("value", [10**400, -(10**400), float("inf"), float("nan"), True, None, [5]])
def test_numbers_that_nobody_can_keep_are_none(value: object) -> None:
    """One of them would end an import of thousands of conversations."""
    assert (whole_number(value), seconds(value), moment(value)) == (None, None, None)


def test_a_whole_number_is_one_that_the_database_takes() -> None:
    assert (whole_number(2**63), whole_number(2**63 - 1)) == (None, 2**63 - 1)
