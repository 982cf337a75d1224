"""A history of as many messages as one likes, written with the program's own verbs: the same each time.

Words follow Zipf's law, in a vocabulary of their own for each of five languages with alphabets; every fifth
conversation is Chinese or Japanese, and some answers hold code. Each has up to 80 messages; some questions were asked
twice, so it is a tree.
"""

from __future__ import annotations

import contextlib
import itertools
import random
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from desktop_app.domain.messages import Conversation, Message, MessageState, Part, PartKind, Role
from desktop_app.domain.usage import Timings, Usage
from desktop_app.storage import tables
from desktop_app.storage.migrations import MIGRATIONS
from tests.support.language_texts import PHRASES

_VOCABULARY = 40_000
"""Words of a language."""
_LANGUAGES = ("en", "en", "en", "en", "de", "fr", "es", "it", "cmn", "ja")
_WITHOUT_BLANKS = {"cmn", "ja"}
_SYLLABLES = {
    "en": "th er on an re he in ed nd ha at en es of or nt ea ti to it st io le is ou ar as de rt ve ly ing ment",
    "de": "en er ch de ei ie in te un ge st ic he ne se ng re au di be ss ür ör ung keit schaft ver",
    "fr": "es de le en re nt on er ou an qu it is ti ai eu ra ét té ée eur tion ment ç",
    "es": "de en os ra es er la ar as on ci te an do ad ió ón ña mente que",
    "it": "to re ra di la no ta te co er ri ne gli che zione mente à ò",
}
_CODE = """```python
def {0}({1}: str, {2}: int = {3}) -> list[str]:
    if {2} > {3}:
        raise ValueError(f"{1} is {{{2}}}")
    return [{1}.strip() for _ in range({2})]
```"""
_MODELS = ("gpt-5-mini", "gpt-5", "llama3.2:3b", "qwen3-14b")
_NEWEST = 1_790_000_000.0
_APART = 150.0
"""Seconds between two messages."""


class Words:
    """Texts of one language; ``common`` words, and some of each thousand ranks, can be looked for."""

    def __init__(self, language: str, chance: random.Random) -> None:
        self.language = language
        self._chance = chance
        self._blank = "" if language in _WITHOUT_BLANKS else " "
        self.words = self._vocabulary()
        self._weights = list(itertools.accumulate(1 / (rank + 2.7) for rank in range(len(self.words))))

    def text(self, count: int) -> str:
        """So many words, as sentences and paragraphs."""
        drawn = self._chance.choices(self.words, cum_weights=self._weights, k=count)
        sentences = []
        at = 0
        while at < count:
            length = self._chance.randint(5, 22)
            sentence = self._blank.join(drawn[at : at + length])
            sentences.append(sentence[:1].upper() + sentence[1:] + ("。" if not self._blank else "."))
            at += length
        paragraphs = [self._blank.join(sentences[first : first + 4]) for first in range(0, len(sentences), 4)]
        return "\n\n".join(paragraphs)

    def word(self) -> str:
        return self._chance.choices(self.words, cum_weights=self._weights)[0]

    def _vocabulary(self) -> list[str]:
        if not self._blank:
            letters = [chr(code) for code in range(0x4E00, 0x4E00 + 3000)]
            if self.language == "ja":
                letters = [chr(code) for code in range(0x3042, 0x3093)] + letters[:1500]
            self._chance.shuffle(letters)
            return letters
        phrases = " ".join(PHRASES.get(self.language, ())).lower()
        real = [word for word in dict.fromkeys(phrases.replace(".", " ").split()) if word.isalpha()]
        syllables = _SYLLABLES[self.language].split()
        made: dict[str, None] = dict.fromkeys(real)
        while len(made) < _VOCABULARY:
            made["".join(self._chance.choices(syllables, k=self._chance.randint(1, 5)))] = None
        return list(made)


class ManyMessages:
    """``texts`` gives what is written, without a file; ``fill`` writes it into one."""

    def __init__(self, seed: int = 7) -> None:
        self._chance = random.Random(seed)
        self.languages = [Words(language, self._chance) for language in dict.fromkeys(_LANGUAGES)]
        self._by_name = {words.language: words for words in self.languages}

    def conversations(self, messages: int) -> Iterator[tuple[Conversation, list[Message]]]:
        """About so many messages, the oldest conversation first."""
        written = 0
        while written < messages:
            count = min(self._chance.choice((2, 4, 6, 8, 12, 16, 24, 40, 80)), max(messages - written, 2))
            moment = _NEWEST - (messages - written) * _APART
            yield self._conversation(count, moment)
            written += count

    def _conversation(self, count: int, moment: float) -> tuple[Conversation, list[Message]]:
        words = self._by_name[self._chance.choice(_LANGUAGES)]
        conversation = Conversation(self._id(), words.text(5)[:60].rstrip("。."), moment, moment)
        messages: list[Message] = []
        parent: str | None = None
        for number in range(count):
            role = Role.ASSISTANT if number % 2 else Role.USER
            again = role is Role.ASSISTANT and len(messages) > 2 and self._chance.random() < 0.05
            above = messages[-1].parent_id if again else parent
            messages.append(self._message(conversation.id, above, role, moment + number * _APART, words))
            parent = messages[-1].id
        return conversation, messages

    def _message(self, conversation_id: str, parent: str | None, role: Role, moment: float, words: Words) -> Message:
        mine = role is Role.USER
        length = max(1, int(self._chance.lognormvariate(3.0 if mine else 4.8, 0.8)))
        text = words.text(length * (2 if words.language in _WITHOUT_BLANKS else 1))
        if not mine and self._chance.random() < 0.15:
            names = [words.word() if words.language not in _WITHOUT_BLANKS else "value" for _ in range(3)]
            text += "\n\n" + _CODE.format(*names, self._chance.randint(1, 999))
        return Message(
            self._id(),
            conversation_id,
            parent,
            role,
            (Part(PartKind.TEXT, text, {} if mine else {"server": "api.openai.com"}),),
            moment,
            MessageState.COMPLETE,
            "" if mine else self._chance.choice(_MODELS),
            None if mine else Usage(length * 2, length, 0, 0),
            None if mine else Timings(0.4, 0.7, 3.2),
        )

    def _id(self) -> str:
        return f"{self._chance.getrandbits(128):032x}"


def fill(path: Path, messages: int, seed: int = 7, tell: Callable[[int], object] = lambda _count: None) -> int:
    """Makes the file; how many characters, in bytes of UTF-8, the texts have."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as db:
        for setting in ("journal_mode = WAL", "synchronous = OFF", "secure_delete = ON", "cache_size = -400000"):
            db.execute(f"PRAGMA {setting}")
        for number, step in enumerate(MIGRATIONS):
            step(db)
            db.execute(f"PRAGMA user_version = {number + 1}")
        written, size = 0, 0
        for batch in _batches(ManyMessages(seed).conversations(messages), 500):
            db.execute("BEGIN")
            for conversation, rows in batch:
                size += _write(db, conversation, rows)
                written += len(rows)
            db.execute("COMMIT")
            tell(written)
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return size


def _write(db: sqlite3.Connection, conversation: Conversation, messages: list[Message]) -> int:
    """As the program does, verb by verb."""
    size = 0
    tables.add_conversation(db, conversation)
    for message in messages:
        turn = f"{message.id[:16]}" if message.role is Role.ASSISTANT else ""
        tables.add_message(db, message, turn)
        if turn:
            tables.finish_message(db, message, turn, "", message.created + 3.2)
        size += len(message.text.encode())
    tables.set_state_value(db, tables.OPEN_CONVERSATION, conversation.id)
    return size


def _batches(
    rows: Iterator[tuple[Conversation, list[Message]]], size: int
) -> Iterator[list[tuple[Conversation, list[Message]]]]:
    while batch := list(itertools.islice(rows, size)):
        yield batch
