"""The review state machine: every state with every act, and four eyes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from desktop.errors import KnownError
from desktop.records.ids import EpisodeId, RecordId, StaffId
from desktop.records.visit import Comment, FormVersion, ReviewState, Visit

AUTHOR, HELPER, MANAGER = StaffId("author"), StaffId("helper"), StaffId("manager")
NOW = datetime(2026, 3, 14, 15, 0, tzinfo=UTC)
FORMS = (FormVersion(RecordId("f1"), 1),)
OPEN = Comment(RecordId("k1"), RecordId("f1"), "q1", MANAGER, "N. Example", NOW, "From what time?")
SETTLED = replace(OPEN, settled=True)


def visit(state: ReviewState, *comments: Comment) -> Visit:
    """A visit of the author in this state."""
    return Visit(
        RecordId("v1"),
        EpisodeId("e1"),
        AUTHOR,
        "R. Sample",
        state,
        writers=frozenset({AUTHOR, HELPER}),
        forms=FORMS,
        submitted_at=NOW,
        comments=comments,
    )


Act = Callable[[Visit], Visit]
ACTS: dict[str, tuple[Act, tuple[Comment, ...], set[ReviewState]]] = {
    "submit": (
        lambda v: v.submitted(FORMS, frozenset({AUTHOR}), NOW),
        (),
        {ReviewState.DRAFT, ReviewState.RETURNED},
    ),
    "comment": (
        lambda v: v.commented(replace(OPEN, comment_id=RecordId("k2"))),
        (),
        {ReviewState.SUBMITTED, ReviewState.RETURNED},
    ),
    "settle": (
        lambda v: v.settled(OPEN.comment_id, MANAGER),
        (OPEN,),
        {ReviewState.SUBMITTED, ReviewState.RETURNED},
    ),
    "return": (lambda v: v.returned(MANAGER), (OPEN,), {ReviewState.SUBMITTED}),
    "sign": (lambda v: v.signed(MANAGER, NOW), (SETTLED,), {ReviewState.SUBMITTED}),
}


@pytest.mark.parametrize("state", list(ReviewState))
@pytest.mark.parametrize("act", list(ACTS))
def test_each_act_is_allowed_in_its_states_only(state: ReviewState, act: str) -> None:
    do, comments, allowed = ACTS[act]
    before = visit(state, *comments)

    if state in allowed:
        assert do(before).visit_id == before.visit_id
    else:
        with pytest.raises(KnownError) as refused:
            do(before)
        assert refused.value.message_id == f"review.not-in-state.{state.value}"


def test_the_acts_lead_to_their_states() -> None:
    sent = visit(ReviewState.DRAFT).submitted(FORMS, frozenset({HELPER}), NOW)
    returned = sent.commented(OPEN).returned(MANAGER)
    again = returned.submitted(FORMS, frozenset(), NOW)
    signed = again.settled(OPEN.comment_id, MANAGER).signed(MANAGER, NOW)

    assert sent.state is ReviewState.SUBMITTED
    assert returned.state is ReviewState.RETURNED
    assert again.state is ReviewState.SUBMITTED
    assert signed.state is ReviewState.SIGNED
    assert signed.reviewed_by == MANAGER
    assert signed.signed_at == NOW
    assert HELPER in signed.writers


@pytest.mark.parametrize("writer", [AUTHOR, HELPER])
@pytest.mark.parametrize("act", ["sign", "return", "settle"])
def test_nobody_who_wrote_it_signs_returns_or_settles(writer: StaffId, act: str) -> None:
    before = visit(ReviewState.SUBMITTED, OPEN)
    acts: dict[str, Act] = {
        "sign": lambda v: v.signed(writer, NOW),
        "return": lambda v: v.returned(writer),
        "settle": lambda v: v.settled(OPEN.comment_id, writer),
    }

    with pytest.raises(KnownError, match=r"review\.own-record"):
        acts[act](before)


def test_an_author_counts_as_writer_even_when_the_list_is_empty() -> None:
    before = replace(visit(ReviewState.SUBMITTED), writers=frozenset())

    with pytest.raises(KnownError, match=r"review\.own-record"):
        before.signed(AUTHOR, NOW)


def test_returning_needs_an_open_comment() -> None:
    for comments in ((), (SETTLED,)):
        with pytest.raises(KnownError, match=r"review\.return-needs-comment"):
            visit(ReviewState.SUBMITTED, *comments).returned(MANAGER)


def test_signing_waits_for_open_comments() -> None:
    with pytest.raises(KnownError, match=r"review\.comments-open"):
        visit(ReviewState.SUBMITTED, OPEN).signed(MANAGER, NOW)


def test_a_reply_belongs_to_a_thread_and_is_no_thread_itself() -> None:
    reply = replace(OPEN, comment_id=RecordId("k2"), author=AUTHOR, reply_to=OPEN.comment_id)
    before = visit(ReviewState.RETURNED, OPEN)

    after = before.commented(reply)

    assert after.open_comments == (OPEN,)
    for bad in (RecordId("k2"), RecordId("nowhere")):
        with pytest.raises(KnownError, match=r"review\.no-such-comment"):
            after.commented(replace(reply, reply_to=bad))


def test_an_empty_comment_is_refused() -> None:
    with pytest.raises(KnownError, match=r"review\.comment-empty"):
        visit(ReviewState.SUBMITTED).commented(replace(OPEN, text=" \n"))


def test_settling_what_is_not_there_is_refused() -> None:
    with pytest.raises(KnownError, match=r"review\.no-such-comment"):
        visit(ReviewState.SUBMITTED, OPEN).settled(RecordId("nowhere"), MANAGER)
