"""The card by which workstations of a hospital know each other: written at one, read at another."""

from pathlib import Path

from desktop.records.audit_event import AuditAction
from desktop.records.hand_over import Workstation
from desktop.records.roles import Permission
from desktop.services.private_file import write_private
from desktop.services.work import Work
from desktop.user_files import read_file

_MOST_BYTES = 64 * 1024


def write_card(work: Work, file: Path) -> Workstation:
    """This workstation's card; it holds a name, an id and a public key.

    KnownErrors ``workstation.no-card``, ``hand-over.not-written``.
    """
    work.need(Permission.SET_SITE)
    write_private(file, work.session.hand_over_desk.card(), "hand-over.not-written")
    return work.session.hand_over_desk.here()


def read_card(work: Work, file: Path) -> Workstation:
    """Know another workstation from now on: cases go there and come from there.

    KnownErrors ``workstation.not-a-card``, ``workstation.own-card``, ``workstation.older-card``,
    ``cli.cannot-read``.
    """
    work.need(Permission.SET_SITE)
    known = work.session.hand_over_desk.take_card(read_file(file, _MOST_BYTES))
    work.audit(AuditAction.WORKSTATION_CARD_READ, known.workstation_id)
    return known


def save_card_in(work: Work, folder: Path) -> Path:
    """This workstation's card as a file of its own name; KnownErrors of :func:`write_card`."""
    here = work.session.hand_over_desk.here()
    file = folder / f"firstlight-{here.workstation_id[-8:]}.card"
    write_card(work, file)
    return file
