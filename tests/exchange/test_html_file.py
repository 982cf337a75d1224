"""One HTML file that looks like the page, needs nothing from anywhere, and does nothing a model wants."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given

from desktop_app.domain.exporting import ExportFormat
from desktop_app.domain.messages import Part, PartKind
from desktop_app.domain.whole import WholeConversation
from desktop_app.exchange.addresses import safe_address
from desktop_app.exchange.read_file import pieces
from tests.support.markdown_texts import markdown_texts
from tests.support.whole_conversations import answer, conversation, garden, question, request, sources

VOID = {"meta", "br", "hr", "img", "path"}
OURS = {
    *("html", "head", "meta", "title", "style", "body", "main", "article", "p", "b", "div", "span", "h1", "h2", "h3"),
    *(
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "pre",
        "code",
        "table",
        "thead",
        "tbody",
        "tr",
    ),
    *("th", "td", "hr", "br", "a", "em", "strong", "s", "sup", "img", "figure", "details", "summary", "svg", "path"),
}


class Reader(HTMLParser):
    """What a browser makes of it; a tag that is not closed where it should be fails."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.wrong: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert not self._open, self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self._open or self._open.pop() != tag:
            self.wrong.append(tag)

    def handle_data(self, data: str) -> None:
        if "style" not in self._open:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


def page(whole: WholeConversation, **options: bool) -> Reader:
    return Reader("".join(pieces(whole, request(ExportFormat.HTML, **options), sources())))


def answered(source: str) -> Reader:
    return page(conversation(answer("a", source)))


def test_it_reads_as_the_page_does() -> None:
    found = page(garden())
    assert "What <b>grows</b>? In *spring*?" in found.text
    assert "Beans And peas." in found.text
    assert ("h1", {"dir": "auto"}) in found.tags
    assert ("strong", {}) in found.tags
    (picture,) = (attributes for tag, attributes in found.tags if tag == "img")
    assert str(picture["src"]).startswith("data:image/png;base64,")
    assert picture["alt"] == "Picture: garden.png"


def test_nothing_in_it_comes_from_anywhere() -> None:
    text = "".join(pieces(garden(), request(ExportFormat.HTML), sources()))
    assert "default-src &#x27;none&#x27;" in text or "default-src 'none'" in text
    assert not re.findall(r"url\(|@import|<link|<script", text)


def test_links_tell_nobody_where_they_were() -> None:
    found = answered(
        "[a](https://a.b/c?d=1&e=2) https://f.g [m](mailto:x@y.z) [bad](javascript:alert(1)) [f](file:///x)"
    )
    links = [attributes for tag, attributes in found.tags if tag == "a"]
    assert [link["href"] for link in links] == ["https://a.b/c?d=1&e=2", "https://f.g", "mailto:x@y.z"]
    assert {link["rel"] for link in links} == {"noopener noreferrer"}


@pytest.mark.parametrize(
    "source",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "a <b onclick=x>b</b>",
        "`</code><script>`",
        "```html\n</pre><script>x</script>\n```",
        '[x](https://a.b/"onmouseover="alert(1))',
        "![x](https://a.b/c.png)",
        "![x](data:image/svg+xml;base64,PHN2Zy8+)",
        '![x](data:image/png;base64," onerror="alert(1))',
        '```py"onload="x\nx\n```',
        '[^"><script>]\n\n[^"><script>]: a',
        "$</span><script>$",
    ],
)
def test_what_a_model_wrote_is_words(source: str) -> None:
    found = answered(source)
    assert {tag for tag, _ in found.tags} <= OURS
    assert not [name for _, attributes in found.tags for name in attributes if name.startswith("on")]
    assert not [one for tag, one in found.tags if tag == "img" and not str(one["src"]).startswith("data:image/png")]


@pytest.mark.parametrize(
    ("source", "tags"),
    [
        ("- a\n- b\n  - c\n\nd", "ul li p li p ul li p p"),
        ("1. a\n\n   b\n2. c", "ol li p p li p"),
        ("> a\n>\n> b\n\n> c", "blockquote p p p"),
        ("- [x] a\n- [ ] b", "ul li p li p"),
        ("a\n: b\n: c", "dl dt dd p dd p"),
        ("| a |\n|---|\n| b |", "div table thead tr th tbody tr td"),
        ("> [!TIP]\n> a", "blockquote p p"),
        ("a[^1]\n\n[^1]: b", "p sup a div sup p"),
    ],
)
def test_blocks_stand_in_what_holds_them(source: str, tags: str) -> None:
    found = answered(source)
    start = next(number for number, (tag, _) in enumerate(found.tags) if tag == "article")
    assert " ".join(tag for tag, _ in found.tags[start + 1 :]).removeprefix("p b ") == tags
    assert found.wrong == []


def test_reasoning_and_other_versions_are_there_where_they_were_chosen() -> None:
    found = page(garden(), reasoning=True, branches=True)
    assert "Reasoning Let me think." in found.text
    assert "version 1 of 2 Radishes." in found.text


@given(markdown_texts())
def test_any_text_makes_a_whole_page_of_our_tags_alone(source: str) -> None:
    whole = conversation(
        question("q", source), answer("a", source, Part(PartKind.REASONING, source), parent="q"), title=source
    )
    found = page(whole, reasoning=True)
    assert found.wrong == []
    assert {tag for tag, _ in found.tags} <= OURS


@pytest.mark.parametrize(
    ("href", "leads"),
    [
        ("https://a.b/ä b", "https://a.b/%C3%A4%20b"),
        ("HTTP://A.b", "HTTP://A.b"),
        ("https://a.b/%20'\"<>", "https://a.b/%20'%22%3C%3E"),
        ("https://", ""),
        ("//a.b", ""),
        ("java\nscript:x", ""),
        ("data:text/html,x", ""),
        ("https://[::1", ""),
    ],
)
def test_an_address_leads_to_the_web_or_nowhere(href: str, leads: str) -> None:
    assert safe_address(href) == leads
