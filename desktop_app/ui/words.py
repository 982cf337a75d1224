"""The plain words for every kind of trouble, translated, each short enough for one line, with what to do about it.

The words live here and not in the errors, since the rooms that raise them know no language. A kind without words of
its own takes those of the kind above it; the last resort is the error's own English sentence.
"""

from __future__ import annotations

import math
from typing import Final

from desktop_app.domain.errors import HistoryMended, HistoryNewer, UserError
from desktop_app.ui.counts import Counts
from desktop_app.ui.translation import QT_TRANSLATE_NOOP, translate

_LONGEST_QUOTE: Final = 140

_SENTENCES: Final[dict[str, str]] = {
    "OwnMistake": QT_TRANSLATE_NOOP("Words", "Aloud itself made a mistake; its log says more."),
    "ServerError": QT_TRANSLATE_NOOP("Words", "The server said no."),
    "KeyMissing": QT_TRANSLATE_NOOP("Words", "No key is known for this server. Enter one in Settings."),
    "KeyRefused": QT_TRANSLATE_NOOP("Words", "The key was refused. Check it in Settings."),
    "QuotaExhausted": QT_TRANSLATE_NOOP(
        "Words", "The account has no credit left. Add some with the provider, or choose another server in Settings."
    ),
    "RateLimited": QT_TRANSLATE_NOOP("Words", "The server wants fewer requests. Wait a moment."),
    "ModelUnknown": QT_TRANSLATE_NOOP("Words", "The server does not know this model. Choose another one."),
    "VoiceUnknown": QT_TRANSLATE_NOOP("Words", "The server does not know this voice. Choose another one in Settings."),
    "ContextTooLong": QT_TRANSLATE_NOOP(
        "Words", "The conversation has become too long for this model. Begin a new one, or choose a larger model."
    ),
    "NotOffered": QT_TRANSLATE_NOOP(
        "Words", "This server does not offer that service. Check its address, or choose another one in Settings."
    ),
    "PictureNotLoaded": QT_TRANSLATE_NOOP(
        "Words", "The picture could not be loaded. Its link opens it in the browser."
    ),
    "WebhookFailed": QT_TRANSLATE_NOOP(
        "Words", "The webhook could not be told of an answer. Check its address in Settings."
    ),
    "PicturesRefused": QT_TRANSLATE_NOOP(
        "Words", "This model takes no pictures. Send the message without them, or choose another model."
    ),
    "RequestRefused": QT_TRANSLATE_NOOP("Words", "The server refused the request."),
    "ServerFailed": QT_TRANSLATE_NOOP("Words", "The server has trouble of its own. Try again in a moment."),
    "NetworkError": QT_TRANSLATE_NOOP("Words", "The network failed. Check the connection and try again."),
    "Unreachable": QT_TRANSLATE_NOOP(
        "Words", "The server cannot be reached. Check the network, or the address in Settings."
    ),
    "TimedOut": QT_TRANSLATE_NOOP("Words", "The server did not answer in time. Try again."),
    "ConnectionCut": QT_TRANSLATE_NOOP("Words", "The connection broke off. What came so far is kept."),
    "SpeechError": QT_TRANSLATE_NOOP("Words", "A sentence could not be spoken. The text is whole."),
    "PhraseRefused": QT_TRANSLATE_NOOP("Words", "A sentence could not be spoken. The text is whole."),
    "NothingToSay": QT_TRANSLATE_NOOP("Words", "There is nothing in it that is said aloud."),
    "VoiceUnavailable": QT_TRANSLATE_NOOP(
        "Words", "The voice cannot be had on this machine. Choose another one in Settings."
    ),
    "DeviceError": QT_TRANSLATE_NOOP("Words", "The sound device does not work. Answers go on as text."),
    "NoDevice": QT_TRANSLATE_NOOP(
        "Words", "There is nothing to play sound on. Answers go on as text; connect a device to hear them."
    ),
    "DeviceLost": QT_TRANSLATE_NOOP(
        "Words", "The sound device went away. Speech goes on when it, or another one, is there."
    ),
    "ChosenDeviceAway": QT_TRANSLATE_NOOP(
        "Words", "The chosen sound device is not connected. The system's own is used until it is back."
    ),
    "KeyringError": QT_TRANSLATE_NOOP("Words", "The key cannot be stored; it is kept for this run only."),
    "KeyringMissing": QT_TRANSLATE_NOOP(
        "Words",
        "The key is kept for this run only: this system has no keyring. Install one, such as GNOME Keyring or KWallet.",
    ),
    "KeyringLocked": QT_TRANSLATE_NOOP(
        "Words",
        "The keyring is locked: it gives no key, and a new one is kept for this run only. Unlock it, then try again.",
    ),
    "KeyringSilent": QT_TRANSLATE_NOOP(
        "Words",
        "The keyring does not answer: a new key is kept for this run only. See whether it asks in a window of its own.",
    ),
    "GlobalKeyError": QT_TRANSLATE_NOOP("Words", "The key for any program could not be set. Choose another one."),
    "GlobalKeyTaken": QT_TRANSLATE_NOOP(
        "Words", "Another program already has the key that silences from any program. Choose another one in Settings."
    ),
    "GlobalKeyUnknown": QT_TRANSLATE_NOOP(
        "Words", "This keyboard has no such key to silence from any program. Choose another one in Settings."
    ),
    "GlobalKeyNotOffered": QT_TRANSLATE_NOOP(
        "Words",
        "This system lets no program have a key for all. Bind one in its own settings, to “aloud stop --speech”.",
    ),
    "StorageError": QT_TRANSLATE_NOOP("Words", "Something could not be saved. Check the disk."),
    "DiskFull": QT_TRANSLATE_NOOP("Words", "The disk is full: this conversation is not being saved. Make some room."),
    "NoRoomForFile": QT_TRANSLATE_NOOP(
        "Words", "There is no room for the file on that disk. Make some room, or choose another place."
    ),
    "NothingToExport": QT_TRANSLATE_NOOP("Words", "What was to be exported has been deleted."),
    "FileRefused": QT_TRANSLATE_NOOP("Words", "The file cannot be written there. Choose another place."),
    "BackupBroken": QT_TRANSLATE_NOOP(
        "Words", "This file is no backup of Aloud, or it is damaged. Nothing was changed; choose another one."
    ),
    "BackupNewer": QT_TRANSLATE_NOOP(
        "Words", "This backup was made by a newer Aloud. Nothing was changed; install that version first."
    ),
    "SettingsUnreadable": QT_TRANSLATE_NOOP(
        "Words", "The settings could not be read and were set aside. The defaults are in force; look through Settings."
    ),
    "HistoryMended": QT_TRANSLATE_NOOP(
        "Words", "The history is damaged. What can be read of it is being brought over."
    ),
    "HistoryNewer": QT_TRANSLATE_NOOP("Words", "The history is of a newer version of Aloud, so a new one was begun."),
    "HistoryUnusable": QT_TRANSLATE_NOOP(
        "Words", "The history cannot be written: conversations are not being saved until it can. Check the disk."
    ),
    "AttachmentError": QT_TRANSLATE_NOOP("Words", "This cannot be attached."),
    "ExportUnreadable": QT_TRANSLATE_NOOP("Words", "This file cannot be read. Choose another one."),
    "ExportNotUnderstood": QT_TRANSLATE_NOOP(
        "Words",
        "There are no conversations in this file that Aloud understands. It reads exports of Aloud, ChatGPT,"
        " Open WebUI and LibreChat.",
    ),
    "ImportTrouble": QT_TRANSLATE_NOOP("Words", "These conversations could not be imported."),
    "NoRoomForImport": QT_TRANSLATE_NOOP(
        "Words", "There is no room on the disk for all of it, so nothing is kept. Make room and import the file again."
    ),
    "ImportNotFinished": QT_TRANSLATE_NOOP(
        "Words", "An import did not come to its end, so nothing of it was kept. Import the file again."
    ),
    "FileTooLarge": QT_TRANSLATE_NOOP(
        "Words", "This file is too large: a text may have 1 MB, a picture or a PDF 50 MB. Attach a part of it."
    ),
    "FileUnreadable": QT_TRANSLATE_NOOP(
        "Words", "This file cannot be read. See whether it is there and may be opened."
    ),
    "FileNotTaken": QT_TRANSLATE_NOOP("Words", "Only pictures, texts and PDFs can be attached."),
    "PictureBroken": QT_TRANSLATE_NOOP("Words", "This picture is damaged, or of a kind that cannot be shown."),
    "PdfLocked": QT_TRANSLATE_NOOP("Words", "This PDF opens with a password only. Attach a copy without one."),
    "PdfBroken": QT_TRANSLATE_NOOP("Words", "This PDF is damaged and cannot be read."),
    "PdfWithoutText": QT_TRANSLATE_NOOP(
        "Words", "This PDF has no text in it, as when it was scanned. Attach its pages as pictures instead."
    ),
    "TooManyAttachments": QT_TRANSLATE_NOOP("Words", "A message takes 20 attachments. Send these first."),
}
_STEPS: Final[dict[str, str]] = {
    "open_settings": QT_TRANSLATE_NOOP("Words", "Open settings"),
    "retry": QT_TRANSLATE_NOOP("Words", "Retry"),
    "continue": QT_TRANSLATE_NOOP("Words", "Continue"),
    "cancel": QT_TRANSLATE_NOOP("Words", "Cancel"),
    "without_pictures": QT_TRANSLATE_NOOP("Words", "Send without pictures"),
    "choose_place": QT_TRANSLATE_NOOP("Words", "Choose another place"),
}


def sentence(error: UserError, *, fallback: bool = False, seconds: float | None = None, saving: bool = False) -> str:
    """What a notice says of ``error``.

    ``fallback``: the built-in voice took over. ``seconds`` until the next try, None where there will be none.
    ``saving``: a sound file was being made.
    """
    words = [translate("Words", "The sound was not saved."), _kind(error)] if saving else [_kind(error)]
    if detail := _quote(getattr(error, "detail", "")):
        words.append(translate("Words", "The server says: “{detail}”").format(detail=detail))
    if fallback:
        words.append(_instead(error.about))
    elif error.about:
        words.append(translate("Words", "It was: “{words}”").format(words=error.about))
    if seconds is not None:
        left = math.ceil(seconds)
        words.append(
            translate("Words", "Trying again in {seconds} s.").format(seconds=left)
            if left > 0
            else translate("Words", "Trying again…")
        )
    return " ".join(words)


def step_words(step: str) -> str:
    """What the button of a ``views.Step`` says."""
    return translate("Words", _STEPS[step])


def _instead(about: str) -> str:
    if about:
        return translate("Words", "The built-in voice says instead: “{words}”").format(words=about)
    return translate("Words", "The built-in voice speaks instead.")


def _set_aside(error: HistoryMended | HistoryNewer) -> str:
    """What became of a history that could not be used, and where it lies."""
    words = translate("Words", _SENTENCES[error.code])
    if isinstance(error, HistoryMended) and not error.going:
        counts = Counts()
        told = translate("Words", "The history was damaged: {conversations} with {messages} were brought over.")
        if not error.messages:
            told = translate("Words", "The history was damaged, and no message was found in it that is not here.")
        words = told.replace("{conversations}", counts.conversations(error.conversations))
        words = words.replace("{messages}", counts.messages(error.messages))
    elif isinstance(error, HistoryMended) or not error.kept:
        return words
    kept = translate("Words", "The old file is kept: {file}").replace("{file}", error.kept)
    return f"{words} {kept}"


def _kind(error: UserError) -> str:
    if isinstance(error, HistoryMended | HistoryNewer):
        return _set_aside(error)
    for kind in type(error).__mro__:
        if (words := _SENTENCES.get(kind.__name__)) is not None:
            return translate("Words", words)
    return str(error)


def _quote(detail: str) -> str:
    """What the server said, on one line, no longer than a glance, and ended as a sentence: another may follow."""
    line = " ".join(detail.split())
    if len(line) > _LONGEST_QUOTE:
        return f"{line[: _LONGEST_QUOTE - 1].rstrip()}…"
    return line if not line or line.endswith((".", "!", "?", "…")) else f"{line}."
