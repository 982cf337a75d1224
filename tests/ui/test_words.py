"""Every kind of trouble is told in words."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.domain import errors
from desktop_app.domain.errors import KeyRefused, ServerError, UserError
from desktop_app.presenters.views import Step
from desktop_app.ui import words

SAID = "the words of whoever raised it"


def _kinds(kind: type[UserError]) -> list[type[UserError]]:
    return [kind, *(below for child in kind.__subclasses__() for below in _kinds(child))]


KINDS = [kind for kind in _kinds(UserError) if kind is not UserError and kind.__module__ == errors.__name__]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_kind_of_trouble_has_words_of_its_own(kind: type[UserError], qapp: QApplication) -> None:
    said = words.sentence(kind(SAID))
    assert kind.__name__ in words._SENTENCES
    assert SAID not in said
    assert said.endswith(".")


def test_no_words_are_kept_for_a_kind_that_is_gone() -> None:
    assert set(words._SENTENCES) == {kind.__name__ for kind in KINDS}


def test_trouble_without_words_of_its_own_takes_those_of_the_kind_above(qapp: QApplication) -> None:
    class Teapot(ServerError):
        pass

    assert words.sentence(Teapot(SAID)) == words.sentence(ServerError(SAID))


def test_trouble_of_no_known_kind_speaks_for_itself(qapp: QApplication) -> None:
    class Odd(UserError):
        pass

    assert words.sentence(Odd(SAID)) == SAID


def test_what_the_server_said_is_quoted_on_one_line_and_cut_short(qapp: QApplication) -> None:
    said = words.sentence(KeyRefused("", detail="wrong\n  key " + "x" * 500))
    assert "“wrong key xxx" in said
    assert "\n" not in said
    assert said.endswith("…”")
    assert len(said) < 250


def test_what_the_server_said_ends_before_the_next_sentence_begins(qapp: QApplication) -> None:
    assert "“slow down.” Trying again" in words.sentence(KeyRefused("", detail="slow down"), seconds=3)
    assert "“Slow down!” Trying again" in words.sentence(KeyRefused("", detail="Slow down!"), seconds=3)


def test_a_damaged_history_is_told_with_what_was_brought_over_and_where_it_lies(qapp: QApplication) -> None:
    mended = errors.HistoryMended("", "/kept/history.db.salvaged-1", conversations=1, messages=20, going=False)
    said = words.sentence(mended)
    assert "1 conversation with 20 messages" in said
    assert said.endswith("/kept/history.db.salvaged-1")
    nothing = words.sentence(errors.HistoryMended("", "/kept", going=False))
    assert "no message" in nothing
    assert nothing.endswith("/kept")


def test_a_history_of_a_newer_version_is_told_with_where_it_lies(qapp: QApplication) -> None:
    assert words.sentence(errors.HistoryNewer("", "/kept")).endswith("/kept")


@pytest.mark.parametrize(("left", "ending"), [(4.2, "in 5 s."), (1, "in 1 s."), (0, "again…"), (-1, "again…")])
def test_a_coming_try_is_counted_down(left: float, ending: str, qapp: QApplication) -> None:
    assert words.sentence(KeyRefused(""), seconds=left).endswith(ending)


def test_the_built_in_voice_is_named_where_it_took_over(qapp: QApplication) -> None:
    assert "built-in voice" in words.sentence(errors.PhraseRefused(""), fallback=True)
    assert "built-in voice" not in words.sentence(errors.PhraseRefused(""))


def test_the_words_that_a_voice_could_not_say_are_told_and_why(qapp: QApplication) -> None:
    error = errors.PhraseRefused("", detail="no swearing")
    error.about = "Words of a sort."
    said = words.sentence(error, fallback=True)
    assert "“no swearing.”" in said
    assert "built-in voice" in said
    assert said.endswith("“Words of a sort.”")
    assert "“Words of a sort.”" in words.sentence(error)


def test_every_step_has_a_label(qapp: QApplication) -> None:
    assert len({words.step_words(step) for step in Step}) == len(Step)
