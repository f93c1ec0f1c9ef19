"""A further workstation of the hospital, made from a backup of one that there is.

The two share the hospital root, the people with their passwords, the compartment keys, the forms
and the settings: those are signed or sealed papers of the hospital, and come along as they are.
What belongs to one workstation is made anew: its id and store id, its device key or passphrase,
its own key for hand-over files, its audit chain and so its anchors. **No case comes along**: each
is at one workstation at a time, and moves by a hand-over file. Who is erased or held is known.

It takes two recovery codes, because only the hospital root signs workstations; the root also opens
the copy of the site secret that lies sealed to it, so that every password stays what it is. From
then on each of the two lives on by itself: who is added or revoked at one is not at the other.
"""

from collections.abc import Callable
from contextlib import ExitStack, closing
from pathlib import Path

from sqlalchemy import Connection, insert, select

from desktop.clock import Clock, IdSource
from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction, AuditEvent
from desktop.services.ports import AnotherWorkstation, MadeWorkstation, NotWhole, Tell
from desktop.storage.codec import encode
from desktop.storage.crypto.certificates import ROOT
from desktop.storage.crypto.identity import Identity
from desktop.storage.crypto.keyring_port import Keyring
from desktop.storage.crypto.password_policy import load_common_passwords, password_problems
from desktop.storage.crypto.site_secret import FIRST_SITE_EPOCH, SiteSecret
from desktop.storage.crypto.workstation_secret import WorkstationPlace
from desktop.storage.engine import Database
from desktop.storage.gate_keyring import GateKeyring
from desktop.storage.made_beside import made_beside
from desktop.storage.made_here import RESTORE, private_folder
from desktop.storage.migrations import migrate
from desktop.storage.opened_store import (
    RECOVERY,
    ROOT_PUBLIC,
    SEALED_BY_DEVICE,
    SEALED_BY_PHRASE,
    OpenedStore,
    find_meta,
    open_store,
    read_meta,
)
from desktop.storage.restore import NOBODY, check_backup
from desktop.storage.rollback_watch import SEEN
from desktop.storage.schema import (
    Base,
    CertificateRow,
    CompartmentRow,
    EnrolmentRow,
    GrantRow,
    MetaRow,
    PersonLogRow,
    SiteFactRow,
    TrustLogRow,
    UserBlobRow,
)
from desktop.storage.site_facts import SITE, SiteStatement, add_fact
from desktop.storage.store_folder import StoreFolder, create_private_file
from desktop.storage.structure import create_schema
from desktop.storage.throttle import UNKNOWN_ACCOUNT
from desktop.storage.trust_writer import root_from
from desktop.storage.workstations import (
    SEALED_TO_ROOT,
    WORKSTATION_KEY,
    Card,
    add_card,
    found_keys,
    own_key,
    place_of,
    read_cards,
    write_card,
)

_SHARED: tuple[type[Base], ...] = (
    CertificateRow,
    TrustLogRow,
    PersonLogRow,
    UserBlobRow,
    EnrolmentRow,
    CompartmentRow,
    GrantRow,
    SiteFactRow,
)
"""Papers and keys of the hospital, row for row."""
_LONGEST_NAME = 80


def set_up_another(
    data_dir: Path,
    clock: Clock,
    ids: IdSource,
    wanted: AnotherWorkstation,
    tell: Tell,
    *,
    keyring: Callable[[], Keyring] | None = None,
    allow_weak: bool = False,
) -> MadeWorkstation:
    """Make the store of ``data_dir``, which must have none; nothing stays when it fails.

    KnownErrors ``store.already-there``, ``workstation.*``, ``recovery.*``, ``code.*``,
    ``password.*``, ``keyring.*``, ``rollback.wait`` for a backup in an alarm, and those of
    :func:`check_backup`.
    """
    if not wanted.name.strip() or len(wanted.name) > _LONGEST_NAME:
        raise KnownError("workstation.no-name")
    with ExitStack() as undo:
        with made_beside(data_dir) as here, ExitStack() as opened:
            folder = StoreFolder(here)
            folder.make()
            copy = opened.enter_context(private_folder(here / RESTORE))
            _, report = check_backup(wanted.backup, copy, None, tell)
            if not report.is_whole:
                raise NotWhole(report.problems)
            source = opened.enter_context(closing(Database(copy / "store.db")))
            with source.transaction() as connection:
                migrate(connection)
            store = open_store(source, clock, ids)
            plan = _Plan(store, wanted, clock, ids)
            sealed = plan.sealed(GateKeyring(keyring), undo, allow_weak=allow_weak)
            create_private_file(folder.database)
            made = plan.write(folder.database, sealed)
        undo.pop_all()
    return made


class _Plan:
    """One further workstation, while it is made."""

    def __init__(
        self, store: OpenedStore, wanted: AnotherWorkstation, clock: Clock, ids: IdSource
    ) -> None:
        self._store = store
        self._wanted = wanted
        self._clock = clock
        self._ids = ids
        with store.database.transaction() as connection:
            if find_meta(connection, SEEN) is not None:
                raise KnownError("rollback.wait")
            for_root = find_meta(connection, SEALED_TO_ROOT)
        if for_root is None:
            raise KnownError("workstation.no-root-copy")
        self._root: Identity = root_from(store, wanted.codes, UNKNOWN_ACCOUNT)
        self._secret: SiteSecret = place_of(store).open_with_root(for_root, self._root.exchange)
        self.site = SiteStatement(
            store_id=ids.new_id(),
            workstation_id=ids.new_id(),
            hospital_name=store.site.hospital_name,
            workstation_name=wanted.name.strip(),
            is_demo=store.site.is_demo,
            kdf=store.site.kdf,
        )
        self._place = WorkstationPlace(
            store.trust.hospital, self.site.workstation_id, FIRST_SITE_EPOCH
        )

    def sealed(
        self, keyring: GateKeyring, undo: ExitStack, *, allow_weak: bool
    ) -> tuple[str, bytes]:
        """The site secret as this workstation keeps it; ``undo`` forgets a key that was made."""
        phrase = self._wanted.passphrase
        if phrase is None:
            device = keyring.make_device_key(self.site.store_id, undo)
            return SEALED_BY_DEVICE, self._place.seal_to_device(self._secret, device)
        words = (self.site.hospital_name, self.site.workstation_name)
        problems = password_problems(phrase, common=load_common_passwords(), words=words)
        if problems:
            raise KnownError(problems[0])
        cost = self.site.kdf
        return SEALED_BY_PHRASE, self._place.seal_with_passphrase(
            self._secret, phrase, cost, allow_weak=allow_weak
        )

    def write(self, path: Path, sealed: tuple[str, bytes]) -> MadeWorkstation:
        """The whole store into an empty file, and its first audit entry."""
        with closing(Database(path)) as database:
            with database.transaction() as connection:
                create_schema(connection)
                with self._store.database.transaction() as before:
                    self._copy(before, connection, sealed)
                    card = self._sign(before, connection)
            made = open_store(database, self._clock, self._ids)
            added = AuditEvent(
                AuditAction.WORKSTATION_ADDED,
                NOBODY,
                self._clock.now(),
                self.site.workstation_id,
                self._store.site.workstation_id,
            )
            made.chain.append(added)
            with database.transaction() as connection:
                file = write_card(connection, card.workstation_id)
            database.truncate_log()
        return MadeWorkstation(card.workstation, file)

    def _copy(self, before: Connection, connection: Connection, sealed: tuple[str, bytes]) -> None:
        meta = {name: read_meta(before, name) for name in (ROOT_PUBLIC, RECOVERY)}
        meta[sealed[0]] = sealed[1]
        rows = [{"name": name, "value": value} for name, value in meta.items()]
        connection.execute(insert(MetaRow), rows)
        for table in _SHARED:
            columns = table.__table__
            found = before.execute(select(columns).order_by(*columns.primary_key)).mappings()
            copied = [dict(row) for row in found]
            if copied:
                connection.execute(insert(table), copied)

    def _sign(self, before: Connection, connection: Connection) -> Card:
        """The root says who this is; and who the other is, where it has no card yet."""
        store, root, hospital = self._store, self._root, self._store.trust.hospital
        add_fact(connection, hospital, SITE, encode(self.site), ROOT, root.signing)
        now, other = self._clock.now(), store.site
        cards = read_cards(before, store.trust)
        if other.workstation_id not in cards and find_meta(before, WORKSTATION_KEY) is not None:
            theirs = Card(
                workstation_id=other.workstation_id,
                name=other.workstation_name,
                exchange=own_key(before, store, self._secret).public.raw,
                made_at=now,
            )
            add_card(connection, hospital, theirs, root.signing)
        pair = found_keys(connection, self._place, self.site, self._secret, root, now)
        return Card(
            workstation_id=self.site.workstation_id,
            name=self.site.workstation_name,
            exchange=pair.public.raw,
            made_at=now,
        )
