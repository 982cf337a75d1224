"""The bodies of /chat/completions, as OpenAI and compatible servers write them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.chat.completion_json import read_choice
from desktop_app.chat.provider import ChatEvent, Done, Reasoning, Text, Tokens, Unreadable
from desktop_app.domain.turn import FinishReason
from desktop_app.domain.usage import Usage


def of_delta(delta: Any, **choice: Any) -> list[ChatEvent]:
    return read_choice({"choices": [{"index": 0, "delta": delta, **choice}]})


@pytest.mark.parametrize("field", ["reasoning_content", "reasoning"])
def test_reasoning_has_two_names(field: str) -> None:
    assert of_delta({field: "hm", "content": None}) == [Reasoning("hm")]


def test_a_refusal_is_text_that_the_person_reads() -> None:
    assert of_delta({"refusal": "I can't."}) == [Text("I can't.")]


def test_a_whole_answer_is_read_as_a_delta_is() -> None:
    message = {"role": "assistant", "content": "Hello", "reasoning_content": "hm"}
    body = {"choices": [{"message": message, "finish_reason": "stop"}], "usage": {"prompt_tokens": 1}}
    assert read_choice(body) == [Reasoning("hm"), Text("Hello"), Done(FinishReason.STOP), Tokens(Usage(input=1))]


def test_content_in_parts_is_told_apart_by_their_types() -> None:
    parts = [{"type": "thinking", "thinking": [{"type": "text", "text": "hm"}]}, {"type": "text", "text": "Hello"}]
    assert of_delta({"content": parts}) == [Reasoning("hm"), Text("Hello")]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("stop", [Done(FinishReason.STOP)]),
        ("length", [Done(FinishReason.LENGTH)]),
        ("max_tokens", [Done(FinishReason.LENGTH)]),
        ("content_filter", [Done(FinishReason.CONTENT_FILTER)]),
        ("tool_calls", [Done(FinishReason.STOP)]),
        ("eos", [Done(FinishReason.STOP)]),
        ("error", []),
        ("", []),
        (None, []),
    ],
)
def test_finish_reasons_are_understood(said: str | None, meant: list[ChatEvent]) -> None:
    assert of_delta({}, finish_reason=said) == meant


def test_usage_tells_reasoning_and_cached_tokens_where_it_is_given() -> None:
    usage = {
        "prompt_tokens": 11,
        "completion_tokens": 7,
        "prompt_tokens_details": {"cached_tokens": 3},
        "completion_tokens_details": {"reasoning_tokens": 2},
    }
    assert read_choice({"choices": [], "usage": usage}) == [Tokens(Usage(11, 7, 2, 3))]
    assert read_choice({"choices": [], "usage": {"prompt_tokens": "many"}}) == [Tokens(Usage())]


def test_other_choices_than_the_first_are_passed_over() -> None:
    assert read_choice({"choices": [{"index": 1, "delta": {"content": "x"}}]}) == []


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"choices": {}},
        {"choices": ["x"]},
        {"choices": [{"delta": "x"}]},
        {"choices": [{"delta": {"content": 7}}]},
        {"choices": [{"delta": {"content": ["x"]}}]},
        {"choices": [{"delta": {}, "finish_reason": 7}]},
    ],
)
def test_what_makes_no_sense_is_one_unreadable_event(body: dict[str, Any]) -> None:
    assert read_choice(body) == [Unreadable()]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["choices", "delta", "message", "content", "index", "finish_reason", "usage", "type", "text"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=15,
)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(["choices", "usage", "id"]), json_values))
def test_no_json_is_too_strange(body: dict[str, Any]) -> None:
    assert isinstance(read_choice(body), list)
