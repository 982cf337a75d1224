"""Who answers: a server, its key and its model, or the demo."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QLineEdit

from desktop_app.domain.choices import ChatSource
from desktop_app.domain.credentials import split_address
from desktop_app.domain.errors import UserError
from desktop_app.domain.settings import OPENAI_URL, Settings, tidy_url
from desktop_app.presenters.views import KeyStatus
from desktop_app.ui import parts, words
from desktop_app.ui.settings.api_key_row import ApiKeyRow
from desktop_app.ui.settings.choice import Choice
from desktop_app.ui.settings.page import Page, Row

_TYPING_PAUSE_MS = 400
_PASSWORD_PAUSE_MS = 1500
_LONGEST_NAME = 200
_MOST_TOKENS = 1_000_000
_MOST_AT_ONCE = 100


class ServerPage(Page):
    """``url_changed`` waits for a pause in the typing; the other signals carry (address, typed key or nothing)."""

    url_changed = Signal(str)
    key_test_requested = Signal(str, str)
    models_requested = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.set_title(self.tr("Server and model"))
        self.source = Choice()
        self.address = QLineEdit()
        self.key = ApiKeyRow()
        self.model = Choice(free=True)
        self.tokens = QLineEdit()
        self.at_once = QLineEdit()
        self._refresh = parts.button(self.tr("Refresh"), accessible=self.tr("Refresh the models"))
        self._url_of_key = ""
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_PAUSE_MS)
        self._password_pause = QTimer(self, singleShot=True, interval=_PASSWORD_PAUSE_MS)
        self._add_rows()
        self._connect()

    def fill(self, settings: Settings) -> None:
        self.forget()
        self._offer_sources(settings.chat_source)
        with QSignalBlocker(self.address):
            self.address.setText(settings.server_url)
        self._url_of_key = settings.server_url
        self.key.set_url(settings.server_url)
        self.model.set_choices([])
        self.model.set_value(settings.model)
        self.tokens.setText("" if settings.max_output_tokens is None else str(settings.max_output_tokens))
        self.at_once.setText(str(settings.requests_at_once))
        self._model_row.set_trouble("")
        self._model_row.set_note("")
        self._refresh.setEnabled(True)
        self._check()

    def values(self) -> dict[str, object]:
        """What Settings takes, provided there is no problem."""
        tokens = self.tokens.text().strip()
        return {
            "chat_source": self.source.value(),
            "server_url": self.url(),
            "model": self.model.value(),
            "max_output_tokens": int(tokens) if tokens else None,
            "requests_at_once": int(self.at_once.text().strip()),
        }

    def url(self) -> str:
        """The address as the client needs it; empty where it is none."""
        text = self.address.text().strip()
        if any(sign.isspace() for sign in text):
            return ""
        try:
            return tidy_url(text)
        except ValueError:
            return ""

    def forget(self) -> None:
        """Nothing typed outlives the dialog, and nothing is asked after it."""
        self._pause.stop()
        self._password_pause.stop()
        with QSignalBlocker(self.key):
            self.key.clear()

    def show_models(self, models: Sequence[str], error: UserError | None) -> None:
        self._refresh.setEnabled(bool(self.url()))
        if models:
            self.model.set_choices([(name, name) for name in models])
        self._model_row.set_trouble(words.sentence(error) if error else "")
        self._model_row.set_note("" if models or error else self.tr("The server lists no models."))

    def show_key(self, status: KeyStatus) -> None:
        self.key.show_status(status)

    def ask_for_models(self, typed_key: str = "") -> None:
        if url := self.url():
            self._refresh.setEnabled(False)
            self._model_row.set_note(self.tr("Asking the server…"))
            self._model_row.set_trouble("")
            self.models_requested.emit(url, typed_key)

    def _ask_for_test(self, typed_key: str) -> None:
        """What a pause in the typing would still tell comes first: later it would wipe out the verdict."""
        if self._pause.isActive():
            self._pause.stop()
            self.url_changed.emit(self._url_of_key)
        self.key_test_requested.emit(self.url(), typed_key)

    def _add_rows(self) -> None:
        tip = self.tr("A server that speaks the OpenAI API, or the answers prepared in Aloud")
        self.add(Row(self.tr("Answers from"), self.source, tip=tip))
        tip = self.tr("Where the server is, as in https://host/v1")
        self._address_row = self.add(Row(self.tr("Server address"), self.address, tip=tip))
        self.address.setPlaceholderText(OPENAI_URL)
        self.add(self.key)
        tip = self.tr("Choose from the server's list, or type a name")
        self._model_row = self.add(Row(self.tr("Model"), self.model, self._refresh, tip=tip))
        self.model.set_name(self.tr("Model"))
        self._refresh.setToolTip(self.tr("Asks the server which models it has"))
        tip = self.tr("How long one reply may become")
        self._tokens_row = self.add(Row(self.tr("Maximum reply tokens"), self.tokens, tip=tip))
        self.tokens.setPlaceholderText(self.tr("The server's limit"))
        tip = self.tr("How many replies one server is asked for at a time; further ones wait in line")
        self._at_once_row = self.add(Row(self.tr("Replies at once"), self.at_once, tip=tip))

    def _connect(self) -> None:
        self._pause.timeout.connect(lambda: self.url_changed.emit(self._url_of_key))
        self.source.changed.connect(self._check)
        self.address.textChanged.connect(self._address_edited)
        self.address.editingFinished.connect(self._take_out_password)
        self._password_pause.timeout.connect(self._take_out_password)
        self.key.changed.connect(self._server_edited)
        self.key.test_requested.connect(self._ask_for_test)
        self.model.changed.connect(self._server_edited)
        self.tokens.textChanged.connect(self._check)
        self.at_once.textChanged.connect(self._check)
        self._refresh.clicked.connect(lambda: self.ask_for_models(self.key.typed()))

    def _offer_sources(self, current: ChatSource) -> None:
        """Offers to leave it open only as long as it is."""
        choices = [(self.tr("A server"), ChatSource.SERVER), (self.tr("The demo"), ChatSource.DEMO)]
        if current is ChatSource.UNSET:
            choices.insert(0, (self.tr("Not chosen yet"), ChatSource.UNSET))
        self.source.set_choices([(label, source.value) for label, source in choices])
        self.source.set_value(current)

    def _take_out_password(self) -> None:
        """A password in the address is a secret like a key, and goes where keys go."""
        address, credential = split_address(self.address.text().strip())
        if credential:
            self.address.setText(address)
            self.key.type_in(credential)
            self._address_row.set_note(
                self.tr("The name and password went to the key below, and will be kept with it.")
            )

    def _address_edited(self) -> None:
        url = self.url()
        if not url:
            self._password_pause.start()
        if url != self._url_of_key:
            self._url_of_key = url
            self.key.set_url(url)
            self._pause.stop()
            if url:
                self._pause.start()
        self._refresh.setEnabled(bool(url))
        self._model_row.set_trouble("")
        self._model_row.set_note("")
        self._server_edited()

    def _server_edited(self) -> None:
        """Whoever names a server, a key or a model while nothing was chosen has chosen a server."""
        if self.source.value() == ChatSource.UNSET:
            self.source.set_value(ChatSource.SERVER)
        self._check()

    def _check(self) -> None:
        self._check_address()
        self._model_row.set_problem(self._model_problem())
        self._tokens_row.set_problem(self._tokens_problem())
        self._at_once_row.set_problem(self._at_once_problem())
        self.changed.emit()

    def _check_address(self) -> None:
        url = self.url()
        self._address_row.set_problem("" if url else self._address_problem())
        as_typed = url == self.address.text().strip().rstrip("/")
        self._address_row.set_note("" if not url or as_typed else self.tr("Read as {url}").format(url=url))

    def _address_problem(self) -> str:
        _address, credential = split_address(self.address.text().strip())
        if credential:
            return self.tr("A password does not stay in the address: it goes to the key below.")
        return self.tr("An address looks like https://host/v1.")

    def _model_problem(self) -> str:
        name = self.model.value()
        if len(name) > _LONGEST_NAME:
            return self.tr("A model's name has at most {limit} characters.").format(limit=_LONGEST_NAME)
        if not name and self.source.value() == ChatSource.SERVER:
            return self.tr("Name a model, or choose one from the list.")
        return ""

    def _tokens_problem(self) -> str:
        text = self.tokens.text().strip()
        if not text or _is_whole(text, _MOST_TOKENS):
            return ""
        return self.tr("A whole number from 1 to 1,000,000, or nothing for the server's limit.")

    def _at_once_problem(self) -> str:
        if _is_whole(self.at_once.text().strip(), _MOST_AT_ONCE):
            return ""
        return self.tr("A whole number from 1 to {most}.").format(most=_MOST_AT_ONCE)


def _is_whole(text: str, most: int) -> bool:
    """From 1 on, in the digits that Python and JSON know."""
    return text.isascii() and text.isdigit() and len(text) <= len(str(most)) and 1 <= int(text) <= most
