"""What goes along with a message, saved prompts, what was asked before, drafts and edits, as a hand meets them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.attachments import LONGEST_SIDE, MOST, file_part, image_part
from desktop_app.domain.errors import PictureBroken, TooManyAttachments
from desktop_app.domain.prompts import SavedPrompt
from desktop_app.ui.composer import Composer
from desktop_app.ui.composing.attached import Attached
from desktop_app.ui.composing.chips import Chip
from desktop_app.ui.composing.dropping import WindowDrops
from desktop_app.ui.composing.given import Given, given_in
from desktop_app.ui.composing.pictures import QtPictureCodec
from desktop_app.ui.composing.prompt_menu import PromptMenu
from desktop_app.ui.composing.prompts_dialog import PromptsDialog
from desktop_app.ui.message_box import MessageBox
from desktop_app.ui.theme import ThemeKeeper
from tests.support.file_dialogs import file_dialog
from tests.ui.test_composer import _button

NOTES = file_part("It is dark.", "night.txt", "text/plain", 11)
SKY = image_part("b1", "sky.png", "image/png", 2_000, 40, 30)
TRANSLATE = SavedPrompt("1", "Translate", "Into {{language}}: {{text}}")
SUM_UP = SavedPrompt("2", "Sum up", "Sum up in three sentences.")


@pytest.fixture
def window(qtbot: QtBot, keeper: ThemeKeeper) -> QWidget:
    made = QWidget()
    made.resize(700, 600)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def composer(window: QWidget) -> Composer:
    made = Composer()
    made.setParent(window)
    made.setGeometry(20, 300, 660, 120)
    made.begin_to_submit()
    window.show()
    made.focus()
    return made


@pytest.fixture
def box(composer: Composer) -> MessageBox:
    found = composer.findChild(MessageBox)
    assert found is not None
    return found


def chips(composer: Composer) -> list[Chip]:
    return [chip for chip in composer.findChildren(Chip) if not chip.isHidden()]


def picture(width: int = 40, height: int = 30, colour: str = "#5588AA") -> QImage:
    made = QImage(width, height, QImage.Format.Format_RGB32)
    made.fill(QColor(colour))
    return made


def pasted(box: MessageBox, fill: Callable[[QMimeData], object]) -> None:
    data = QMimeData()
    fill(data)
    box.insertFromMimeData(data)


# Attachments


def test_a_pasted_picture_is_a_chip_at_once_and_goes_with_the_message_when_it_is_read(
    composer: Composer, box: MessageBox, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(composer.picture_pasted) as given:
        pasted(box, lambda data: data.setImageData(picture()))
    number, image = given.args
    assert isinstance(image, QImage)
    [chip] = chips(composer)
    assert chip.accessibleName() == "Picture, Reading…"
    composer.show_attachment(number, SKY, picture())
    assert chip.accessibleName() == "sky.png, 2 kB"
    with qtbot.waitSignal(composer.submitted) as sent:
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert sent.args == ["", (SKY,)]
    assert chips(composer) == []


def test_undo_brings_what_was_sent_back_with_its_attachments_and_redo_sends_them_off(
    composer: Composer, box: MessageBox
) -> None:
    composer.set_draft("Read this.", (NOTES,))
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert not chips(composer)
    box.undo()
    assert box.toPlainText() == "Read this."
    assert len(chips(composer)) == 1
    box.redo()
    assert not box.toPlainText()
    assert not chips(composer)
    box.undo()
    assert len(chips(composer)) == 1


def test_undo_of_words_typed_since_brings_no_attachments(composer: Composer, box: MessageBox) -> None:
    composer.set_draft("Read this.", (NOTES,))
    QTest.keyClick(box, Qt.Key.Key_Return)
    QTest.keyClicks(box, "And")
    box.undo()
    assert not box.toPlainText()
    assert not chips(composer)
    box.undo()
    assert box.toPlainText() == "Read this."
    assert len(chips(composer)) == 1


def test_what_was_sent_without_words_comes_back_with_the_key_for_undo(composer: Composer, box: MessageBox) -> None:
    composer.set_draft("", (NOTES,))
    box.document().clearUndoRedoStacks()
    QTest.keyClick(box, Qt.Key.Key_Return)
    QTest.keySequence(box, QKeySequence.StandardKey.Undo)
    assert len(chips(composer)) == 1
    QTest.keySequence(box, QKeySequence.StandardKey.Undo)
    assert len(chips(composer)) == 1


def test_in_another_conversation_nothing_that_was_sent_comes_back(composer: Composer, box: MessageBox) -> None:
    composer.set_draft("Read this.", (NOTES,))
    QTest.keyClick(box, Qt.Key.Key_Return)
    composer.begin_draft()
    QTest.keySequence(box, QKeySequence.StandardKey.Undo)
    assert not box.toPlainText()
    assert not chips(composer)


def test_send_waits_for_what_is_being_read(composer: Composer, box: MessageBox, qtbot: QtBot) -> None:
    numbers: list[int] = []
    composer.file_given.connect(lambda number, _path: numbers.append(number))
    composer.attach_given(Given(("/x/night.txt", "/x/day.txt")))
    QTest.keyClicks(box, "Why?")
    with qtbot.assertNotEmitted(composer.submitted):
        QTest.keyClick(box, Qt.Key.Key_Return)
        composer.show_attachment(numbers[0], NOTES, None)
    assert box.toPlainText() == "Why?"
    with qtbot.waitSignal(composer.submitted) as sent:
        composer.show_attachment(numbers[1], NOTES, None)
    assert sent.args == ["Why?", (NOTES, NOTES)]


def test_a_message_does_not_go_without_what_could_not_be_read(
    composer: Composer, box: MessageBox, qtbot: QtBot
) -> None:
    numbers: list[int] = []
    composer.file_given.connect(lambda number, _path: numbers.append(number))
    composer.attach_given(Given(("/x/odd",)))
    QTest.keyClicks(box, "Why?")
    with qtbot.assertNotEmitted(composer.submitted):
        QTest.keyClick(box, Qt.Key.Key_Return)
        composer.drop_attachment(numbers[0])
    assert (box.toPlainText(), chips(composer)) == ("Why?", [])


def test_who_writes_on_while_an_attachment_is_read_has_not_sent(
    composer: Composer, box: MessageBox, qtbot: QtBot
) -> None:
    numbers: list[int] = []
    composer.file_given.connect(lambda number, _path: numbers.append(number))
    composer.attach_given(Given(("/x/night.txt",)))
    with qtbot.assertNotEmitted(composer.submitted):
        QTest.keyClick(box, Qt.Key.Key_Return)
        QTest.keyClicks(box, "Wait")
        composer.show_attachment(numbers[0], NOTES, None)


def test_who_cannot_see_the_chips_is_told_of_them(composer: Composer, qtbot: QtBot, announced: list[str]) -> None:
    with qtbot.waitSignal(composer.file_given) as given:
        composer.attach_given(Given(("/x/night.txt",)))
    composer.show_attachment(given.args[0], NOTES, None)
    assert announced == ["Attached night.txt, 11 bytes"]


def as_office_programs_do(data: QMimeData) -> None:
    data.setText("1\t2")
    data.setImageData(picture())


def test_pasted_files_are_attached_and_words_stay_words(composer: Composer, box: MessageBox) -> None:
    paths: list[str] = []
    composer.file_given.connect(lambda _number, path: paths.append(path))
    pasted(box, lambda data: data.setUrls([QUrl.fromLocalFile("/x/a.txt"), QUrl.fromLocalFile("/x/b c.pdf")]))
    assert paths == ["/x/a.txt", "/x/b c.pdf"]
    pasted(box, as_office_programs_do)
    pasted(box, lambda data: data.setUrls([QUrl("https://example.org/")]))
    assert box.toPlainText() == "1\t2https://example.org/"
    assert len(paths) == 2


def test_of_a_picture_that_comes_as_bytes_nothing_is_decoded_by_the_window() -> None:
    data = QMimeData()
    data.setData("image/png", b"\x89PNG...")
    assert given_in(data) == Given(picture=b"\x89PNG...")


def test_chips_are_removed_by_mouse_and_keyboard_and_the_focus_stays_near(
    composer: Composer, box: MessageBox, qtbot: QtBot
) -> None:
    composer.set_draft("Why?", [NOTES, SKY, NOTES])
    first, second, third = chips(composer)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Delete)
    assert third.hasFocus()
    QTest.keyClick(third, Qt.Key.Key_Backspace)
    assert first.hasFocus()
    with qtbot.waitSignal(composer.attachment_removed):
        first._cross.click()
    assert box.hasFocus()
    assert chips(composer) == []
    assert first._cross.accessibleName() == "Remove night.txt"


def test_tab_goes_through_the_chips_before_the_message(composer: Composer, box: MessageBox) -> None:
    composer.set_draft("Why?", [NOTES, SKY])
    first, second = chips(composer)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Tab)
    assert box.hasFocus()


def test_more_than_a_message_takes_are_refused_in_words(composer: Composer, qtbot: QtBot) -> None:
    with qtbot.waitSignal(composer.attachment_refused) as refused:
        composer.attach_given(Given(tuple(f"/x/{number}" for number in range(MOST + 1))))
    assert isinstance(refused.args[0], TooManyAttachments)
    assert len(chips(composer)) == MOST


def test_many_chips_leave_the_page_its_place_and_the_one_with_the_keyboard_is_in_sight(composer: Composer) -> None:
    composer.set_draft("Why?", [NOTES] * MOST)
    row = chips(composer)
    area = composer.findChild(Attached)
    assert area is not None
    QApplication.processEvents()
    assert area.height() < 3 * row[0].height()
    row[-2].setFocus()
    QTest.keyClick(row[-2], Qt.Key.Key_Right)
    assert area.viewport().rect().contains(row[-1].mapTo(area.viewport(), row[-1].rect().center()))
    QTest.keyClick(row[-1], Qt.Key.Key_Left)
    for chip in reversed(row[:-1]):
        QTest.keyClick(chip, Qt.Key.Key_Left)
    assert row[0].hasFocus()
    assert area.viewport().rect().contains(row[0].mapTo(area.viewport(), row[0].rect().center()))


def test_files_are_chosen_in_a_dialog_that_holds_nothing_up(composer: Composer, qtbot: QtBot) -> None:
    composer.choose_files()
    composer.choose_files()  # one is open
    dialog = file_dialog(qtbot, composer.window())
    with qtbot.waitSignal(composer.file_given) as given:
        dialog.filesSelected.emit(["/x/night.txt"])
    assert given.args[1] == "/x/night.txt"
    dialog.reject()


def test_what_is_dropped_anywhere_on_the_window_is_attached(window: QWidget, composer: Composer, qtbot: QtBot) -> None:
    drops = WindowDrops(window, composer)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/x/night.txt")])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    assert composer.property("dropping") is True
    with qtbot.waitSignal(composer.file_given):
        QApplication.sendEvent(window, QDropEvent(QPointF(5, 5), copy, data, left, none))
    assert composer.property("dropping") is False
    words = QMimeData()
    words.setText("only words")
    refused = QDragEnterEvent(QPoint(5, 5), copy, words, left, none)
    QApplication.sendEvent(window, refused)
    assert not refused.isAccepted()
    assert drops.parent() is window


# Pictures


def test_a_large_picture_is_made_as_small_as_models_look_at_it() -> None:
    encoded = QtPictureCodec().encode(picture(4096, 1024), "wide.png")
    assert (encoded.width, encoded.height, encoded.media_type) == (LONGEST_SIDE, 512, "image/png")
    again = QImage.fromData(encoded.content)
    assert (again.width(), again.height()) == (LONGEST_SIDE, 512)
    thumbnail = encoded.thumbnail
    assert isinstance(thumbnail, QImage)
    assert thumbnail.width() == thumbnail.height()


def test_a_photograph_stays_one_and_loses_what_the_camera_wrote_beside_it(tmp_path: object) -> None:
    from PySide6.QtCore import QBuffer, QIODevice

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture(60, 40).save(buffer, "JPEG", 90)  # type: ignore[call-overload]  # the stubs want bytes, which it refuses
    plain = bytes(buffer.data().data())
    # Exif with the orientation "turned left", as a phone held upright writes it, and a secret place.
    exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0" + b"GPS: at home"
    photograph = plain[:2] + b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif + plain[2:]
    encoded = QtPictureCodec().encode(photograph, "me.jpg")
    assert encoded.media_type == "image/jpeg"
    assert (encoded.width, encoded.height) == (40, 60)
    assert b"GPS" not in encoded.content


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n broken", b"no picture"])
def test_a_broken_picture_says_so(content: bytes) -> None:
    with pytest.raises(PictureBroken) as refused:
        QtPictureCodec().encode(content, "broken.png")
    assert refused.value.about == "broken.png"


# What was asked before


@pytest.fixture
def recalling(composer: Composer) -> Composer:
    composer.asked_wanted.connect(lambda: composer.show_asked(["newest", "older\nlines", "oldest"]))
    return composer


def test_up_in_an_empty_box_recalls_and_down_goes_back(recalling: Composer, box: MessageBox) -> None:
    seen = []
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(box, key)
        seen.append(box.toPlainText())
    assert seen == ["newest", "older\nlines", "oldest", "oldest", "older\nlines", "newest"]
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.toPlainText() == ""


def test_up_never_takes_what_was_written(recalling: Composer, box: MessageBox) -> None:
    QTest.keyClicks(box, "mine")
    QTest.keyClick(box, Qt.Key.Key_Up)
    assert box.toPlainText() == "mine"
    box.replace_text("")
    QTest.keyClick(box, Qt.Key.Key_Up)
    QTest.keyClicks(box, "!")
    QTest.keyClick(box, Qt.Key.Key_Up)
    assert box.toPlainText() == "newest!"
    box.undo()
    box.undo()
    assert box.toPlainText() == "mine", "what was there before is not lost either"


def test_what_was_sent_is_the_first_to_come_back(recalling: Composer, box: MessageBox) -> None:
    QTest.keyClick(box, Qt.Key.Key_Up)
    box.replace_text("oldest")
    QTest.keyClick(box, Qt.Key.Key_Return)
    QTest.keyClick(box, Qt.Key.Key_Up)
    QTest.keyClick(box, Qt.Key.Key_Up)
    assert box.toPlainText() == "newest"


def test_while_an_input_method_composes_its_keys_are_its_own(recalling: Composer, box: MessageBox) -> None:
    QApplication.sendEvent(box, QInputMethodEvent("に", []))
    QTest.keyClick(box, Qt.Key.Key_Up)
    assert box.toPlainText() == ""


# Saved prompts


@pytest.fixture
def prompted(composer: Composer) -> Composer:
    composer.prompts_wanted.connect(lambda: composer.show_prompts([SUM_UP, TRANSLATE]))
    return composer


def menu_of(composer: Composer) -> PromptMenu:
    [menu] = composer.window().findChildren(PromptMenu)
    return menu


def test_a_stroke_in_the_empty_box_lists_the_saved_prompts_and_the_keyboard_stays(
    prompted: Composer, box: MessageBox
) -> None:
    QTest.keyClicks(box, "/")
    menu = menu_of(prompted)
    assert menu.isVisible()
    assert box.hasFocus()
    assert menu.geometry().bottom() < prompted.geometry().top()
    assert [menu._list.item(row).text() for row in range(3)] == ["Sum up", "Translate", "Edit saved prompts…"]
    QTest.keyClicks(box, "tr")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert menu.isHidden()
    assert box.toPlainText() == TRANSLATE.text
    assert box.textCursor().selectedText() == "{{language}}"


def test_tab_walks_the_fields_and_then_the_window(prompted: Composer, box: MessageBox) -> None:
    QTest.keyClicks(box, "/t")
    QTest.keyClick(box, Qt.Key.Key_Tab)
    box.insertPlainText("German 🙂")
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert box.textCursor().selectedText() == "{{text}}"
    QTest.keyClick(box, Qt.Key.Key_Backtab)
    assert box.textCursor().selectedText() == "{{text}}", "the only one left"
    QTest.keyClicks(box, "Yes")
    assert box.toPlainText() == "Into German 🙂: Yes"
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert not box.hasFocus()


def test_the_fields_end_with_the_message_they_stood_in(prompted: Composer, box: MessageBox) -> None:
    QTest.keyClicks(box, "/t")
    QTest.keyClick(box, Qt.Key.Key_Return)
    QTest.keyClick(box, Qt.Key.Key_Return)
    QTest.keyClicks(box, "{{x}}")
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert not box.hasFocus()


def test_braces_that_came_from_no_prompt_do_not_hold_the_tab_key(composer: Composer, box: MessageBox) -> None:
    QTest.keyClicks(box, "{{x}}")
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert not box.hasFocus()


def test_esc_puts_the_list_away_and_the_message_can_begin_with_a_stroke(
    prompted: Composer, box: MessageBox, qtbot: QtBot
) -> None:
    QTest.keyClicks(box, "/")
    override = QKeyEvent(QKeyEvent.Type.ShortcutOverride, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    override.ignore()
    QApplication.sendEvent(box, override)
    assert override.isAccepted(), "or the window would stop the voice"
    QTest.keyClick(box, Qt.Key.Key_Escape)
    QTest.keyClicks(box, "sum")
    assert not menu_of(prompted).open
    with qtbot.waitSignal(prompted.submitted) as sent:
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert sent.args[0] == "/sum"


def test_a_path_is_no_prompt(prompted: Composer, box: MessageBox, qtbot: QtBot) -> None:
    QTest.keyClicks(box, "/etc/hosts")
    with qtbot.waitSignal(prompted.submitted) as sent:
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert sent.args[0] == "/etc/hosts"
    QTest.keyClicks(box, "a/")
    assert not menu_of(prompted).open


def test_the_last_row_leads_to_the_prompts_themselves(composer: Composer, box: MessageBox) -> None:
    composer.prompts_wanted.connect(lambda: composer.show_prompts([]))
    QTest.keyClicks(box, "/")
    QTest.keyClick(box, Qt.Key.Key_Return)
    [dialog] = composer.window().findChildren(PromptsDialog)
    assert dialog.isVisible()
    assert not dialog.isModal()
    assert box.toPlainText() == ""
    dialog.close()


def test_what_stands_in_the_box_is_saved_named_changed_and_deleted(
    prompted: Composer, box: MessageBox, qtbot: QtBot
) -> None:
    kept: list[SavedPrompt] = []
    prompted.prompt_kept.connect(kept.append)
    QTest.keyClicks(box, "Explain {{it}}")
    prompted.save_prompt()
    [dialog] = prompted.window().findChildren(PromptsDialog)
    [name], [text] = dialog.findChildren(QLineEdit), dialog.findChildren(QPlainTextEdit)
    assert text.toPlainText() == "Explain {{it}}"
    QTest.keyClicks(name, "Explain")
    _button(dialog, "Done").click()
    [new] = kept
    assert (new.name, new.text) == ("Explain", "Explain {{it}}")
    assert not dialog.isVisible()
    prompted.manage_prompts()
    prompted.show_prompts([new, SUM_UP])
    dialog._list.setCurrentRow(1)
    assert name.text() == "Sum up"
    QTest.keyClicks(name, "!")
    dialog._list.setCurrentRow(0)
    assert kept[1:] == [SavedPrompt("2", "Sum up!", SUM_UP.text)]
    with qtbot.waitSignal(prompted.prompt_deleted) as deleted:
        _button(dialog, "Delete").click()
    assert deleted.args == [new.id]
    dialog.close()


def test_a_prompt_without_a_name_is_called_by_its_first_words(composer: Composer, qtbot: QtBot) -> None:
    composer.manage_prompts()
    [dialog] = composer.window().findChildren(PromptsDialog)
    _button(dialog, "New prompt").click()
    dialog.findChildren(QPlainTextEdit)[0].setPlainText("Explain this\nto a child, please, and in rather few words")
    with qtbot.waitSignal(composer.prompt_kept) as kept:
        dialog.close()
    assert kept.args[0].name == "Explain this to a child, please, and in"


def test_the_menu_of_the_box_offers_what_the_keyboard_does(composer: Composer, box: MessageBox) -> None:
    menu = QMenu()
    box.menu_opened.emit(menu)
    offered = {action.text(): action.isEnabled() for action in menu.actions() if action.text()}
    assert offered == {"Attach files…": True, "Saved prompts…": True, "Save as a prompt…": False}


# Drafts and edits


def test_a_draft_is_told_soon_after_it_was_typed(composer: Composer, box: MessageBox, qtbot: QtBot) -> None:
    with qtbot.waitSignal(composer.draft_changed, timeout=1000) as told:
        QTest.keyClicks(box, "Why")
    assert told.args == ["Why", ()]
    QTest.keyClicks(box, "?")
    with qtbot.waitSignal(composer.draft_changed) as told:
        composer.settle_draft()
    assert told.args == ["Why?", ()]
    with qtbot.assertNotEmitted(composer.draft_changed):
        composer.settle_draft()


def test_what_was_sent_is_no_draft_any_more(composer: Composer, box: MessageBox) -> None:
    told: list[object] = []
    composer.draft_changed.connect(lambda text, parts: told.append((text, parts)))
    composer.set_draft("Why?", [NOTES])
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert told == [("", ())]


def test_another_conversation_has_another_box_and_no_undo_leads_back(composer: Composer, box: MessageBox) -> None:
    QTest.keyClicks(box, "of one")
    composer.begin_draft()
    assert box.toPlainText() == ""
    composer.restore_draft("of two", [SKY])
    box.undo()
    assert box.toPlainText() == "of two"
    assert len(chips(composer)) == 1


def test_a_restored_draft_stands_before_what_was_typed_since(composer: Composer, box: MessageBox) -> None:
    QTest.keyClicks(box, "typed")
    composer.restore_draft("kept", [])
    assert box.toPlainText() == "kept\ntyped"


def test_what_was_submitted_while_the_program_starts_goes_without_the_draft(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    composer = Composer()
    qtbot.addWidget(composer)
    box = composer.findChild(MessageBox)
    assert box is not None
    QTest.keyClicks(box, "Why?")
    QTest.keyClick(box, Qt.Key.Key_Return)
    composer.restore_draft("kept", [NOTES])
    with qtbot.waitSignal(composer.submitted) as sent:
        composer.begin_to_submit()
    assert sent.args == ["Why?", ()]
    assert box.toPlainText() == "kept"
    assert len(chips(composer)) == 1


def test_an_edit_keeps_what_was_being_typed(composer: Composer, box: MessageBox, qtbot: QtBot) -> None:
    composer.set_draft("half a thought", [SKY])
    composer.settle_draft()
    with qtbot.waitSignal(composer.thumbnails_wanted) as wanted:
        composer.begin_edit("An old question", [NOTES, SKY])
    assert wanted.args == [("b1",)]
    assert any(label.text() == "A new version of your question" for label in composer.findChildren(QLabel))
    with qtbot.assertNotEmitted(composer.draft_changed):
        QTest.keyClicks(box, "!")
        composer.settle_draft()
    composer.submitted.connect(lambda _text, _parts: composer.end_edit())
    with qtbot.waitSignals([composer.submitted, composer.draft_changed]):
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.toPlainText() == "half a thought"
    assert [chip.part for chip in chips(composer)] == [SKY]


def test_an_edit_can_be_given_up(composer: Composer, box: MessageBox, qtbot: QtBot) -> None:
    composer.begin_edit("An old question", [])
    with qtbot.waitSignal(composer.edit_cancelled):
        _button(composer, "Cancel the edit").click()
    composer.end_edit()
    assert box.toPlainText() == ""
    assert not _button(composer, "Cancel the edit").isVisible()


def test_zoom_makes_what_one_writes_larger(composer: Composer, box: MessageBox) -> None:
    before = box.sizeHint().height()
    composer.set_zoom(2.0)
    assert box.sizeHint().height() > 1.5 * before
