"""The answers of a set-up from a file: hospital, workstation, people, and how it is protected."""

from typing import Any

from desktop.errors import KnownError
from desktop.records.roles import Role
from desktop.services.ports import NewStaff, SetUp


def read_set_up(answers: dict[str, Any]) -> SetUp:
    """``{"hospital", "workstation", "staff": [{"signInName", "displayName", "role"}],
    "passphrase"}``; without a passphrase the keyring of the workstation is used.

    KnownError ``set-up.answers`` naming the first field that is missing or of the wrong kind.
    """
    staff = answers.get("staff")
    if not isinstance(staff, list):
        raise KnownError("set-up.answers", field="staff")
    passphrase = answers.get("passphrase")
    if passphrase is not None and not isinstance(passphrase, str):
        raise KnownError("set-up.answers", field="passphrase")
    return SetUp(
        hospital_name=_text(answers, "hospital", "hospital"),
        workstation_name=_text(answers, "workstation", "workstation"),
        staff=tuple(_person(one, f"staff[{at}]") for at, one in enumerate(staff)),
        passphrase=passphrase,
    )


def _person(one: object, where: str) -> NewStaff:
    if not isinstance(one, dict):
        raise KnownError("set-up.answers", field=where)
    role = _text(one, "role", f"{where}.role")
    if role not in list(Role):
        raise KnownError("set-up.answers", field=f"{where}.role")
    return NewStaff(
        _text(one, "signInName", f"{where}.signInName"),
        _text(one, "displayName", f"{where}.displayName"),
        Role(role),
    )


def _text(of: dict[str, Any], name: str, where: str) -> str:
    value = of.get(name)
    if not isinstance(value, str):
        raise KnownError("set-up.answers", field=where)
    return value
