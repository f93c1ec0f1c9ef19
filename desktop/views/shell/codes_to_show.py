"""From what a set-up made to the page that shows its codes once."""

from typing import TYPE_CHECKING

from desktop.views.entry.entry_states import CodesState

if TYPE_CHECKING:
    from desktop.services.ports import PrintQueue, SetUp, SetUpResult


def codes_to_show(
    result: "SetUpResult", wanted: "SetUp | None", queue: "PrintQueue | None"
) -> CodesState:
    """Names come from the answers of the set-up; ``queue`` is a printer that is ready."""
    names = {s.sign_in_name: s.display_name for s in wanted.staff} if wanted else {}
    enrolment = tuple(
        (names.get(sign_in_name, sign_in_name), sign_in_name, code)
        for sign_in_name, code in result.enrolment_codes.items()
    )
    return CodesState(
        tuple(result.recovery_codes),
        enrolment,
        wanted.hospital_name if wanted else "",
        queue.name if queue is not None else "",
        queue is not None and queue.keeps_files,
    )
