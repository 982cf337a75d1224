"""A program that wants to be told of answers: keeps each POST, and answers as it is told to."""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Told:
    path: str
    headers: Mapping[str, str]
    json: Any


class HookServer:
    """``statuses`` are used up first, one a request; then it says 204. ``location`` goes with those that redirect."""

    def __init__(self, *statuses: int, location: str = "") -> None:
        self.told: list[Told] = []
        self._statuses = list(statuses)
        self._location = location
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), name="hook server")

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}/told?by=aloud"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._thread.join(5)
        self._server.server_close()

    def take(self, told: Told) -> int:
        self.told.append(told)
        return self._statuses.pop(0) if self._statuses else 204

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                status = server.take(Told(self.path, dict(self.headers), json.loads(body)))
                self.send_response(status)
                if 300 <= status < 400:
                    self.send_header("Location", server._location)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_arguments: object) -> None:
                """A test has its own words."""

        return Handler
