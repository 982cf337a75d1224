"""The command line: opens the window, or tells the copy that runs already what to do.

Commands for a running copy import neither Qt nor anything else that is slow: ``aloud stop`` is done in a tenth of a
second.
"""

# ruff: noqa: T201 - printing is what a command line does

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app import __version__
from desktop_app.control.files import ADDRESS_FILE
from desktop_app.domain.errors import UserError
from desktop_app.options import StartOptions
from desktop_app.speech.voices.own_process import ARGUMENT
from desktop_app.storage.paths import Profile

if TYPE_CHECKING:
    import argparse

_OK, _FAILED, _NOTHING_RUNS, _INTERRUPTED = 0, 1, 3, 130
_CHUNK = 4096  # bytes of standard input at a time


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command; the number is the process's exit code."""
    arguments = sys.argv[1:] if argv is None else list(argv)
    if arguments == [ARGUMENT]:  # of the program itself, not people
        from desktop_app.speech.voices import voice_process

        return voice_process.main()
    command = _command(arguments)
    if sys.stdout is not None and hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")  # a terminal that has no emoji still gets the words
    try:
        return command()
    except UserError as error:
        print(error, file=sys.stderr)
        return _FAILED
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:  # whoever read our output has read enough
        _let_go_of_stdout()
        return _OK


def _command(arguments: Sequence[str]) -> Callable[[], int]:
    if (start := _plain_start(arguments)) is not None:
        return lambda: _open(start)
    options = _parser().parse_args(arguments)
    return lambda: _COMMANDS[options.command](options)


def _plain_start(arguments: Sequence[str]) -> StartOptions | None:
    """What nearly every start says, read without argparse, which would take it 5 ms; None where it says more."""
    data_dir, demo = None, False
    rest = iter(arguments)
    for argument in rest:
        if argument == "--demo":
            demo = True
        elif argument == "--data-dir" and (folder := next(rest, "-"))[:1] != "-":
            data_dir = Path(folder)
        else:
            return None
    return StartOptions(data_dir=data_dir, demo=demo)


def _window(options: argparse.Namespace) -> int:
    start = StartOptions(data_dir=options.data_dir, demo=options.demo, log_level=options.log_level)
    if options.self_test:
        from desktop_app.self_test import run as test

        return test(start)
    return _open(start)


def _open(start: StartOptions) -> int:
    if _another_came_forward(Profile(start.data_dir).control):
        return _OK
    import gc

    from desktop_app.ui.import_hook import leave_imports_alone
    from desktop_app.ui.override_guard import keep_mistakes_whole

    gc.disable()  # until the first picture: of what a start makes nothing is garbage, and looking takes it 10 ms
    leave_imports_alone()  # before anything else of Qt's is imported: PySide would read the source of all of it
    keep_mistakes_whole()  # before the first class of ours
    from desktop_app.app import run

    return run(start)


def _another_came_forward(folder: Path) -> bool:
    """Whether a copy with this profile runs, whose window is in front now."""
    if not (folder / ADDRESS_FILE).exists():  # as at nearly every start: nothing is imported to find that out
        return False
    from desktop_app.control import client

    with contextlib.suppress(client.NotRunning, client.Lost):
        client.raise_window(folder)
        return True
    return False


def _ask(options: argparse.Namespace) -> int:
    from desktop_app.control import client

    _make_sure_it_runs(options)
    answer = client.ask(
        _folder(options),
        options.text,
        conversation_id=options.conversation,
        new=options.new,
        speak=not options.no_speech,
    )
    last = ""
    with contextlib.closing(answer):
        try:
            for delta in answer:
                print(delta, end="", flush=True)
                last = delta or last
        finally:
            if last and not last.endswith("\n"):
                print(flush=True)
    return _OK


def _say(options: argparse.Namespace) -> int:
    from desktop_app.control import client

    _make_sure_it_runs(options)
    client.say(_folder(options), _standard_input() if options.text == "-" else [options.text])
    return _OK


def _stop(options: argparse.Namespace) -> int:
    from desktop_app.control import client

    try:
        stopped = client.stop(_folder(options), options.id, speech_only=options.speech)
    except client.NotRunning:
        stopped = False
    if not stopped:
        print("Nothing is running.", file=sys.stderr)
    return _OK if stopped else _NOTHING_RUNS


def _status(options: argparse.Namespace) -> int:
    import json

    from desktop_app.control import client

    try:
        status = {"running": True, **client.status(_folder(options))}
    except client.NotRunning:
        status = {"running": False, "turns": [], "speech": {"active": False, "turns": [], "phrase": None}}
    print(json.dumps(status, indent=2, ensure_ascii=False))
    return _OK


_COMMANDS = {None: _window, "ask": _ask, "say": _say, "stop": _stop, "status": _status}


def _parser() -> argparse.ArgumentParser:
    import argparse

    parser = argparse.ArgumentParser(
        prog="aloud",
        description="Hear the answer while it is being written. Without a command: opens the window.",
        allow_abbrev=False,
    )
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help="keep everything of this profile in DIR")
    parser.add_argument("--demo", action="store_true", help="the built-in demo answers: no key, no network")
    parser.add_argument("--self-test", action="store_true", help="prove this copy: a line for each check")
    parser.add_argument("--log-level", default="info", choices=("debug", "info", "warning", "error"))
    parser.add_argument("--version", action="version", version=f"aloud {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    ask = commands.add_parser("ask", help="send a text and print the answer as it streams")
    ask.add_argument("text", metavar="TEXT")
    where = ask.add_mutually_exclusive_group()
    where.add_argument("--conversation", metavar="ID", help="ask in this conversation")
    where.add_argument("--new", action="store_true", help="ask in a new conversation")
    ask.add_argument("--no-speech", action="store_true", help="do not speak the answer")

    say = commands.add_parser("say", help="speak a text")
    say.add_argument("text", metavar="TEXT", help="the text, or - for standard input")

    stop = commands.add_parser("stop", help="stop all replies and all speech; exit 3 where nothing runs")
    stop.add_argument("--speech", action="store_true", help="stop only the speech")
    stop.add_argument("id", metavar="ID", nargs="?", help="stop only this turn")

    commands.add_parser("status", help="what runs and what is being said, as JSON")
    return parser


def _folder(options: argparse.Namespace) -> Path:
    return Profile(options.data_dir).control


def _make_sure_it_runs(options: argparse.Namespace) -> None:
    from desktop_app.control import client

    folder = _folder(options)
    if not client.is_running(folder):
        from desktop_app.control.launch import launch

        launch(folder, _window_arguments(options))


def _window_arguments(options: argparse.Namespace) -> list[str]:
    """The command line of a copy that has this one's profile."""
    arguments = ["--log-level", options.log_level]
    if options.data_dir is not None:
        arguments += ["--data-dir", str(options.data_dir.expanduser().absolute())]
    if options.demo:
        arguments.append("--demo")
    return arguments


def _standard_input() -> Iterator[str]:
    """What comes in, as soon as it comes."""
    import codecs

    if sys.stdin is None:  # it was closed by whoever started this
        return
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    while chunk := os.read(sys.stdin.fileno(), _CHUNK):
        yield decoder.decode(chunk)
    yield decoder.decode(b"", final=True)


def _let_go_of_stdout() -> None:
    """The interpreter would flush once more at its end, and complain."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


if __name__ == "__main__":
    sys.exit(main())
