"""What a signature forbids: a signed record takes only a change that amends it by number."""

from sqlalchemy import Connection, func, select

from desktop.errors import BugError, KnownError
from desktop.records.ids import RecordId
from desktop.storage.schema import SignOffRow


def signed_revision(connection: Connection, record_id: RecordId) -> int | None:
    """The newest signed revision of a record, None when nobody signed any."""
    query = select(func.max(SignOffRow.revision)).where(SignOffRow.record_id == record_id)
    return connection.execute(query).scalar()


def check_amends(signed: int | None, amends: int | None) -> None:
    """KnownError ``store.signed`` unless ``amends`` names the newest signed revision."""
    if signed is None and amends is not None:
        raise BugError("amends names a revision that nobody signed")
    if signed != amends:
        raise KnownError("store.signed")
