"""What was found in a file, and what could not be taken along, in words for people."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QDateTime, QLocale, QObject

from desktop_app.domain.importing import Gap, GapReport, ImportLook, ImportSource
from desktop_app.ui.importing.gap_words import GapWords

SOURCES = {
    ImportSource.ALOUD: "Aloud",
    ImportSource.CHATGPT: "ChatGPT",
    ImportSource.OPEN_WEBUI: "Open WebUI",
    ImportSource.LIBRECHAT: "LibreChat",
}
"""The names of programs are the same in every language."""


class ImportWords(QObject):
    """A class of its own because the translators' tool sees a number only in ``self.tr``."""

    def __init__(self) -> None:
        super().__init__()
        self._gaps = GapWords()

    def conversations(self, count: int) -> str:
        return self.tr("1 conversation") if count == 1 else self.tr("%Ln conversations", "", count)

    def found(self, look: ImportLook) -> str:
        if not look.conversations:
            return self.tr("Prompts and drafts from {program}").format(program=SOURCES[look.source])
        return self.tr("{conversations} from {program}").format(
            conversations=self.conversations(look.conversations), program=SOURCES[look.source]
        )

    def imported(self, look: ImportLook) -> str:
        """At the end."""
        if not look.new + look.grown:
            return self.tr("Imported")
        return self.tr("Imported {conversations}").format(conversations=self.conversations(look.new + look.grown))

    def facts(self, look: ImportLook) -> Iterator[str]:
        """What is in the file, and what of it is here already; a sentence each."""
        if look.conversations:
            yield self._extent(look)
        if look.is_cut:
            yield self.tr("The file breaks off or is damaged. What stands before that place can be imported.")
        if look.grown + look.known:
            if look.new:
                yield self._new(look.new)
            if look.grown:
                yield self._grown(look.grown)
            if look.known:
                yield self._known(look.known)
        if look.continued_here:
            yield self._continued(look.continued_here)
        if look.removed_here:
            yield self._removed(look.removed_here)
        yield from self._beside(look)

    def came(self, look: ImportLook) -> Iterator[str]:
        """What came that is no conversation; a sentence each."""
        if look.prompts:
            yield self._prompts_came(look.prompts)
        if look.draft:
            yield self.tr("What was begun on the empty page is in the message box.")
        if look.sounds:
            yield self._sounds_came(look.sounds)
        if look.sounds_left_out:
            yield self._sounds_left_out(look.sounds_left_out)

    def gaps(self, report: GapReport) -> str:
        """One sentence; empty where all was taken along."""
        told = [self.gap(gap, detail, count) for (gap, detail), count in _by_count(report) if gap is not Gap.CUT]
        if not told:
            return ""
        return self.tr("Not taken along: {list}.").format(list=", ".join(told))

    def report(self, look: ImportLook) -> str:
        """All of it, line by line, to be read at leisure or copied."""
        lines = [f"{look.file_name} – {self.found(look)}", *self.facts(look)]
        if look.gaps.count:
            lines += ["", self.tr("What was not understood or is not in the file:")]
            lines += [f"• {self.gap(gap, detail, count)}" for (gap, detail), count in _by_count(look.gaps)]
        if look.gaps.lines:
            lines += ["", self.tr("Conversation by conversation:")]
            for line in look.gaps.lines:
                title = line.title or self.tr("Without a title")
                lines.append(f"• {title}: {self.gap(line.gap, line.detail, line.count)}")
        return "\n".join(lines)

    def gap(self, gap: Gap, detail: str, count: int) -> str:
        return self._gaps.words(gap, detail, count)

    def _beside(self, look: ImportLook) -> Iterator[str]:
        """What comes that is no conversation; a sentence each."""
        if look.prompts:
            yield self._prompts(look.prompts)
        if look.draft:
            yield self.tr("What was begun on the empty page comes into the message box.")
        if look.sounds:
            yield self._sounds(look.sounds)

    def _extent(self, look: ImportLook) -> str:
        messages = self.tr("1 message") if look.messages == 1 else self.tr("%Ln messages", "", look.messages)
        if look.pictures:
            pictures = self.tr("1 picture") if look.pictures == 1 else self.tr("%Ln pictures", "", look.pictures)
            messages = self.tr("{messages}, {pictures}").format(messages=messages, pictures=pictures)
        if look.oldest is None or look.newest is None:
            return self.tr("{messages}.").format(messages=messages)
        oldest, newest = _day(look.oldest), _day(look.newest)
        if oldest == newest:
            return self.tr("{messages}, of {day}.").format(messages=messages, day=oldest)
        return self.tr("{messages}, from {oldest} to {newest}.").format(messages=messages, oldest=oldest, newest=newest)

    def _prompts(self, count: int) -> str:
        return (
            self.tr("1 saved prompt comes along.")
            if count == 1
            else self.tr("%Ln saved prompts come along.", "", count)
        )

    def _prompts_came(self, count: int) -> str:
        if count == 1:
            return self.tr("1 saved prompt came along.")
        return self.tr("%Ln saved prompts came along.", "", count)

    def _sounds(self, count: int) -> str:
        if count == 1:
            return self.tr("The kept sound of 1 phrase comes along, if there is room for it.")
        return self.tr("The kept sound of %Ln phrases comes along, as far as there is room for it.", "", count)

    def _sounds_came(self, count: int) -> str:
        if count == 1:
            return self.tr("The kept sound of 1 phrase came along.")
        return self.tr("The kept sound of %Ln phrases came along.", "", count)

    def _sounds_left_out(self, count: int) -> str:
        if count == 1:
            return self.tr("That of 1 phrase was left out: there is no room for it (Settings, History).")
        return self.tr("That of %Ln phrases was left out: there is no room for it (Settings, History).", "", count)

    def _new(self, count: int) -> str:
        return self.tr("1 conversation is new.") if count == 1 else self.tr("%Ln conversations are new.", "", count)

    def _grown(self, count: int) -> str:
        if count == 1:
            return self.tr("1 is here already and has new messages.")
        return self.tr("%Ln are here already and have new messages.", "", count)

    def _known(self, count: int) -> str:
        if count == 1:
            return self.tr("1 is here already, with all its messages.")
        return self.tr("%Ln are here already, with all their messages.", "", count)

    def _continued(self, count: int) -> str:
        if count == 1:
            return self.tr("1 of them went on here: what is new becomes a branch beside it.")
        return self.tr("%Ln of them went on here: what is new becomes a branch beside it.", "", count)

    def _removed(self, count: int) -> str:
        if count == 1:
            return self.tr("1 message that was deleted here stays deleted.")
        return self.tr("%Ln messages that were deleted here stay deleted.", "", count)


def _by_count(report: GapReport) -> list[tuple[tuple[Gap, str], int]]:
    return sorted(report.totals.items(), key=lambda one: -one[1])


def _day(moment: float) -> str:
    return QLocale().toString(
        QDateTime.fromMSecsSinceEpoch(round(moment * 1000)).date(), QLocale.FormatType.ShortFormat
    )
