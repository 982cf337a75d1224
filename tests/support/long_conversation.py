"""A conversation as long as one likes, of everything Markdown has, the same each time."""

from __future__ import annotations

import random
from functools import lru_cache

from desktop_app.domain.messages import Message, MessageState, Part, PartKind, Role

_PARAGRAPH = """## What happens next

The **first** thing to know is that `streams` end; some end *well*. See [the page](https://example.org/a) for more, and
mind that a sentence may be long, may hold several clauses, and may still be worth reading to its end.

- one thing, which is `short`
- another thing with **weight** that goes on for a while, so that it is broken into two lines on the page
  - and one below it

1. first
2. second

> Somebody said this, and it was written down.

"""
_CODE = """```python
def when(line: str) -> datetime:
    \"\"\"The time in a line of the log.\"\"\"
    found = STAMP.search(line)  # between brackets
    if found is None:
        raise ValueError(f"no time in {line!r}")
    return datetime.strptime(found[1], "%d/%b/%Y:%H:%M:%S %z")
```

"""
_TABLE = """| Name | Value | Unit |
|:-----|------:|:----:|
| speed | 12.5 | m/s |
| weight | 300 | kg |
| **sum** | 312.5 | — |

"""


def markdown(size: int, seed: int = 7) -> str:
    """Mixed Markdown of about so many characters."""
    chance = random.Random(seed)
    parts: list[str] = []
    length = 0
    while length < size:
        part = chance.choice((_PARAGRAPH, _PARAGRAPH, _PARAGRAPH, _CODE * chance.randint(1, 2), _TABLE))
        parts.append(part)
        length += len(part)
    return "".join(parts)[:size]


def deltas(text: str, seed: int = 7) -> list[str]:
    """The text as a model sends it."""
    chance = random.Random(seed)
    cut: list[str] = []
    at = 0
    while at < len(text):
        length = chance.randint(4, 40)
        cut.append(text[at : at + length])
        at += length
    return cut


def message(name: str, role: Role, text: str, state: MessageState = MessageState.COMPLETE) -> Message:
    return Message(name, "c", None, role, (Part(PartKind.TEXT, text),), 0.0, state)


@lru_cache(maxsize=2)
def conversation(count: int, size: int) -> tuple[Message, ...]:
    """So many messages, questions and answers in turn, of so many characters together; each text is its own."""
    question = min(300, size // count)
    answer = 2 * size // count - question
    messages = []
    for number in range(0, count, 2):
        messages.append(message(f"m{number}", Role.USER, f"Question {number}. {markdown(question, number)}"[:question]))
        text = f"Answer {number + 1}.\n\n{markdown(answer, number)}"
        messages.append(message(f"m{number + 1}", Role.ASSISTANT, text[:answer]))
    return tuple(messages[:count])
