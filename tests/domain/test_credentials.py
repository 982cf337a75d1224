"""A name and password in a server's address are taken out of it, and told to nobody but the server."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.credentials import authorization, is_sendable, secrets_in, split_address, without_blanks
from desktop_app.domain.settings import InvalidSettings, Settings, tidy_url

NAMES = st.text(st.characters(codec="utf-8", exclude_characters=":@/?#%[]\\ \t\r\n", exclude_categories=["C", "Z"]))


def basic(pair: str) -> str:
    return f"Basic {base64.b64encode(pair.encode()).decode()}"


@pytest.mark.parametrize(
    ("typed", "address", "pair"),
    [
        ("https://host/v1", "https://host/v1", ""),
        ("https://me:s3cret@host:8443/v1", "https://host:8443/v1", "me:s3cret"),
        ("https://me@host/v1", "https://host/v1", "me:"),
        ("http://me:p%40ss@[::1]:80/v1?a=b", "http://[::1]:80/v1?a=b", "me:p@ss"),
        ("https://me:\ufe55@host/v1", "https://host/v1", "me:\ufe55"),
        ("https://me:p@ss@host/v1", "https://host/v1", "me:p@ss"),
        ("me:s3cret@host", "http://host", "me:s3cret"),
        ("https://[no host", "https://[no host", ""),
        ("https://@host/v1", "https://host/v1", ""),
        ("https://host/v1/@me", "https://host/v1/@me", ""),
    ],
)
def test_name_and_password_are_taken_out_of_the_address(typed: str, address: str, pair: str) -> None:
    assert split_address(typed) == (address, basic(pair) if pair else "")


@given(name=NAMES.filter(bool), password=NAMES)
def test_whatever_they_are_nothing_of_them_stays_and_all_of_them_is_sent(name: str, password: str) -> None:
    address, credential = split_address(f"https://{name}:{password}@host.example/v1")
    assert address == "https://host.example/v1"
    assert authorization(credential) == {"Authorization": basic(f"{name}:{password}")}
    assert f"{name}:{password}" in secrets_in(credential)
    assert is_sendable(credential)


@pytest.mark.parametrize("address", ["https://me:s3cret@host/v1", "https://me@host/v1", "me:s3cret@host"])
def test_no_settings_hold_them(address: str) -> None:
    with pytest.raises(ValueError, match="password"):
        tidy_url(address)
    with pytest.raises(InvalidSettings) as refused:
        Settings(server_url=address)
    assert "s3cret" not in str(refused.value)


def test_a_key_is_no_credential() -> None:
    assert authorization("sk-1") == {}
    assert secrets_in("sk-1") == ("sk-1",)
    assert secrets_in("Basic no base64!") == ("Basic no base64!", "no base64!")


@pytest.mark.parametrize(
    ("typed", "meant"), [(" sk-1\n", "sk-1"), ("sk-\n1", "sk-1"), (" Basic  bWU6 \n", "Basic bWU6"), ("", "")]
)
def test_a_pasted_key_loses_its_blanks(typed: str, meant: str) -> None:
    assert without_blanks(typed) == meant


@pytest.mark.parametrize(
    ("key", "sendable"), [("sk-1", True), ("Basic bWU6", True), ("two words", False), ("ß", False)]
)
def test_only_what_a_header_can_carry_is_sent(key: str, sendable: object) -> None:
    assert is_sendable(key) is sendable
