"""The port ``StoreGate``: the door to one data folder, for one process."""

from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path

from desktop.clock import Clock, IdSource
from desktop.errors import BugError, KnownError
from desktop.services.ports import SetUp, SetUpResult, StoreCondition, StoreGate
from desktop.storage.backup_desk import SealedBackupDesk
from desktop.storage.ballast import BALLAST_BYTES, Ballast
from desktop.storage.census import missed_records
from desktop.storage.closed_watch import keep_closed, note_growth
from desktop.storage.crypto.audit_chain import ChainHead
from desktop.storage.crypto.hpke_wrap import PublicKey
from desktop.storage.crypto.kdf_calibration import calibrate
from desktop.storage.crypto.keyring_port import Keyring, StoreKeyring, check_keyring
from desktop.storage.crypto.password_kdf import KdfCost
from desktop.storage.crypto.site_secret import SiteSecret
from desktop.storage.engine import Database
from desktop.storage.gate_keyring import GateKeyring
from desktop.storage.lending import clear_over
from desktop.storage.made_here import clear_left
from desktop.storage.migrations import migrate
from desktop.storage.network_share import MOUNT_TABLE
from desktop.storage.opened_store import (
    SEALED_BY_DEVICE,
    OpenedStore,
    find_meta,
    open_store,
)
from desktop.storage.phrase_door import PhraseDoor
from desktop.storage.session import SealedSession
from desktop.storage.set_up import found_store, plan_founding
from desktop.storage.set_up_check import check_set_up
from desktop.storage.sign_in import Door
from desktop.storage.site_book import site_settings
from desktop.storage.store_folder import StoreFolder, create_private_file
from desktop.storage.structure import check_header, check_schema
from desktop.storage.throttle import Throttle
from desktop.storage.tries_watch import open_throttle
from desktop.storage.unfinished import Unfinished
from desktop.storage.workstations import place_of


def open_gate(
    data_dir: Path,
    clock: Clock,
    ids: IdSource,
    *,
    keyring: Callable[[], Keyring] | None = None,
    kdf: KdfCost | None = None,
    mount_table: Path = MOUNT_TABLE,
    ballast_bytes: int | None = None,
) -> StoreGate:
    """The door to ``data_dir``; nothing is read or written yet.

    ``keyring`` makes the system's keyring when it is first needed (None: there is none). ``kdf``
    is for tests only: it fixes the cost of passwords and then allows costs below the floor;
    without it the cost is measured at set-up. ``mount_table`` is where Linux lists its mounts.
    ``ballast_bytes`` are held back for the last save: 16 MiB, and none where ``kdf`` is given.
    """
    if ballast_bytes is None:
        ballast_bytes = BALLAST_BYTES if kdf is None else 0
    folder, ballast = StoreFolder(data_dir, mount_table), Ballast(data_dir, ballast_bytes)
    return SealedStoreGate(folder, clock, ids, keyring, kdf, ballast)


class SealedStoreGate:
    """One data folder: absent, locked or open."""

    def __init__(
        self,
        folder: StoreFolder,
        clock: Clock,
        ids: IdSource,
        keyring: Callable[[], Keyring] | None,
        kdf: KdfCost | None,
        ballast: Ballast,
    ) -> None:
        self._folder = folder
        self._ballast = ballast
        self._clock = clock
        self._ids = ids
        self._keyring = GateKeyring(keyring)
        self._kdf = kdf
        self._store: OpenedStore | None = None
        self._entries: StoreKeyring | None = None
        self._throttle: Throttle | None = None
        self._secret: SiteSecret | None = None
        self._unfinished: Unfinished | None = None

    @property
    def data_dir(self) -> Path:
        """The folder given at start."""
        return self._folder.path

    def condition(self) -> StoreCondition:
        """Look without changing; what can be wrong with the folder or file is a KnownError."""
        if self._store is None:
            if not self._folder.has_store():
                return StoreCondition.ABSENT
            self._open()
        return StoreCondition.LOCKED if self._secret is None else StoreCondition.OPEN

    def keyring_available(self) -> bool:
        """Whether this workstation has a keyring that keeps what it is given."""
        try:
            check_keyring(self._keyring.system())
        except KnownError:
            return False
        return True

    def set_up(self, wanted: SetUp) -> SetUpResult:
        """Make the store and put it into its place at once. Nothing stays when it fails.

        KnownErrors ``store.already-there``, ``set-up.*``, ``password.*``, ``keyring.*`` and what
        can be wrong with a folder.
        """
        result = self.begin_set_up(wanted)
        self.finish_set_up()
        return result

    def begin_set_up(self, wanted: SetUp) -> SetUpResult:
        """Make the whole store beside its place; KnownErrors as for :meth:`set_up`.

        It becomes the store in :meth:`finish_set_up`. Closed or killed before, it never was:
        the codes of this result open nothing then.
        """
        if self.condition() is not StoreCondition.ABSENT:
            raise KnownError("store.already-there")
        check_set_up(wanted)
        store_id = self._ids.new_id()
        with ExitStack() as undo:
            if self._folder.make():
                undo.callback(self._folder.remove_if_empty)
            self._folder.lock()
            undo.callback(self._folder.remove_lock)
            self._clear_leftovers()
            path = self._folder.unfinished(store_id, has_device_key=wanted.passphrase is None)
            undo.callback(self._folder.clear_leftovers)
            # Before the key: a kill leaves no key that nothing tells of.
            create_private_file(path)
            device = (
                self._keyring.make_device_key(store_id, undo) if wanted.passphrase is None else None
            )
            result, secret = self._found(wanted, store_id, device, path)
            self._unfinished = Unfinished(path, secret, undo.pop_all())
        return result

    def finish_set_up(self) -> None:
        """Rename what :meth:`begin_set_up` made and open it. Nothing stays when it fails."""
        if self._unfinished is None:
            raise BugError("no set-up has begun")
        unfinished, self._unfinished = self._unfinished, None
        with unfinished.undo as undo:
            self._folder.put_in_place(unfinished.path)
            undo.callback(self._folder.database.unlink, missing_ok=True)
            self._open()
            undo.pop_all()
        self._secret = unfinished.secret

    def clear_unfinished(self) -> None:
        """Remove what a set-up that was killed left, its key in the keyring included.

        KnownError ``store.in-use`` while another process is at that set-up.
        """
        if self._unfinished is not None or not self._folder.has_leftovers():
            return
        self._folder.lock()
        self._clear_leftovers()
        self._folder.remove_lock()

    def unlock(self, passphrase: str) -> None:
        """Open the site secret; see :meth:`PhraseDoor.open` for what is refused and how."""
        store = self._need_store()
        if self._secret is None and self._throttle is not None:
            door = PhraseDoor(store, self._throttle, place_of(store))
            self._secret = door.open(passphrase, allow_weak=self._kdf is not None)

    def site_names(self) -> tuple[str, str, bool]:
        """Hospital, workstation and is-demo, before sign-in."""
        site = self._need_store().site
        return site.hospital_name, site.workstation_name, site.is_demo

    def enrol(self, sign_in_name: str, code: str, password: str, pin: str) -> None:
        """Use a one-time code to choose a password and a PIN; the code is spent."""
        self._door().enrol(sign_in_name, code, password, pin)

    def sign_in(self, sign_in_name: str, password: str) -> SealedSession:
        """A session; see :meth:`Door.sign_in` for what is refused and how."""
        return self._door().sign_in(sign_in_name, password)

    def backups(self) -> SealedBackupDesk:
        """Backups by the app itself, checked without anybody's keys."""
        return SealedBackupDesk(self._need_store())

    def site_setting(self, name: str) -> str:
        """A setting that an administrator signed; "" when it is not set."""
        return site_settings(self._need_store()).get(name, "")

    def close(self) -> None:
        """Close the file and give the folder back; a set-up that was not finished never was."""
        if self._unfinished is not None:
            self._unfinished.undo.close()
            self._unfinished = None
        if self._store is not None:
            keep_closed(self._store, self._entries)
            self._store.database.close()
        self._store = None
        self._throttle = None
        self._secret = None
        self._folder.unlock()

    def _open(self) -> None:
        with ExitStack() as undo:
            check_header(self._folder.database)
            self._folder.lock()
            undo.callback(self._folder.unlock)
            self._folder.close_to_others()
            clear_left(self._folder.path)
            database = Database(self._folder.database, self._ballast)
            undo.callback(database.close)
            with database.transaction() as connection:
                migrate(connection)
                check_schema(connection)
                by_device = find_meta(connection, SEALED_BY_DEVICE)
            store = open_store(database, self._clock, self._ids)
            anchor, entries = None, None
            if by_device is not None:
                entries = self._keyring.of_enrolled(store.site.store_id)
                secret = self._keyring.opened(entries, place_of(store), by_device)
                anchor, self._secret = entries.anchor(), secret
            with database.transaction() as connection:
                store.watch.start(connection, store.trust, anchor)
                missed = missed_records(connection, store)
            store.watch.miss_records(missed, store.chain.head().count)
            # Killed before the log was emptied, a start finishes it; a full disk may still be read.
            with suppress(KnownError):
                database.truncate_log()
                clear_over(store)
            undo.pop_all()
        self._store = store
        self._entries = entries
        note_growth(store, entries)
        self._throttle = open_throttle(store, entries)
        self._ballast.make()

    def _clear_leftovers(self) -> None:
        self._keyring.forget(self._folder.leftover_keys())
        self._folder.clear_leftovers()

    def _found(
        self, wanted: SetUp, store_id: str, device: PublicKey | None, path: Path
    ) -> tuple[SetUpResult, SiteSecret]:
        founding = plan_founding(
            wanted,
            self._clock,
            self._ids,
            cost=self._kdf or (KdfCost() if wanted.is_demo else calibrate()),
            store_id=store_id,
            device=device,
            allow_weak=self._kdf is not None,
        )
        database = Database(path)
        try:
            found_store(database, founding)
        finally:
            database.close()
        return founding.result(), founding.secret

    def _need_store(self) -> OpenedStore:
        self.condition()
        if self._store is None:
            raise KnownError("store.absent")
        return self._store

    def _door(self) -> Door:
        store = self._need_store()
        if self._secret is None or self._throttle is None:
            raise KnownError("store.locked")
        return Door(store, self._throttle, self._secret, self._keep_anchor, self._kdf is not None)

    def _keep_anchor(self, head: ChainHead) -> None:
        """In keyring mode remember outside the file how long the audit chain is.

        Not while the store is too old: what was seen of the newer one must not be forgotten.
        """
        if self._store is None or self._store.watch.missed:
            return
        with self._store.database.transaction() as connection:
            if find_meta(connection, SEALED_BY_DEVICE) is None:
                return
        # A keyring that is locked now leaves the older anchor, which detects less but still holds.
        with suppress(KnownError):
            self._keyring.of(self._store.site.store_id).keep_anchor(head)
