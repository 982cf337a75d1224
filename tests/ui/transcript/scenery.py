"""The scenes the page is compared by: what is shown in each, in fonts that are the same on every machine."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QFontDatabase, QImage, QPainter

from desktop_app.domain.attachments import file_part
from desktop_app.domain.messages import MessageState
from desktop_app.domain.usage import Timings, Usage
from desktop_app.ui.theme import DARK as DARK_THEME
from desktop_app.ui.theme import LIGHT, Theme
from desktop_app.ui.transcript.compositions.composing import Setting, compose_words
from desktop_app.ui.transcript.compositions.composition import Composition, Stretch
from desktop_app.ui.transcript.compositions.notes import NoteFacts, compose_notes
from desktop_app.ui.transcript.looks.looks import Styles
from desktop_app.ui.transcript.sheets.code_sheet import CodeSheet
from desktop_app.ui.transcript.sheets.sheet import DARK, Lights, Sheet
from desktop_app.ui.transcript.sheets.sheets import make_sheet
from tests.ui.transcript.sheeting import composed, finished

HERE = Path(__file__).with_name("scenes")
_EDGE = 16

PROSE = """\
The timestamp sits between **square brackets**, in a *fixed* format. So one regular expression finds it, and the
~~standard~~ library parses it with `datetime.strptime`. See [the docs](https://docs.python.org/3/).

## What to look out for

A second paragraph[^1] of some words,\\
with a hard break in it.

> Someone said this.
>
> > And someone else had said that.

> [!WARNING]
> Mind the gap between the train and the platform.

---

[^1]: A note, which is small.
"""
LISTS = """\
1. First of all, an item that is long enough to be broken into a second line, since the column is only so wide.
2. Then
   - a nested one
     - and one in that
       - and deeper still

   with a paragraph of its own.

9. Ninth
10. Tenth

- [x] this is done
- [ ] this is to do

Term
: What it means, in some words.
"""
CODE = '''\
```python
import re
from datetime import datetime

STAMP = re.compile(r"\\[([^\\]]+)\\]")  # a comment that goes on until it is far beyond the right edge of its card


@cached(size=100)
class Clock(Base):
    """Tells the time of a line."""

    def when(self, line: str) -> datetime:
        return datetime.strptime(STAMP.search(line)[1], "%d/%b/%Y:%H:%M:%S %z") or None
```

```diff
--- a/clock.py
+++ b/clock.py
@@ -1,2 +1,2 @@
-old = 1
+new = 2
 same = 3
```

- in a list

  ```html
  <p class="x">&amp; text</p>
  ```
'''
TABLES = """\
| Name | Share | What it is |
|:-----|------:|:----------:|
| `alpha` | 3.5 % | **first** of them |
| beta | 12.25 % | with [a link](https://example.org) |
| gamma | 100 % | a cell of so many words that it has to be broken into lines, as the column is only so wide |

| One column | Another column | A third column | A fourth column | A fifth column | A sixth column |
|---|---|---|---|---|---|
| some words here | some words here | some words here | some words here | some words here | some words here |
| a | b | c | d | e | f |
"""
MATHS = r"""
Euler wrote $e^{i\pi} + 1 = 0$, and the sum $\sum_{n=1}^\infty \frac{1}{n^2} = \frac{\pi^2}{6}$ was his, too. The root
of $x^2+y^2$ is $\sqrt{x^2+y^2}$, and $\nosuchcommand{x}$ cannot be set.

$$
\int_0^\infty e^{-x^2}\,dx = \frac{\sqrt{\pi}}{2}
$$

| Formula | Name |
|---|---|
| $\frac{a}{b}$ | a fraction |
| $\begin{pmatrix}1&0\\0&1\end{pmatrix}$ | a matrix |
"""
TURNED = """\
שלום עולם, זה טקסט בעברית עם English בתוכו ומספרים 123 ועוד מילים כדי שהשורה תישבר לשתי שורות לפחות.

- פריט ראשון ברשימה
- פריט שני

> ציטוט קצר

English first, then עברית in the middle, then English again.

| שם | ערך |
|---|---|
| אחת | 1 |
"""
EASTERN = """\
## 日本語の見出し

日本語の文章です。これは行が折り返されるまで十分に長い文章でなければなりませんので、もう少し続けて書くことにします。
**太字**と English を混ぜます。

- 一番目の項目
- 二番目の項目

```text
日本語のコード = 1
ascii = 2
```
"""


def _question() -> Sequence[Composition]:
    words = "How do I get the timestamp out of an nginx log line in Python?\nIn as few words as you can."
    return compose_words(words, Setting("q", first=True), [file_part("", "access.log", "text/plain", 48_128)])


def _ending() -> Sequence[Composition]:
    facts = NoteFacts(
        "a", state=MessageState.STOPPED, timings=Timings(0.41, 0.78), usage=Usage(120, 412), choice=2, choices=3
    )
    notes = compose_notes(facts)
    return [notes] if notes is not None else []


def _talk() -> Sequence[Composition]:
    return [*_question(), *composed(PROSE), *_ending()]


def _numbered(sheets: Sequence[Sheet]) -> None:
    """Breaks the lines of code, and numbers them."""
    for sheet in sheets:
        if isinstance(sheet, CodeSheet):
            sheet.press(sheet.composition.links[3])
            sheet.press(sheet.composition.links[4])


def _scrolled(sheets: Sequence[Sheet]) -> None:
    for sheet in sheets:
        sheet.scroll_sideways(150)


def _nothing(sheets: Sequence[Sheet]) -> None:
    """As it is."""


@dataclass(frozen=True)
class Scene:
    """``lights`` by the number of the piece."""

    pieces: Callable[[], Sequence[Composition]]
    theme: Theme = LIGHT
    zoom: float = 1.0
    width: int = 640
    prepare: Callable[[Sequence[Sheet]], None] = _nothing
    lights: dict[int, Lights] = field(default_factory=dict)


_LIT = {
    0: Lights(spoken=[Stretch(64, 140)], words=[Stretch(78, 85)], heard=[200]),
    1: Lights(selected=Stretch(5, 23)),
    2: Lights(found=[Stretch(2, 8), Stretch(26, 31)], current=Stretch(9, 18), caret=45),
}

SCENES = {
    "talk": Scene(_talk),
    "talk-dark": Scene(_talk, DARK_THEME),
    "talk-200": Scene(_talk, zoom=2.0, width=900),
    "lists": Scene(lambda: composed(LISTS)),
    "code": Scene(lambda: composed(CODE)),
    "code-dark": Scene(lambda: composed(CODE), DARK_THEME, prepare=_numbered),
    "code-narrow": Scene(lambda: composed(CODE), width=260),
    "tables": Scene(lambda: composed(TABLES), prepare=_scrolled),
    "tables-narrow": Scene(lambda: composed(TABLES), DARK_THEME, width=260),
    "maths": Scene(lambda: composed(MATHS)),
    "maths-dark-150": Scene(lambda: composed(MATHS), DARK_THEME, 1.5),
    "right-to-left": Scene(lambda: composed(TURNED), width=420),
    "cjk": Scene(lambda: composed(EASTERN), width=420),
    "lights": Scene(lambda: composed(PROSE)[:3], lights=_LIT),
}


class _SceneStyles(Styles):
    """No font of the machine, and nothing of its taste in hinting."""

    def __init__(self, theme: Theme, zoom: float) -> None:
        super().__init__(theme, zoom)
        self._text = ["Inter", "Aloud Scenes RTL", "Aloud Scenes CJK"]
        self._mono = ["JetBrains Mono", "Aloud Scenes CJK"]

    def font(self, size: int, *, mono: bool = False, bold: bool = False) -> QFont:
        font = super().font(size, mono=mono, bold=bold)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font


def load_scene_fonts() -> None:
    """Letters of other scripts, as many as the scenes need."""
    for path in sorted(HERE.glob("*.[ot]tf")):
        assert QFontDatabase.addApplicationFont(str(path)) >= 0


def drawn(scene: Scene) -> QImage:
    """The scene with all its work done: pieces below each other, as the page has them."""
    styles = _SceneStyles(scene.theme, scene.zoom)
    sheets = [make_sheet(piece, styles, scene.width) for piece in scene.pieces()]
    scene.prepare(sheets)
    _draw(sheets, scene)  # what painting brings into sight is coloured then
    return _draw(sheets, scene)


def _draw(sheets: Sequence[Sheet], scene: Scene) -> QImage:
    for sheet in sheets:
        finished(sheet)
    height = round(sum(sheet.height for sheet in sheets))
    image = QImage(scene.width + 2 * _EDGE, height + 2 * _EDGE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(scene.theme.page))
    painter = QPainter(image)
    painter.translate(_EDGE, _EDGE)
    for number, sheet in enumerate(sheets):
        sight = QRectF(-8, 0, scene.width + 16, sheet.height)
        painter.save()
        painter.setClipRect(sight)
        sheet.paint(painter, sight, scene.lights.get(number, DARK))
        painter.restore()
        painter.translate(0, sheet.height)
    painter.end()
    return image
