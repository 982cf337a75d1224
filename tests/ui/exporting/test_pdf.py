"""A conversation on paper: nothing cut through, nothing lost, links live, set in slices that hold nobody up."""

from __future__ import annotations

import io
import re
import time
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import IndirectObject

from desktop_app.domain.attachments import image_part
from desktop_app.domain.exporting import ExportFormat
from desktop_app.domain.messages import Part, PartKind
from desktop_app.domain.whole import WholeConversation
from desktop_app.ui.exporting.pages import Pages, Placed
from desktop_app.ui.exporting.pdf_press import PagePress
from desktop_app.ui.exporting.print_pieces import PrintPieces
from desktop_app.ui.exporting.print_styles import PrintStyles
from desktop_app.ui.transcript.sheets.sheets import make_sheet
from tests.support.whole_conversations import answer, conversation, garden, png, question, request

pytestmark = pytest.mark.usefixtures("keeper")


def pressed(whole: WholeConversation, pictures: dict[str, bytes] | None = None, **options: bool) -> PdfReader:
    job = PagePress().begin(whole, request(ExportFormat.PDF, **options))
    kept = pictures or {}
    while job.work() < 1.0:
        if blob := job.wanted:
            job.give(blob, kept.get(blob))
        time.sleep(0.001)
    return PdfReader(io.BytesIO(job.content))


def words(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def flat(text: str) -> str:
    return re.sub(r"\s+", "", text)


def links(reader: PdfReader) -> list[str]:
    found: list[Any] = [one for page in reader.pages for one in page.get("/Annots") or ()]
    objects: list[Any] = [one.get_object() if isinstance(one, IndirectObject) else one for one in found]
    return [one["/A"]["/URI"] for one in objects]


def test_all_of_it_can_be_selected_and_searched() -> None:
    found = words(pressed(garden(), reasoning=True))
    for part in ("A garden", "You · 2026-09-21", "What <b>grows</b>?", "In *spring*?", "File: notes.txt", "Beans"):
        assert flat(part) in flat(found), part
    assert flat("Let me think.") in flat(found)
    assert "Radishes" not in found


def test_it_has_a_title_and_links_that_lead_only_to_the_web() -> None:
    whole = conversation(
        answer("a", "[there](https://a.b/c) [x](javascript:y) [m](mailto:a@b.c) https://d.e [^1]\n\n[^1]: note")
    )
    reader = pressed(whole)
    assert reader.metadata is not None
    assert reader.metadata.title == "A garden"
    assert str(reader.metadata.creator).startswith("Aloud")
    assert links(reader) == ["https://a.b/c", "mailto:a@b.c", "https://d.e"]


def test_no_line_is_lost_or_said_twice_at_the_end_of_a_page() -> None:
    mine = "\n".join(f"mine{number:04}" for number in range(400))
    prose = "  ".join(f"prose{number:04}" for number in range(900))
    items = "\n".join(f"- item{number:04}" for number in range(100))
    code = "\n".join(f"x{number:04} = 1" for number in range(400))
    table = "\n".join(f"| row {number:04} | b |" for number in range(200))
    text = f"{prose}\n\n{items}\n\n```python\n{code}\n```\n\n| tablehead | b |\n|---|---|\n{table}\n"
    reader = pressed(conversation(question("q", mine), answer("a", text, parent="q")))
    assert len(reader.pages) > 15
    found = flat(words(reader))
    wanted = {"mine{:04}": 400, "prose{:04}": 900, "item{:04}": 100, "x{:04}=1": 400, "row{:04}": 200}
    for sign, count in wanted.items():
        wrong = [one for number in range(count) if found.count(one := sign.format(number)) != 1]
        assert wrong == []
    assert found.count("•") == 100
    with_rows = [text for page in reader.pages if "row0" in (text := flat(page.extract_text()))]
    assert len(with_rows) > 3
    assert all(text.count("tablehead") == 1 for text in with_rows), "the head stands above each part"
    assert found.count("python·400lines") == 1


def test_a_heading_is_never_the_last_thing_of_a_page() -> None:
    sections = "\n\n".join(
        f"## Heading {number}\n\n{'Some words that follow it. ' * (7 + number % 9)}" for number in range(60)
    )
    reader = pressed(conversation(answer("a", sections)))
    assert len(reader.pages) > 5
    for page in reader.pages:
        text = " ".join(page.extract_text().split())
        assert not re.search(r"Heading \d+( A garden)? \d+$", text), text[-60:]


def test_pages_are_numbered() -> None:
    reader = pressed(conversation(answer("a", "\n\n".join(["A paragraph of words."] * 150))))
    for number, page in enumerate(reader.pages, 1):
        assert page.extract_text().split()[-1] == str(number) or str(number) in page.extract_text().split()


def test_pictures_are_on_the_page_and_one_that_is_gone_is_named() -> None:
    picture = image_part("p1", "garden.png", "image/png", 3, 8, 8)
    gone = image_part("p2", "gone.png", "image/png", 3, 8, 8)
    reader = pressed(conversation(question("q", "See", picture, gone)), {"p1": png(40)})
    assert len(reader.pages[0].images) == 1
    assert "gone.png" in words(reader)
    assert "blob" not in words(reader)


def test_a_table_too_wide_for_the_page_is_set_smaller_and_is_all_there() -> None:
    head = "|".join(f"column{number}" for number in range(14))
    row = "|".join(["some longer words in it"] * 14)
    reader = pressed(conversation(answer("a", f"|{head}|\n|{'---|' * 14}\n|{row}|")))
    found = flat(words(reader))
    assert all(f"column{number}" in found for number in range(14))


def test_tools_and_what_comes_of_them_are_code() -> None:
    parts = (Part(PartKind.TOOL_CALL, "", {"name": "look"}), Part(PartKind.TOOL_RESULT, "found it"))
    found = flat(words(pressed(conversation(answer("a", "Yes.", *parts)), reasoning=True)))
    assert "Toolcall" in found
    assert '"name":"look"' in found
    assert "foundit" in found


def test_any_sheet_is_cut_only_between_its_lines() -> None:
    styles = PrintStyles()
    whole = conversation(answer("a", "word " * 4000))
    pages = Pages("t", "c", styles)
    composed = [piece.composition for piece in PrintPieces(whole, request(ExportFormat.PDF)) if piece.composition]
    for one in composed:
        sheet = make_sheet(one, styles, pages.width)
        tops = {round(sheet.place_of(position).top()) for position in range(one.length)}
        assert {round(top) for top in sheet.breaks} <= tops
        assert Placed(sheet).height == sheet.height
    pages.close()


def test_one_that_is_given_up_can_be_put_away() -> None:
    job = PagePress().begin(garden(), request(ExportFormat.PDF))
    assert job.work() < 1.0
    job.close()
    job.close()
    assert job.content == b""


def test_an_empty_conversation_is_a_page_with_its_title() -> None:
    reader = pressed(conversation())
    assert len(reader.pages) == 1
    assert "A garden" in words(reader)
