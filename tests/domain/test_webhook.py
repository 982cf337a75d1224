"""Where the webhook may lead, by the words of its address."""

from __future__ import annotations

import pytest

from desktop_app.domain.settings import InvalidSettings, Settings
from desktop_app.domain.webhook import WebhookRefusal, refusal, webhook_address


@pytest.mark.parametrize(
    "address",
    [
        "https://hooks.example.com/services/T0/B0",
        "https://192.168.1.5:8443/x?y=z",
        "http://localhost:8123/api/webhook/aloud",
        "http://LOCALHOST.:80",
        "http://hook.localhost/",
        "http://127.0.0.1/x",
        "http://127.8.9.10:99/x",
        "http://[::1]:9000/",
        "  https://host/path  ",
        "",
    ],
)
def test_encrypted_addresses_and_those_of_this_machine_are_taken(address: str) -> None:
    assert refusal(address) is None
    assert webhook_address(address) == address.strip()


@pytest.mark.parametrize(
    "address",
    [
        "http://hooks.example.com/x",
        "http://192.168.1.5/x",
        "http://0.0.0.0/x",
        "http://localhost.example.com/x",
        "http://notlocalhost/x",
        "http://127.0.0.1.example.com/",
        "http://127.1/",
        "http://2130706433/",
        "http://[::ffff:8.8.8.8]/",
    ],
)
def test_plain_http_leaves_no_machine(address: str) -> None:
    assert refusal(address) is WebhookRefusal.NOT_ENCRYPTED


@pytest.mark.parametrize(
    "address",
    [
        "hooks.example.com",
        "ftp://host/x",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https://",
        "https:///path",
        "https://host:port/",
        "https://[::1/",
        "https://ho st/",
        "https://host/\u0000",
        "https://host/" + "x" * 2000,
    ],
)
def test_what_is_no_address_is_told_apart(address: str) -> None:
    assert refusal(address) is WebhookRefusal.NO_ADDRESS


@pytest.mark.parametrize("address", ["https://me:secret@host/", "https://token@host/", "http://localhost@evil.test/"])
def test_no_secret_stays_in_an_address(address: str) -> None:
    assert refusal(address) is WebhookRefusal.NAMES_SOMEBODY


def test_settings_take_no_other_address() -> None:
    assert Settings(webhook="https://host/x").webhook == "https://host/x"
    with pytest.raises(InvalidSettings) as caught:
        Settings(webhook="http://host/x")
    assert caught.value.names == ("webhook",)
