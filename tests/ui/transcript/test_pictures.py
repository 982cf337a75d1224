"""Pictures are shown from their own letters or when they were asked for, and never fetched."""

from __future__ import annotations

import base64
import time

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPointF
from PySide6.QtGui import QColor, QImage, QImageWriter

from desktop_app.domain.attachments import file_part, image_part
from desktop_app.ui.theme import LIGHT
from desktop_app.ui.transcript.compositions.attachments_composition import blob_address
from desktop_app.ui.transcript.compositions.composing import Setting, compose_words
from desktop_app.ui.transcript.looks.looks import Styles
from desktop_app.ui.transcript.sheets.pictures import Pictures
from desktop_app.ui.transcript.sheets.sheets import make_sheet
from tests.ui.transcript.sheeting import WIDTH, composed, finished, ink_in, painted, sheet_of

pytestmark = pytest.mark.usefixtures("fonts")


def png(width: int = 300, height: int = 160, colour: str = "#3377aa", kind: str = "PNG") -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, kind.encode()).write(image)
    return bytes(buffer.data().data())


def data_address(content: bytes) -> str:
    return f"data:image/png;base64,{base64.b64encode(content).decode()}"


def read(pictures: Pictures, address: str) -> QImage | None:
    end = time.monotonic() + 20
    while not pictures.known(address):
        assert time.monotonic() < end
        time.sleep(0.002)
    return pictures.get(address)


@pytest.mark.parametrize("kind", ["PNG", "JPG", "WEBP", "BMP"])
def test_pictures_of_the_usual_kinds_are_read(kind: str) -> None:
    pictures = Pictures()
    pictures.give("a", png(kind=kind))
    image = read(pictures, "a")
    assert image is not None
    assert (image.width(), image.height()) == (300, 160)


@pytest.mark.parametrize("content", [b"", b"words", b"<svg xmlns='http://www.w3.org/2000/svg'/>", png()[:60]])
def test_what_is_no_picture_is_none(content: bytes) -> None:
    pictures = Pictures()
    pictures.give("a", content)
    assert read(pictures, "a") is None


def test_a_large_picture_is_kept_smaller() -> None:
    pictures = Pictures()
    pictures.give("a", png(4000, 200))
    image = read(pictures, "a")
    assert image is not None
    assert (image.width(), image.height()) == (1600, 80)


@pytest.mark.parametrize("address", ["data:image/png;base64,!!!", "data:image/png;base64,", "data:image/png"])
def test_letters_that_are_no_picture_are_none(address: str) -> None:
    pictures = Pictures()
    pictures.read_own(address)
    assert read(pictures, address) is None


def test_a_picture_in_its_own_letters_is_shown_at_once() -> None:
    sheet = sheet_of(f"![A field]({data_address(png(colour='#aa3311'))})")
    assert sheet.composition.text == "A field"
    image = painted(sheet)
    assert QColor(image.pixel(100, round(sheet.height / 2))).name() == "#aa3311"
    assert not ink_in(image, sheet.place_of(0).translated(320, 0).adjusted(0, 0, 100, 0))
    assert sheet.tip_at(QPointF(50, 60)) == "A field"


def test_a_picture_wider_than_the_column_is_made_to_fit() -> None:
    (piece,) = composed(f"![x]({data_address(png(1400, 700, '#aa3312'))})")
    sheet = finished(make_sheet(piece, Styles(LIGHT), 400))
    assert sheet.height < 260
    assert not sheet.scroll_sideways(10)


def test_a_picture_on_the_web_stands_as_words_until_it_is_given() -> None:
    address = "https://example.org/given.png"
    sheet = sheet_of(f"![Given]({address})")
    words = sheet.height
    assert sheet.addresses == {address}
    assert not sheet.unfinished
    sheet.set_image("https://example.org/another.png", png())
    assert not sheet.unfinished
    sheet.set_image(address, png())
    finished(sheet)
    assert sheet.height > words + 100
    assert sheet.addresses == frozenset()
    later = make_sheet(sheet.composition, Styles(LIGHT), WIDTH)
    assert later.height == sheet.height


def test_a_picture_that_could_not_be_had_stays_words() -> None:
    address = "https://example.org/gone.png"
    sheet = sheet_of(f"![Gone]({address})")
    words = sheet.height
    sheet.set_image(address, None)
    finished(sheet)
    assert sheet.height == words


def test_what_was_sent_along_asks_for_its_pictures_and_shows_them() -> None:
    parts = [
        image_part("blob-of-test", "cat.png", "image/png", 2048, 10, 10),
        file_part("words", "notes with a name that is far too long to be shown in full.txt", "text/plain", 5),
    ]
    sent, _ = compose_words("Look!", Setting("q", first=True), parts)
    sheet = make_sheet(sent, Styles(LIGHT), WIDTH)
    address = blob_address("blob-of-test")
    assert sheet.addresses == {address}
    before = painted(sheet)
    sheet.set_image(address, png(200, 100, "#118833"))
    finished(sheet)
    assert sheet.addresses == frozenset()
    assert painted(sheet) != before
    place = sheet.place_of(0)
    assert QColor(painted(sheet).pixel(round(place.x()) + 50, round(place.center().y()))).name() == "#118833"
    assert "notes with a name" in sheet.tip_at(sheet.place_of(sheet.composition.length).center() - QPointF(5, 0))


def test_many_attachments_stand_in_rows() -> None:
    parts = [file_part("x", f"file {number}.txt", "text/plain", 5) for number in range(9)]
    (sent,) = compose_words("", Setting("q", first=True), parts)
    sheet = make_sheet(sent, Styles(LIGHT), 400)
    assert sheet.place_of(0).y() < sheet.place_of(sent.length).y()
    assert sent.estimate(400) == pytest.approx(sheet.height, abs=12)
    assert all(0 <= sheet.place_of(at).x() <= 400 for at in range(sent.length))
