"""Every row that a file still has: first those that its tables lead to, then those of pages that nothing leads to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop_app.storage.salvage.raw_file import RawFile, Row
from desktop_app.storage.salvage.shapes import Shape

Found = list[tuple[Shape, Row]]


def scan(file: RawFile, shapes: Sequence[Shape]) -> Iterator[Found]:
    """What one page after another holds: somebody who wants to rest can do so between any two.

    A row may come twice, where the power went while a page was being split; the first is the better one.
    """
    of_pages = _walk(file, {shape.table: shape for shape in shapes})
    for number, shape in of_pages.items():
        yield _rows(file, number, [shape])
    free = file.free_pages()
    for number in range(2, file.pages + 1):
        if number not in of_pages and number not in free:
            yield _rows(file, number, shapes)


def _rows(file: RawFile, number: int, shapes: Sequence[Shape]) -> Found:
    found: Found = []
    for row in file.rows(number):
        shape = next((shape for shape in shapes if shape.fits(row.values, whole=row.whole)), None)
        if shape is not None:
            found.append((shape, row))
    return found


def _walk(file: RawFile, shapes: dict[str, Shape]) -> dict[int, Shape]:
    """The pages with rows that can be reached from the list of tables, each with its table."""
    of_pages: dict[int, Shape] = {}
    seen = {1}
    for table, root in _tables(file):
        shape = shapes.get(table)
        waiting = [root] if shape is not None and root not in seen else []
        while waiting and shape is not None:
            number = waiting.pop()
            seen.add(number)
            if file.is_leaf(number):
                of_pages[number] = shape
            waiting.extend(reversed([one for one in file.below(number) if one not in seen]))
    return of_pages


def _tables(file: RawFile) -> Iterator[tuple[str, int]]:
    """The names of the tables and their first pages, as far as the file tells."""
    seen: set[int] = set()
    waiting = [1]
    while waiting:
        number = waiting.pop()
        seen.add(number)
        for row in file.rows(number):
            match row.values:
                case ["table", str(), str(table), int(root), *_] if 1 < root <= file.pages:
                    yield table, root
        waiting.extend(one for one in file.below(number) if one not in seen)
