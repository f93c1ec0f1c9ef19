"""Roles, aliases, episodes, attempts, signatures and acts on alerts."""

from datetime import UTC, datetime

import pytest

from desktop.errors import BugError, KnownError
from desktop.records.alert import HandOff, ToldBy
from desktop.records.alias import ALIAS_WORDS, new_alias
from desktop.records.attempt import LEFT, REACHED, Attempt, AttemptMode, AttemptOutcome
from desktop.records.display import display_name
from desktop.records.episode import CaseSource, CloseReason, Episode
from desktop.records.ids import EpisodeId, PersonId, RecordId, StaffId
from desktop.records.roles import PERMISSIONS, Permission, Role, StaffMember
from desktop.records.signature import SHORTEST_INK, Point, Signature

NOW = datetime(2026, 3, 14, 14, 2, tzinfo=UTC)
EPISODE = Episode(
    EpisodeId("e1"),
    PersonId("p1"),
    "Maple 12",
    "ED 7",
    CaseSource.TRAUMA_PAGE,
    NOW,
    NOW,
    StaffId("s1"),
)


def signature(*strokes: tuple[tuple[float, float], ...]) -> Signature:
    """A signature of these strokes."""
    points: list[tuple[Point, ...]] = [
        tuple((x, y, at, 0.5) for at, (x, y) in enumerate(stroke)) for stroke in strokes
    ]
    return Signature(tuple(points), NOW, "ED-CART-04")


def test_each_role_may_exactly_what_its_row_says() -> None:
    for role in Role:
        member = StaffMember(StaffId("s1"), "name", "Name", role)

        assert {one for one in Permission if member.may(one)} == PERMISSIONS[role]


def test_the_desk_the_officer_and_the_administrator_read_no_case() -> None:
    for role in (Role.PACKET_DESK, Role.PRIVACY_OFFICER, Role.ADMINISTRATOR):
        assert not PERMISSIONS[role] & {Permission.READ_CASES, Permission.WRITE_CASES}


def test_only_the_manager_reviews() -> None:
    assert [role for role in Role if Permission.REVIEW in PERMISSIONS[role]] == [Role.NURSE_MANAGER]


def test_a_new_alias_is_a_neutral_word_with_a_number_that_nobody_has() -> None:
    every = {f"{word} {number:02d}" for word in ALIAS_WORDS for number in range(1, 100)}
    free = "Wren 07"

    alias = new_alias(every - {free})

    assert alias == free
    with pytest.raises(BugError):
        new_alias(every)


def test_an_episode_shows_its_alias_and_nothing_else() -> None:
    assert display_name(EPISODE) == "Maple 12"


def test_a_case_closes_once() -> None:
    closed = EPISODE.closed(CloseReason.DECLINED, NOW)

    assert closed.is_closed
    with pytest.raises(KnownError, match=r"episode\.already-closed"):
        closed.closed(CloseReason.COMPLETED, NOW)
    with pytest.raises(KnownError, match=r"episode\.closed"):
        closed.need_open()


def test_reached_means_that_they_spoke() -> None:
    for outcome in AttemptOutcome:
        attempt = Attempt(
            RecordId("a1"), EpisodeId("e1"), NOW, AttemptMode.PHONE, outcome, StaffId("s1")
        )

        assert attempt.reached is (outcome in REACHED)
    assert not LEFT & REACHED


def test_a_dot_or_a_slip_is_no_signature() -> None:
    assert signature().is_empty
    assert signature(((0.5, 0.5),)).is_empty
    assert signature(((0.1, 0.5), (0.1 + SHORTEST_INK / 2, 0.5))).is_empty
    assert not signature(((0.1, 0.4), (0.5, 0.5), (0.8, 0.4))).is_empty


def test_lifting_the_pen_draws_no_ink() -> None:
    assert signature(((0.0, 0.0), (0.05, 0.0)), ((0.9, 0.0), (0.95, 0.0))).is_empty


def test_only_a_named_person_closes_an_alert() -> None:
    for told, closes in (("Dr. P. Example", True), ("", False), ("  ", False)):
        act = HandOff(
            RecordId("f1"), "suicide-concern", told, ToldBy.PHONE, NOW, StaffId("s1"), NOW
        )

        assert act.closes is closes
        assert "Example" not in repr(act)
