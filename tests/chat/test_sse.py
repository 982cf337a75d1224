"""Server-sent events, cut anywhere."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.chat.sse import SseEvent, SseParser


def parsed(*chunks: bytes) -> list[SseEvent]:
    parser = SseParser()
    events = [event for chunk in chunks for event in parser.feed(chunk)]
    return events + parser.close()


def data(*chunks: bytes) -> list[bytes]:
    return [event.data for event in parsed(*chunks)]


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_lines_end_in_any_of_three_ways(end: bytes) -> None:
    assert data(end.join((b"data: one", b"", b"data: two", b"", b""))) == [b"one", b"two"]


def test_a_line_feed_behind_a_carriage_return_of_the_chunk_before_is_no_line_of_its_own() -> None:
    assert data(b"data: one\r", b"\n", b"data: two\r", b"", b"\n\r\n") == [b"one\ntwo"]


def test_comments_ids_and_retry_times_are_passed_over() -> None:
    assert data(b": keep-alive\n\nid: 7\nretry: 10\ndata: x\n\n") == [b"x"]


def test_an_event_has_its_name_and_the_next_one_does_not() -> None:
    assert parsed(b"event: error\ndata: x\n\ndata: y\n\n") == [SseEvent(b"error", b"x"), SseEvent(b"", b"y")]


def test_one_space_behind_the_colon_is_not_data() -> None:
    assert data(b"data:x\n\ndata:  x\n\ndata\n\n") == [b"x", b" x", b""]


def test_the_last_event_counts_without_its_empty_line() -> None:
    assert data(b"data: x\n\ndata: [DONE]") == [b"x", b"[DONE]"]


def test_a_byte_order_mark_is_not_part_of_the_first_field() -> None:
    assert data(b"\xef\xbb\xbfdata: x\n\n") == [b"x"]


def test_bytes_that_are_no_utf8_are_left_as_they_are() -> None:
    assert data(b"data: \xf0\x9f\n\n") == [b"\xf0\x9f"]


pieces = st.lists(
    st.sampled_from([b"data:", b"event: e", b" x", b"\n", b"\r", b"\r\n", b":", b"\xff", b"\xef\xbb\xbf"])
)


@settings(deadline=None)
@given(pieces.map(b"".join), st.lists(st.integers(0, 60)))
def test_where_the_network_cuts_makes_no_difference(stream: bytes, cuts: list[int]) -> None:
    marks = sorted({0, len(stream), *(cut for cut in cuts if cut < len(stream))})
    chunks = [stream[start:end] for start, end in pairwise(marks)]
    assert parsed(*chunks) == parsed(stream)
    assert parsed(*(stream[i : i + 1] for i in range(len(stream)))) == parsed(stream)
