"""The port ``SiteBook``: signed facts of the site, readable to every account."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.errors import KnownError
from desktop.records.roles import Role, StaffMember
from desktop.services.ports import TextApproval
from desktop.storage.codec import decode, encode
from desktop.storage.opened_store import OpenedStore
from desktop.storage.session_keys import SessionKeys
from desktop.storage.site_facts import APPROVAL, SETTING, SignedFact, add_fact, read_facts


@dataclass(frozen=True, slots=True)
class Setting:
    """One site setting as an administrator set it."""

    name: str
    value: str


class SignedSiteBook:
    """The site's facts; only an administrator adds any."""

    def __init__(self, store: OpenedStore, keys: SessionKeys) -> None:
        self._store = store
        self._keys = keys

    @property
    def hospital_name(self) -> str:
        """As given at set-up."""
        return self._store.site.hospital_name

    @property
    def workstation_name(self) -> str:
        """As given at set-up."""
        return self._store.site.workstation_name

    @property
    def is_demo(self) -> bool:
        """Whether this store holds invented people only."""
        return self._store.site.is_demo

    def approvals(self) -> Sequence[TextApproval]:
        """All approvals whose administrator signature holds, oldest first."""
        return tuple(decode(fact.body, TextApproval) for fact in self._facts(APPROVAL))

    def approve(self, approval: TextApproval) -> None:
        """Add one. KnownError ``site.only-administrator``."""
        self._add(APPROVAL, encode(approval))

    def staff(self) -> Sequence[StaffMember]:
        """Everyone certified, with valid certificates."""
        return self._store.staff()

    def settings(self) -> Mapping[str, str]:
        """Site settings by name, the newest of each; absent names have their defaults."""
        settings = [decode(fact.body, Setting) for fact in self._facts(SETTING)]
        return {setting.name: setting.value for setting in settings}

    def change_setting(self, setting: Setting) -> None:
        """Set one from now on. KnownError ``site.only-administrator``."""
        self._add(SETTING, encode(setting))

    def _add(self, kind: str, body: bytes) -> None:
        me = self._keys.me
        if me.role is not Role.ADMINISTRATOR:
            raise KnownError("site.only-administrator")
        hospital = self._store.trust.hospital
        with self._store.database.transaction() as connection:
            add_fact(connection, hospital, kind, body, me.staff_id, self._keys.signing)

    def _facts(self, kind: str) -> list[SignedFact]:
        """An unsigned or foreign fact counts for nothing: the gate that asks stays shut."""
        administrators = {
            each.staff_id for each in self._store.staff() if each.role is Role.ADMINISTRATOR
        }
        with self._store.database.transaction() as connection:
            facts = read_facts(connection, kind)
        return [
            fact
            for fact in facts
            if fact.signer in administrators and fact.holds(self._store.trust)
        ]
