"""Revisions: kept, numbered, refused when stale, the same after a reopening."""

from dataclasses import replace

import pytest

from desktop.errors import BugError, KnownError
from desktop.records.ids import RecordId
from desktop.records.kinds import EPISODE, FORM, PERSON_IDENTITY
from tests.storage.cases import episode, form, identity, new_case, new_form
from tests.support.store_fixture import (
    ADMINISTRATOR,
    DESK,
    MANAGER,
    SECOND_SPECIALIST,
    SPECIALIST,
    MadeStore,
)

CASE = RecordId("c" * 32)
OTHER = RecordId("d" * 32)


def test_a_saved_record_reads_back_the_same_after_the_store_was_closed(made: MadeStore) -> None:
    session = made.sign_in(SPECIALIST)
    person_id = session.records.create_person()
    value = episode(person_id, CASE)
    saved = session.records.save(EPISODE, person_id, CASE, value, base=0)

    made.reopen()
    loaded = made.sign_in(SPECIALIST).records.load(EPISODE, CASE)

    assert loaded == saved
    assert loaded.value == value
    assert (loaded.number, loaded.author) == (1, session.me.staff_id)


def test_a_colleague_and_the_manager_read_what_a_specialist_wrote(made: MadeStore) -> None:
    person_id = new_case(made.sign_in(SPECIALIST), CASE)

    seen = [
        made.sign_in(name).records.list_newest(PERSON_IDENTITY, person_id)[0].value
        for name in (SECOND_SPECIALIST, MANAGER)
    ]

    assert seen == [identity(person_id)] * 2


@pytest.mark.parametrize("name", [DESK, ADMINISTRATOR])
def test_desk_and_administrator_have_no_key_to_a_case(made: MadeStore, name: str) -> None:
    new_case(made.sign_in(SPECIALIST), CASE)
    session = made.sign_in(name)

    with pytest.raises(KnownError) as caught:
        session.records.load(EPISODE, CASE)

    assert caught.value.message_id == "store.no-key"
    assert session.records.persons() == ()


def test_nobody_without_the_keys_can_make_a_person(made: MadeStore) -> None:
    session = made.sign_in(DESK)

    with pytest.raises(KnownError) as caught:
        session.records.create_person()

    assert caught.value.message_id == "store.no-key"
    assert made.sign_in(MANAGER).records.persons() == ()


def test_persons_names_everyone_with_a_key(made: MadeStore) -> None:
    records = made.sign_in(SPECIALIST).records
    people = {records.create_person(), records.create_person()}

    named = made.sign_in(MANAGER).records.persons()

    assert set(named) == people


def test_revisions_count_up_and_keep_their_history(made: MadeStore) -> None:
    records = made.sign_in(SPECIALIST).records
    person_id = records.create_person()
    first = episode(person_id, CASE)
    second = replace(first, place="Bay 9")
    records.save(EPISODE, person_id, CASE, first, base=0)
    records.save(EPISODE, person_id, CASE, second, base=1)

    history = records.history(EPISODE, CASE)

    assert [(revision.number, revision.value) for revision in history] == [(1, first), (2, second)]
    assert records.load(EPISODE, CASE).value == second
    assert records.load_revision(EPISODE, CASE, 1).value == first


@pytest.mark.parametrize("base", [0, 2, 7])
def test_a_save_on_a_stale_or_future_base_is_refused(made: MadeStore, base: int) -> None:
    records = made.sign_in(SPECIALIST).records
    person_id = new_case(made.sign_in(SPECIALIST), CASE)
    changed = episode(person_id, CASE, alias="Birch 03")

    with pytest.raises(KnownError) as caught:
        records.save(EPISODE, person_id, CASE, changed, base=base)

    assert caught.value.message_id == "store.changed-meanwhile"
    assert records.load(EPISODE, CASE).number == 1


def test_the_same_save_again_is_a_retry_and_adds_nothing(made: MadeStore) -> None:
    records = made.sign_in(SPECIALIST).records
    person_id = records.create_person()
    value = episode(person_id, CASE)
    first = records.save(EPISODE, person_id, CASE, value, base=0)
    made.clock.advance(60)

    again = records.save(EPISODE, person_id, CASE, value, base=0)

    assert again == first
    assert len(records.history(EPISODE, CASE)) == 1


def test_a_record_never_moves_to_another_person(made: MadeStore) -> None:
    records = made.sign_in(SPECIALIST).records
    new_case(made.sign_in(SPECIALIST), CASE)
    other = records.create_person()

    with pytest.raises(BugError):
        records.save(EPISODE, other, CASE, episode(other, CASE), base=1)


def test_newest_of_a_kind_come_oldest_record_first(made: MadeStore) -> None:
    records = made.sign_in(SPECIALIST).records
    person_id = records.create_person()
    for record_id in (OTHER, CASE):
        records.save(FORM, person_id, record_id, form(record_id), base=0)
    records.save(FORM, person_id, OTHER, form(OTHER, response="[]"), base=1)

    newest = records.list_newest(FORM, person_id)

    assert [(one.record_id, one.number) for one in newest] == [(OTHER, 2), (CASE, 1)]
    assert records.list_newest(EPISODE, person_id) == ()


def test_an_unknown_record_or_revision_is_named_as_missing(made: MadeStore) -> None:
    session = made.sign_in(SPECIALIST)
    new_form(session, CASE)

    for act in (
        lambda: session.records.load(FORM, OTHER),
        lambda: session.records.load_revision(FORM, CASE, 2),
    ):
        with pytest.raises(KnownError) as caught:
            act()
        assert caught.value.message_id == "store.no-such-record"


def test_a_record_of_another_kind_is_not_passed_off_as_this_one(made: MadeStore) -> None:
    session = made.sign_in(SPECIALIST)
    new_form(session, CASE)

    with pytest.raises(KnownError) as caught:
        session.records.load(EPISODE, CASE)

    assert caught.value.message_id == "store.damaged"


def test_a_value_of_a_newer_schema_is_named_as_newer(made: MadeStore) -> None:
    session = made.sign_in(SPECIALIST)
    person_id = session.records.create_person()
    later = replace(FORM, schema_version=2)
    session.records.save(later, person_id, CASE, form(CASE), base=0)

    with pytest.raises(KnownError) as caught:
        session.records.load(FORM, CASE)

    assert caught.value.message_id == "store.newer-version"


def test_a_megabyte_of_answers_is_kept_whole(made: MadeStore) -> None:
    records = made.sign_in(SPECIALIST).records
    person_id = records.create_person()
    value = form(CASE, response="ñ" * 1_200_000)

    records.save(FORM, person_id, CASE, value, base=0)

    assert records.load(FORM, CASE).value == value


def test_a_closed_session_opens_nothing_more(made: MadeStore) -> None:
    session = made.sign_in(SPECIALIST)
    new_case(session, CASE)
    session.close()

    with pytest.raises(KnownError):
        session.records.load(EPISODE, CASE)


def test_every_record_of_a_kind_is_named_without_being_opened(made: MadeStore) -> None:
    session = made.sign_in(SPECIALIST)
    new_case(session, CASE)
    new_case(session, OTHER, alias="Birch 3")

    assert session.records.everywhere(EPISODE) == (CASE, OTHER)
    assert session.records.everywhere(FORM) == ()
    assert made.sign_in(DESK).records.everywhere(EPISODE) == ()
