"""Rows added, removed, moved and undone at random: the session equals a fresh one at any time."""

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.forms.response_writing import response_bytes
from desktop.forms.session import FormSession
from tests.forms.form_makers import (
    NOON,
    calculated,
    choice,
    code,
    form,
    group,
    item,
    when,
)
from tests.forms.test_against_reference import (
    assert_response_is_kept_true,
    from_scratch,
    shown,
    standing,
    standing_from_scratch,
)

FORM = form(
    group(
        "g",
        item("n", "integer", required=True),
        item("more", "string", enableWhen=[when("n", ">", answerInteger=4)]),
        item("twice", "integer", calculated("%context.item.where(linkId='n').answer.value * 2")),
        group("inner", item("x", "boolean"), repeats=True),
        repeats=True,
    ),
    choice("drugs", "a", "b", "c", repeats=True, item=[item("often", "integer")]),
    item(
        "sum", "integer", calculated("%resource.descendants().where(linkId='n').answer.value.sum()")
    ),
    item(
        "all", "integer", calculated("%resource.repeat(item).where(linkId != 'all').answer.count()")
    ),
    item(
        "last",
        "integer",
        calculated("%resource.item.where(linkId='g').last().item.where(linkId='n').answer.value"),
    ),
    item("late", "string", enableWhen=[when("sum", ">", answerInteger=9)]),
)
ACTS = st.sampled_from(["add", "remove", "move", "answer", "inner", "drugs", "undo", "redo"])


def act(data, session):
    kind = data.draw(ACTS)
    rows = session.rows("g")
    row = data.draw(st.sampled_from(rows))
    match kind:
        case "add":
            return session.add_row("g", data.draw(st.sampled_from([None, row.key])))
        case "remove":
            return session.remove_row(row.key) if row.can_remove else None
        case "move":
            return session.move_row(row.key, data.draw(st.integers(-2, 2)))
        case "inner":
            return session.add_row(f"inner@{row.key.partition('@')[2]}")
        case "drugs":
            names = data.draw(st.lists(st.sampled_from("abc"), unique=True, max_size=3))
            return session.answer("drugs", *(code(name) for name in names))
        case "answer":
            return answered(data, session)
        case "undo":
            return session.undo()
        case _:
            return session.redo()


def answered(data, session):
    open_ones = [one for one in session.tree.by_key.values() if one.item.link_id in VALUES]
    one = data.draw(st.sampled_from(open_ones))
    return session.answer(one.key, data.draw(VALUES[one.item.link_id]))


VALUES = {
    "n": st.integers(0, 9),
    "x": st.booleans(),
    "often": st.integers(1, 3),
    "more": st.sampled_from(["", "words"]),
    "late": st.just("late"),
}


@settings(max_examples=80)
@given(st.data())
def test_after_any_acts_on_rows_the_session_equals_a_fresh_one(data):
    session = FormSession(FORM, now=lambda: NOON)

    for _ in range(data.draw(st.integers(1, 10))):
        before = shown(session)
        change = act(data, session)
        if change is None:
            continue
        after = shown(session)

        assert session.cells == from_scratch(session)
        assert_response_is_kept_true(session)
        assert standing(session) == standing_from_scratch(session)
        kept = {key for key in after if key in before and after[key] != before[key]}
        assert kept <= change.affected


@settings(max_examples=80)
@given(st.data())
def test_undoing_all_acts_on_rows_brings_back_the_beginning(data):
    session = FormSession(FORM, now=lambda: NOON)
    beginning = shown(session)
    for _ in range(data.draw(st.integers(1, 8))):
        act(data, session)

    while session.undo() is not None:
        pass

    assert shown(session) == beginning


@settings(max_examples=60)
@given(st.data())
def test_rows_are_saved_and_loaded_to_the_same_bytes(data):
    session = FormSession(FORM, now=lambda: NOON)
    for _ in range(data.draw(st.integers(1, 10))):
        act(data, session)
    saved = session.to_response("completed", NOON)

    loaded = FormSession(FORM, saved, now=lambda: NOON)

    assert loaded.not_loaded == ()
    assert response_bytes(loaded.to_response("completed", NOON)) == response_bytes(saved)
