"""Whatever is added, hidden, revealed and dropped in whatever order, the tree answers as plain sets would."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.message_tree import MessageTree, Siblings

ROWS = [("q", None), ("a1", "q"), ("q2", "a1"), ("b", "q2"), ("a2", "q"), ("a3", "q")]
"""q has the answers a1, a2 and a3; below a1 one went on."""


@pytest.fixture
def tree() -> MessageTree:
    return MessageTree(ROWS)


def test_a_path_leads_from_the_root_to_the_message(tree: MessageTree) -> None:
    assert tree.path("b") == ["q", "a1", "q2", "b"]
    assert tree.path("q") == ["q"]


def test_versions_are_counted_in_the_order_in_which_they_were_made(tree: MessageTree) -> None:
    assert [tree.siblings(one) for one in ("a1", "a2", "a3")] == [Siblings(1, 3), Siblings(2, 3), Siblings(3, 3)]
    assert tree.branches(tree.path("b")) == {"a1": Siblings(1, 3)}


def test_one_walks_from_version_to_version_and_not_beyond(tree: MessageTree) -> None:
    assert tree.neighbour("a1", 1) == "a2"
    assert tree.neighbour("a3", -2) == "a1"
    assert tree.neighbour("a1", -1) is None
    assert tree.neighbour("a3", 1) is None


def test_one_arrives_at_the_youngest_message_of_a_branch(tree: MessageTree) -> None:
    assert tree.newest_leaf("a1") == "b"
    assert tree.newest_leaf("a2") == "a2"
    assert tree.newest_leaf("q") == "a3"


def test_what_is_hidden_is_not_there_until_it_is_revealed(tree: MessageTree) -> None:
    assert tree.hide("a1") == ["a1", "q2", "b"]
    assert "q2" not in tree
    assert tree.siblings("a2") == Siblings(1, 2)
    assert len(tree) == 3
    with pytest.raises(KeyError):
        tree.path("b")
    with pytest.raises(KeyError):
        tree.add("c", "b")
    tree.reveal(["a1", "q2", "b", "unknown"])
    assert tree.path("b") == ["q", "a1", "q2", "b"]


def test_beside_a_message_that_goes_is_the_version_before_it_or_behind_it_or_its_parent(tree: MessageTree) -> None:
    assert tree.beside("a2") == "b"
    assert tree.beside("a1") == "a2"
    assert tree.beside("q2") == "a1"
    assert tree.beside("q") is None


def test_only_what_is_hidden_is_dropped(tree: MessageTree) -> None:
    gone = tree.hide("a1")
    tree.drop([*gone, "a2", "unknown"])
    assert len(tree) == 3
    tree.reveal(gone)
    assert "a1" not in tree
    assert "a2" in tree


@given(st.lists(st.tuples(st.sampled_from(["add", "hide", "reveal", "drop"]), st.integers(0, 1_000)), max_size=60))
def test_the_tree_is_that_of_its_model(steps: list[tuple[str, int]]) -> None:
    tree = MessageTree()
    parents: dict[str, str | None] = {}
    hidden: list[list[str]] = []
    for number, (verb, choice) in enumerate(steps):
        gone = {one for group in hidden for one in group}
        there = [one for one in parents if one not in gone]
        if verb == "add":
            name, parent = f"m{number}", ([*there, None])[choice % (len(there) + 1)]
            tree.add(name, parent)
            parents[name] = parent
        elif verb == "hide" and there:
            top = there[choice % len(there)]
            below = [one for one in there if top in _above(one, parents)]
            assert sorted(tree.hide(top)) == sorted(below)
            hidden.append(below)
        elif verb == "reveal" and hidden:
            tree.reveal(hidden.pop())
        elif verb == "drop" and hidden:
            group = hidden.pop(0)
            rest = [one for one in parents if set(_above(one, parents)) & set(group)]
            tree.drop(rest)
            hidden = [kept for other in hidden if (kept := [one for one in other if one not in rest])]
            parents = {one: parent for one, parent in parents.items() if one not in rest}
        _compare(tree, parents, {one for group in hidden for one in group})


def _above(message: str, parents: dict[str, str | None]) -> list[str]:
    """The message and all above it."""
    found = [message]
    while (parent := parents[found[-1]]) is not None:
        found.append(parent)
    return found


def _compare(tree: MessageTree, parents: dict[str, str | None], gone: set[str]) -> None:
    there = [one for one in parents if one not in gone]
    assert len(tree) == len(there)
    for one in there:
        assert tree.path(one) == _above(one, parents)[::-1]
        versions = [other for other in there if parents[other] == parents[one]]
        assert tree.siblings(one) == Siblings(versions.index(one) + 1, len(versions))
        leaf = tree.newest_leaf(one)
        assert leaf == [other for other in there if one in _above(other, parents)][-1]
        assert leaf not in {parents[other] for other in there}
        beside = tree.beside(one)
        assert beside is None or one not in _above(beside, parents)
    assert not [one for one in gone if one in tree]
