"""How a command speaks to the running copy: JSON objects, one a line, over the machine's own loopback address.

```
command -> copy   {"token": "...", "verb": "ask", "text": "...", ...}
                  then, for say, {"text": "..."} or {"end": true} for each {"more": true}
copy -> command   {"aloud": 1}                                            the token was right
                  {"delta": "..."}*                                       ask: the answer as it streams
                  {"more": true}*                                         say: there is room for more of the text
                  {"done": true, ...}  or  {"error": "one sentence", "code": "..."}
```

The port and the token stand in a file that only this user can read. ``aloud stop`` imports this module and has to
be quick, so it needs json alone.
"""

from __future__ import annotations

import json
from typing import Any

from desktop_app.control.files import ADDRESS_FILE, LOCK_FILE

__all__ = ["ADDRESS_FILE", "GREETING", "LOCK_FILE", "LONGEST_LINE", "decode", "encode"]

LONGEST_LINE = 2**20  # bytes that the running copy takes; a command line holds an eighth of that
GREETING = {"aloud": 1}


def encode(message: dict[str, Any]) -> bytes:
    return json.dumps(message).encode() + b"\n"


def decode(line: bytes) -> dict[str, Any]:
    """Raises ``ValueError`` for anything but a JSON object."""
    try:
        message = json.loads(line)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not isinstance(message, dict):
        raise ValueError("not an object")  # noqa: TRY004 - to the reader it is one more way to be no message
    return message
