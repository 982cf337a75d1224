"""One conversation as a file that is read: which format it is, and who writes that."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.exporting import ExportFormat, ExportRequest
from desktop_app.domain.whole import WholeConversation
from desktop_app.exchange import html_file, markdown_file, text_file
from desktop_app.exchange.rendering import Sources

_FORMATS = {
    ExportFormat.MARKDOWN: markdown_file.pieces,
    ExportFormat.HTML: html_file.pieces,
    ExportFormat.TEXT: text_file.pieces,
}


def pieces(whole: WholeConversation, request: ExportRequest, sources: Sources) -> Iterator[str]:
    """The whole file. JSON and PDF are written elsewhere."""
    return _FORMATS[request.format](whole, request, sources)
