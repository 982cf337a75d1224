"""What of HTML can be read: words, pictures by their descriptions, ends of lines."""

from __future__ import annotations

import pytest

from desktop_app.markdown.blocks import BlockKind
from desktop_app.markdown.parser import parse


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("<div>\n<b>Tom</b> &amp; <i>Jerry</i>\n</div>", "Tom & Jerry"),
        ("<p>one<br>two</p>\n<p>three</p>", "one\ntwo\nthree"),
        ("<img src='a.png' alt='a &quot;cat&quot;'>", 'a "cat"'),
        ("<details>\n<summary>More</summary>\nwords\n</details>", "More\nwords"),
        ("<pre>\na\nb\n</pre>", "a\nb"),
        ("<!-- a comment. -->", ""),
        ("<script>\nalert('x')\n</script>", ""),
        ("<style>\nb { c: d }\n", ""),
        ("> - <p>a\n>   b</p>", "a b"),
        ("<div", ""),
    ],
)
def test_the_words_of_a_block_are_its_spans(source: str, shown: str) -> None:
    blocks = [block for block in parse(source) if block.kind is BlockKind.HTML]
    assert "".join(span.text for block in blocks for span in block.spans) == shown


def test_words_pictures_and_links_know_their_places_and_styles() -> None:
    source = "> <div><b>bold</b> <a href='/u'>link</a>\n> <img alt=cat src=c.png><code>x</code></div>"
    (block,) = parse(source)
    spans = {span.text: span for span in block.spans}
    assert all(source[spans[word].start : spans[word].end] == word for word in ("bold", "link", "x"))
    assert (spans["bold"].bold, spans["link"].href, spans["x"].code) == (True, "/u", True)
    assert (spans["cat"].image, spans["cat"].href) == (True, "c.png")
    assert source[spans["cat"].start : spans["cat"].end] == "<img alt=cat src=c.png>"


def test_a_picture_in_a_line_is_one() -> None:
    (block,) = parse("a <IMG src=\"c.png\" alt='cat'> and <imgx alt=b> here")
    (image,) = (span for span in block.spans if span.image)
    assert (image.text, image.href, image.html) == ("cat", "c.png", False)
