"""Community partners as data."""

import pytest

from desktop.directory.partners import read_partners
from desktop.errors import KnownError
from desktop.records.consent import Purpose
from desktop.resource_files import resources_dir


@pytest.mark.parametrize("group", ["demo", "hartford"])
def test_our_own_partners_have_known_purposes_and_both_languages(group: str) -> None:
    partners = read_partners((resources_dir() / "directory" / "partners.json").read_bytes(), group)

    assert len(partners) == 3
    for partner in partners:
        assert Purpose(partner.purpose)
        assert {"en", "es"} <= partner.what.keys()


def test_real_partners_come_without_numbers() -> None:
    for partner in read_partners((resources_dir() / "directory" / "partners.json").read_bytes()):
        assert not any(sign.isdigit() for sign in f"{partner.name}{partner.what}")


@pytest.mark.parametrize(
    "data",
    [b"", b"[]", b"{}", b'{"hartford": 3}', b'{"hartford": [{"name": ""}]}', b'{"demo": []}'],
)
def test_a_list_that_cannot_be_read_is_refused(data: bytes) -> None:
    with pytest.raises(KnownError) as refused:
        read_partners(data, "hartford")

    assert refused.value.message_id == "partners.not-readable"
