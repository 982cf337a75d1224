"""Whether each phrase is told to be in the language it is in, and what that costs."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping

from desktop_app.speech.text.languages import language_among, language_of
from desktop_app.speech.text.surroundings import Surroundings
from tests.support.language_texts import CHATS, PHRASES, UNSEEN, UNSEEN_CHATS, Chat

ROUNDS = 20


def main() -> None:
    language_of("Imports the library.")
    for name, texts in (("phrases", PHRASES), ("phrases nothing was tuned by", UNSEEN)):
        _alone(name, texts)
    for name, chats in (("mixed chats", CHATS), ("mixed chats nothing was tuned by", UNSEEN_CHATS)):
        _in_chats(name, chats)
    _among_others({language: PHRASES[language] + UNSEEN.get(language, ()) for language in PHRASES})
    _cost()


def _alone(name: str, texts: Mapping[str, tuple[str, ...]]) -> None:
    told = [language_of(phrase, "") == language for language, phrases in texts.items() for phrase in phrases]
    print(f"{len(told)} {name} of {len(texts)} languages, each alone: {_part(told)} right")


def _in_chats(name: str, chats: Iterable[Chat]) -> None:
    told: list[bool] = []
    for chat in chats:
        around = Surroundings.of_question(chat.asked)
        for phrase, language in chat.said:
            parts = around.parts(phrase)
            told.append([part.language for part in parts] == [language])
            if not told[-1]:
                print(f"  {phrase!r} was taken for {parts}, not {language}")
    print(f"{len(told)} phrases of {name}: {_part(told)} right (target: .98)")


def _among_others(texts: Mapping[str, tuple[str, ...]]) -> None:
    """A whole sentence in English or German text: noticed; and none is taken for another in its own."""
    pairs = [(around, language) for around in ("en", "de") for language in texts if language != around]
    noticed = [
        language_among(phrase, around) == language
        for around, language in pairs
        for phrase in texts[language]
        if len(phrase.split()) > 3
    ]
    kept = [language_among(phrase, language) == language for language, phrases in texts.items() for phrase in phrases]
    print(f"sentences among another language: {_part(noticed)} noticed; among their own: {_part(kept)} kept")


def _cost() -> None:
    chats = [*CHATS, *UNSEEN_CHATS]
    count = ROUNDS * sum(len(chat.said) for chat in chats)
    began = time.thread_time()
    for chat in chats * ROUNDS:
        around = Surroundings.of_question(chat.asked)
        for phrase, _language in chat.said:
            around.parts(phrase)
    print(f"a phrase takes {(time.thread_time() - began) / count * 1e6:.0f} µs")


def _part(told: list[bool]) -> str:
    return f"{sum(told) / len(told):.3f}"


if __name__ == "__main__":
    main()
