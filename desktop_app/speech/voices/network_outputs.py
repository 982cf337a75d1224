"""An inner result of a neural network in ONNX's format becomes one more of its outputs; nothing else of it is changed.

The format is protocol buffers, of which this needs so little that no library is taken along for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

# Numbers of the fields, and the tags (number and kind) of those that are written.
_GRAPH, _NODE, _NODE_OUTPUT, _NODE_KIND = 7, 1, 2, 4
_GRAPH_TAG, _OUTPUT_TAG, _NAME_TAG = b"\x3a", b"\x62", b"\x0a"


def with_output_of(kind: bytes, model: bytes) -> bytes | None:
    """The network with what its one node of that kind gives as its last output; None where there is not just one."""
    for field in _fields(model):
        if field.number != _GRAPH:
            continue
        names = [name for node in _fields(field.data) if node.number == _NODE for name in _outputs(node.data, kind)]
        if len(names) == 1:
            graph = field.data + _OUTPUT_TAG + _sized(_NAME_TAG + _sized(names[0]))
            return model[: field.start] + _GRAPH_TAG + _sized(graph) + model[field.end :]
    return None


class _Field(NamedTuple):
    number: int
    data: bytes
    start: int
    end: int


def _fields(message: bytes) -> Iterator[_Field]:
    """The fields of a protocol buffer; those that are numbers have no data."""
    at = 0
    while at < len(message):
        start = at
        key, at = _number(message, at)
        data = b""
        match key & 7:
            case 0:
                _, at = _number(message, at)
            case 1:
                at += 8
            case 2:
                size, at = _number(message, at)
                data = message[at : at + size]
                at += size
            case 5:
                at += 4
            case _:
                return
        yield _Field(key >> 3, data, start, at)


def _outputs(node: bytes, kind: bytes) -> list[bytes]:
    """The names of a node's outputs, where it is of that kind."""
    fields = list(_fields(node))
    if not any(field.number == _NODE_KIND and field.data == kind for field in fields):
        return []
    return [field.data for field in fields if field.number == _NODE_OUTPUT]


def _number(message: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = message[at]
        at += 1
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            return value, at


def _sized(data: bytes) -> bytes:
    """The data behind its length."""
    size, length = len(data), bytearray()
    while size > 0x7F:
        length.append(size & 0x7F | 0x80)
        size >>= 7
    length.append(size)
    return bytes(length) + data
