"""New recovery codes for old ones: the root is sealed to them, and the old ones open it no more."""

from sqlalchemy import update

from desktop.services.ports import NewRecoveryCodes, RecoveryCodes
from desktop.storage.codec import encode
from desktop.storage.crypto.certificates import ROOT
from desktop.storage.crypto.one_time_code import OneTimeCode
from desktop.storage.crypto.recovery import CODES, open_root, seal_root
from desktop.storage.opened_store import RECOVERY, OpenedStore
from desktop.storage.schema import MetaRow
from desktop.storage.site_facts import RECOVERY_RENEWED, add_fact
from desktop.storage.trust_writer import root_from


def make_codes(store: OpenedStore, codes: RecoveryCodes, asker: str) -> NewRecoveryCodes:
    """Three codes that open nothing yet. KnownErrors ``recovery.*``, ``code.*``."""
    root_from(store, codes, asker)
    one, two, three = (OneTimeCode.generate().text for _ in range(CODES))
    return NewRecoveryCodes((one, two, three))


def take_codes(store: OpenedStore, codes: RecoveryCodes, new: NewRecoveryCodes, asker: str) -> None:
    """From now on ``new`` are the codes. What was there before opens with the old ones in copies
    of the file that were made before, and nowhere else.

    The root signs that it happened; the log is emptied, so that the old wraps are gone.
    """
    root = root_from(store, codes, asker)
    hospital = store.trust.hospital
    one, two, three = (OneTimeCode.parse(code) for code in new.codes)
    sealed = seal_root(root, (one, two, three), hospital)
    open_root(sealed, one, three, hospital)  # read back before the old ones end
    with store.database.transaction() as connection:
        connection.execute(update(MetaRow).where(MetaRow.name == RECOVERY).values(value=sealed))
        now = encode(store.clock.now())
        add_fact(connection, hospital, RECOVERY_RENEWED, now, ROOT, root.signing)
    store.database.truncate_log()
