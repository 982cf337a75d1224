"""What is known of sound that was heard and kept: which words of a message it says, in whose voice."""

from __future__ import annotations

from dataclasses import dataclass

Key = tuple[str, int, int, str]
"""Voice, from where to where in the message, and the words."""


@dataclass(frozen=True, slots=True)
class KeptPhrase:
    """One phrase as it was heard: [start, end) of the message's source, the words that were said, who said them."""

    start: int
    end: int
    text: str
    pause: str
    voice: str
    seconds: float
    language: str = ""
    words: tuple[tuple[int, float], ...] = ()
    """The number of a word and the second at which it begins, where the voice told."""
    size: int = 0
    """Bytes of its file."""
    file: str = ""

    @property
    def key(self) -> Key:
        """What makes it the same phrase in the same voice."""
        return self.voice, self.start, self.end, self.text

    def overlaps(self, other: KeptPhrase) -> bool:
        return self.voice == other.voice and self.start < other.end and other.start < self.end
