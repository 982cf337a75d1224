"""What the presenters ask of the screen: a few setters for each part, all to be called on the GUI thread.

The widgets in ui/ satisfy these by shape. In the other direction a widget emits Qt signals; the composition root
connects them to the presenters' methods.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from desktop_app.domain.choices import SaidCode, SpeechSource
from desktop_app.domain.errors import UserError
from desktop_app.domain.message_tree import Siblings
from desktop_app.domain.messages import Conversation, Folder, Message, MessageState, Part, Role
from desktop_app.domain.prompts import SavedPrompt
from desktop_app.domain.speech_state import SpeechState
from desktop_app.domain.usage import Timings, Usage

if TYPE_CHECKING:
    from desktop_app.domain.prices import Prices
    from desktop_app.domain.settings import Settings
    from desktop_app.domain.work import Work


class TranscriptView(Protocol):
    """The open conversation as a page."""

    def show_messages(self, messages: Sequence[Message]) -> None:
        """Replaces the page; the newest message is in sight."""

    def add_message(self, message: Message) -> None:
        """Appends a message; one in the STREAMING state shows the stream's caret and grows by ``append_text``."""

    def append_text(self, message_id: str, delta: str) -> None:
        """Adds to a streaming message; cheap: gathered, and painted at most once a frame."""

    def set_state(self, message_id: str, state: MessageState) -> None:
        """Ends (or begins again) the streaming of a message and shows how it ended, unless COMPLETE."""

    def show_waiting(self, message_id: str, ahead: int | None) -> None:
        """A streaming message whose request waits in line, with so many before it; None: it waits no more."""

    def show_facts(self, message_id: str, timings: Timings, usage: Usage | None, skipped_events: int) -> None:
        """The line under an answer: first word, first sound, tokens; may be called again as more is known."""

    def mark_spoken(self, message_id: str, start: int, end: int) -> None:
        """Lights the source range [start, end) as being said; the range before loses its light."""

    def mark_word(self, message_id: str, start: int, end: int) -> None:
        """Within what is being said, lights the word that is; only with voices that tell when each word begins."""

    def clear_spoken(self) -> None: ...

    def set_voice_active(self, *, active: bool) -> None:
        """While something is being said, or about to be, the page follows the voice and not its own end."""

    def follow_voice(self) -> None:
        """The listener asked for what will be said next: the page goes where it stands."""

    def show_heard(self, message_id: str, place: int | None) -> None:
        """Marks the place up to where the message was heard when its voice was stopped; None takes the mark away."""

    def set_said(self, *, replies: bool, code: SaidCode) -> None:
        """What the page tells of the voice: whether answers are spoken, and, where they are, what is said of code."""


@runtime_checkable
class BranchView(Protocol):
    """What the page shows of the tree that its messages are a path of, and of a single message.

    The page says what is wanted by signals: ``edit_requested(message_id)``, ``regenerate_requested(message_id, model)``
    with the model empty for the same, ``delete_requested(message_id)``, ``branch_requested(message_id)``,
    ``details_requested(message_id)``, ``branch_step_requested(message_id, step)`` with 1 for the next version.
    """

    def replace_from(self, message_id: str, messages: Sequence[Message]) -> None:
        """In the place of this message and all behind it come these; what is above stays where it is."""

    def show_branches(self, branches: Mapping[str, Siblings]) -> None:
        """The messages on the page that have other versions ("2 of 3"); all others have none."""

    def show_details(self, details: MessageDetails) -> None:
        """The answer to ``details_requested``."""

    def set_prices(self, prices: Prices) -> None:
        """With these the facts line tells what an answer cost; they may come again, changed."""


@runtime_checkable
class EditingView(Protocol):
    """A composer in which a question that was asked can be written anew; its ``edit_cancelled`` ends that."""

    def begin_edit(self, text: str, parts: Sequence[Part]) -> None:
        """Puts the question and its attachments into the box, which says that it is one; what was typed is kept."""

    def end_edit(self) -> None:
        """It was sent, or is not to be: what was typed before is in the box again."""


class Deleted(StrEnum):
    """What can be deleted and brought back."""

    MESSAGES = "messages"
    CONVERSATIONS = "conversations"
    FOLDERS = "folders"


@runtime_checkable
class UndoView(Protocol):
    """A calm line that offers for some seconds to take a deletion back; its ``undo_requested`` does so."""

    def offer_undo(self, count: int, what: Deleted = Deleted.MESSAGES) -> None:
        """So many were deleted last, messages together with what is below them."""

    def clear_undo(self) -> None: ...


class AnnouncerView(Protocol):
    """The way to a screen reader, where one is there."""

    @property
    def listening(self) -> bool: ...

    def use_notifications(self, *, wanted: bool) -> None:
        """Whether the screen reader is one that knows no announcements, and says notifications instead."""

    def announce(self, words: str) -> None:
        """It says them when it has said what it is saying."""


class ComposerView(Protocol):
    """The box one types in, with Send, which is Stop while ``busy``."""

    def set_busy(self, *, busy: bool) -> None: ...

    def set_spoken_replies(self, *, spoken: bool) -> None: ...

    def set_draft(self, text: str, parts: Sequence[Part] = ()) -> None:
        """What was submitted and not taken is in the box again."""

    def focus(self) -> None: ...


class WritingView(Protocol):
    """What is being written in the composer: it stays with its conversation, and pictures and files may go along.

    The box tells by ``draft_changed(text, parts)`` what stands in it, within a second. An attachment has a number,
    which the box gives it with ``file_given(number, path)`` or ``picture_pasted(number, picture)``; it is being read
    until ``show_attachment``, and nothing is submitted before. ``parts`` are attachments (``domain.attachments``).
    """

    def settle_draft(self) -> None:
        """``draft_changed`` is told now where it would be soon."""

    def begin_draft(self) -> None:
        """Another conversation: an empty box, and nothing left to undo."""

    def restore_draft(self, text: str, parts: Sequence[Part]) -> None:
        """What stood in the box when its conversation was left; what has been typed since stands behind it."""

    def show_attachment(self, number: int, part: Part, thumbnail: object | None) -> None:
        """It was read; ``thumbnail`` is a small picture of the window's own kind."""

    def drop_attachment(self, number: int) -> None:
        """It could not be read; a notice says why."""

    def show_thumbnail(self, blob: str, thumbnail: object) -> None:
        """The picture of a restored attachment."""


@dataclass(frozen=True, slots=True)
class EncodedPicture:
    """A picture as it is sent, in pixels; ``thumbnail`` is a small one of the window's own kind."""

    content: bytes
    media_type: str
    width: int
    height: int
    thumbnail: object


class PictureCodec(Protocol):
    """What the window's library does to pictures. Both are called in a thread."""

    def encode(self, picture: object, name: str) -> EncodedPicture:
        """``picture``: a file's bytes, or what was pasted. Raises PictureBroken, FileTooLarge."""

    def thumbnail(self, content: bytes) -> object: ...


class PromptsView(Protocol):
    """The prompts that the composer offers: ``/`` in an empty box wants the saved ones, Up those that were asked."""

    def show_prompts(self, prompts: Sequence[SavedPrompt]) -> None:
        """By their names."""

    def show_asked(self, texts: Sequence[str]) -> None:
        """The newest first."""


ARCHIVED = "archived"
"""What folds the archived conversations, as a folder's id folds those in it."""


class SidebarView(Protocol):
    """The conversations: the pinned ones, those in folders, the others by day, the archived ones."""

    def show_conversations(self, conversations: Sequence[Conversation], open_id: str | None) -> None:
        """These and no others."""

    def put_conversations(self, conversations: Sequence[Conversation]) -> None:
        """These are new, or have changed; all others stay as they are."""

    def drop_conversations(self, conversation_ids: Sequence[str]) -> None: ...

    def show_open(self, open_id: str | None) -> None:
        """This one is on the page."""

    def show_folders(self, folders: Sequence[Folder]) -> None:
        """In this order. A conversation in another folder stands where it would stand without one."""

    def show_folded(self, names: Collection[str]) -> None:
        """What is folded: the ids of folders, and ``ARCHIVED``."""

    def begin_naming(self, folder_id: str) -> None:
        """A new folder is to be given its name, in its place."""

    def set_running(self, conversation_ids: frozenset[str]) -> None:
        """Marks the conversations in which something is being answered or said."""

    def set_waiting(self, conversation_ids: frozenset[str]) -> None:
        """Marks those in the background that have something to say and wait with it."""


class HeaderView(Protocol):
    """The line above the page."""

    def set_title(self, title: str) -> None: ...

    def set_model(self, model: str) -> None: ...

    def set_voice(self, voice: str) -> None: ...

    def show_models(self, models: Sequence[str]) -> None:
        """What the Model menu offers besides free text in Settings."""

    def show_voices(self, voices: Sequence[VoiceChoice]) -> None: ...


class SpeechBarView(Protocol):
    """The bar that is there only while something is, or is about to be, spoken."""

    def set_speech(self, state: SpeechState, sentence: int, of: int) -> None:
        """``sentence`` counts from 1; ``of`` is how many there are by now, 0 where that is not known."""

    def set_words(self, words: str) -> None:
        """What is being said, where it stands on no page; empty otherwise."""

    def set_level(self, level: float) -> None:
        """How loud it is at the device now: 0 to 1, about 20 times a second while SPEAKING."""

    def set_speed(self, speed: float) -> None: ...

    def set_volume(self, volume: float) -> None:
        """0 to 1."""


class Step(StrEnum):
    """What a notice offers to do next."""

    OPEN_SETTINGS = "open_settings"
    RETRY = "retry"
    CONTINUE = "continue"
    CANCEL = "cancel"
    CHOOSE_PLACE = "choose_place"
    WITHOUT_PICTURES = "without_pictures"


@dataclass(frozen=True, slots=True)
class Notice:
    """One line of trouble. A notice with the same ``key`` takes the place of the one before.

    ``fallback``: the built-in voice said what the chosen one could not. ``seconds``: the try goes out again in so
    many seconds, which the view counts down. ``saving``: a sound file was being made.
    """

    key: str
    error: UserError
    steps: tuple[Step, ...] = ()
    seconds: float | None = None
    fallback: bool = False
    saving: bool = False


class NoticeView(Protocol):
    def show_notice(self, notice: Notice) -> None: ...

    def clear_notice(self, key: str) -> None: ...


class SoundFileView(Protocol):
    """A sound file being saved: asked for in a dialog, then one calm line that says how far it has come."""

    def ask_where(self, name: str) -> None:
        """Opens the file dialog with this name, without an ending, proposed."""

    def show_progress(self, name: str, part: float) -> None:
        """``part`` of it is done, 0 to 1; the line offers Cancel."""

    def show_saved(self, name: str) -> None:
        """The file is there; the line goes by itself after a while."""

    def clear(self) -> None: ...


class RunningView(Protocol):
    """The small place in the window that is there while more runs than one sees."""

    def set_running(self, count: int) -> None:
        """0: it goes."""


class WorkView(Protocol):
    """The panel of all that runs; while it is open its ``refresh_wanted`` comes a few times a second.

    Its other signals are ``stop_requested(work_id)``, ``stop_all_requested`` and ``conversation_requested(id)``.
    """

    def open(self) -> None: ...

    def show_work(self, running: Sequence[Work], over: Sequence[Work]) -> None:
        """``running``: the oldest first; ``over``: what ended lately, the latest first."""


@dataclass(frozen=True, slots=True)
class FoundServer:
    """A server on this machine that answered: its name as people know it, its address, the models it lists."""

    name: str
    url: str
    models: tuple[str, ...]


class FirstStartView(Protocol):
    """The page before anything is chosen."""

    def set_visible(self, *, visible: bool) -> None: ...

    def show_servers(self, servers: Sequence[FoundServer], *, searching: bool) -> None: ...

    def set_checking(self, *, checking: bool) -> None:
        """While the key is being checked its field and button are disabled and say so."""

    def show_key_problem(self, error: UserError | None) -> None: ...


@dataclass(frozen=True, slots=True)
class VoiceChoice:
    """``name`` is what the synthesizer is told; ``label`` what a person reads; ``language`` as BCP 47, or empty."""

    source: SpeechSource
    name: str
    label: str
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageDetails:
    """What is known of a message. ``created`` in seconds since 1970, UTC; ``words`` are what stands between spaces.

    ``server``: its host, empty where it is not known. ``turn_ids``: of the streams that wrote it, the oldest first;
    ``usage`` is the sum over them, ``timings`` are the newest's. ``dollars``: what they cost together, None where that
    is not known; ``prices_of``: the day of which the prices are, empty where they are the user's own.
    """

    message_id: str
    role: Role
    state: MessageState
    created: float
    characters: int
    words: int
    model: str = ""
    server: str = ""
    turn_ids: tuple[str, ...] = ()
    usage: Usage = field(default_factory=Usage)
    timings: Timings = field(default_factory=Timings)
    dollars: float | None = None
    prices_of: str = ""


@dataclass(frozen=True, slots=True)
class KeyStatus:
    """What Settings shows about the key of the address in the field, never the key itself."""

    present: bool
    from_environment: bool = False
    this_run_only: bool = False
    checking: bool = False
    checked: bool = False
    error: UserError | None = None


class SettingsPage(StrEnum):
    """Where in Settings the next step of some trouble is."""

    SERVER = "server"
    VOICE = "voice"
    KEYS = "keys"
    NOTIFICATIONS = "notifications"


class SettingsView(Protocol):
    """The settings dialog: edits a copy; nothing is applied before OK."""

    def open_with(self, settings: Settings, voices: Sequence[VoiceChoice], devices: Sequence[str]) -> None:
        """Fills every field and opens (not modal to the event loop: ``open()``)."""

    def turn_to(self, page: SettingsPage) -> None: ...

    def show_models(self, models: Sequence[str], error: UserError | None) -> None: ...

    def show_voices(self, voices: Sequence[VoiceChoice]) -> None: ...

    def show_devices(self, devices: Sequence[str]) -> None: ...

    def show_key(self, status: KeyStatus) -> None: ...

    def show_kept_sound(self, used: int) -> None:
        """How many bytes the sound of messages takes on the disk now."""

    def show_due(self, conversations: int, archived: int) -> None:
        """So many conversations, so many of them archived, would be deleted by what is chosen there."""

    def show_global_key(self, error: UserError | None) -> None:
        """Whether the key for all programs that stands there can be had."""

    def show_trial(self, *, playing: bool, error: UserError | None) -> None:
        """The Try button beside the voice."""
