"""The measures of the page, in pixels: what the writer leaves free is what the painter fills."""

from __future__ import annotations

from typing import Final

from desktop_app.ui import column

COLUMN: Final = column.WIDTH
EDGE: Final = 8
"""Free on both sides of the column inside the document, so that a mark may stand out a little."""
SIDE: Final = column.MARGIN
"""What a narrow window keeps free beside the column."""
PAGE_TOP: Final = 34
PAGE_END: Final = 28

TEXT: Final = 15
TEXT_LINE: Final = 24
CODE: Final = 13
CODE_LINE: Final = 20
SMALL: Final = 13
SMALL_LINE: Final = 20
HEAD: Final = 12
HEADINGS: Final = {1: (22, 31, 26), 2: (19, 28, 24), 3: (17, 26, 20)}
"""Level: size of the letters, height of the line, space above; the lower levels are bold text."""

PARAGRAPH_GAP: Final = 12
ITEM_GAP: Final = 6
LIST_GAP: Final = 9
DEFINITION_GAP: Final = 4
MESSAGE_GAP: Final = 24
LIST_INDENT: Final = 26
MARK_GAP: Final = 9
"""Between a list's mark and the words."""
BOX: Final = 14
"""A task's box."""
QUOTE_INDENT: Final = 18

BUBBLE_SIDE: Final = 16
BUBBLE_PAD: Final = 10
BUBBLE_ABOVE: Final = 8
BUBBLE_BELOW: Final = 12
BUBBLE_PART: Final = 0.75
BUBBLE_ROUND: Final = 14

CARD_SIDE: Final = 15
CARD_HEAD: Final = 28
CARD_FOOT: Final = 14
CARD_ROUND: Final = 10
CARD_GAP: Final = 15
"""Above and below a code card and a table."""
BELOW_CARD: Final = 3
"""Below a card, besides what the piece that follows keeps free above itself."""
RULE_GAP: Final = 16
RULE_LINE: Final = 9
CODE_PAD: Final = 9
CODE_FOOT: Final = 12
"""Free above and below the lines of a code block."""
GUTTER: Final = 14
"""Between the numbers of the lines and the lines."""
CELL: Final = 14
CELL_LINE: Final = 20
CELL_SIDE: Final = 12
CELL_ABOVE: Final = 7
TABLE_ROUND: Final = 8
MATHS: Final = 16
OBJECT_PAD: Final = 6
"""Above and below a formula or a picture."""
PICTURE_TALL: Final = 420
