"""The settings dialog: shows what is in force, tries keys, models and voices, and applies all of it at OK."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from desktop_app.domain.errors import UserError
from desktop_app.domain.settings import Settings, SpeechSource
from desktop_app.presenters.connection import Connection
from desktop_app.presenters.preferences import Preferences
from desktop_app.presenters.samples import sample
from desktop_app.presenters.tasks import Tasks
from desktop_app.presenters.views import KeyStatus, Notice, NoticeView, SettingsPage, SettingsView, VoiceChoice
from desktop_app.presenters.voice import speech_options
from desktop_app.speech.options import SpeechOptions
from desktop_app.speech.voices.casting import spoken_by
from desktop_app.storage.keys import KeyOrigin, KeyStore


class VoiceTrial(Protocol):
    """The speech worker, as far as Settings needs it."""

    def try_voice(self, text: str, options: SpeechOptions) -> None: ...

    def stop(self) -> None: ...

    def refresh_devices(self) -> None: ...


class SettingsPresenter:
    """``make_view`` is called when the dialog is first wanted: it is not built before."""

    def __init__(
        self,
        make_view: Callable[[], SettingsView],
        notices: NoticeView,
        *,
        connection: Connection,
        keys: KeyStore,
        preferences: Preferences,
        trial: VoiceTrial,
        voices: Callable[[], Sequence[VoiceChoice]],
        tasks: Tasks,
    ) -> None:
        self._make_view = make_view
        self._view: SettingsView | None = None
        self._notices = notices
        self._connection = connection
        self._keys = keys
        self._preferences = preferences
        self._trial = trial
        self._voices = voices
        self._tasks = tasks
        self._devices: tuple[str, ...] = ()
        self._trying = False
        self._trial_begun = False
        self._key_url = ""
        self.on_key_changed: Callable[[], None] = lambda: None
        """Called when a key was typed or removed, which the settings themselves do not show."""

    def open(self, page: SettingsPage | None = None) -> None:
        """At ``page`` where one is named, else where it was left."""
        settings = self._preferences.current
        self.view.open_with(settings, self._voices(), self._devices)
        if page is not None:
            self.view.turn_to(page)
        self._trial.refresh_devices()
        self.show_key(settings.server_url)

    @property
    def view(self) -> SettingsView:
        if self._view is None:
            self._view = self._make_view()
        return self._view

    # What the person does in the dialog

    def accept(self, settings: Settings, typed_key: str | None) -> None:
        """OK: everything at once; a typed key is in force at once too, however long the keyring takes over it."""
        self.stop_trial()
        self._tasks.start("apply the settings", self._apply(settings, typed_key))

    def keep_key(self, url: str, key: str) -> None:
        """A key that was found where none belongs goes where keys go."""
        self._tasks.start("keep a key", self._keep_key(url, key))

    def show_key(self, url: str) -> None:
        self._key_url = url
        self._tasks.start("look for the key", self._show_key(url))

    def test_key(self, url: str, typed_key: str) -> None:
        self._key_url = url
        self.view.show_key(KeyStatus(present=True, checking=True))
        self._tasks.start("test the key", self._test_key(url, typed_key))

    def remove_key(self, url: str) -> None:
        self._tasks.start("remove the key", self._remove_key(url))

    def list_models(self, url: str, typed_key: str) -> None:
        self._tasks.start("list the models", self._list_models(url, typed_key))

    def try_voice(self, draft: Settings, typed_key: str = "", language: str = "") -> None:
        """In the language named, or else the voice's own."""
        self._trying, self._trial_begun = True, False
        self.view.show_trial(playing=True, error=None)
        self._tasks.start("try the voice", self._try_voice(draft, typed_key, language))

    def stop_trial(self) -> None:
        if self._trying:
            self._trial.stop()
            self.trial_ended()

    # What the speech worker tells

    def trial_ended(self, error: UserError | None = None) -> None:
        if self._trying:
            self._trying = False
            self.view.show_trial(playing=False, error=error)

    def state_changed(self, state: str) -> None:
        """What the speaker is at; that it fell idle before the trial began was the end of other speech."""
        if state != "idle":
            self._trial_begun = True
        elif self._trial_begun:
            self.trial_ended()

    @property
    def trying(self) -> bool:
        return self._trying

    def devices_found(self, devices: Sequence[str]) -> None:
        self._devices = tuple(devices)
        if self._view is not None:
            self._view.show_devices(self._devices)

    async def _apply(self, settings: Settings, typed_key: str | None) -> None:
        self._preferences.replace(settings)
        if typed_key and typed_key.strip():
            await self._keep_key(settings.server_url, typed_key)

    async def _keep_key(self, url: str, key: str) -> None:
        self.on_key_changed()  # whoever asks from now on asks behind this step, in which the key becomes known
        if (trouble := await self._keys.keep(url, key)) is not None:
            self._notices.show_notice(Notice("keyring", trouble))

    async def _show_key(self, url: str) -> None:
        self._tell_key(url, await self._status(url))

    def _tell_key(self, url: str, status: KeyStatus) -> None:
        """The keyring or the server took its time: by now the field may hold another address."""
        if url == self._key_url:
            self.view.show_key(status)

    async def _test_key(self, url: str, typed_key: str) -> None:
        error: UserError | None = None
        try:
            models = await self._connection.check(url, typed_key, self._preferences.current.model)
            self.view.show_models(models, None)
        except UserError as caught:
            error = caught
        status = await self._status(url)
        self._tell_key(
            url,
            KeyStatus(
                present=status.present or bool(typed_key),
                from_environment=status.from_environment and not typed_key,
                this_run_only=status.this_run_only and not typed_key,
                checked=error is None,
                error=error,
            ),
        )

    async def _remove_key(self, url: str) -> None:
        if (trouble := await self._keys.forget(url)) is not None:
            self._notices.show_notice(Notice("keyring", trouble))
        self.on_key_changed()
        await self._show_key(url)

    async def _list_models(self, url: str, typed_key: str) -> None:
        try:
            self.view.show_models(await self._connection.models_at(url, typed_key), None)
        except UserError as error:
            self.view.show_models((), error)

    async def _try_voice(self, draft: Settings, typed_key: str, language: str) -> None:
        asks_server = draft.speech_source is SpeechSource.SERVER
        key = typed_key or (await self._connection.key(draft.server_url) if asks_server else None)
        if self._trying:  # it may have been stopped while the keyring was asked
            options = speech_options(draft, key)
            self._trial.try_voice(sample(language or spoken_by(options)), options)

    async def _status(self, url: str) -> KeyStatus:
        key = await self._keys.get(url)
        return KeyStatus(
            present=key is not None,
            from_environment=key is not None and key.origin is KeyOrigin.ENVIRONMENT,
            this_run_only=key is not None and key.origin is KeyOrigin.THIS_RUN and not key.stored,
        )
