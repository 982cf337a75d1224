"""The settings dialog: nothing before OK, everything at OK."""

from __future__ import annotations

from keyring.errors import NoKeyringError

from desktop_app.domain.errors import KeyRefused, VoiceUnavailable
from desktop_app.domain.languages import LANGUAGES
from desktop_app.domain.settings import SpeechSource
from desktop_app.presenters.samples import sample
from desktop_app.presenters.settings import SettingsPresenter
from desktop_app.presenters.views import SettingsPage, VoiceChoice
from desktop_app.speech.options import SpeechOptions
from desktop_app.speech.text.languages import language_among
from tests.presenters.conftest import SERVER, Desk
from tests.presenters.test_first_start import picky
from tests.support.fake_views import FakeSettings

CORAL = VoiceChoice(SpeechSource.SERVER, "coral", "Coral")


class FakeTrial:
    def __init__(self) -> None:
        self.tried: list[SpeechOptions] = []
        self.texts: list[str] = []
        self.stops = 0

    def try_voice(self, text: str, options: SpeechOptions) -> None:
        self.texts.append(text)
        self.tried.append(options)

    def stop(self) -> None:
        self.stops += 1

    def refresh_devices(self) -> None: ...


def dialog(desk: Desk) -> tuple[SettingsPresenter, FakeSettings, FakeTrial]:
    view, trial = FakeSettings(), FakeTrial()
    presenter = SettingsPresenter(
        lambda: view,
        desk.notices,
        connection=desk.connection,
        keys=desk.keys,
        preferences=desk.preferences,
        trial=trial,
        voices=lambda: [CORAL],
        tasks=desk.tasks,
    )
    return presenter, view, trial


async def test_it_opens_with_what_is_in_force(desk: Desk) -> None:
    presenter, view, _ = dialog(desk)
    presenter.devices_found(["Headphones"])
    presenter.open()
    assert view.opened_with == desk.preferences.current
    assert (view.voices, view.devices) == ([CORAL], ["Headphones"])
    await desk.until(lambda: view.key is not None)
    assert view.key is not None
    assert not view.key.present


async def test_trouble_opens_it_where_the_trouble_can_be_mended(desk: Desk) -> None:
    presenter, view, _ = dialog(desk)
    presenter.open()
    assert view.page is None, "where it was left"
    presenter.open(SettingsPage.SERVER)
    assert view.page is SettingsPage.SERVER


async def test_ok_applies_settings_and_keeps_the_typed_key(desk: Desk) -> None:
    presenter, _, _ = dialog(desk)
    changed: list[None] = []
    presenter.on_key_changed = lambda: changed.append(None)
    presenter.open()
    presenter.accept(desk.preferences.current.changed({"model": "large"}), "sk-new")
    await desk.until(lambda: desk.preferences.current.model == "large")
    assert await desk.connection.key(SERVER) == "sk-new"
    assert changed


async def test_only_a_key_that_no_keyring_took_is_for_this_run_only(desk: Desk) -> None:
    presenter, view, _ = dialog(desk)
    await desk.keys.keep(SERVER, "sk-new")
    presenter.show_key(SERVER)
    await desk.until(lambda: view.key is not None and view.key.present and not view.key.this_run_only)
    desk.keyring.trouble = NoKeyringError()
    await desk.keys.keep(SERVER, "sk-newer")
    presenter.show_key(SERVER)
    await desk.until(lambda: view.key is not None and view.key.present and view.key.this_run_only)


async def test_a_typed_key_is_tested_without_being_kept(desk: Desk) -> None:
    desk.connection._server_provider = picky
    presenter, view, _ = dialog(desk)
    presenter.open()
    presenter.test_key(SERVER, "sk-good")
    await desk.until(lambda: view.key is not None and view.key.checked)
    assert view.models == ["m"]
    presenter.test_key(SERVER, "sk-bad")
    await desk.until(lambda: view.key is not None and view.key.error)
    assert view.key is not None
    assert isinstance(view.key.error, KeyRefused)
    assert desk.keyring.passwords == {}


async def test_a_removed_key_is_gone(desk: Desk) -> None:
    await desk.keys.keep(SERVER, "sk-old")
    presenter, view, _ = dialog(desk)
    presenter.open()
    await desk.until(lambda: view.key is not None and view.key.present)
    presenter.remove_key(SERVER)
    await desk.until(lambda: view.key is not None and not view.key.present)
    assert desk.keyring.passwords == {}


async def test_a_voice_is_tried_with_the_draft_and_can_be_stopped(desk: Desk) -> None:
    presenter, _, trial = dialog(desk)
    presenter.open()
    presenter.try_voice(desk.preferences.current.changed({"voice": "sage"}))
    await desk.until(lambda: trial.tried)
    assert trial.tried[0].voice == "sage"
    presenter.stop_trial()
    assert trial.stops == 1
    assert desk.preferences.current.voice == "coral"


async def test_a_voice_is_tried_in_the_language_it_is_for(desk: Desk) -> None:
    presenter, _, trial = dialog(desk)
    presenter.open()
    sage = desk.preferences.current.changed({"voice": "sage"})
    pico = sage.changed({"speech_source": SpeechSource.PICO, "voice": "de-DE"})
    for draft, language in ((sage, ""), (sage, "ja"), (pico, ""), (sage, "cy")):  # no sample in Welsh
        trial.tried.clear()
        presenter.try_voice(draft, "", language)
        await desk.until(lambda: trial.tried)
    assert trial.texts == [sample("en"), sample("ja"), sample("de"), sample("en")]


def test_every_sample_is_in_the_language_it_is_for() -> None:
    with_samples = [language for language in LANGUAGES if sample(language) != sample("en")]
    assert len(with_samples) > 25
    assert [language_among(sample(language), language) for language in with_samples] == with_samples


async def test_a_voice_that_fails_says_so_beside_the_button(desk: Desk) -> None:
    presenter, view, _ = dialog(desk)
    presenter.open()
    presenter.try_voice(desk.preferences.current)
    presenter.trial_ended(VoiceUnavailable("No such voice."))
    assert not view.playing
    assert isinstance(view.trial_error, VoiceUnavailable)


async def test_models_of_an_address_are_listed_or_the_reason_told(desk: Desk) -> None:
    desk.connection._server_provider = picky
    presenter, view, _ = dialog(desk)
    presenter.list_models(SERVER, "sk-good")
    await desk.until(lambda: view.models == ["m"])
    presenter.list_models(SERVER, "sk-bad")
    await desk.until(lambda: view.models_error)
    assert view.models == []


async def test_a_keyring_that_takes_its_time_holds_no_setting_up(desk: Desk) -> None:
    presenter, _, _ = dialog(desk)
    presenter.open()
    desk.keyring.gate.clear()
    presenter.accept(desk.preferences.current.changed({"model": "large"}), "sk-new")
    await desk.until(lambda: desk.preferences.current.model == "large")
    assert await desk.connection.key(SERVER) == "sk-new"
    desk.keyring.gate.set()


async def test_a_trial_stopped_while_the_keyring_is_asked_is_not_heard(desk: Desk) -> None:
    presenter, view, trial = dialog(desk)
    desk.keyring.gate.clear()
    presenter.try_voice(desk.preferences.current)
    await desk.until(lambda: desk.keyring.calls)
    presenter.stop_trial()
    assert not view.playing
    desk.keyring.gate.set()
    await desk.tasks_done()
    assert trial.tried == []


async def test_a_voice_of_this_machine_is_tried_without_the_keyring(desk: Desk) -> None:
    presenter, _, trial = dialog(desk)
    presenter.try_voice(desk.preferences.current.changed({"speech_source": SpeechSource.HIBARI}))
    await desk.until(lambda: trial.tried)
    assert desk.keyring.calls == []


async def test_what_is_known_of_a_key_is_shown_for_the_address_in_the_field_alone(desk: Desk) -> None:
    presenter, view, _ = dialog(desk)
    await desk.keys.keep("http://mine.test/v1", "sk-mine")
    desk.keyring.gate.clear()
    presenter.show_key("http://other.test/v1")
    await desk.until(lambda: desk.keyring.calls[-1] == "get")
    presenter.show_key("http://mine.test/v1")
    await desk.until(lambda: view.key is not None and view.key.present)
    desk.keyring.gate.set()
    await desk.tasks_done()
    assert view.key is not None
    assert view.key.present


async def test_a_voice_is_tried_with_the_key_that_stands_in_the_field(desk: Desk) -> None:
    await desk.keys.keep(SERVER, "sk-old")
    presenter, _, trial = dialog(desk)
    presenter.try_voice(desk.preferences.current, "sk-typed")
    presenter.try_voice(desk.preferences.current, "")
    await desk.until(lambda: len(trial.tried) == 2)
    assert [options.api_key for options in trial.tried] == ["sk-typed", "sk-old"]


async def test_a_trial_lasts_until_its_own_end_and_not_that_of_the_speech_before_it(desk: Desk) -> None:
    presenter, view, trial = dialog(desk)
    presenter.state_changed("speaking")
    presenter.try_voice(desk.preferences.current)
    await desk.until(lambda: trial.tried)
    presenter.state_changed("idle")
    assert view.playing
    for state in ("preparing", "speaking", "idle"):
        presenter.state_changed(state)
    assert not view.playing


async def test_a_key_is_tested_for_an_address_that_was_typed_only_just_now(desk: Desk) -> None:
    presenter, view, _ = dialog(desk)
    desk.connection._server_provider = picky
    presenter.open()
    presenter.test_key("http://other.test/v1", "sk-good")
    await desk.until(lambda: view.key is not None and view.key.checked)
