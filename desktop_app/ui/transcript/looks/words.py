"""The page's own words: the head of a code block, how a message ended, the line of facts under it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from desktop_app.domain.choices import SaidCode
from desktop_app.domain.messages import MessageState
from desktop_app.domain.usage import Timings, Usage
from desktop_app.markdown.blocks import Alert
from desktop_app.ui.counts import Counts

_GAP = "\u2003"
_FINEST, _TWO_DIGITS = 6, 10

translate = QCoreApplication.translate


def alert_title(alert: Alert) -> str:
    """What stands above a quotation that is an alert."""
    match alert:
        case Alert.NOTE:
            return translate("Transcript", "Note")
        case Alert.TIP:
            return translate("Transcript", "Tip")
        case Alert.IMPORTANT:
            return translate("Transcript", "Important")
        case Alert.WARNING:
            return translate("Transcript", "Warning")
    return translate("Transcript", "Caution")


def line_count(lines: int) -> str:
    return Counts().lines(lines)


def code_head(language: str, lines: int, said: SaidCode | None) -> str:
    """As in "python · 6 lines · not spoken"; ``said`` None where nothing is."""
    parts = [language or translate("Transcript", "code")]
    if lines:
        parts.append(line_count(lines))
    if said is SaidCode.SKIP:
        parts.append(translate("Transcript", "not spoken"))
    elif said is SaidCode.ANNOUNCE:
        parts.append(translate("Transcript", "only announced"))
    return " · ".join(parts)


def state_words(state: MessageState) -> str:
    """How the message ended, "" where there is nothing to say."""
    match state:
        case MessageState.STOPPED:
            return translate("Transcript", "stopped")
        case MessageState.INTERRUPTED:
            return translate("Transcript", "interrupted")
        case MessageState.FAILED:
            return translate("Transcript", "failed")
        case MessageState.TRUNCATED:
            return translate("Transcript", "cut by the token limit")
        case MessageState.FILTERED:
            return translate("Transcript", "ended by the server's content filter")
    return ""


def facts_line(timings: Timings, usage: Usage | None, skipped: int, dollars: float | None = None) -> str:
    """As in "first word 0.41 s   first sound 0.78 s   120 in · 412 out"; "" when nothing is known."""
    parts = []
    if timings.first_token is not None:
        parts.append(translate("Transcript", "first word {0} s").format(_seconds(timings.first_token)))
    if timings.first_sound is not None:
        parts.append(translate("Transcript", "first sound {0} s").format(_seconds(timings.first_sound)))
    if usage is not None and (tokens := _tokens(usage)):
        parts.append(tokens)
    if dollars is not None:
        parts.append(money(dollars))
    if skipped:
        parts.append(Counts().damaged_events(skipped))
    return _GAP.join(parts)


def facts_tip(timings: Timings, usage: Usage | None, skipped: int, dollars: float | None = None) -> str:
    """The same in whole words, a line each."""
    lines = []
    if timings.first_token is not None:
        lines.append(
            translate("Transcript", "The first word came after {0} seconds.").format(_seconds(timings.first_token))
        )
    if timings.first_sound is not None:
        lines.append(
            translate("Transcript", "The first sound was heard after {0} seconds.").format(
                _seconds(timings.first_sound)
            )
        )
    if timings.total is not None:
        lines.append(translate("Transcript", "The whole answer took {0} seconds.").format(_seconds(timings.total)))
    if usage is not None:
        lines += _token_lines(usage)
    if dollars is not None:
        lines.append(translate("Transcript", "It cost about {0}.").format(money(dollars)))
    if skipped:
        lines.append(
            translate("Transcript", "Parts of the stream that could not be read and were left out: {0}.").format(
                skipped
            )
        )
    return "\n".join(lines)


def money(dollars: float) -> str:
    """As in "$0.0042": with two digits that say something, and cents at least."""
    digits = 2
    while dollars and digits < _FINEST and round(dollars, digits) < _TWO_DIGITS * 10**-digits:
        digits += 1
    return f"${QLocale().toString(dollars, 'f', digits)}"


def _tokens(usage: Usage) -> str:
    if usage.output is not None and usage.input is None and not usage.reasoning and not usage.cached:
        return Counts().tokens(usage.output)
    parts = []
    if usage.input is not None:
        parts.append(translate("Transcript", "{0} in").format(_number(usage.input)))
    if usage.output is not None:
        parts.append(translate("Transcript", "{0} out").format(_number(usage.output)))
    if usage.reasoning:
        parts.append(translate("Transcript", "{0} reasoning").format(_number(usage.reasoning)))
    if usage.cached:
        parts.append(translate("Transcript", "{0} cached").format(_number(usage.cached)))
    return translate("Transcript", "{0} tokens").format(" · ".join(parts)) if parts else ""


def _token_lines(usage: Usage) -> list[str]:
    told = (
        (usage.input, translate("Transcript", "Tokens sent: {0}.")),
        (usage.output, translate("Transcript", "Tokens written by the model: {0}.")),
        (usage.reasoning, translate("Transcript", "Of these, for reasoning: {0}.")),
        (usage.cached, translate("Transcript", "Of those sent, from the server's cache: {0}.")),
    )
    return [words.format(_number(count)) for count, words in told if count is not None]


def _seconds(value: float) -> str:
    return QLocale().toString(value, "f", 2)


def _number(value: int) -> str:
    return QLocale().toString(value)
