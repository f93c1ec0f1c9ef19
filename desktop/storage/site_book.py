"""The port ``SiteBook``: signed facts of the site, readable to every account."""

from collections.abc import Mapping, Sequence

from desktop.records.roles import StaffMember
from desktop.services.ports import Setting, TextApproval
from desktop.storage.administrator_facts import add_signed, held_facts
from desktop.storage.codec import decode, encode
from desktop.storage.opened_store import OpenedStore
from desktop.storage.session_keys import SessionKeys
from desktop.storage.site_facts import APPROVAL, SETTING


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
        return tuple(decode(fact.body, TextApproval) for fact in held_facts(self._store, APPROVAL))

    def approve(self, approval: TextApproval) -> None:
        """Add one. KnownError ``site.only-administrator``."""
        add_signed(self._store, self._keys, [(APPROVAL, encode(approval))])

    def staff(self) -> Sequence[StaffMember]:
        """Everyone certified, with valid certificates."""
        return self._store.staff()

    def settings(self) -> Mapping[str, str]:
        """Site settings by name, the newest of each; absent names have their defaults."""
        return site_settings(self._store)

    def change_setting(self, setting: Setting) -> None:
        """Set one from now on. KnownError ``site.only-administrator``."""
        add_signed(self._store, self._keys, [(SETTING, encode(setting))])


def site_settings(store: OpenedStore) -> Mapping[str, str]:
    """Site settings by name, also before anybody signs in."""
    settings = [decode(fact.body, Setting) for fact in held_facts(store, SETTING)]
    return {setting.name: setting.value for setting in settings}
