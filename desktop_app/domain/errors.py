"""What can go wrong in the user's world, as a family. A bug is none of these: it stays a traceback.

```
UserError                   str(error) is one plain English sentence; `code` names it for the screen's own words
├── ServerError             the server answered, and said no
│   ├── KeyMissing          no key is known for this server
│   ├── KeyRefused          401, 403
│   ├── QuotaExhausted      429 insufficient_quota
│   ├── RateLimited         429; retry_after in seconds, or None
│   ├── ModelUnknown        404, or a 400 that names the model
│   ├── VoiceUnknown        a 4xx that names the voice
│   ├── ContextTooLong      400 context_length_exceeded
│   ├── NotOffered          404 for the whole path: this server has no such service
│   ├── PicturesRefused     the server or its model takes no pictures
│   ├── RequestRefused      any other 4xx
│   └── ServerFailed        5xx, or an error event inside the stream
├── NetworkError            no answer, or not the whole of it
│   ├── Unreachable         no connection could be made
│   ├── TimedOut            nothing came in time
│   └── ConnectionCut       the stream broke off, or ended without saying that it was done
├── SpeechError             a phrase could not be said
│   ├── PhraseRefused       this text was refused by the voice's server
│   ├── VoiceUnavailable    the voice cannot be had on this machine
│   └── NothingToSay        what was to be saved as sound has no words that are said
├── DeviceError
│   ├── NoDevice            there is nothing to play on
│   ├── DeviceLost          the device went away while it was playing
│   └── ChosenDeviceAway    the one that was chosen is not there; the default plays in its place
├── KeyringError            the key cannot be kept; it is used for this run only
│   ├── KeyringMissing      no keyring on this system
│   ├── KeyringLocked       it is locked and was not opened
│   └── KeyringSilent       it did not answer in time: it may be asking in a window of its own
├── GlobalKeyError          the key that silences from any program is not held
│   ├── GlobalKeyTaken      another program holds it
│   ├── GlobalKeyUnknown    this keyboard has no such key
│   └── GlobalKeyNotOffered this system gives no program such a key; its own settings can run a command
├── StorageError
│   ├── DiskFull
│   ├── NoRoomForFile       a file that was to be saved does not fit there
│   ├── FileRefused         it cannot be written there for another reason
│   ├── NothingToExport     what was to be exported has been deleted
│   ├── BackupBroken        a file that is no backup of ours, or a damaged one
│   ├── BackupNewer         a backup that a newer version wrote
│   ├── SettingsUnreadable  the settings file was set aside; defaults are in force
│   ├── HistoryMended       a damaged history was set aside, and what could be read of it brought over
│   └── HistoryUnusable     the history cannot be opened or written
│       └── HistoryNewer    it is of a newer version, and was set aside
├── ImportTrouble           conversations could not be taken out of a file
│   ├── ExportUnreadable    it is not there, or may not be read
│   ├── NoRoomForImport     the disk has no room for all of it
│   ├── ExportNotUnderstood no conversations in it, or in a format that Aloud does not know
│   └── ImportNotFinished   the program ended during an import, which was taken back
├── AttachmentError         something cannot be sent along; `about` is its name
│   ├── FileTooLarge
│   ├── FileUnreadable      it is not there, or may not be read
│   ├── FileNotTaken        neither a picture nor a text nor a PDF
│   ├── PictureBroken       a picture that cannot be drawn
│   ├── PdfLocked           a PDF that opens with a password only
│   ├── PdfBroken
│   ├── PdfWithoutText      a PDF of pictures, as scanners make them, or an empty one
│   └── TooManyAttachments
├── PictureNotLoaded        a picture at an address on the web could not be had
├── WebhookFailed           the address that is to be told of answers was not reached, or says no
└── OwnMistake              a bug ended an answer: what a person is told of it, beside the traceback
```
"""

from __future__ import annotations


class UserError(Exception):
    """Trouble of the user's world, told in one sentence; ``retryable``: the same request may go well later."""

    retryable = False
    about: str = ""
    """The words of an answer that it hit, where it hit some."""

    @property
    def code(self) -> str:
        """The name by which the screen finds its own words for this error."""
        return type(self).__name__


class ServerError(UserError):
    """``detail`` is what the server itself said, already free of keys; empty where it said nothing."""

    def __init__(self, message: str, *, detail: str = "", status: int | None = None) -> None:
        super().__init__(message)
        self.detail = detail
        self.status = status


class KeyMissing(ServerError):
    pass


class KeyRefused(ServerError):
    pass


class QuotaExhausted(ServerError):
    pass


class RateLimited(ServerError):
    """``retry_after``: the seconds the server asked us to wait, None where it named none."""

    retryable = True

    def __init__(self, message: str, *, retry_after: float | None = None, detail: str = "") -> None:
        super().__init__(message, detail=detail, status=429)
        self.retry_after = retry_after


class ModelUnknown(ServerError):
    pass


class VoiceUnknown(ServerError):
    pass


class ContextTooLong(ServerError):
    pass


class NotOffered(ServerError):
    pass


class PicturesRefused(ServerError):
    pass


class RequestRefused(ServerError):
    pass


class ServerFailed(ServerError):
    """``retry_after`` as with RateLimited: an overloaded server may name it too."""

    retryable = True

    def __init__(
        self, message: str, *, retry_after: float | None = None, detail: str = "", status: int | None = None
    ) -> None:
        super().__init__(message, detail=detail, status=status)
        self.retry_after = retry_after


class NetworkError(UserError):
    retryable = True


class Unreachable(NetworkError):
    pass


class TimedOut(NetworkError):
    pass


class ConnectionCut(NetworkError):
    pass


class SpeechError(UserError):
    pass


class PhraseRefused(SpeechError):
    """``detail`` as with ServerError."""

    def __init__(self, message: str, *, detail: str = "") -> None:
        super().__init__(message)
        self.detail = detail


class VoiceUnavailable(SpeechError):
    pass


class NothingToSay(SpeechError):
    pass


class DeviceError(UserError):
    pass


class NoDevice(DeviceError):
    pass


class DeviceLost(DeviceError):
    pass


class ChosenDeviceAway(DeviceError):
    pass


class KeyringError(UserError):
    pass


class KeyringMissing(KeyringError):
    pass


class KeyringLocked(KeyringError):
    pass


class KeyringSilent(KeyringError):
    pass


class GlobalKeyError(UserError):
    pass


class GlobalKeyTaken(GlobalKeyError):
    pass


class GlobalKeyUnknown(GlobalKeyError):
    pass


class GlobalKeyNotOffered(GlobalKeyError):
    pass


class StorageError(UserError):
    pass


class DiskFull(StorageError):
    pass


class NoRoomForFile(StorageError):
    pass


class FileRefused(StorageError):
    pass


class NothingToExport(StorageError):
    pass


class BackupBroken(StorageError):
    pass


class BackupNewer(StorageError):
    pass


class SettingsUnreadable(StorageError):
    pass


class HistoryMended(StorageError):
    """``kept``: where the damaged file lies; ``going``: more of it is being brought over."""

    def __init__(
        self, message: str, kept: str = "", *, conversations: int = 0, messages: int = 0, going: bool = True
    ) -> None:
        super().__init__(message)
        self.kept = kept
        self.conversations = conversations
        self.messages = messages
        self.going = going


class HistoryUnusable(StorageError):
    pass


class HistoryNewer(HistoryUnusable):
    """``kept``: where the file of the newer version lies."""

    def __init__(self, message: str, kept: str = "") -> None:
        super().__init__(message)
        self.kept = kept


class ImportTrouble(UserError):
    pass


class ExportUnreadable(ImportTrouble):
    pass


class ExportNotUnderstood(ImportTrouble):
    pass


class NoRoomForImport(ImportTrouble):
    pass


class ImportNotFinished(ImportTrouble):
    pass


class AttachmentError(UserError):
    def __init__(self, message: str, about: str = "") -> None:
        super().__init__(message)
        self.about = about


class PictureNotLoaded(UserError):
    pass


class WebhookFailed(UserError):
    pass


class FileTooLarge(AttachmentError):
    pass


class FileUnreadable(AttachmentError):
    pass


class FileNotTaken(AttachmentError):
    pass


class PictureBroken(AttachmentError):
    pass


class PdfLocked(AttachmentError):
    pass


class PdfBroken(AttachmentError):
    pass


class PdfWithoutText(AttachmentError):
    pass


class TooManyAttachments(AttachmentError):
    pass


class OwnMistake(UserError):
    pass
