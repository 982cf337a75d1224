"""The colours the page needs. The window hands in its theme; anything with these fields will do."""

from __future__ import annotations

from typing import Final, NamedTuple, Protocol


class Colours(Protocol):
    """Colours as "#RRGGBB": ``mine`` lies under the user's words, ``code`` under code, ``spoken`` under speech."""

    @property
    def page(self) -> str: ...
    @property
    def card(self) -> str: ...
    @property
    def ink(self) -> str: ...
    @property
    def muted(self) -> str: ...
    @property
    def line(self) -> str: ...
    @property
    def accent(self) -> str: ...
    @property
    def spoken(self) -> str: ...
    @property
    def mine(self) -> str: ...
    @property
    def trouble(self) -> str: ...
    @property
    def code(self) -> str: ...


class PageColours(NamedTuple):
    """Colours for a page that has not been handed a theme yet: the light ones."""

    page: str = "#FBFAF7"
    card: str = "#FFFFFF"
    ink: str = "#1F1E1B"
    muted: str = "#6E6A62"
    line: str = "#E6E2DA"
    accent: str = "#1F6F5C"
    spoken: str = "#FBE7B2"
    mine: str = "#ECEFEA"
    trouble: str = "#B3402F"
    code: str = "#F6F4EF"


LIGHT: Final = PageColours()
