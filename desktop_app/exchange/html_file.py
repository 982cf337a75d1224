"""A conversation as one HTML file that needs nothing else: no script, no font, no picture from anywhere.

What a model wrote is data. Each letter of it is escaped, a tag it wrote is shown as words, its links lead to the web or
to a letter and tell nobody where one came from; and should all this fail once, the page's own policy
(``Content-Security-Policy``) lets it load and run nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Final

from desktop_app.domain.exporting import Exported, ExportRequest, head_of, moment
from desktop_app.domain.messages import Part, PartKind, Role
from desktop_app.domain.whole import WholeConversation
from desktop_app.exchange.html_blocks import HtmlBlocks
from desktop_app.exchange.rendering import Sources, body_of, data_uri, entries, label_of, shown_parts, title_of

_POLICY: Final = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_HEAD: Final = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Aloud">
<title>{title}</title>
<style>
{style}
</style>
</head>
<body>
<main>
<h1 class="title" dir="auto">{title}</h1>
"""
_STYLE: Final = """
* { box-sizing: border-box }
body { margin: 0; background: var(--page); color: var(--ink);
  font: 15px/1.6 Inter, system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif }
main { max-width: 752px; margin: 0 auto; padding: 40px 16px 64px; overflow-wrap: break-word }
h1.title { font-size: 26px; line-height: 1.3; margin: 0 0 6px }
h1, h2, h3, h4, h5, h6 { font-size: 15px; line-height: 1.4; margin: 22px 0 0; break-after: avoid }
article h1 { font-size: 22px } article h2 { font-size: 19px } article h3 { font-size: 17px }
.when, .who { color: var(--muted); font-size: 13px }
article { margin-top: 28px }
.who { margin: 0 0 4px; break-after: avoid }
.who b { color: var(--ink); font-weight: 600 }
article.user { margin-inline-start: 25% }
article.user > p, article.user > figure { text-align: end }
.said { background: var(--mine); border-radius: 14px; padding: 10px 16px; white-space: pre-wrap; width: fit-content;
  max-width: 100%; margin-inline-start: auto }
p, ul, ol, dl, blockquote, pre, table, figure { margin: 12px 0 0 }
ul, ol { padding-inline-start: 26px } li > p:first-child { margin-top: 0 } li + li { margin-top: 6px }
li.task { list-style: none; margin-inline-start: -22px }
li.task > p:first-child, .footnote > p:first-of-type { display: inline }
dt { font-weight: 600 } dd { margin-inline-start: 26px }
blockquote { margin-inline: 0; padding-inline-start: 15px; border-inline-start: 3px solid var(--line) }
blockquote.alert { border-color: currentColor } blockquote.alert > * { color: var(--ink) }
blockquote > p.alert { font-weight: 600; font-size: 13px; color: inherit }
.note { color: var(--blue) } .tip { color: var(--green) } .important { color: var(--violet) }
.warning { color: var(--amber) } .caution { color: var(--red) }
a { color: var(--accent) }
code, pre, .latex { font-family: "JetBrains Mono", ui-monospace, Consolas, Menlo, "DejaVu Sans Mono", monospace }
code { font-variant-ligatures: none }
code, .latex { font-size: 13px }
:not(pre) > code { background: var(--code); padding: 1px 4px; border-radius: 5px }
pre { background: var(--code); border: 1px solid var(--line); border-radius: 10px; padding: 10px 15px 12px;
  font-size: 13px; line-height: 20px; overflow-x: auto; tab-size: 4; direction: ltr; text-align: left }
.language { color: var(--muted); font: 12px/20px Inter, system-ui, sans-serif; display: block; margin-bottom: 4px }
.markup { color: var(--muted); font-family: monospace; font-size: 13px }
.wide { overflow-x: auto }
table { border-collapse: separate; border-spacing: 0; border: 1px solid var(--line); border-radius: 8px }
th, td { padding: 7px 12px; text-align: start; line-height: 20px; font-size: 14px; vertical-align: baseline }
th { background: var(--code); font-weight: 600 } tr + tr > *, thead + tbody tr > * { border-top: 1px solid var(--line) }
hr { border: 0; border-top: 1px solid var(--line); margin: 20px 0 }
img { max-width: 100%; height: auto; border-radius: 8px; border: 1px solid var(--line) }
svg.maths { vertical-align: baseline; overflow: visible; fill: currentColor }
.display { text-align: center; overflow-x: auto }
.footnote { font-size: 13px; color: var(--muted) }
details { margin: 12px 0 0; color: var(--muted); font-size: 13px } summary { cursor: pointer }
.file { display: inline-block; border: 1px solid var(--line); border-radius: 10px; padding: 4px 12px; font-size: 13px }
@media (max-width: 560px) { article.user { margin-inline-start: 8% } }
@media print { body { font-size: 11pt } pre { white-space: pre-wrap } article.user { break-inside: avoid } }
"""


def pieces(whole: WholeConversation, request: ExportRequest, sources: Sources) -> Iterator[str]:
    """The whole document."""
    title = escape(title_of(whole, request.words))
    style = (sources.drawing.style if sources.drawing else "") + _STYLE
    yield _HEAD.format(language=escape(request.words.language), policy=_POLICY, title=title, style=style)
    if request.options.details:
        yield f'<p class="when">{escape(moment(whole.conversation.created, request.words))}</p>\n'
    for number, one in enumerate(entries(whole, request, sources), 1):
        yield from _message(one, f"m{number}", request, sources)
    yield "</main>\n</body>\n</html>\n"


def _message(one: Exported, name: str, request: ExportRequest, sources: Sources) -> Iterator[str]:
    role = one.message.role
    yield f'<article class="{role.value}" id="{name}">\n{_who(one, request)}\n'
    for part in shown_parts(one.message, request):
        yield from _part(part, name, request, sources, mine=role is Role.USER)
    yield "</article>\n"


def _who(one: Exported, request: ExportRequest) -> str:
    who, *more = head_of(one, request)
    return f'<p class="who"><b>{escape(who)}</b>{"".join(f" · {escape(word)}" for word in more)}</p>'


def _part(part: Part, name: str, request: ExportRequest, sources: Sources, *, mine: bool) -> Iterator[str]:
    label = escape(label_of(part, request.words))
    match part.kind:
        case PartKind.TEXT if mine:
            yield f'<div class="said" dir="auto">{escape(part.text.strip(chr(10)))}</div>\n'
        case PartKind.TEXT:
            yield from HtmlBlocks(name, request.words, sources.drawing).pieces(part.text)
        case PartKind.IMAGE:
            address = data_uri(part, sources)
            yield f'<figure><img src="{address}" alt="{label}"></figure>\n' if address else _chip(label)
        case PartKind.FILE:
            yield _chip(label)
        case PartKind.REASONING:
            yield f"<details>\n<summary>{label}</summary>\n"
            yield from HtmlBlocks(f"{name}r", request.words, sources.drawing).pieces(part.text)
            yield "</details>\n"
        case _:
            yield f"<details>\n<summary>{label}</summary>\n<pre>{escape(body_of(part))}</pre>\n</details>\n"


def _chip(label: str) -> str:
    return f'<p><span class="file">{label}</span></p>\n'
