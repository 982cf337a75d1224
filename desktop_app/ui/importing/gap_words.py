"""What could not be taken along out of a file, in words that can stand in a list."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop_app.domain.importing import Gap


class GapWords(QObject):
    """A class of its own because the translators' tool sees a number only in ``self.tr``."""

    def words(self, gap: Gap, detail: str, count: int) -> str:
        """So many of them; ``detail`` in the words of the file."""
        if gap is Gap.CUT:
            return self.tr("the end of the file, which is cut off or damaged")
        if gap is Gap.ROLE:
            return self._by_strangers(detail or "?", count)
        if gap is Gap.CONTENT:
            return self._unknown(detail or "?", count)
        counted = {
            Gap.PICTURE: self._pictures,
            Gap.DOCUMENT: self._documents,
            Gap.SOUND: self._recordings,
            Gap.VIDEO: self._videos,
            Gap.INSTRUCTIONS: self._instructions,
            Gap.SOURCES: self._sources,
            Gap.MESSAGE: self._messages,
            Gap.LINK: self._links,
            Gap.PROMPT: self._prompts,
            Gap.FOLDER: self._folders,
            Gap.TAG: self._tags,
            Gap.CONVERSATION: self._conversations,
        }
        return counted[gap](count)

    def _by_strangers(self, name: str, count: int) -> str:
        told = self.tr("1 message by “{name}”") if count == 1 else self.tr("%Ln messages by “{name}”", "", count)
        return told.format(name=name)

    def _unknown(self, name: str, count: int) -> str:
        if count == 1:
            return self.tr("1 piece of the unknown kind “{name}”").format(name=name)
        return self.tr("%Ln pieces of the unknown kind “{name}”", "", count).format(name=name)

    def _pictures(self, count: int) -> str:
        return self.tr("1 picture") if count == 1 else self.tr("%Ln pictures", "", count)

    def _documents(self, count: int) -> str:
        return self.tr("the words of 1 document") if count == 1 else self.tr("the words of %Ln documents", "", count)

    def _recordings(self, count: int) -> str:
        return self.tr("1 recording") if count == 1 else self.tr("%Ln recordings", "", count)

    def _videos(self, count: int) -> str:
        return self.tr("1 video") if count == 1 else self.tr("%Ln videos", "", count)

    def _instructions(self, count: int) -> str:
        return (
            self.tr("instructions for the model, once")
            if count == 1
            else self.tr("instructions for the model, %Ln times", "", count)
        )

    def _sources(self, count: int) -> str:
        return self.tr("1 list of sources") if count == 1 else self.tr("%Ln lists of sources", "", count)

    def _messages(self, count: int) -> str:
        return self.tr("1 damaged message") if count == 1 else self.tr("%Ln damaged messages", "", count)

    def _prompts(self, count: int) -> str:
        return self.tr("1 damaged prompt") if count == 1 else self.tr("%Ln damaged prompts", "", count)

    def _folders(self, count: int) -> str:
        return (
            self.tr("the folder of 1 conversation (the file does not name it)")
            if count == 1
            else self.tr("the folders of %Ln conversations (the file does not name them)", "", count)
        )

    def _tags(self, count: int) -> str:
        return self.tr("1 tag") if count == 1 else self.tr("%Ln tags", "", count)

    def _links(self, count: int) -> str:
        return (
            self.tr("the place of 1 message, which stands at the beginning now")
            if count == 1
            else self.tr("the places of %Ln messages, which stand at the beginning now", "", count)
        )

    def _conversations(self, count: int) -> str:
        return (
            self.tr("1 conversation that is empty or damaged")
            if count == 1
            else self.tr("%Ln conversations that are empty or damaged", "", count)
        )
