"""The table that counts the seals of each data key."""

from sqlalchemy.orm import Mapped, mapped_column

from desktop.storage.schema import Base

_OPTIONS = {"sqlite_strict": True, "sqlite_with_rowid": False}


class KeySealRow(Base):
    """How many seals a data key may have made by now, sealed under that key itself."""

    __tablename__ = "key_seals"
    __table_args__ = _OPTIONS
    person_id: Mapped[str] = mapped_column(primary_key=True)
    compartment: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    sealed: Mapped[bytes] = mapped_column(repr=False)
