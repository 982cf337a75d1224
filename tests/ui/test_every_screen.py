"""Every screen and dialog, at the sizes and in the directions people have: nothing cut off, all named, all reached."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.backup import BackupLook
from desktop_app.domain.choices import ChatSource, InterfaceLanguage, LanguageVoice, SpeechSource
from desktop_app.domain.errors import KeyRefused, RateLimited
from desktop_app.domain.found import Findings, FoundMessage, FoundTitle
from desktop_app.domain.importing import Gap, GapReport, ImportLook, ImportSource
from desktop_app.domain.messages import Conversation, MessageState, Role
from desktop_app.domain.prompts import SavedPrompt
from desktop_app.domain.settings import Settings
from desktop_app.domain.snippets import Snippet
from desktop_app.domain.speech_state import SpeechState
from desktop_app.domain.usage import Timings, Usage
from desktop_app.domain.work import Work, WorkKind, WorkState
from desktop_app.presenters.views import FoundServer, KeyStatus, MessageDetails, Notice, Step, VoiceChoice
from desktop_app.ui.about import AboutDialog
from desktop_app.ui.composing.prompts_dialog import PromptsDialog
from desktop_app.ui.exporting.dialog import ExportDialog
from desktop_app.ui.importing.dialog import ImportDialog
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.question import Question
from desktop_app.ui.running.panel import WorkPanel
from desktop_app.ui.safekeeping.backup_dialog import BackupDialog
from desktop_app.ui.safekeeping.restore_dialog import RestoreDialog
from desktop_app.ui.settings.dialog import SettingsDialog
from desktop_app.ui.theme import ThemeKeeper
from desktop_app.ui.transcript.tools import details_dialog
from desktop_app.ui.transcript.tools.details_dialog import DetailsDialog
from desktop_app.ui.translation import install_translations
from tests.support.screens import cut_off, out_of_reach, scrolled_sideways, settle, unnamed
from tests.support.windows import open_window

LONG = "A conversation with a title that goes on and on and on, well past any line that it could stand in"
SMALL, MIDDLE, LARGE = (640, 480), (700, 520), (1280, 800)
TONGUES_AND_SIZES = [
    *(("english", size) for size in (SMALL, MIDDLE, LARGE)),
    *(("mirrored", size) for size in (SMALL, LARGE)),
    *((language, SMALL) for language in ("german", "japanese")),
]
SETTINGS = Settings(
    chat_source=ChatSource.SERVER,
    language_voices=(
        LanguageVoice("de", SpeechSource.PICO, "de-DE"),
        LanguageVoice("fr", SpeechSource.SERVER, "a name that somebody gave a voice and that is long"),
    ),
)
VOICES = (
    VoiceChoice(SpeechSource.SERVER, "coral", "Coral"),
    VoiceChoice(SpeechSource.PICO, "de-DE", "German", "de-DE"),
)
DETAILS = MessageDetails(
    message_id="id",
    role=Role.ASSISTANT,
    state=MessageState.STOPPED,
    created=1_790_000_000.0,
    characters=25_000,
    words=4_321,
    model="a-model-with-quite-a-long-name-of-its-own",
    server="speech.a-server-with-a-long-name.example.org",
    turn_ids=("0123456789abcdef0123456789abcdef",),
    usage=Usage(input=1200, output=420, cached=100, reasoning=64),
    timings=Timings(first_token=0.41, first_sound=0.78, total=12.3),
    dollars=0.0123,
    prices_of="2026-11",
)
BACKUP = BackupLook(
    created=1_790_000_000.0,
    program="0.1.0",
    conversations=8120,
    messages=234_560,
    newest=(LONG,) * 8,
    has_sound=True,
    has_settings=True,
    missing_conversations=123,
    missing_messages=4567,
    only_here_conversations=12,
    only_here_messages=345,
)
IMPORT = ImportLook(
    ImportSource.OPEN_WEBUI,
    "export.json",
    conversations=1204,
    messages=9000,
    new=1000,
    grown=4,
    known=200,
    continued_here=2,
    pictures=12,
    oldest=1.6e9,
    newest=1.7e9,
    gaps=GapReport({(Gap.PICTURE, ""): 3, (Gap.INSTRUCTIONS, ""): 9, (Gap.CONTENT, "something"): 2, (Gap.CUT, ""): 1}),
)
FOUND = Findings(
    (FoundTitle("c", Snippet(LONG, ((0, 4),)), archived=True, updated=1.0),),
    tuple(
        FoundMessage(str(number), "c", LONG, True, Role.ASSISTANT, LONG, 1.0, Snippet(LONG * 3, ((0, 4), (9, 20))))
        for number in range(9)
    ),
    total=2000,
    more=True,
    indexed=0.12,
)
PAGES = ("general", "history", "server", "voice", "languages", "said", "notifications", "keys")
_IN_THE_WINDOW = {"window", "drawer", "first start", "all actions", "search", "search help"}
Screen = Callable[[str, tuple[int, int]], QWidget]


@pytest.fixture(params=["english", "mirrored", "german", "japanese"])
def tongue(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    """English as it is and from right to left, and two languages with longer words and wider letters."""
    before = QLocale()
    if request.param == "mirrored":
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    elif request.param != "english":
        install_translations(qapp, InterfaceLanguage[request.param.upper()])
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)


@pytest.fixture
def screen(qtbot: QtBot, keeper: ThemeKeeper, tongue: None) -> Screen:
    def opened(name: str, size: tuple[int, int]) -> QWidget:
        window = open_window(qtbot, keeper, *size)
        found = window if name in _IN_THE_WINDOW else _dialog(window, name, size)
        if found is window:
            _fill(window, name)
        settle()
        return found

    return opened


def _fill(window: MainWindow, name: str) -> None:
    if name == "first start":
        window.first_start.set_visible(visible=True)
        window.first_start.show_servers(
            (FoundServer("Ollama", "http://127.0.0.1:11434/v1", ("llama", "qwen")),), searching=False
        )
        window.first_start.show_key_problem(KeyRefused("", detail="no " * 40))
        return
    window.sidebar.show_conversations([Conversation("id", LONG, 0, 0)], "id")
    window.header.set_title(LONG)
    window.header.set_model("a-model-with-quite-a-long-name-of-its-own")
    window.header.set_voice("Coral")
    window.notices.show_notice(Notice("a", KeyRefused("", detail="no " * 60), (Step.OPEN_SETTINGS, Step.RETRY)))
    window.notices.show_notice(Notice("b", RateLimited(""), (Step.CANCEL,)))
    window.speech_bar.set_speech(SpeechState.SPEAKING, 120, 1400)
    if name == "drawer" and not window.sidebar.isVisible():
        window.action("sidebar").trigger()
    if name == "all actions":
        window.action("palette").trigger()
    if name.startswith("search"):
        window.action("search").trigger()
        assert window.search is not None
        window.search.field.setText(f"{LONG} has:" if name == "search" else "")
        window.search.show_findings(FOUND if name == "search" else None)


def _dialog(window: MainWindow, name: str, size: tuple[int, int]) -> QDialog:
    if name == "about":
        dialog: QDialog = AboutDialog(window)
        dialog.open()
    elif name == "prompts":
        dialog = PromptsDialog(window)
        dialog.show_prompts([SavedPrompt("a", LONG[:80], "Translate into {{language}}: {{text}}")])
        dialog.open_with()
        dialog.resize(min(size[0], dialog.width()), min(size[1], dialog.height()))
    elif name == "details":
        dialog = DetailsDialog(window, DETAILS)
        dialog.open()
    elif name == "export":
        dialog = export = ExportDialog(window)
        export.open_with([Conversation(str(number), LONG, 0, 0) for number in range(9)], ["1", "2"], "1")
        export.resize(min(size[0], export.width()), min(size[1], export.height()))
    elif name == "import":
        dialog = importing = ImportDialog(window)
        importing.show()
        importing.show_look(IMPORT)
        importing.resize(min(size[0], importing.width()), min(size[1], importing.height()))
    elif name == "backup":
        dialog = backup = BackupDialog(window)
        backup.ask(123_400_000)
    elif name == "restore":
        dialog = RestoreDialog(window, "A backup with a long name 2026-11-20.zip", BACKUP)
        dialog.open()
    elif name == "running":
        dialog = _running(window)
        dialog.resize(min(size[0], dialog.width()), min(size[1], dialog.height()))
    elif name == "question":
        dialog = Question(window, f"Delete “{LONG}”?", "Its messages are gone for good.", "Delete")
        dialog.open()
    else:
        dialog = _settings(window, name, size)
    return dialog


def _running(window: MainWindow) -> WorkPanel:
    panel = WorkPanel(window)
    reply = Work(id="a", kind=WorkKind.REPLY, title=LONG, state=WorkState.WAITING, ahead=12, conversation_id="a")
    export = Work(id="b", kind=WorkKind.EXPORT, title="all.zip", done=120, total=1000)
    over = Work(id="c", kind=WorkKind.SOUND_FILE, title=LONG, state=WorkState.FINISHED, tokens=123_456)
    panel.show_work([reply, export], [over])
    panel.open()
    return panel


def _settings(window: MainWindow, page: str, size: tuple[int, int]) -> SettingsDialog:
    dialog = SettingsDialog(window)
    dialog.open_with(SETTINGS, VOICES, ("Speakers", "A device with a name that is rather long for its field"))
    dialog.show_kept_sound(123_400_000)
    dialog.show_key(KeyStatus(present=True, error=KeyRefused("", detail="no " * 40)))
    dialog.show_page(getattr(dialog, page))
    dialog.resize(min(size[0], 860), min(size[1], 640))
    return dialog


SCREENS = (
    "window",
    "drawer",
    "first start",
    "search",
    "search help",
    "about",
    "running",
    "question",
    "backup",
    "restore",
    "prompts",
    "details",
    "export",
    "import",
    *PAGES,
)


@pytest.mark.parametrize(("tongue", "size"), TONGUES_AND_SIZES, indirect=["tongue"], ids=str)
@pytest.mark.parametrize("name", SCREENS)
def test_nothing_is_cut_off_and_nothing_scrolls_sideways(screen: Screen, name: str, size: tuple[int, int]) -> None:
    shown = screen(name, size)
    assert cut_off(shown) == []
    assert scrolled_sideways(shown) == []


@pytest.mark.parametrize("name", [*PAGES, "export"])
def test_in_the_smallest_settings_nothing_is_cut_off_either(screen: Screen, name: str) -> None:
    dialog = screen(name, (640, 480))
    dialog.resize(dialog.minimumSize())
    settle()
    assert cut_off(dialog) == []
    assert scrolled_sideways(dialog) == []


@pytest.mark.parametrize("tongue", ["english"], indirect=True)
@pytest.mark.parametrize("size", [SMALL, LARGE], ids=str)
@pytest.mark.parametrize("name", [*SCREENS, "all actions"])
def test_everything_is_named_and_tab_comes_to_all_of_it(screen: Screen, name: str, size: tuple[int, int]) -> None:
    shown = screen(name, size)
    assert unnamed(shown) == []
    if name not in {"all actions", "drawer", "search", "search help"}:  # these lie over what the keyboard would come to
        assert out_of_reach(shown) == []


@pytest.mark.parametrize("tongue", ["english"], indirect=True)
def test_the_details_of_a_message_scroll_on_a_screen_that_is_too_low(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(details_dialog, "_BESIDES", 600)  # of the 800 pixels that the screen of the tests has
    dialog = screen("details", SMALL)
    assert dialog.height() <= 400
    area = next(one for one in dialog.findChildren(QScrollArea) if one.isVisible())
    assert area.verticalScrollBar().maximum() > 0
    assert area.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert unnamed(dialog) == []
