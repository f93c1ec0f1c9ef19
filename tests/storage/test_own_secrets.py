"""One's own password and PIN, and the statements that stand behind every account."""

import pytest

from desktop.errors import KnownError
from desktop.services.ports import SecretsChange
from desktop.storage.verify import verify_store
from tests.storage.raw_file import execute, rows, without_triggers
from tests.storage.test_staff_desk import enrolled, invited, refusal
from tests.support.store_fixture import (
    PIN,
    SPECIALIST,
    MadeStore,
    password_of,
)


def test_every_changed_byte_of_a_statement_is_found_and_named(made: MadeStore) -> None:
    enrolled(made)
    made.gate.close()
    originals = rows(made.database, "SELECT seq, body FROM trust_log ORDER BY seq")
    assert len(originals) == 2

    for seq, body in originals:
        for at in range(0, len(body), 7):
            changed = body[:at] + bytes([body[at] ^ 1]) + body[at + 1 :]
            with without_triggers(made.database) as raw:
                raw.execute("UPDATE trust_log SET body = ? WHERE seq = ?", (changed, seq))
            report = verify_store(made.data_dir)
            assert f"trust_log/{seq}" in [each.where for each in report.problems]
        with without_triggers(made.database) as raw:
            raw.execute("UPDATE trust_log SET body = ? WHERE seq = ?", (body, seq))
    assert verify_store(made.data_dir).problems == ()


def test_statements_cannot_be_edited_or_deleted_by_a_statement(made: MadeStore) -> None:
    invited(made)
    made.gate.close()

    for statement in ("UPDATE trust_log SET kind = 'keys'", "DELETE FROM trust_log"):
        with pytest.raises(Exception, match="append-only"):
            execute(made.database, statement)


def test_a_password_is_changed_and_the_old_one_ends(made: MadeStore) -> None:
    session = made.sign_in(SPECIALIST)
    new = "thimble quince orbit 9 walrus"

    session.change_secrets(SecretsChange(password_of(SPECIALIST), new, "571903"))

    assert session.check_pin("571903")
    assert not session.check_pin(PIN)
    session.close()
    assert refusal(made, SPECIALIST) == "sign-in.wrong-password"
    again = made.gate.sign_in(SPECIALIST, new)
    assert again.check_pin("571903")


def test_a_changed_password_keeps_to_the_rules(made: MadeStore) -> None:
    session = made.sign_in(SPECIALIST)

    with pytest.raises(KnownError) as caught:
        session.change_secrets(SecretsChange(password_of(SPECIALIST), "short"))

    assert caught.value.message_id.startswith("password.")
    session.close()
    made.sign_in(SPECIALIST).close()


def test_a_wrong_password_confirms_nothing_and_counts_as_a_try(made: MadeStore) -> None:
    session = made.sign_in(SPECIALIST)

    found = []
    for _ in range(5):
        with pytest.raises(KnownError) as caught:
            session.confirm_password("walrus thimble nobody orbit 7", "sign-off")
        found.append(caught.value.message_id)

    assert found == ["sign-in.wrong-password"] * 4 + ["sign-in.wait"]
    made.clock.advance(2)
    session.confirm_password(password_of(SPECIALIST))
