"""What a person does with one message: nothing is overwritten, and what is shown is always a path of the tree."""

from __future__ import annotations

import pytest

from desktop_app.chat.provider import Text, Tokens
from desktop_app.domain.attachments import file_part
from desktop_app.domain.message_tree import Siblings
from desktop_app.domain.messages import MessageState, Role
from desktop_app.domain.prices import PRICES_LOOKED_UP, Price
from desktop_app.domain.settings import OPENAI_URL, ChatSource
from desktop_app.domain.usage import Usage
from desktop_app.presenters import deletions
from desktop_app.presenters.page import Page
from desktop_app.presenters.views import MessageDetails
from desktop_app.storage.keys import SERVICE
from tests.presenters.conftest import Desk
from tests.support.fake_views import FakeTranscript
from tests.support.scripted_provider import FINISH, Hang, words

LONG = "The first sentence is here and is long. The second one follows it and is long too. "


def shown(desk: Desk) -> list[str]:
    """The ids of the messages on the page."""
    return list(desk.transcript.texts)


async def talk(desk: Desk, *pairs: tuple[str, str]) -> list[str]:
    """Asks and is answered; the ids of the messages on the page."""
    desk.script(*(words(answer) for _, answer in pairs))
    for question, _ in pairs:
        desk.ask(question)
        await desk.answered()
    return shown(desk)


async def reopen(desk: Desk) -> None:
    """Leaves the conversation, and opens it as the history has it."""
    conversation = await desk.sidebar.find(desk.conversation.open_id or "")
    assert conversation is not None
    desk.conversation.new()
    await desk.conversation.open(conversation)


async def opened_another(desk: Desk, before: str | None) -> None:
    await desk.until(lambda: desk.conversation.open_id != before)


async def kept_path(desk: Desk) -> list[str]:
    return [message.text for message in await desk.history.path(desk.conversation.open_id or "")]


# Edit


async def test_a_question_is_edited_into_another_version_that_is_answered_with_the_path_above_it(desk: Desk) -> None:
    ids = await talk(desk, ("One?", "First."), ("Two?", "Second."))
    desk.actions.edit(ids[2])
    assert desk.composer.edited == ("Two?", [])
    desk.script(words("Other."))
    desk.conversation.send("Three?")
    assert not desk.composer.is_editing
    await desk.answered()
    assert desk.transcript.lines == ["One?", "First.", "Three?", "Other."]
    assert [message.text for message in desk.provider.requests[-1].messages] == ["One?", "First.", "Three?"]
    edited = shown(desk)[2]
    assert desk.transcript.branches == {edited: Siblings(2, 2)}
    assert await kept_path(desk) == desk.transcript.lines


async def test_the_very_first_question_can_be_edited_too(desk: Desk) -> None:
    ids = await talk(desk, ("One?", "First."))
    desk.actions.edit(ids[0])
    desk.script(words("Other."))
    desk.conversation.send("Zero?")
    await desk.answered()
    assert desk.transcript.lines == ["Zero?", "Other."]
    assert desk.transcript.branches == {shown(desk)[0]: Siblings(2, 2)}
    await reopen(desk)
    assert desk.transcript.lines == ["Zero?", "Other."]


async def test_an_edit_stops_the_answer_that_still_comes(desk: Desk) -> None:
    desk.script([Text("Half an"), Hang()], words("Whole."))
    desk.ask("One?")
    await desk.until(lambda: desk.transcript.lines[-1] == "Half an")
    desk.actions.edit(shown(desk)[0])
    assert desk.conversation.turns, "it may still be cancelled"
    desk.conversation.send("Another?")
    await desk.answered()
    assert desk.transcript.lines == ["Another?", "Whole."]
    assert desk.provider.closed == 2


async def test_escape_gives_an_edit_up_before_it_stops_the_answer(desk: Desk) -> None:
    desk.preferences.change(spoken_replies=False)
    desk.script([Hang()])
    desk.ask("One?")
    desk.actions.edit(shown(desk)[0])
    desk.conversation.escape()
    assert desk.composer.edited is None
    assert desk.conversation.turns
    desk.conversation.escape()
    assert not desk.conversation.turns
    await desk.answered()


async def test_attachments_come_into_the_box_and_go_along_with_what_is_sent(desk: Desk) -> None:
    part = file_part("words", "notes.txt", "text/plain", 5)
    desk.script(words("First."), words("Second."))
    desk.conversation.send("Read it", [part])
    await desk.answered()
    desk.actions.edit(shown(desk)[0])
    assert desk.composer.edited == ("Read it", [part])
    desk.conversation.send("Read it well", [part])
    await desk.answered()
    assert desk.conversation.messages[0].parts[1:] == (part,)


async def test_only_questions_are_edited_and_another_conversation_ends_an_edit(desk: Desk) -> None:
    ids = await talk(desk, ("One?", "First."))
    desk.actions.edit(ids[1])
    assert desk.composer.edited is None
    desk.actions.edit(ids[0])
    desk.conversation.new()
    assert desk.composer.edited is None
    desk.script(words("New."))
    desk.conversation.send("New?")
    await desk.answered()
    assert desk.transcript.lines == ["New?", "New."]


# Regenerate


async def test_an_answer_is_asked_for_again_and_the_old_one_stays_beside_it(desk: Desk) -> None:
    ids = await talk(desk, ("One?", "First."), ("Two?", "Second."))
    desk.script(words("Better."))
    desk.actions.regenerate(ids[1])
    await desk.answered()
    assert desk.transcript.lines == ["One?", "Better."]
    assert desk.transcript.branches == {shown(desk)[1]: Siblings(2, 2)}
    desk.actions.step(shown(desk)[1], -1)
    await desk.tasks_done()
    assert desk.transcript.lines == ["One?", "First.", "Two?", "Second."]
    assert desk.transcript.branches == {ids[1]: Siblings(1, 2)}
    assert await kept_path(desk) == desk.transcript.lines


async def test_another_model_may_answer_and_the_same_one_is_the_one_that_did(desk: Desk) -> None:
    ids = await talk(desk, ("One?", "First."))
    desk.script(words("By the large."), words("By the large again."), words("By the new."))
    desk.actions.regenerate(ids[1], "large")
    await desk.answered()
    desk.preferences.change(model="new")
    desk.actions.regenerate(shown(desk)[1])
    await desk.answered()
    desk.conversation.send("And you?")
    await desk.answered()
    assert [request.model for request in desk.provider.requests] == ["large", "large", "new"]
    assert [message.model for message in desk.conversation.messages] == ["", "large", "", "new"]


async def test_the_model_of_another_server_is_not_asked_for_here(desk: Desk) -> None:
    ids = await talk(desk, ("One?", "First."))
    desk.preferences.change(server_url="http://other.test/v1", model="theirs")
    desk.script(words("Other."))
    desk.actions.regenerate(ids[1])
    await desk.answered()
    assert desk.provider.requests[-1].model == "theirs"


async def test_what_still_streams_is_stopped_when_it_is_asked_for_again_and_is_kept(desk: Desk) -> None:
    desk.script([Text(LONG), Hang()], words("Whole."))
    desk.ask("One?")
    await desk.until(lambda: desk.speaker.queue)
    half = shown(desk)[1]
    desk.actions.regenerate(half)
    assert "first sentence" not in " ".join(desk.speaker.texts)
    await desk.answered()
    assert desk.transcript.lines == ["One?", "Whole."]
    [*_, kept] = await desk.branches.branch(half, None)
    assert (kept.text, kept.state) == (LONG, MessageState.STOPPED)


async def test_a_question_without_an_answer_is_answered(desk: Desk) -> None:
    ids = await talk(desk, ("One?", "First."))
    desk.actions.delete(ids[1])
    desk.script(words("Again."))
    desk.actions.regenerate(ids[0])
    await desk.answered()
    assert desk.transcript.lines == ["One?", "Again."]


# Delete


async def test_a_deleted_message_takes_all_below_it_along_and_is_gone_when_its_time_is_over(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deletions, "UNDO_SECONDS", 0.0)
    ids = await talk(desk, ("One?", "First."), ("Two?", "Second."))
    desk.actions.delete(ids[2])
    assert desk.transcript.lines == ["One?", "First."]
    assert desk.undo.offered == 2
    await desk.until(lambda: desk.forgotten_sound)
    await desk.history.flush()
    assert not desk.undo.offered
    assert desk.forgotten_sound == [(desk.conversation.open_id, ids[2:])]
    assert await kept_path(desk) == ["One?", "First."]
    await reopen(desk)
    assert desk.transcript.lines == ["One?", "First."]
    with pytest.raises(LookupError):
        await desk.branches.branch(ids[3], None)


async def test_a_deletion_is_taken_back_and_nothing_happened(desk: Desk) -> None:
    ids = await talk(desk, ("One?", "First."), ("Two?", "Second."))
    desk.actions.delete(ids[0])
    assert desk.transcript.lines == []
    desk.actions.undo()
    await desk.tasks_done()
    assert desk.undo.offered is None
    assert shown(desk) == ids
    assert await kept_path(desk) == ["One?", "First.", "Two?", "Second."]
    desk.actions.undo()


async def test_several_deletions_are_taken_back_one_by_one_the_newest_first(desk: Desk) -> None:
    ids = await talk(desk, ("One?", "First."), ("Two?", "Second."))
    desk.actions.delete(ids[3])
    desk.actions.delete(ids[1])
    assert desk.undo.offered == 2
    desk.actions.undo()
    await desk.tasks_done()
    assert desk.transcript.lines == ["One?", "First.", "Two?"]
    assert desk.undo.offered == 1
    desk.actions.undo()
    await desk.tasks_done()
    assert shown(desk) == ids


async def test_the_version_beside_a_deleted_one_is_shown(desk: Desk) -> None:
    ids = await talk(desk, ("One?", "First."), ("Two?", "Second."))
    desk.script(words("Better."))
    desk.actions.regenerate(ids[1])
    await desk.answered()
    desk.actions.delete(shown(desk)[1])
    await desk.tasks_done()
    assert shown(desk) == ids
    assert desk.transcript.branches == {}
    desk.actions.undo()
    await desk.tasks_done()
    assert desk.transcript.lines == ["One?", "Better."]


async def test_a_deletion_stops_the_answer_and_the_voice_of_what_goes(desk: Desk) -> None:
    desk.script([Text(LONG), Hang()])
    desk.ask("One?")
    await desk.until(lambda: desk.speaker.queue)
    desk.actions.delete(shown(desk)[1])
    assert desk.speaker.queue == []
    assert not desk.conversation.turns
    await desk.answered()
    assert desk.transcript.lines == ["One?"]
    assert not desk.composer.busy


async def test_what_is_read_stays_said_while_another_message_goes(desk: Desk) -> None:
    ids = await talk(desk, ("One?", LONG), ("Two?", "Second."))
    desk.conversation.reading.read_from(ids[1], 0)
    said = list(desk.speaker.texts)
    desk.actions.delete(ids[2])
    assert desk.speaker.texts == said


async def test_a_deletion_lasts_while_another_conversation_is_looked_at(desk: Desk) -> None:
    ids = await talk(desk, ("One?", "First."), ("Two?", "Second."))
    desk.actions.delete(ids[1])
    await reopen(desk)
    assert desk.transcript.lines == ["One?"]
    desk.actions.undo()
    await desk.tasks_done()
    assert shown(desk) == ids


async def test_the_end_of_the_program_deletes_for_good_and_its_death_does_not(desk: Desk) -> None:
    ids = await talk(desk, ("One?", "First."))
    desk.actions.delete(ids[1])
    assert await kept_path(desk) == ["One?", "First."], "as a killed program would leave it"
    await desk.actions.close()
    assert await kept_path(desk) == ["One?"]


async def test_a_deleted_conversation_has_nothing_to_take_back(desk: Desk) -> None:
    ids = await talk(desk, ("One?", "First."))
    conversation_id = desk.conversation.open_id or ""
    desk.actions.delete(ids[1])
    desk.actions.forget_conversation(conversation_id)
    assert desk.undo.offered is None
    await desk.actions.close()
    assert desk.forgotten_sound == []


async def test_one_goes_on_behind_a_deletion_and_what_comes_back_is_another_branch(desk: Desk) -> None:
    ids = await talk(desk, ("One?", "First."), ("Two?", "Second."))
    desk.actions.delete(ids[2])
    desk.script(words("Third."))
    desk.conversation.send("Three?")
    await desk.answered()
    assert desk.transcript.branches == {}
    desk.actions.undo()
    await desk.tasks_done()
    assert shown(desk) == ids
    assert desk.transcript.branches == {ids[2]: Siblings(1, 2)}


# Branches


async def test_a_branch_is_a_conversation_of_copies_that_goes_its_own_way(desk: Desk) -> None:
    ids = await talk(desk, ("One?", "First."), ("Two?", "Second."))
    source = desk.conversation.open_id or ""
    desk.actions.branch(ids[1])
    await desk.until(lambda: desk.conversation.open_id != source)
    await desk.tasks_done()
    assert desk.transcript.lines == ["One?", "First."]
    assert not set(desk.transcript.texts) & set(ids)
    assert desk.header.title == "One? (2)"
    desk.script(words("Third."))
    desk.conversation.send("Three?")
    await desk.answered()
    assert await kept_path(desk) == ["One?", "First.", "Three?", "Third."]
    assert [message.id for message in await desk.history.path(source)] == ids


async def test_a_branch_of_a_branch_has_the_next_number(desk: Desk) -> None:
    ids = await talk(desk, ("One?", "First."))
    for number in (2, 3):
        before = desk.conversation.open_id
        desk.actions.branch(shown(desk)[1])
        await opened_another(desk, before)
        assert desk.header.title == f"One? ({number})"
    assert len(ids) == 2


async def test_a_branch_from_an_answer_that_still_comes_has_what_came(desk: Desk) -> None:
    desk.script([Text("Half an"), Hang()])
    desk.ask("One?")
    await desk.until(lambda: desk.transcript.lines[-1] == "Half an")
    source = desk.conversation.open_id
    desk.actions.branch(shown(desk)[1])
    await desk.until(lambda: desk.conversation.open_id != source)
    assert desk.transcript.lines == ["One?", "Half an"]
    assert desk.conversation.messages[-1].state is MessageState.STOPPED
    assert desk.conversation.running_conversations == {source}
    desk.conversation.stop_all()
    await desk.answered()


async def test_an_answer_goes_on_unseen_while_another_version_is_looked_at(desk: Desk) -> None:
    ids = await talk(desk, ("One?", "First."))
    desk.script([Text("Half "), Hang()])
    desk.actions.regenerate(ids[1])
    await desk.until(lambda: desk.transcript.lines[-1] == "Half ")
    streaming = shown(desk)[1]
    desk.actions.step(streaming, -1)
    await desk.tasks_but_turns_done()
    assert desk.transcript.lines == ["One?", "First."]
    assert desk.composer.busy
    desk.actions.step(ids[1], 1)
    await desk.tasks_but_turns_done()
    assert desk.transcript.lines == ["One?", "Half "]
    assert desk.transcript.states[streaming] is MessageState.STREAMING
    desk.conversation.stop()
    await desk.answered()
    assert desk.transcript.states[streaming] is MessageState.STOPPED


async def test_the_voice_stops_when_its_branch_is_left(desk: Desk) -> None:
    ids = await talk(desk, ("One?", "First."))
    desk.script(words(LONG))
    desk.actions.regenerate(ids[1])
    await desk.answered()
    assert desk.speaker.queue
    desk.actions.step(shown(desk)[1], -1)
    await desk.tasks_done()
    assert desk.speaker.queue == []


async def test_of_two_walks_in_a_row_the_second_counts_and_none_goes_beyond_the_last_version(desk: Desk) -> None:
    ids = await talk(desk, ("One?", "First."))
    desk.script(words("Second."), words("Third."))
    for _ in range(2):
        desk.actions.regenerate(shown(desk)[1])
        await desk.answered()
    third = shown(desk)[1]
    desk.actions.step(third, 1)
    desk.actions.step(third, -1)
    desk.actions.step(third, -2)
    await desk.tasks_done()
    assert shown(desk) == ids
    assert desk.transcript.branches == {ids[1]: Siblings(1, 3)}


async def test_a_walk_that_comes_too_late_changes_nothing(desk: Desk) -> None:
    ids = await talk(desk, ("One?", "First."))
    desk.script(words("Second."), words("Next."))
    desk.actions.regenerate(ids[1])
    await desk.answered()
    desk.actions.step(shown(desk)[1], -1)
    desk.conversation.send("And?")
    await desk.answered()
    assert desk.transcript.lines == ["One?", "Second.", "And?", "Next."]
    assert await kept_path(desk) == desk.transcript.lines


async def test_all_of_it_works_while_another_conversation_streams(desk: Desk) -> None:
    desk.script([Text("Elsewhere"), Hang()], words("First."), words("Second."))
    elsewhere = desk.ask("Zero?")
    await desk.until(lambda: desk.transcript.lines[-1] == "Elsewhere")
    desk.conversation.new()
    desk.ask("One?")
    await desk.until(lambda: desk.transcript.lines[-1] == "First." and len(desk.conversation.turns) == 1)
    desk.actions.regenerate(shown(desk)[1])
    await desk.until(lambda: desk.transcript.lines[-1] == "Second." and len(desk.conversation.turns) == 1)
    desk.actions.delete(shown(desk)[0])
    assert [turn.id for turn in desk.conversation.turns] == [elsewhere.id]
    desk.conversation.stop_all()
    await desk.answered()


async def test_messages_that_are_not_on_the_page_are_passed_over(desk: Desk) -> None:
    await talk(desk, ("One?", "First."))
    for verb in (desk.actions.edit, desk.actions.regenerate, desk.actions.delete, desk.actions.branch):
        verb("nobody")
    desk.actions.step("nobody", 1)
    desk.actions.show_details("nobody")
    await desk.tasks_done()
    assert desk.transcript.lines == ["One?", "First."]
    assert desk.transcript.details == []


# Details


async def details_of(desk: Desk, message_id: str) -> MessageDetails:
    desk.actions.show_details(message_id)
    await desk.until(lambda: desk.transcript.details)
    return desk.transcript.details.pop()


async def test_the_details_of_an_answer_are_its_model_server_stream_tokens_and_money(desk: Desk) -> None:
    desk.keyring.passwords[SERVICE, OPENAI_URL] = "sk-good"
    desk.preferences.change(server_url=OPENAI_URL, model="gpt-5-mini", chat_source=ChatSource.SERVER)
    desk.script([Text("Three words here."), Tokens(Usage(1000, 100, 2, 200)), FINISH])
    turn = desk.ask("One?")
    await desk.answered()
    details = await details_of(desk, turn.message_id)
    assert (details.role, details.state, details.model) == (Role.ASSISTANT, MessageState.COMPLETE, "gpt-5-mini")
    assert (details.server, details.turn_ids) == ("api.openai.com", (turn.id,))
    assert (details.characters, details.words, details.usage) == (17, 3, Usage(1000, 100, 2, 200))
    assert details.timings.first_token is not None
    assert details.dollars == pytest.approx((800 * 0.25 + 200 * 0.025 + 100 * 2.0) / 1e6)
    assert details.prices_of == PRICES_LOOKED_UP


async def test_a_question_and_an_unknown_price_have_details_without_money(desk: Desk) -> None:
    desk.script([Text("Hm."), Tokens(Usage(10, 1)), FINISH])
    desk.ask("One question?")
    await desk.answered()
    question, answer = shown(desk)
    assert (await details_of(desk, question)).words == 2
    details = await details_of(desk, answer)
    assert (details.server, details.dollars, details.prices_of) == ("server.test", None, "")


async def test_prices_of_ones_own_count_for_any_server_and_are_told_to_the_page(desk: Desk) -> None:
    desk.preferences.change(prices={"small": {"input": 1.0, "output": 2.0}})
    assert desk.transcript.prices is not None
    assert desk.transcript.prices.own == {"small": Price(1.0, 1.0, 2.0)}
    desk.script([Text("Hm."), Tokens(Usage(1_000_000, 500_000)), FINISH])
    turn = desk.ask("One?")
    await desk.answered()
    details = await details_of(desk, turn.message_id)
    assert (details.dollars, details.prices_of) == (2.0, "")


async def test_an_answer_that_was_continued_costs_both_turns(desk: Desk) -> None:
    desk.preferences.change(prices={"small": {"input": 1.0, "output": 1.0}})
    desk.script([Text("Half"), Tokens(Usage(10, 5)), Hang()], [Text(" and half."), Tokens(Usage(20, 5)), FINISH])
    turn = desk.ask("One?")
    await desk.until(lambda: desk.transcript.facts.get(turn.message_id, (None, None, 0))[1])
    desk.conversation.stop()
    await desk.answered()
    desk.conversation.take_step(turn.message_id, "continue")
    await desk.answered()
    details = await details_of(desk, turn.message_id)
    assert len(details.turn_ids) == 2
    assert details.usage == Usage(30, 10)
    assert details.dollars == pytest.approx(40 / 1e6)
    assert details.server == "server.test"


# A page that cannot do all of it


class PlainTranscript:
    """As much of a page as there was before its messages had versions."""

    def __init__(self, whole: FakeTranscript) -> None:
        for name in ("show_messages", "add_message", "append_text", "set_state", "show_facts"):
            setattr(self, name, getattr(whole, name))


async def test_a_page_without_branches_is_shown_anew(desk: Desk) -> None:
    await talk(desk, ("One?", "First."), ("Two?", "Second."))
    seen = FakeTranscript()
    page = Page(PlainTranscript(seen))  # type: ignore[arg-type]  # what of it is called
    page.show("c", list(desk.conversation.messages), desk.conversation.page.tree)
    page.turn(2, ())
    assert seen.lines == ["One?", "First."]
    page.turn(2, desk.conversation.messages[2:])
    assert seen.lines == ["One?", "First.", "Two?", "Second."]
