"""ChatGPT's export: a tree of nodes becomes a conversation; what it hides stays hidden, what is lost is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.importing import Gap, GapReport
from desktop_app.domain.messages import MessageState, Part, PartKind, Role, TitledBy
from desktop_app.exchange.importing import chatgpt
from desktop_app.exchange.importing.assets import Assets
from desktop_app.exchange.importing.found import Found
from desktop_app.exchange.importing.gaps import Gaps
from tests.support.foreign_exports import chatgpt as export
from tests.support.foreign_exports import node, plain_chat, write_zip


def read(item: dict[str, Any], assets: Assets | None = None) -> tuple[Found, GapReport]:
    gaps = Gaps()
    found = chatgpt.read(item, assets or Assets(), gaps, 9.0)
    assert found is not None
    return found, gaps.report()


def shown(found: Found) -> list[tuple[Role, str]]:
    return [(message.role, message.text) for message in found.whole.shown()]


def parts_of(*nodes: dict[str, Any]) -> tuple[tuple[Part, ...], GapReport]:
    """Of the answer that these nodes are, below a question."""
    found, report = read(export("c", [node("q", None, "user", "Ask"), *nodes]))
    [_, answer] = found.whole.shown()
    return answer.parts, report


def test_a_conversation_keeps_its_words_times_title_and_model() -> None:
    found, report = read(plain_chat("moss", "What is moss?", "A plant.", "And bark?", "Skin."))
    one = found.whole
    assert (one.origin, one.conversation.title, one.conversation.titled_by) == (
        "chatgpt:moss",
        "About moss",
        TitledBy.MODEL,
    )
    assert (one.conversation.created, one.conversation.updated) == (1_700_000_000.5, 1_700_000_900.25)
    assert shown(found) == [
        (Role.USER, "What is moss?"),
        (Role.ASSISTANT, "A plant."),
        (Role.USER, "And bark?"),
        (Role.ASSISTANT, "Skin."),
    ]
    assert [message.created for message in one.shown()] == [1_700_000_001.0 + number for number in range(4)]
    assert [message.model for message in one.shown()] == ["", "gpt-4o", "", "gpt-4o"]
    assert not report.count


def test_a_conversation_has_the_same_ids_each_time_and_others_in_another() -> None:
    first, again = (read(plain_chat("moss", "a", "b"))[0].whole for _ in range(2))
    other = read(plain_chat("fern", "a", "b"))[0].whole
    assert first == again
    mine, theirs = ({one.message.id for one in whole.messages} for whole in (first, other))
    assert len(mine) == 2
    assert not mine & theirs
    assert all(len(name) == 32 and int(name, 16) for name in {*mine, first.conversation.id})


def test_every_version_is_kept_and_the_current_one_shown() -> None:
    nodes = [
        node("root", None),
        node("q", "root", "user", "One?", created=10.0),
        node("a1", "q", "assistant", "first", created=11.0),
        node("a2", "q", "assistant", "second", created=12.0),
        node("q2", "root", "user", "Two?", created=13.0),
        node("a3", "q2", "assistant", "third", created=14.0),
    ]
    found, _ = read(export("c", nodes, current="a1"))
    assert shown(found) == [(Role.USER, "One?"), (Role.ASSISTANT, "first")]
    texts = {one.message.id: one.message.text for one in found.whole.messages}
    tree = [(one.message.text, texts.get(one.message.parent_id or "")) for one in found.whole.messages]
    assert tree == [("One?", None), ("first", "One?"), ("second", "One?"), ("Two?", None), ("third", "Two?")]


def test_without_a_current_node_the_newest_is_shown() -> None:
    nodes = [node("q", None, "user", "One?", created=1.0), node("a", "q", "assistant", "new", created=3.0)]
    found, _ = read(export("c", [*nodes, node("b", "q", "assistant", "old", created=2.0)], current="gone"))
    assert shown(found)[-1] == (Role.ASSISTANT, "new")


def test_an_answer_in_steps_is_one_message_of_many_parts() -> None:
    parts, report = parts_of(
        node("t", "q", "assistant", {"content_type": "thoughts", "thoughts": [{"summary": "Hm", "content": "Well."}]}),
        node("r", "t", "assistant", {"content_type": "reasoning_recap", "content": "Thought for 8s"}),
        node(
            "c",
            "r",
            "assistant",
            {"content_type": "code", "language": "unknown", "text": "print(1)"},
            recipient="python",
        ),
        node("o", "c", "tool", {"content_type": "execution_output", "text": "1"}, author="python"),
        node("a", "o", "assistant", "It is one."),
    )
    assert parts == (
        Part(PartKind.REASONING, "Hm\n\nWell."),
        Part(PartKind.TOOL_CALL, "", {"name": "python", "arguments": "print(1)"}),
        Part(PartKind.TOOL_RESULT, "1", {"name": "python"}),
        Part(PartKind.TEXT, "It is one."),
    )
    assert not report.count


def test_where_an_answer_forks_in_the_middle_its_steps_are_messages() -> None:
    nodes = [
        node("q", None, "user", "Ask", created=1.0),
        node("t", "q", "assistant", {"content_type": "thoughts", "thoughts": [{"content": "Hm"}]}, created=2.0),
        node("a", "t", "assistant", "one", created=3.0),
        node("b", "t", "assistant", "two", created=4.0),
    ]
    found, _ = read(export("c", nodes, current="a"))
    assert [one.message.text for one in found.whole.messages] == ["Ask", "", "one", "two"]
    assert shown(found)[-1] == (Role.ASSISTANT, "one")


@pytest.mark.parametrize(
    ("content", "author", "text"),
    [
        ({"content_type": "tether_quote", "url": "https://x.org", "title": "X", "text": "said"}, "browser", None),
        ({"content_type": "tether_browsing_display", "result": "found it", "summary": ""}, "browser", "found it"),
        ({"content_type": "sonic_webpage", "url": "https://x.org", "title": "X", "text": "said"}, "web.run", None),
        ({"content_type": "system_error", "name": "Denied", "text": "robots"}, "web.run", "Denied: robots"),
        ({"content_type": "text", "parts": ["file found"]}, "myfiles_browser", "file found"),
    ],
)
def test_what_tools_gave_is_kept_as_their_result(content: dict[str, Any], author: str, text: str | None) -> None:
    parts, _ = parts_of(node("o", "q", "tool", content, author=author), node("a", "o", "assistant", "So."))
    assert parts[0] == Part(PartKind.TOOL_RESULT, text or "X\nhttps://x.org\nsaid", {"name": author})


def test_code_for_the_reader_is_a_block_and_a_canvas_is_words() -> None:
    parts, _ = parts_of(
        node("c", "q", "assistant", {"content_type": "code", "language": "python", "text": "a = '```'"})
    )
    assert parts == (Part(PartKind.TEXT, "````python\na = '```'\n````"),)
    canvas = '{"name": "Poem", "type": "document", "content": "Roses are red"}'
    parts, _ = parts_of(
        node("c", "q", "assistant", {"content_type": "code", "text": canvas}, recipient="canmore.create_textdoc")
    )
    assert parts == (Part(PartKind.TEXT, "**Poem**\n\nRoses are red"),)


def test_what_is_hidden_there_is_hidden_here_and_instructions_are_told() -> None:
    hidden = {"is_visually_hidden_from_conversation": True}
    nodes = [
        node("root", None),
        node("s", "root", "system", ""),
        node("u", "s", "user", {"content_type": "user_editable_context", "user_profile": "A cook"}, data=hidden),
        node("m", "u", "assistant", {"content_type": "model_editable_context", "model_set_context": ""}),
        node("i", "m", "system", "Be brief."),
        node("h", "i", "user", "never seen", data=hidden),
        node("w", "h", "assistant", "weighs nothing", weight=0.0),
        node("q", "w", "user", "Hello"),
    ]
    found, report = read(export("c", nodes))
    assert shown(found) == [(Role.USER, "Hello")]
    assert found.whole.messages[0].message.parent_id is None
    assert report.totals == {(Gap.INSTRUCTIONS, ""): 2}


def test_sound_video_and_what_nobody_knows_are_told() -> None:
    parts, report = parts_of(
        node(
            "a",
            "q",
            "assistant",
            {
                "content_type": "multimodal_text",
                "parts": [
                    {"content_type": "audio_transcription", "text": "I say", "direction": "out"},
                    {"content_type": "audio_asset_pointer", "asset_pointer": "sediment://file_1"},
                    {"content_type": "real_time_user_audio_video_asset_pointer"},
                    {"content_type": "video_container_asset_pointer"},
                    {"content_type": "hologram"},
                ],
            },
        ),
        node("b", "a", "assistant", {"content_type": "smell", "text": "of roses"}),
    )
    assert [part.text for part in parts] == ["I say", "of roses"]
    assert report.totals == {
        (Gap.SOUND, ""): 2,
        (Gap.VIDEO, ""): 1,
        (Gap.CONTENT, "hologram"): 1,
        (Gap.CONTENT, "smell"): 1,
    }


def test_pictures_come_from_the_archive_and_documents_with_their_words(tmp_path: Path) -> None:
    path = write_zip(
        tmp_path / "x.zip",
        {
            "conversations.json": "[]",
            "file-AbC-photo.png": b"the picture",
            "dalle-generations/file-XyZ-1234.webp": b"drawn",
            "file-Doc-notes.txt": "some notes",
            "../file-Bad.txt": "never named",
        },
    )
    question = {
        "content_type": "multimodal_text",
        "parts": [
            {
                "content_type": "image_asset_pointer",
                "asset_pointer": "file-service://file-AbC",
                "width": 9,
                "height": 9,
            },
            {"content_type": "image_asset_pointer", "asset_pointer": "sediment://file_00gone"},
            "What is this?",
        ],
    }
    attached = {
        "attachments": [
            {"id": "file-AbC", "name": "photo.png", "mime_type": "image/png"},
            {"id": "file-Doc", "name": "notes.txt", "mime_type": "text/plain", "size": 10},
            {"id": "file-Pdf", "name": "book.pdf", "mime_type": "application/pdf", "size": 99},
        ]
    }
    drawn = {
        "content_type": "multimodal_text",
        "parts": [{"content_type": "image_asset_pointer", "asset_pointer": "sediment://file-XyZ"}],
    }
    import zipfile

    with zipfile.ZipFile(path) as archive:
        nodes = [
            node("q", None, "user", question, data=attached),
            node("t", "q", "tool", drawn, author="dalle.text2im"),
            node("a", "t", "assistant", "Drawn."),
        ]
        found, report = read(export("c", nodes), Assets(archive))
        asked, answer = found.whole.shown()
        pictures = [part for part in (*asked.parts, *answer.parts) if part.kind is PartKind.IMAGE]
        contents = [
            found.pictures[blob].read() for part in pictures if (blob := str(part.data["blob"])) in found.pictures
        ]
    assert len(pictures) == 3
    assert contents == [b"the picture", b"drawn"]
    files = [(part.data["name"], part.text) for part in asked.parts if part.kind is PartKind.FILE]
    assert files == [("notes.txt", "some notes"), ("book.pdf", "")]
    assert answer.text == "Drawn."
    assert report.totals == {(Gap.PICTURE, ""): 1, (Gap.DOCUMENT, ""): 1}


def test_an_unpacked_export_has_its_pictures_beside_it(tmp_path: Path) -> None:
    (tmp_path / "file-AbC-photo.png").write_bytes(b"here")
    (tmp_path / "user-1").mkdir()
    (tmp_path / "user-1" / "file_0ab-x.png").write_bytes(b"there")
    assets = Assets(folder=tmp_path)
    assert assets.read("file-service://file-AbC") == b"here"
    assert assets.read("sediment://d13#file_0ab#p_0.png") == b"there"
    assert assets.read("file-service://file-No") is None
    assert assets.read("file-service://file-AbC", most=3) is None


def test_a_link_that_leads_out_of_an_unpacked_export_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"a key")
    export_folder = tmp_path / "export"
    (export_folder / "user-1").mkdir(parents=True)
    (export_folder / "file-Beside-a.txt").symlink_to(tmp_path / "secret")
    (export_folder / "user-1" / "file-Inside-a.txt").symlink_to(tmp_path / "secret")
    (export_folder / "user-2").symlink_to(tmp_path)
    (tmp_path / "file-Other-a.txt").write_bytes(b"another key")
    assets = Assets(folder=export_folder)
    for name in ("Beside", "Inside", "Other"):
        assert assets.read(f"file-service://file-{name}") is None


def test_marks_of_sources_become_links() -> None:
    mark = "\ue200cite\ue202turn0search1\ue201"
    data = {
        "content_references": [
            {"matched_text": mark, "type": "grouped_webpages", "items": [{"title": "A [x]", "url": "https://a.org/b"}]},
            {"matched_text": " ", "type": "sources_footnote"},
        ]
    }
    parts, _ = parts_of(node("a", "q", "assistant", f"So it is{mark}, they say \ue200i\ue202x\ue201.", data=data))
    assert parts[0].text == "So it is ([A  x](https://a.org/b)), they say ."
    old = {"citations": [{"start_ix": 2, "end_ix": 12, "metadata": {"title": "T", "url": "https://t.org"}}]}
    parts, _ = parts_of(node("a", "q", "assistant", "So【3†source】 and【9†javascript】.", data=old))
    assert parts[0].text == "So ([T](https://t.org)) and."
    bad = {"content_references": [{"matched_text": mark, "items": [{"title": "T", "url": "javascript:alert(1)"}]}]}
    parts, _ = parts_of(node("a", "q", "assistant", f"So{mark}.", data=bad))
    assert parts[0].text == "So."


@pytest.mark.parametrize(
    ("others", "state"),
    [
        ({"data": {"finish_details": {"type": "max_tokens"}}}, MessageState.TRUNCATED),
        ({"data": {"finish_details": {"type": "interrupted"}}}, MessageState.STOPPED),
        ({"data": {"finish_details": {"type": "stop"}}}, MessageState.COMPLETE),
        ({"status": "in_progress"}, MessageState.INTERRUPTED),
    ],
)
def test_how_an_answer_ended_is_kept(others: dict[str, Any], state: MessageState) -> None:
    found, _ = read(export("c", [node("q", None, "user", "Ask"), node("a", "q", "assistant", "An", **others)]))
    assert found.whole.shown()[-1].state is state


def test_loops_and_lost_parents_are_cut_and_told() -> None:
    nodes = [
        node("a", "b", "user", "one", created=1.0),
        node("b", "a", "assistant", "two", created=2.0),
        node("c", "lost", "user", "three", created=3.0),
    ]
    found, report = read(export("c", nodes, current="c"))
    assert sorted(one.message.text for one in found.whole.messages) == ["one", "three", "two"]
    assert sum(one.message.parent_id is None for one in found.whole.messages) == 2
    assert report.totals == {(Gap.LINK, ""): 2}


def test_ten_thousand_messages_in_a_row_are_one_path() -> None:
    found, _ = read(plain_chat("long", *(f"line {number}" for number in range(10_000))))
    assert [message.text for message in found.whole.shown()][-1] == "line 9999"


def test_a_conversation_without_a_title_is_called_by_its_first_words() -> None:
    item = plain_chat("c", "Why is the sky\nblue?", "Air.")
    found, _ = read({**item, "title": None})
    assert (found.whole.conversation.title, found.whole.conversation.titled_by) == (
        "Why is the sky blue?",
        TitledBy.FIRST_WORDS,
    )


@pytest.mark.parametrize("where", ["gizmo_id", "conversation_template_id"])
def test_a_project_is_told_since_its_name_is_in_no_export(where: str) -> None:
    chat = plain_chat("c", "Hi", "Hello")
    assert read({**chat, where: "g-p-67f4e195"})[1].totals == {(Gap.FOLDER, ""): 1}
    assert not read({**chat, where: "g-2fkFE8rbu"})[1].totals  # an assistant made by somebody, which is no place
    assert not read({**chat, where: None})[1].totals


def test_where_nothing_is_shown_there_is_no_conversation() -> None:
    gaps = Gaps()
    assert chatgpt.read(export("c", [node("root", None)]), Assets(), gaps, 9.0) is None
    assert gaps.report().totals == {(Gap.CONVERSATION, ""): 1}
