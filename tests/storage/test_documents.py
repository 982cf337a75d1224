"""Attached files: their kind is told by their content, and what cannot be sent says why."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.attachments import LARGEST_FILE, LARGEST_TEXT, file_part
from desktop_app.domain.errors import (
    AttachmentError,
    FileNotTaken,
    FileTooLarge,
    FileUnreadable,
    PdfBroken,
    PdfLocked,
    PdfWithoutText,
)
from desktop_app.storage.documents import decoded, picture_in, read_document
from desktop_app.storage.pdf_text import Dropped
from tests.support.pdf_files import locked, pdf

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("Grüße, 世界 🙂\n".encode(), "Grüße, 世界 🙂\n"),
        ("\ufeffMarked\r\nlines\r".encode(), "Marked\nlines\n"),
        ("Windows says café".encode("utf-16"), "Windows says café"),
        ("Windows says café".encode("utf-16-le"), "Windows says café"),
        ("Some say café".encode("utf-16-be"), "Some say café"),
        (b"caf\xe9 \x80 5", "café € 5"),
        (b"", ""),
        (b"\x1b[31mred\x1b[0m", "\x1b[31mred\x1b[0m"),
    ],
)
def test_text_is_read_in_the_encoding_it_was_written_in(content: bytes, text: str) -> None:
    assert decoded(content) == text


@given(st.binary(max_size=200))
def test_any_bytes_are_either_text_or_not(content: bytes) -> None:
    text = decoded(content)
    assert text is None or "\r" not in text


@given(st.text(st.characters(min_codepoint=32, exclude_categories=["Cs"]), max_size=50))
def test_utf_8_is_always_understood(text: str) -> None:
    assert decoded(text.encode()) == text


def test_a_text_file_becomes_a_part_with_its_name_and_size(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_bytes(b"# One\r\n")
    assert read_document(path) == file_part("# One\n", "notes.md", "text/plain", 7)


def test_a_pdf_becomes_the_words_of_its_pages(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(pdf("The first page", "", "The third page"))
    size = path.stat().st_size
    part = read_document(path)
    assert part == file_part("The first page\n\nThe third page", "paper.pdf", "application/pdf", size, 3)


def refusal(path: Path) -> AttachmentError:
    with pytest.raises(AttachmentError) as refused:
        read_document(path)
    assert refused.value.about == path.name
    return refused.value


@pytest.mark.parametrize("algorithm", ["AES-256", "RC4-128"])
def test_a_pdf_behind_a_password_says_so(tmp_path: Path, algorithm: str) -> None:
    path = tmp_path / "secret.pdf"
    locked(pdf("Nothing to see"), "please", path, algorithm)
    assert isinstance(refusal(path), PdfLocked)


@pytest.mark.parametrize("algorithm", ["AES-256", "RC4-128"])
def test_a_pdf_that_may_only_not_be_printed_is_read(tmp_path: Path, algorithm: str) -> None:
    path = tmp_path / "paper.pdf"
    locked(pdf("Do not print"), "", path, algorithm)
    assert read_document(path).text == "Do not print"


@pytest.mark.parametrize("lines", [[], [""], ["-- . --"]])
def test_a_pdf_without_words_says_so(tmp_path: Path, lines: list[str]) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(pdf(*lines))
    assert isinstance(refusal(path), PdfWithoutText)


def test_half_a_pdf_is_told_from_a_whole_one(tmp_path: Path) -> None:
    path = tmp_path / "half.pdf"
    path.write_bytes(b"%PDF-1.7\n1 0 obj\n<< /Type")
    assert isinstance(refusal(path), PdfBroken)


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_a_damaged_pdf_gives_words_or_a_sentence_and_never_a_traceback(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    content = bytearray(pdf("The first page", "The second page"))
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(9, len(content) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.mktemp("damaged") / "d.pdf"
    path.write_bytes(content)
    with contextlib.suppress(AttachmentError):
        assert read_document(path).text


def test_a_pdf_nobody_waits_for_any_more_is_left_unread(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(pdf("The first page"))
    with pytest.raises(Dropped):
        read_document(path, lambda: True)


def test_more_text_than_can_be_sent_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"a" * (LARGEST_TEXT + 1))
    assert isinstance(refusal(path), FileTooLarge)
    path = tmp_path / "long.pdf"
    path.write_bytes(pdf("word " * (LARGEST_TEXT // 5), "word " * 20))
    assert isinstance(refusal(path), FileTooLarge)


def test_a_picture_is_known_by_its_first_bytes_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "picture"
    path.write_bytes(PNG)
    assert picture_in(path) == PNG
    path.write_bytes(b"BM is how this text begins")
    assert picture_in(path) is None
    assert read_document(path).text == "BM is how this text begins"


def test_a_huge_picture_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.png"
    with path.open("wb") as file:
        file.write(PNG)
        file.truncate(LARGEST_FILE + 1)
    with pytest.raises(FileTooLarge):
        picture_in(path)


def test_what_is_neither_picture_nor_text_is_refused_for_its_kind_and_not_its_size(tmp_path: Path) -> None:
    path = tmp_path / "film.mkv"
    with path.open("wb") as file:
        file.write(b"\x1a\x45\xdf\xa3" + bytes(range(256)) * 4)
        file.truncate(LARGEST_FILE + 1)
    assert isinstance(refusal(path), FileNotTaken)


def test_a_folder_and_a_pipe_are_no_files(tmp_path: Path) -> None:
    assert isinstance(refusal(tmp_path), FileNotTaken)
    os.mkfifo(tmp_path / "pipe")
    assert isinstance(refusal(tmp_path / "pipe"), FileNotTaken)


def test_a_file_that_is_gone_says_so(tmp_path: Path) -> None:
    assert isinstance(refusal(tmp_path / "gone.txt"), FileUnreadable)
    with pytest.raises(FileUnreadable):
        picture_in(tmp_path / "gone.png")
