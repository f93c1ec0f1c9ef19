"""The session after any edits equals the plain computation from scratch, and names what changed."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.errors import KnownError
from desktop.forms.live_response import live_response
from desktop.forms.reading import read_questionnaire
from desktop.forms.reference import settled_from_scratch
from desktop.forms.response_writing import response_bytes
from desktop.forms.session import FormSession
from tests.forms import generated_forms
from tests.forms.form_makers import NOON, form


def assert_response_is_kept_true(session):
    """The response that expressions read, changed in place, equals one made from scratch."""
    settler = session._settler
    for live in settler._lives():
        plain = live_response(
            session.tree, settler.answer_of, settler.is_enabled, live.keep_unanswered
        )
        assert live.root == plain.root
        assert live.nodes == plain.nodes
        found = held_nodes(live.root)
        for link_id in session.tree.by_link_id:
            walked = [node for node, _ in found.values() if node.get("linkId") == link_id]
            assert [id(one) for one in live.nodes_with("linkId", link_id)] == [
                id(one) for one in walked
            ]
        for node in live.nodes.values():
            assert live.holder_of(node) == found.get(id(node), (None, None))[1]


def held_nodes(root):
    """Every object below the root by identity in document order, with where it stands."""
    found = {}

    def enter(node):
        for name in ("item", "answer"):
            for one in node.get(name, ()):
                found[id(one)] = (one, (name, node))
                enter(one)

    enter(root)
    return found


def from_scratch(session):
    answers = session.answers
    return settled_from_scratch(session.questionnaire, session.tree, answers, NOON, {})


def shown(session):
    return {
        key: (state.answer, state.visible, state.problems)
        for key in session.tree.by_key
        for state in [session.state(key)]
    }


def standing(session):
    """Everything that the session keeps item by item, beside its cells."""
    sections = [one.link_id for one in session.questionnaire.items]
    return {
        "missing": session.missing,
        "problems": session.problems,
        "alerts": session.alerts,
        "scores": session.scores,
        "is complete": session.is_complete,
        "visible": [session.visible_keys(one) for one in sections],
        "wanting": [session.wanting(one) for one in sections],
        "shows anything": [session.has_visible_below(one) for one in sections],
    }


def standing_from_scratch(session):
    """The same of another session that looks at every item once."""
    fresh = FormSession(session.questionnaire, now=lambda: NOON)
    fresh.restore(session.answers)
    return standing(fresh)


@settings(max_examples=120)
@given(st.data())
def test_a_session_after_random_edits_equals_the_computation_from_scratch(data):
    made = data.draw(generated_forms.forms())
    session = FormSession(form(*made.items), now=lambda: NOON)
    assert session.cells == from_scratch(session)

    for key, answer in data.draw(generated_forms.edits(made)):
        before, scores = shown(session), {one.link_id: one for one in session.scores}
        change = session.set(key, answer)
        after = shown(session)

        assert session.cells == from_scratch(session)
        assert_response_is_kept_true(session)
        assert {one for one in after if after[one] != before[one]} <= change.affected
        assert {
            one.link_id for one in session.scores if scores.get(one.link_id, one) != one
        } <= change.affected


@settings(max_examples=120)
@given(st.data())
def test_what_is_kept_item_by_item_equals_looking_at_every_item(data):
    made = data.draw(generated_forms.forms())
    session = FormSession(form(*made.items), now=lambda: NOON)

    for key, answer in data.draw(generated_forms.edits(made)):
        session.set(key, answer)

        assert standing(session) == standing_from_scratch(session)


@settings(max_examples=60)
@given(st.data())
def test_undoing_everything_brings_back_the_beginning(data):
    made = data.draw(generated_forms.forms())
    session = FormSession(form(*made.items), now=lambda: NOON)
    beginning = shown(session)
    for key, answer in data.draw(generated_forms.edits(made)):
        session.set(key, answer)
    end = shown(session)

    steps = 0
    while session.undo() is not None:
        steps += 1
    assert shown(session) == beginning
    for _ in range(steps):
        session.redo()
    assert shown(session) == end


@settings(max_examples=100)
@given(st.data())
def test_what_is_saved_and_loaded_is_the_same_and_saves_to_the_same_bytes(data):
    made = data.draw(generated_forms.forms())
    questionnaire = form(*made.items)
    session = FormSession(questionnaire, now=lambda: NOON)
    for key, answer in data.draw(generated_forms.edits(made)):
        session.set(key, answer)
    saved = session.to_response("completed", NOON)

    loaded = FormSession(questionnaire, saved, now=lambda: NOON)

    assert loaded.not_loaded == ()
    enabled = [key for key, cell in session.cells.items() if cell.enabled]
    assert {key: loaded.state(key) for key in enabled} == {
        key: session.state(key) for key in enabled
    }
    again = loaded.to_response("completed", NOON)
    assert again == saved
    assert response_bytes(again) == response_bytes(saved)


def test_every_corpus_form_settles_as_it_does_from_scratch(corpus):
    for path in sorted((corpus / "questionnaires").rglob("*.json")):
        raw = json.loads(path.read_bytes())
        if not isinstance(raw, dict) or raw.get("resourceType") != "Questionnaire":
            continue
        session = readable(path)
        if session is not None and len(session.tree.by_key) < 400:
            assert session.cells == from_scratch(session), path.name


def readable(path):
    try:
        questionnaire = read_questionnaire(path.read_bytes(), path.name)
    except KnownError:
        return None
    return FormSession(questionnaire, now=lambda: NOON)
