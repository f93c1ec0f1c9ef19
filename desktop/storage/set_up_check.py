"""Whether the answers of a set-up can make a store that works."""

from desktop.errors import KnownError
from desktop.records.roles import Role
from desktop.services.ports import NewStaff, SetUp
from desktop.storage.crypto.password_policy import load_common_passwords, password_problems
from desktop.storage.staff_names import normal_name

NEEDED_ROLES = (Role.ADMINISTRATOR, Role.SPECIALIST, Role.NURSE_MANAGER, Role.PACKET_DESK)


def check_person(new: NewStaff) -> None:
    """Return when the names will do. KnownError ``set-up.name-empty``."""
    if not new.sign_in_name.strip() or not new.display_name.strip():
        raise KnownError("set-up.name-empty")


def check_set_up(wanted: SetUp) -> None:
    """Return when the answers will do.

    KnownErrors ``set-up.role-missing.<role>``, ``set-up.name-empty``, ``set-up.name-twice``,
    ``password.*`` for the workstation's passphrase (not in a demo, which shows it).
    """
    texts = [wanted.hospital_name, wanted.workstation_name]
    texts += [name for each in wanted.staff for name in (each.sign_in_name, each.display_name)]
    if not all(text.strip() for text in texts):
        raise KnownError("set-up.name-empty")
    names = {normal_name(each.sign_in_name) for each in wanted.staff}
    if len(names) < len(wanted.staff):
        raise KnownError("set-up.name-twice")
    roles = {each.role for each in wanted.staff}
    for role in NEEDED_ROLES:
        if role not in roles:
            raise KnownError(f"set-up.role-missing.{role.value}")
    if wanted.passphrase is None or (wanted.is_demo and wanted.passphrase):
        return
    words = (wanted.hospital_name, wanted.workstation_name)
    common = load_common_passwords()
    problems = password_problems(wanted.passphrase, common=common, words=words)
    if problems:
        raise KnownError(problems[0])
