"""The composition root: what a person does, and what the speaker tells, goes to the presenters it is meant for."""

from __future__ import annotations

from desktop_app.assembly.parts import Parts
from desktop_app.domain.errors import ChosenDeviceAway, DeviceError, UserError
from desktop_app.domain.settings import Settings
from desktop_app.presenters.code_file import CODE_FILE_NOTICE
from desktop_app.presenters.device import DEVICE_NOTICE
from desktop_app.presenters.global_key import GLOBAL_KEY_NOTICE
from desktop_app.presenters.sound_file import SOUND_FILE_NOTICE
from desktop_app.presenters.speech import SPEECH_NOTICE
from desktop_app.presenters.views import SettingsPage, Step
from desktop_app.presenters.webhooks import WEBHOOK_NOTICE
from desktop_app.ui.application import open_link

_PAGES = {
    SPEECH_NOTICE: SettingsPage.VOICE,
    DEVICE_NOTICE: SettingsPage.VOICE,
    SOUND_FILE_NOTICE: SettingsPage.VOICE,
    GLOBAL_KEY_NOTICE: SettingsPage.KEYS,
    WEBHOOK_NOTICE: SettingsPage.NOTIFICATIONS,
}
"""Where in Settings the trouble of a notice can be mended; all else is about the server."""


class Connections:
    """Made once, when every part is there; also holds the small reactions that belong to no screen."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._connect_page()
        self._connect_messages()
        self._connect_window()
        self._connect_worker()
        self._parts.preferences.listen(self._settings_changed)
        self._parts.connection.on_key_found = self._parts.voice.apply
        self._parts.settings.on_key_changed = self._parts.voice.apply

    def _connect_page(self) -> None:
        parts = self._parts
        transcript, composer = parts.window.transcript, parts.window.composer
        composer.submitted.connect(parts.conversation.send)
        composer.spoken_replies_toggled.connect(parts.choices.set_spoken_replies)
        composer.writing_began.connect(self._warm)
        transcript.step_requested.connect(parts.conversation.take_step)
        transcript.read_code_requested.connect(parts.conversation.reading.read_code)
        transcript.read_requested.connect(parts.selections.read)
        transcript.read_from_requested.connect(parts.conversation.reading.read_from)
        transcript.sound_requested.connect(parts.sound_file.ask_for_message)
        transcript.link_activated.connect(open_link)
        transcript.save_code_requested.connect(parts.code_file.ask)
        transcript.image_requested.connect(parts.pictures.load)
        parts.code_saving.place_chosen.connect(parts.code_file.save)
        parts.window.notices.step_chosen.connect(self._take_notice_step)

    def _connect_messages(self) -> None:
        """What can be done with one message of the page."""
        actions, window = self._parts.message_actions, self._parts.window
        page = window.transcript
        page.edit_requested.connect(actions.edit)
        page.regenerate_requested.connect(actions.regenerate)
        page.delete_requested.connect(actions.delete)
        page.branch_requested.connect(actions.branch)
        page.branch_step_requested.connect(actions.step)
        page.details_requested.connect(actions.show_details)
        page.models_wanted.connect(window.header.models_wanted)
        window.header.models_shown.connect(page.show_models)
        window.composer.edit_cancelled.connect(actions.cancel_edit)
        window.undo_requested.connect(actions.undo)

    def _connect_window(self) -> None:
        parts = self._parts
        window, speech = parts.window, parts.speech
        window.new_requested.connect(parts.conversation.new)
        window.settings_requested.connect(parts.settings.open)
        window.stop_requested.connect(parts.conversation.escape)
        window.reply_stop_requested.connect(parts.conversation.stop)
        window.pause_toggled.connect(parts.heard.toggle_pause)
        window.previous_requested.connect(speech.previous_sentence)
        window.next_requested.connect(speech.next_sentence)
        window.repeat_requested.connect(parts.heard.repeat_sentence)
        window.pace_stepped.connect(parts.pace.step_speed)
        window.volume_stepped.connect(parts.pace.step_volume)
        window.spoken_replies_switched.connect(self._switch_spoken_replies)
        window.appearance_chosen.connect(lambda appearance: parts.preferences.change(appearance=appearance))
        window.sidebar.sound_requested.connect(parts.sound_file.ask_for_conversation)
        window.saving.place_chosen.connect(parts.sound_file.save)
        window.saving.cancelled.connect(parts.sound_file.cancel)
        window.header.model_chosen.connect(parts.choices.choose_model)
        window.header.voice_chosen.connect(parts.choices.choose_voice)
        window.header.models_wanted.connect(parts.choices.list_models)
        window.header.voices_wanted.connect(parts.choices.list_voices)
        window.speech_bar.speed_chosen.connect(parts.pace.choose_speed)
        window.speech_bar.volume_chosen.connect(parts.pace.choose_volume)
        window.first_start.key_submitted.connect(parts.first_start.submit_key)
        window.first_start.server_chosen.connect(parts.first_start.choose_server)
        window.first_start.other_server_requested.connect(lambda: parts.settings.open(SettingsPage.SERVER))
        window.first_start.demo_requested.connect(parts.first_start.choose_demo)

    def _connect_worker(self) -> None:
        parts = self._parts
        worker, speech, settings = parts.worker, parts.speech, parts.settings
        worker.phrase_started.connect(speech.phrase_started)
        worker.phrase_finished.connect(speech.phrase_finished)
        worker.word_reached.connect(speech.word_reached)
        worker.speech_finished.connect(speech.speech_finished)
        worker.speech_finished.connect(parts.selections.speech_finished)  # after it
        worker.silenced.connect(speech.silenced)
        worker.speech_trouble.connect(self._speech_trouble)
        worker.level.connect(speech.level)
        worker.devices_found.connect(settings.devices_found)
        worker.device_ready.connect(parts.device.ready)
        worker.happened.connect(self._note_event)
        worker.state_changed.connect(speech.state_changed)
        worker.state_changed.connect(settings.state_changed)

    def _switch_spoken_replies(self) -> None:
        self._parts.choices.set_spoken_replies(not self._parts.preferences.current.spoken_replies)

    def _take_notice_step(self, key: str, step: str) -> None:
        if Step(step) is Step.OPEN_SETTINGS:
            self._parts.settings.open(_PAGES.get(key, SettingsPage.SERVER))
        elif key == SOUND_FILE_NOTICE:
            self._parts.sound_file.take_step(step)
        elif key == CODE_FILE_NOTICE:
            self._parts.code_file.take_step(step)
        else:
            self._parts.conversation.take_notice_step(key, step)

    def _speech_trouble(self, error: UserError, fallback: bool) -> None:  # noqa: FBT001 - a Qt signal calls it
        if self._parts.settings.trying and not isinstance(error, ChosenDeviceAway):  # it is heard all the same
            self._parts.settings.trial_ended(error)
        elif isinstance(error, DeviceError):
            self._parts.device.trouble(error)
        else:
            self._parts.speech.speech_trouble(error, fallback)

    def _note_event(self, name: str, turn_id: str, fields: dict[str, object]) -> None:
        self._parts.events.emit(name, turn=turn_id, **fields)  # type: ignore[arg-type]

    def _settings_changed(self, before: Settings, after: Settings) -> None:
        self._parts.dress(after)
        if before.spoken_replies and not after.spoken_replies:
            self._parts.speech.silence_all()

    def _warm(self) -> None:
        """Somebody begins to type: what the answer will need is made ready meanwhile."""
        parts = self._parts
        parts.tasks.start("get ready to answer", parts.connection.warm(parts.preferences.current))
        if parts.preferences.current.spoken_replies:
            parts.voice.apply()  # a keyring that was asking its owner may have given the key meanwhile
            parts.worker.warm()
