"""Our own format: all of a conversation, as the page that describes it says, and back again."""

from __future__ import annotations

import base64
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from desktop_app.domain.attachments import image_part
from desktop_app.domain.drafts import Draft
from desktop_app.domain.kept_phrase import KeptPhrase
from desktop_app.domain.messages import Folder, Part, PartKind
from desktop_app.domain.prompts import SavedPrompt
from desktop_app.domain.whole import Beside, WholeConversation
from desktop_app.exchange import json_file
from desktop_app.exchange.importing import aloud, kept_sound
from desktop_app.exchange.importing.gaps import Gaps
from desktop_app.exchange.importing.reading import ExportFile
from desktop_app.exchange.rendering import Sources
from tests.support.whole_conversations import answer, conversation, garden, png, sources, whole_conversations

DRAFT = Draft("Dear", (image_part("b1", "garden.png", "image/png", 3, 8, 8),))
PHRASE = KeptPhrase(2, 7, "Beans", "heading", "coral at 1.0", 0.6, "en", ((0, 0.0), (1, 0.25)))
PAGE = Path(json_file.__file__).with_name("json_format.md")


def written(
    *wholes: WholeConversation,
    kept: dict[str, bytes] | None = None,
    beside: Beside | None = None,
    loud: dict[str, bytes] | None = None,
) -> str:
    """``loud``: the sound of the phrase, by message, that comes along."""
    text = "".join(json_file.beginning([Folder("f", "Work", 1.0)], "Aloud 1", 5.0, has_sounds=loud is not None))
    if beside is not None:
        text += "".join(json_file.beside(beside, sources(kept)))
    text += json_file.conversations()
    for number, whole in enumerate(wholes):
        text += "".join(json_file.conversation(whole, sources(kept), first=number == 0))
    if loud is not None:
        text += json_file.sounds()
        for number, (message_id, content) in enumerate(loud.items()):
            text += "".join(json_file.sound("c", message_id, PHRASE, content, first=number == 0))
    return text + json_file.ending()


def heard(whole: WholeConversation) -> WholeConversation:
    """Its second answer was, and is kept."""
    return replace(
        whole, messages=tuple(replace(one, sound=(PHRASE,) * (one.message.id == "a2")) for one in whole.messages)
    )


def read(text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text)
    return found


def test_a_file_says_what_it_is_and_holds_all_of_a_conversation() -> None:
    found = read(written(garden()))
    assert (found["format"], found["version"], found["program"], found["exported"]) == ("aloud", 1, "Aloud 1", 5.0)
    assert found["folders"] == [{"id": "f", "name": "Work", "position": 1.0}]
    (one,) = found["conversations"]
    assert (one["head"], one["titled_by"], one["pinned"], one["folder"]) == ("a3", "person", True, "f")
    assert [(message["id"], message["parent"]) for message in one["messages"]] == [
        ("q", None),
        ("a1", "q"),
        ("a2", "q"),
        ("q2", "a2"),
        ("a3", "q2"),
    ]
    assert one["messages"][1]["turns"][0]["usage"] == {"input": 10, "output": 20, "reasoning": None, "cached": 3}
    assert base64.b64decode(one["blobs"]["b1"]) == png()
    assert one["draft"]["text"] == "And then"


def test_an_export_of_everything_has_the_saved_prompts_and_what_was_begun_on_the_empty_page() -> None:
    beside = Beside((SavedPrompt("p", "Translate", "Into {{language}}"), SavedPrompt("r", "Shorter", "!")), DRAFT)
    found = read(written(garden(), beside=beside))
    assert found["prompts"][0] == {"id": "p", "name": "Translate", "text": "Into {{language}}"}
    assert [one["id"] for one in found["prompts"]] == ["p", "r"]
    assert (found["draft"]["text"], base64.b64decode(found["draft"]["blobs"]["b1"])) == ("Dear", png())
    assert [one["id"] for one in found["conversations"]] == ["c"]
    nothing = read(written(beside=Beside()))
    assert (nothing["prompts"], nothing["draft"]) == ([], None)


def test_kept_sound_is_described_with_its_message_and_stands_behind_all_else(tmp_path: Path) -> None:
    text = written(heard(garden()), loud={"a2": b"fLaC" + bytes(range(256)) * 900, "q": b"fLaC"})
    [sound, _] = read(text)["sounds"]
    described = read(text)["conversations"][0]["messages"][2]["sound"]
    assert described == [{key: sound[key] for key in sound.keys() - {"conversation", "message", "flac"}}]
    path = tmp_path / "all.json"
    path.write_text(text, "utf-8")
    with ExportFile(path, 0.0) as file:
        [found] = file.conversations(Gaps())
        assert file.has_sounds
        assert [one.sound for one in found.whole.messages] == [(), (), (PHRASE,), (), ()]
        first, second = file.sounds()
        assert file.position == file.size
    assert (first.message_id, first.phrase) == ("a2", PHRASE)
    assert first.content == b"fLaC" + bytes(range(256)) * 900
    assert (second.message_id, second.content) == ("q", b"fLaC")


@pytest.mark.parametrize(
    "wrong",
    [
        {"message": 5},
        {"start": 9},
        {"start": -1},
        {"end": None},
        {"seconds": "long"},
        {"pause": "for ever"},
        {"voice": ""},
        {"text": []},
        {"flac": ""},
        {"flac": "a"},
    ],
)
def test_sound_that_somebody_else_wrote_is_taken_only_as_what_it_should_be(wrong: dict[str, Any]) -> None:
    [sound] = read(written(loud={"a2": b"fLaC"}))["sounds"]
    assert kept_sound.read(sound) is not None
    assert kept_sound.read({**sound, **wrong}) is None
    odd = kept_sound.read({**sound, "words": [[0, 0.5], [1], "x", [True, 1], [2, -1], [3, 1]]})
    assert odd is not None
    assert odd.phrase.words == ((0, 0.5), (3, 1.0))


def test_every_field_that_is_written_is_described() -> None:
    page = PAGE.read_text("utf-8")
    described = set(re.findall(r"`([a-z_]+)`", page))

    def names(value: object) -> set[str]:
        if isinstance(value, list):
            return set[str]().union(*map(names, value))
        if isinstance(value, dict):
            inner = set[str]().union(*(names(one) for key, one in value.items() if key != "blobs"))
            return set(value) | inner
        return set()

    beside = Beside((SavedPrompt("p", "Translate", ""),), DRAFT)
    assert names(read(written(heard(garden()), beside=beside, loud={"a2": b"fLaC"}))) <= described


def test_an_empty_export_and_an_empty_conversation_are_whole_files() -> None:
    assert read(written())["conversations"] == []
    (one,) = read(written(conversation()))["conversations"]
    assert (one["messages"], one["head"], one["blobs"], one["draft"]) == ([], None, {}, None)


def test_a_picture_that_is_gone_is_left_out_and_the_file_stays_whole() -> None:
    (one,) = read(written(garden(), kept={}))["conversations"]
    assert one["blobs"] == {}
    assert one["messages"][0]["parts"][1]["data"]["blob"] == "b1"


def test_a_large_picture_is_written_in_pieces_that_join() -> None:
    content = bytes(range(256)) * 3000
    pieces = list(json_file.conversation(garden(), sources({"b1": content}), first=True))
    assert max(map(len, pieces)) < len(content) // 2
    (one,) = read(written(garden(), kept={"b1": content}))["conversations"]
    assert base64.b64decode(one["blobs"]["b1"]) == content


def test_half_surrogates_of_a_tool_do_not_spoil_the_file() -> None:
    whole = conversation(answer("a", "text", Part(PartKind.TOOL_RESULT, "", {"half": "\ud83d"})))
    text = written(whole)
    text.encode()
    assert read(text)["conversations"][0]["messages"][0]["parts"][0]["data"] == {"half": "\ud83d"}


def test_each_message_is_told_before_it_is_written_and_telling_can_end_it() -> None:
    class Enough(Exception):
        pass

    def step(done: int, of: int) -> None:
        assert of == 5
        if done == 2:
            raise Enough

    with pytest.raises(Enough):
        list(json_file.conversation(garden(), Sources(lambda _blob: None, step), first=True))


@given(whole_conversations())
def test_what_is_written_is_read_back_and_written_the_same(whole: WholeConversation) -> None:
    kept = {"b1": b"one", "b2": b"two"}
    first = written(whole, kept=kept)
    found = aloud.read(read(first)["conversations"][0], {"f": "Work"}, Gaps(), 0.0)
    assert found is not None
    again = replace(found.whole, conversation=replace(found.whole.conversation, folder_id="f"))
    pictures = {blob: content for blob, one in found.pictures.items() if (content := one.read()) is not None}
    assert written(again, kept=pictures) == first
