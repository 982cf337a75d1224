"""What a screen reader sees: the accessibility tree of the running program, read over the AT-SPI bus.

The bus is spoken through jeepney, so no system Python with GObject bindings is needed.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from jeepney import DBusAddress, MessageType, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

T = TypeVar("T")
_ACCESSIBLE = "org.a11y.atspi.Accessible"
_LABELLED_BY = 2
_STATE_BITS = {"checked": 4, "enabled": 8, "focused": 12, "showing": 25, "visible": 30}


class Gone(Exception):
    """The object, or the program behind it, does not answer any more."""


@dataclass(frozen=True)
class Node:
    """One object of the tree: a widget, a list item, a page."""

    screen: Screen
    bus: str
    path: str

    def _call(self, interface: str, method: str, signature: str = "", *arguments: object) -> tuple[Any, ...]:
        address = DBusAddress(self.path, bus_name=self.bus, interface=interface)
        return self.screen.call(new_method_call(address, method, signature, arguments))

    def _property(self, interface: str, name: str) -> Any:
        return self._call("org.freedesktop.DBus.Properties", "Get", "ss", interface, name)[0][1]

    @property
    def name(self) -> str:
        return str(self._property(_ACCESSIBLE, "Name"))

    @property
    def description(self) -> str:
        return str(self._property(_ACCESSIBLE, "Description"))

    @property
    def role(self) -> str:
        return str(self._call(_ACCESSIBLE, "GetRoleName")[0])

    @property
    def children(self) -> list[Node]:
        return [Node(self.screen, bus, path) for bus, path in self._call(_ACCESSIBLE, "GetChildren")[0]]

    def has_state(self, state: str) -> bool:
        low, high = self._call(_ACCESSIBLE, "GetState")[0]
        bit = _STATE_BITS[state]
        return bool((low if bit < 32 else high) >> (bit % 32) & 1)

    @property
    def text(self) -> str:
        """All text of a text widget; a label's own words where it has no text interface."""
        try:
            return str(self._call("org.a11y.atspi.Text", "GetText", "ii", 0, -1)[0])
        except Gone:
            return self.name

    @property
    def labels(self) -> list[str]:
        """The names of what labels it. Qt calls a combo box by its value and leaves its name to the label."""
        relations = self._call(_ACCESSIBLE, "GetRelationSet")[0]
        targets = [target for kind, targets in relations if kind == _LABELLED_BY for target in targets]
        return [Node(self.screen, bus, path).name for bus, path in targets]

    def is_called(self, name: str) -> bool:
        """Whether a screen reader calls it so."""
        return self.name == name or (self.role == "combo box" and name in self.labels)

    def press(self) -> None:
        """What a screen reader's user does to a button."""
        assert self._call("org.a11y.atspi.Action", "DoAction", "i", 0)[0], f"{self.name} could not be pressed"

    def set_value(self, value: float) -> None:
        """What a screen reader's user does to a slider."""
        properties = "org.freedesktop.DBus.Properties"
        self._call(properties, "Set", "ssv", "org.a11y.atspi.Value", "CurrentValue", ("d", value))

    def set_text(self, text: str) -> None:
        assert self._call("org.a11y.atspi.EditableText", "SetTextContents", "s", text)[0]

    def focus(self) -> None:
        self._call("org.a11y.atspi.Component", "GrabFocus")

    @property
    def extents(self) -> tuple[int, int, int, int]:
        """x, y, width, height on the screen, in pixels."""
        return tuple(self._call("org.a11y.atspi.Component", "GetExtents", "u", 0)[0])

    def extents_of(self, words: str) -> tuple[int, int, int, int]:
        """Where these words of its text stand on the screen: x, y, width, height in pixels."""
        return self.screen.wait(lambda: self._extents_of(words), f"{words!r} to have a place on the screen")

    def _extents_of(self, words: str) -> tuple[int, int, int, int] | None:
        start = self.text.index(words)
        found = self._call("org.a11y.atspi.Text", "GetRangeExtents", "iiu", start, start + len(words), 0)
        return (found[0], found[1], found[2], found[3]) if found[2] else None

    @property
    def caret(self) -> int:
        """Where in its text the caret is."""
        return int(self._property("org.a11y.atspi.Text", "CaretOffset"))

    def set_caret(self, place: int) -> None:
        """What a screen reader's user does to read from there."""
        assert self._call("org.a11y.atspi.Text", "SetCaretOffset", "i", place)[0]

    @property
    def selected_text(self) -> str:
        """What of its text is selected, empty for nothing."""
        if not self._call("org.a11y.atspi.Text", "GetNSelections")[0]:
            return ""
        start, end = self._call("org.a11y.atspi.Text", "GetSelection", "i", 0)
        return str(self._call("org.a11y.atspi.Text", "GetText", "ii", start, end)[0])

    def walk(self) -> Iterator[Node]:
        """Depth first; what vanishes on the way is left out."""
        yield self
        try:
            children = self.children
        except Gone:
            return
        for child in children:
            yield from child.walk()


class Screen:
    """The accessibility bus of this session, and the ways of waiting that a person has."""

    def __init__(self, patience: float = 40.0) -> None:
        session = open_dbus_connection("SESSION", auth_timeout=10)
        bus = DBusAddress("/org/a11y/bus", bus_name="org.a11y.Bus", interface="org.a11y.Bus")
        try:
            self.address = str(_body(session, new_method_call(bus, "GetAddress"))[0])
        finally:
            session.close()
        self._bus = open_dbus_connection(self.address, auth_timeout=10)
        self.patience = patience

    def close(self) -> None:
        self._bus.close()

    def call(self, message: Any) -> tuple[Any, ...]:
        return _body(self._bus, message)

    def program(self, pid: int) -> Node:
        """The program with this process id, as soon as it is on the bus."""
        root = Node(self, "org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")

        def find() -> Node | None:
            for node in root.children:
                bus = DBusAddress(
                    "/org/freedesktop/DBus", bus_name="org.freedesktop.DBus", interface="org.freedesktop.DBus"
                )
                if self.call(new_method_call(bus, "GetConnectionUnixProcessID", "s", (node.bus,)))[0] == pid:
                    return node
            return None

        return self.wait(find, f"the program {pid} on the accessibility bus")

    def find(self, root: Node, name: str, role: str = "", *, showing: bool = True) -> Node | None:
        """The first of that name; a label only where nothing else has it."""
        label = None
        for node in root.walk():
            try:
                if not node.is_called(name) or (showing and not node.has_state("showing")):
                    continue
                found_role = node.role
            except Gone:
                continue
            if found_role == (role or found_role):
                if found_role != "label" or role:
                    return node
                label = label or node
        return label

    def texts(self, root: Node) -> Iterator[str]:
        """The words of everything below ``root`` that shows."""
        for node in root.walk():
            try:
                if node.has_state("showing"):
                    yield from (node.name, node.text)
            except Gone:
                continue

    def pixel(self, x: int, y: int) -> tuple[int, int, int]:
        """Red, green and blue of one pixel of the screen, each 0 to 255."""
        from Xlib import X
        from Xlib.display import Display

        display = Display()
        try:
            data = display.screen().root.get_image(x, y, 1, 1, X.ZPixmap, 0xFFFFFFFF).data
        finally:
            display.close()
        return data[2], data[1], data[0]

    def get(self, root: Node, name: str, role: str = "") -> Node:
        """The object of this name below ``root``, once it shows."""
        return self.get_in(lambda: root, name, role)

    def get_in(self, find_root: Callable[[], Node], name: str, role: str = "") -> Node:
        """The same where what to look through may change meanwhile, as when a dialog closes."""
        what = f"something named {name!r} ({role or 'whatever it is'}) on the screen"
        try:
            return self.wait(lambda: self.find(find_root(), name, role), what)
        except AssertionError as error:
            raise AssertionError(f"{error}, which shows\n{self.outline(find_root())}") from None

    def outline(self, root: Node) -> str:
        """What shows below ``root``, a line each: its role and its name."""
        lines = []
        for node in root.walk():
            try:
                if node.has_state("showing"):
                    lines.append(f"{node.role}: {node.name}")
            except Gone:
                continue
        return "\n".join(lines)

    def wait(self, look: Callable[[], T | None], what: str, patience: float | None = None) -> T:
        """Looks again and again until it gets an answer that is not None or False."""
        end = time.monotonic() + (patience or self.patience)
        while True:
            try:
                found = look()
            except Gone:
                found = None
            if found is not None and found is not False:
                return found
            if time.monotonic() > end:
                raise AssertionError(f"waited in vain for {what}")
            time.sleep(0.03)


def _body(bus: DBusConnection, message: Any) -> tuple[Any, ...]:
    reply = bus.send_and_get_reply(message, timeout=5)
    if reply.header.message_type is MessageType.error:
        raise Gone(str(reply.body))
    return tuple(reply.body)
