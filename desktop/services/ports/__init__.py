"""What the use cases need of the outside: the sealed store, paper, printers. Protocols only.

All store calls run on the one storage worker. Every method may raise KnownError when the world
fails (disk, damage, another's change); nothing is half-done then.
"""

from desktop.services.ports.audit_reader import AuditLine, AuditReader
from desktop.services.ports.audit_trail import AuditTrail
from desktop.services.ports.backup_desk import (
    Backup,
    BackupDesk,
    BackupDone,
    BackupFacts,
    BackupLog,
    BackupRun,
    BackupTry,
    CarriedOver,
    DrillReport,
    KeptStore,
    Restored,
)
from desktop.services.ports.caseload import Caseload, LoadedCaseload, Report
from desktop.services.ports.erasure_desk import ErasureDesk
from desktop.services.ports.form_shelf import (
    FormShelf,
    FormStand,
    FormStanding,
    LicenceConfirmation,
    LoadedForm,
    family_of,
)
from desktop.services.ports.gate import SetUp, SetUpResult, StoreCondition, StoreGate
from desktop.services.ports.glass_desk import GlassDesk, Loan
from desktop.services.ports.hand_over_desk import Arriving, HandOverDesk, HandOverFile
from desktop.services.ports.journal import DraftRef, Journal, JournalKind, JournalRow
from desktop.services.ports.key_desk import KeyDesk, PendingKey
from desktop.services.ports.packet_store import (
    PacketContent,
    PacketState,
    PacketStatus,
    PacketStore,
)
from desktop.services.ports.paper import PageImage, Paper, RenderedPacket
from desktop.services.ports.printers import Printers, PrintQueue
from desktop.services.ports.restore_desk import RestoreDesk, RestoreLook, StoreHere
from desktop.services.ports.revisions import EpisodeRef, RecordStore, Revision
from desktop.services.ports.rollback_desk import RollbackAlarm, RollbackDesk, SecondPerson
from desktop.services.ports.session import SecretsChange, Session
from desktop.services.ports.sign_offs import SignOff, SignOffs
from desktop.services.ports.site_book import Setting, SiteBook, TextApproval
from desktop.services.ports.staff_desk import (
    NewCode,
    NewRecoveryCodes,
    NewStaff,
    RecoveryCodes,
    ReEnrolment,
    StaffDesk,
    StaffEntry,
    StaffStanding,
)
from desktop.services.ports.store_report import (
    KeyringSaid,
    NotWhole,
    StoreProblem,
    StoreReport,
    StoreStats,
    Tell,
    tell_nobody,
)
from desktop.services.ports.workstations import AnotherWorkstation, MadeWorkstation

__all__ = [
    "AnotherWorkstation",
    "Arriving",
    "AuditLine",
    "AuditReader",
    "AuditTrail",
    "Backup",
    "BackupDesk",
    "BackupDone",
    "BackupFacts",
    "BackupLog",
    "BackupRun",
    "BackupTry",
    "CarriedOver",
    "Caseload",
    "DraftRef",
    "DrillReport",
    "EpisodeRef",
    "ErasureDesk",
    "FormShelf",
    "FormStand",
    "FormStanding",
    "GlassDesk",
    "HandOverDesk",
    "HandOverFile",
    "Journal",
    "JournalKind",
    "JournalRow",
    "KeptStore",
    "KeyDesk",
    "KeyringSaid",
    "LicenceConfirmation",
    "LoadedCaseload",
    "LoadedForm",
    "Loan",
    "MadeWorkstation",
    "NewCode",
    "NewRecoveryCodes",
    "NewStaff",
    "NotWhole",
    "PacketContent",
    "PacketState",
    "PacketStatus",
    "PacketStore",
    "PageImage",
    "Paper",
    "PendingKey",
    "PrintQueue",
    "Printers",
    "ReEnrolment",
    "RecordStore",
    "RecoveryCodes",
    "RenderedPacket",
    "Report",
    "RestoreDesk",
    "RestoreLook",
    "Restored",
    "Revision",
    "RollbackAlarm",
    "RollbackDesk",
    "SecondPerson",
    "SecretsChange",
    "Session",
    "SetUp",
    "SetUpResult",
    "Setting",
    "SignOff",
    "SignOffs",
    "SiteBook",
    "StaffDesk",
    "StaffEntry",
    "StaffStanding",
    "StoreCondition",
    "StoreGate",
    "StoreHere",
    "StoreProblem",
    "StoreReport",
    "StoreStats",
    "Tell",
    "TextApproval",
    "family_of",
    "tell_nobody",
]
