"""The page before anything is chosen: three ways, one click each, and no key that stays in a field."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QLineEdit, QScrollArea
from pytestqt.qtbot import QtBot

from desktop_app.domain.errors import KeyRefused
from desktop_app.presenters.views import FirstStartView, FoundServer
from desktop_app.ui.first_start import FirstStartPage
from tests.support.settings_dialog import named, words

OLLAMA = FoundServer("Ollama", "http://localhost:11434/v1", ("llama3.2", "qwen3", "gemma", "phi"))
STUDIO = FoundServer("LM Studio", "http://localhost:1234/v1", ("qwen3",))
LEFT = Qt.MouseButton.LeftButton
ENTER = Qt.Key.Key_Return

Sent = list[tuple[str, tuple[object, ...]]]


@pytest.fixture
def sent() -> Sent:
    return []


@pytest.fixture
def page(qtbot: QtBot, sent: Sent) -> FirstStartPage:
    page = FirstStartPage()
    qtbot.addWidget(page)
    for name in ("key_submitted", "server_chosen", "other_server_requested", "demo_requested"):
        getattr(page, name).connect(lambda *values, name=name: sent.append((name, values)))
    page.resize(1280, 820)
    page.set_visible(visible=True)
    qtbot.waitExposed(page)
    page.activateWindow()
    return page


@pytest.fixture
def key(page: FirstStartPage) -> QLineEdit:
    return named(page, QLineEdit, "OpenAI key")


def button(page: FirstStartPage, name: str) -> QAbstractButton:
    return named(page, QAbstractButton, name)


def cards(page: FirstStartPage) -> list[QFrame]:
    return [frame for frame in page.findChildren(QFrame) if frame.property("look") == "card"]


def test_it_is_what_the_presenter_asks_for(page: FirstStartPage) -> None:
    view: FirstStartView = page
    assert view is page


def test_it_offers_a_key_a_server_and_the_demo(page: FirstStartPage) -> None:
    assert "Hear the answer while it is being written." in words(page)
    assert [words(card).splitlines()[0] for card in cards(page)] == [
        "OpenAI key",
        "A server of your own",
        "Just listen",
    ]


def test_a_key_is_submitted_by_the_button_and_by_enter(page: FirstStartPage, key: QLineEdit, sent: Sent) -> None:
    key.setText(" sk-pasted\n")
    QTest.mouseClick(button(page, "Check and start"), LEFT)
    key.setFocus()
    QTest.keyClick(key, ENTER)
    assert sent == [("key_submitted", ("sk-pasted",)), ("key_submitted", ("sk-pasted",))]


def test_no_key_is_not_submitted_but_asked_for(page: FirstStartPage, sent: Sent) -> None:
    QTest.mouseClick(button(page, "Check and start"), LEFT)
    assert sent == []
    assert "Paste a key first." in words(page)


def test_the_key_is_shown_as_dots(page: FirstStartPage, key: QLineEdit) -> None:
    QTest.keyClicks(key, "sk-secret")
    assert len(set(key.displayText())) == 1
    assert key.placeholderText() == "sk-…"


def test_while_the_key_is_checked_field_and_button_wait_and_say_so(
    page: FirstStartPage, key: QLineEdit, sent: Sent
) -> None:
    key.setText("sk-1")
    page.set_checking(checking=True)
    assert not key.isEnabled()
    checking = button(page, "Checking…")
    assert not checking.isEnabled()
    assert checking.text() == "Checking…"
    QTest.mouseClick(checking, LEFT)
    assert sent == []


def test_a_refused_key_is_said_and_stays_to_be_mended(page: FirstStartPage, key: QLineEdit) -> None:
    key.setText("sk-typo")
    page.show_key_problem(None)
    page.set_checking(checking=True)
    page.show_key_problem(KeyRefused("no"))
    page.set_checking(checking=False)
    assert "The key was refused." in words(page)
    assert "The key was refused." in key.accessibleDescription()
    assert key.text() == "sk-typo"
    assert key.isEnabled()
    key.setText("sk-mended")
    assert "refused" not in words(page)


def test_an_accepted_key_is_gone_from_the_field(page: FirstStartPage, key: QLineEdit) -> None:
    key.setText("sk-good")
    page.set_checking(checking=True)
    page.set_checking(checking=False)
    assert key.text() == ""
    key.undo()
    assert key.text() == ""


def test_no_key_stays_on_a_hidden_page(page: FirstStartPage, key: QLineEdit) -> None:
    key.setText("sk-good")
    page.set_visible(visible=False)
    assert not page.isVisible()
    assert key.text() == ""
    page.set_visible(visible=True)
    key.setText("sk-other")
    page.hide()
    assert key.text() == ""


def test_no_key_stays_on_a_page_whose_window_is_hidden_already(page: FirstStartPage, key: QLineEdit) -> None:
    page.hide()
    key.setText("sk-good")
    page.set_visible(visible=False)
    assert key.text() == ""


def test_a_search_for_servers_says_how_it_stands(page: FirstStartPage) -> None:
    page.show_servers((), searching=True)
    QApplication.processEvents()
    assert "Searching…" in words(page)
    page.show_servers((), searching=False)
    QApplication.processEvents()
    assert "Searching…" not in words(page)
    assert "None found on this machine." in words(page)
    page.show_servers((OLLAMA,), searching=False)
    QApplication.processEvents()
    assert "None found" not in words(page)


def test_a_found_server_is_named_with_its_models_and_is_one_click(page: FirstStartPage, sent: Sent) -> None:
    page.show_servers((OLLAMA, STUDIO), searching=False)
    QApplication.processEvents()
    assert "Ollama found on this machine" in words(page)
    assert "llama3.2 · qwen3 · 2 more" in words(page)
    assert button(page, "Use Ollama").property("look") == "primary"
    assert button(page, "Use LM Studio").property("look") != "primary"
    QTest.mouseClick(button(page, "Use LM Studio"), LEFT)
    QTest.mouseClick(button(page, "Use Ollama"), LEFT)
    assert sent == [("server_chosen", (STUDIO,)), ("server_chosen", (OLLAMA,))]


def test_a_server_that_is_no_longer_found_is_no_longer_offered(qtbot: QtBot, page: FirstStartPage) -> None:
    page.show_servers((OLLAMA,), searching=True)
    page.show_servers((STUDIO,), searching=False)
    qtbot.waitUntil(
        lambda: not [one for one in page.findChildren(QAbstractButton) if one.accessibleName() == "Use Ollama"]
    )
    assert "Ollama" not in words(page)


def test_models_are_shown_as_they_stand_and_never_as_html(page: FirstStartPage) -> None:
    page.show_servers((FoundServer("X", "http://x/v1", ("<b>bold</b>",)),), searching=False)
    QApplication.processEvents()
    label = next(one for one in page.findChildren(QFrame) if one.accessibleName() == "<b>bold</b>")
    assert "<b>" not in label.text()  # type: ignore[attr-defined]
    assert "&lt;b&gt;" in label.text()  # type: ignore[attr-defined]


def test_other_opens_settings(page: FirstStartPage, sent: Sent) -> None:
    QTest.mouseClick(button(page, "Other…"), LEFT)
    assert sent == [("other_server_requested", ())]


def test_the_demo_starts_by_its_button_and_by_enter_on_the_page(page: FirstStartPage, sent: Sent) -> None:
    assert page.hasFocus(), "the page has the focus when it comes up"
    QTest.keyClick(page, ENTER)
    QTest.keyClick(page, Qt.Key.Key_Enter)
    QTest.mouseClick(button(page, "Start the demo"), LEFT)
    assert sent == [("demo_requested", ())] * 3


def test_enter_on_another_button_is_that_button_and_not_the_demo(page: FirstStartPage, sent: Sent) -> None:
    page.show_servers((OLLAMA,), searching=False)
    for name in ("Use Ollama", "Other…"):
        one = button(page, name)
        one.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(one, ENTER)
    assert [name for name, _values in sent] == ["server_chosen", "other_server_requested"]


def test_tab_goes_through_the_cards_in_the_order_they_stand(page: FirstStartPage) -> None:
    page.show_servers((OLLAMA, STUDIO), searching=False)
    QApplication.processEvents()
    page.setFocus()
    reached = []
    for _ in range(6):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.append(focused.accessibleName())
    assert reached == ["OpenAI key", "Check and start", "Use Ollama", "Use LM Studio", "Other…", "Start the demo"]


def test_on_a_wide_window_the_cards_stand_beside_each_other(page: FirstStartPage) -> None:
    QApplication.processEvents()
    assert len({card.mapTo(page, card.rect().topLeft()).y() for card in cards(page)}) == 1
    assert len({card.size().toTuple() for card in cards(page)}) == 1


def test_on_a_narrow_window_they_stand_below_each_other_whole_and_scroll(qtbot: QtBot, page: FirstStartPage) -> None:
    page.resize(640, 480)
    page.show_servers((OLLAMA, STUDIO), searching=False)
    page.show_key_problem(KeyRefused("no"))
    area = page.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    QApplication.processEvents()
    lefts = {card.mapTo(page, card.rect().topLeft()).x() for card in cards(page)}
    assert len(lefts) == 1
    for name in ("Check and start", "Use Ollama", "Use LM Studio", "Other…", "Start the demo"):
        one = button(page, name)
        assert one.height() >= one.sizeHint().height(), f"{name} is squeezed"
    inner = area.widget()
    assert inner is not None
    assert inner.width() <= area.viewport().width()
