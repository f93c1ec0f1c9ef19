"""Names of colleagues, for lists and review."""

from desktop.records.ids import StaffId
from desktop.services.work import Work


def staff_name(work: Work, staff_id: StaffId) -> str:
    """The display name of a colleague; empty when the person is no longer certified."""
    for member in work.session.site.staff():
        if member.staff_id == staff_id:
            return member.display_name
    return ""
