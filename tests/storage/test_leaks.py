"""Nothing that was written can be read in any file of the data folder without a key."""

import base64
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.records.ids import PacketId, RecordId
from desktop.records.kinds import EPISODE, FORM, PERSON_IDENTITY
from desktop.services.ports import PacketContent
from tests.storage.cases import answer, episode, form, identity, new_form, packet_content
from tests.support.store_fixture import (
    DESK,
    MANAGER,
    PASSPHRASE,
    PIN,
    SPECIALIST,
    MadeStore,
    password_of,
)

CANARIES = {
    kind: f"canary-{kind}-7c1f09e2"
    for kind in ("name", "alias", "answer", "draft", "packet", "discarded", "deleted")
}


def forms_of(text: str) -> list[bytes]:
    """UTF-8, UTF-16LE and the three base64 alignments, where long enough not to be chance."""
    plain = text.encode()
    aligned = [base64.b64encode(b"x" * shift + plain)[4:-4] for shift in range(3)]
    return [plain, text.encode("utf-16-le"), *(form for form in aligned if len(form) >= 12)]


def canaries_in(folder: Path, texts: list[str]) -> list[str]:
    """Which of the texts are in some file of the folder, in any of those forms."""
    contents = b"\0".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())
    return [text for text in texts if any(form in contents for form in forms_of(text))]


def work_a_day(made: MadeStore) -> None:
    """Every kind of thing is written, with a canary in each."""
    session = made.sign_in(SPECIALIST)
    person_id = session.records.create_person()
    case, name = RecordId("c" * 32), RecordId("1" * 32)
    named = identity(person_id, CANARIES["name"])
    session.records.save(PERSON_IDENTITY, person_id, name, named, base=0)
    case_value = episode(person_id, case, alias=CANARIES["alias"])
    session.records.save(EPISODE, person_id, case, case_value, base=0)
    moved = replace(case_value, place=CANARIES["alias"])
    session.records.save(EPISODE, person_id, case, moved, base=1)
    draft = new_form(session, "f" * 32, response=CANARIES["answer"])
    session.journal.append(draft, answer(CANARIES["discarded"]))
    session.journal.discard(draft)
    for _ in range(20):
        session.journal.append(draft, answer(CANARIES["draft"], key=CANARIES["draft"]))
    record = draft.record_id
    amended = form(record, response=CANARIES["answer"] * 50)
    session.records.save(FORM, draft.person_id, record, amended, base=1, clears_journal=True)
    session.packets.put(PacketId("a" * 32), _paper("packet"))
    session.packets.put(PacketId("b" * 32), _paper("deleted"))
    made.sign_in(DESK).packets.delete(PacketId("b" * 32))
    made.sign_in(MANAGER).sign_offs.sign(record, 2)
    session.close()


def _paper(kind: str) -> PacketContent:
    """A packet that begins as each PDF does."""
    return packet_content(b"%PDF-1.7\n" + CANARIES[kind].encode())


@pytest.mark.parametrize("is_open", [True, False])
def test_no_canary_is_in_any_file(made: MadeStore, is_open: bool) -> None:
    work_a_day(made)
    if not is_open:
        made.gate.close()
    codes = [*made.shown.recovery_codes, *made.shown.enrolment_codes.values()]
    secrets = [PASSPHRASE, PIN, password_of(SPECIALIST), *codes]

    leaked = canaries_in(made.data_dir, [*CANARIES.values(), *secrets, "%PDF-"])

    assert leaked == []


def keys_opened_by(made: MadeStore) -> list[bytes]:
    """Compartment keys, a person's data keys and the private halves of whoever writes and signs."""
    found = []
    for name in (SPECIALIST, MANAGER, DESK):
        keys = made.sign_in(name).records._keys
        found += [keys.exchange.private, keys.signing.seed, *keys._secrets.values()]
        found += [each.key.material for each in keys._data_keys.values()]
    return found


def test_no_key_is_in_any_file_as_it_is(made: MadeStore) -> None:
    work_a_day(made)
    keys = keys_opened_by(made)
    made.gate.close()
    contents = b"\0".join(file.read_bytes() for file in made.data_dir.rglob("*") if file.is_file())

    shapes = [
        shape
        for key in keys
        for shape in (key, key.hex().encode(), base64.b64encode(key)[:40], key[::-1])
    ]

    assert len({bytes(key) for key in keys}) >= 8
    assert not any(shape in contents for shape in shapes)


def test_the_search_itself_finds_a_leak_in_each_form(tmp_path: Path) -> None:
    for number, form_bytes in enumerate(forms_of(CANARIES["name"])):
        (tmp_path / f"{number}.tmp").write_bytes(b"before" + form_bytes + b"after")
        found = canaries_in(tmp_path, [CANARIES["name"], CANARIES["alias"]])
        (tmp_path / f"{number}.tmp").unlink()
        assert found == [CANARIES["name"]]


def test_the_desk_gets_the_very_paper_that_no_file_shows(made: MadeStore) -> None:
    work_a_day(made)

    pdf = made.sign_in(DESK).packets.open(PacketId("a" * 32)).pdf

    assert pdf.startswith(b"%PDF-")
    assert CANARIES["packet"].encode() in pdf


def test_no_content_shows_in_a_repr(made: MadeStore) -> None:
    session = made.sign_in(SPECIALIST)
    draft = new_form(session, "f" * 32, response=CANARIES["answer"])
    session.journal.append(draft, answer(CANARIES["draft"]))

    shown = repr(session.records.load(FORM, draft.record_id)) + repr(session.journal.rows(draft))

    assert CANARIES["answer"] not in shown
    assert CANARIES["draft"] not in shown
