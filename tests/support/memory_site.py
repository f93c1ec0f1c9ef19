"""The facts and the loaded forms of a site in memory."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from desktop.errors import BugError, KnownError
from desktop.records.roles import Role, StaffMember
from desktop.services.ports import FormStand, LoadedForm, Setting, TextApproval

if TYPE_CHECKING:
    from tests.support.memory_session import MemoryStore


class MemorySite:
    """SiteBook in memory."""

    def __init__(self, store: "MemoryStore") -> None:
        self._store = store

    @property
    def hospital_name(self) -> str:
        """An invented hospital."""
        return "Mockingbird General"

    @property
    def workstation_name(self) -> str:
        """An invented workstation."""
        return "ED-CART-04"

    @property
    def is_demo(self) -> bool:
        """As the store was made."""
        return self._store.is_demo

    def approvals(self) -> Sequence[TextApproval]:
        """All approvals."""
        return tuple(self._store.approvals)

    def approve(self, approval: TextApproval) -> None:
        """Add one."""
        self._store.approvals.append(approval)

    def staff(self) -> Sequence[StaffMember]:
        """Everyone."""
        return tuple(self._store.staff)

    def change_setting(self, setting: Setting) -> None:
        """Set one."""
        self._store.settings[setting.name] = setting.value

    def settings(self) -> Mapping[str, str]:
        """Site settings by name."""
        return dict(self._store.settings)


class MemoryForms:
    """FormShelf in memory: only an administrator adds."""

    def __init__(self, store: "MemoryStore", me: StaffMember) -> None:
        self._store = store
        self._me = me

    def forms(self) -> Sequence[LoadedForm]:
        """All loaded forms, oldest first."""
        return tuple(form for form, _ in self._store.forms)

    def standings(self) -> Mapping[str, FormStand]:
        """The newest standing of each."""
        return {one.content_hash: one for one in self._store.stands}

    def bytes_of(self, content_hash: str) -> bytes | None:
        """The exact file."""
        files = {form.content_hash: data for form, data in self._store.forms}
        return files.get(content_hash)

    def keep(self, form: LoadedForm, data: bytes) -> None:
        """Add one."""
        self._need_administrator()
        if hashlib.sha256(data).hexdigest() != form.content_hash:
            raise BugError("a form whose hash is not its own")
        self._store.forms.append((form, data))

    def stand(self, stands: Sequence[FormStand]) -> None:
        """Change standings."""
        self._need_administrator()
        self._store.stands.extend(stands)

    def _need_administrator(self) -> None:
        if self._me.role is not Role.ADMINISTRATOR:
            raise KnownError("site.only-administrator")
