"""The words that an export puts between those of a conversation, in the user's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from desktop_app.domain.exporting import ExportWords
from desktop_app.domain.messages import MessageState, Role
from desktop_app.markdown.blocks import Alert
from desktop_app.ui.transcript.looks.words import alert_title

translate = QCoreApplication.translate


def export_words() -> ExportWords:
    return ExportWords(
        language=QLocale.languageToCode(QLocale().language()),
        roles={
            Role.USER: translate("Export", "You"),
            Role.ASSISTANT: translate("Export", "Assistant"),
            Role.TOOL: translate("Export", "Tool"),
        },
        states={
            MessageState.STREAMING: translate("Export", "unfinished"),
            MessageState.STOPPED: translate("Export", "stopped"),
            MessageState.FAILED: translate("Export", "failed"),
            MessageState.INTERRUPTED: translate("Export", "interrupted"),
            MessageState.TRUNCATED: translate("Export", "cut off at the token limit"),
            MessageState.FILTERED: translate("Export", "ended by the server's content filter"),
        },
        alerts={alert.value: alert_title(alert) for alert in Alert},
        reasoning=translate("Export", "Reasoning"),
        tool_call=translate("Export", "Tool call"),
        tool_result=translate("Export", "Tool result"),
        structured=translate("Export", "Data"),
        picture=translate("Export", "Picture"),
        file=translate("Export", "File"),
        untitled=translate("Export", "Conversation"),
        version=translate("Export", "version {index} of {count}"),
        date=translate("Export", "%Y-%m-%d %H:%M"),
    )
