"""Money is only told where it is known: a wrong sum is worse than none."""

from __future__ import annotations

import pytest

from desktop_app.domain.prices import Price, Prices, server_name
from desktop_app.domain.settings import InvalidSettings, Settings
from desktop_app.domain.usage import Usage

OPENAI = "api.openai.com"


def test_cached_tokens_cost_less_and_all_others_what_they_cost() -> None:
    usage = Usage(input=1_000_000, output=100_000, cached=400_000)
    within = Usage(input=200_000, output=100_000, reasoning=90_000, cached=100_000)
    assert Prices().cost("gpt-5-mini", OPENAI, within) == pytest.approx(0.025 + 0.0025 + 0.2)
    assert Prices({"m": Price(1.0, 0.5, 10.0)}).cost("m", "", usage) == pytest.approx(0.6 + 0.2 + 1.0)


@pytest.mark.parametrize(
    ("model", "server", "usage"),
    [
        ("gpt-5-mini", OPENAI, None),
        ("gpt-5-mini", OPENAI, Usage(output=5)),
        ("gpt-5-mini", OPENAI, Usage(input=5)),
        ("gpt-5-mini", "", Usage(1, 1)),
        ("gpt-5-mini", "localhost:11434", Usage(1, 1)),
        ("gpt-5-mini-of-mine", OPENAI, Usage(1, 1)),
        ("gpt-6-sol", OPENAI, Usage(1, 1)),
        ("gpt-5.4", OPENAI, Usage(272_001, 1)),
    ],
    ids=str,
)
def test_what_is_not_known_has_no_price(model: str, server: str, usage: Usage | None) -> None:
    assert Prices().cost(model, server, usage) is None


def test_a_snapshot_costs_what_its_model_does() -> None:
    assert Prices().cost("gpt-5-mini-2025-08-07", OPENAI, Usage(1, 1)) == Prices().cost(
        "gpt-5-mini", OPENAI, Usage(1, 1)
    )


def test_prices_of_ones_own_go_before_ours_and_hold_for_any_server() -> None:
    settings = Settings.from_values({"prices": {"gpt-5": {"input": 2, "output": 4}, "mine": {"input": 0, "output": 0}}})
    prices = Prices.of(settings)
    assert prices.cost("gpt-5", OPENAI, Usage(500_000, 250_000, cached=100_000)) == pytest.approx(2.0)
    assert prices.cost("mine", "localhost", Usage(5, 5)) == 0.0
    assert prices.is_own("mine")
    assert not prices.is_own("gpt-5-mini")
    assert Settings.from_values(settings.values()) == settings


@pytest.mark.parametrize(
    "wrong",
    [
        [],
        {"m": {}},
        {"m": {"input": 1}},
        {"m": {"input": 1, "output": "2"}},
        {"m": {"input": -1, "output": 2}},
        {"m": {"input": True, "output": 2}},
        {"m": {"input": 1, "output": 2, "more": 3}},
        {"m": {"input": float("nan"), "output": 2}},
    ],
    ids=str,
)
def test_prices_that_are_none_are_refused(wrong: object) -> None:
    with pytest.raises(InvalidSettings):
        Settings.from_values({"prices": wrong})


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://api.openai.com/v1", "api.openai.com"),
        ("http://localhost:11434/v1", "localhost:11434"),
        ("https://somebody:secret@host.test/v1", "host.test"),
    ],
)
def test_a_server_is_named_by_its_host_and_never_by_a_password(address: str, name: str) -> None:
    assert server_name(address) == name
