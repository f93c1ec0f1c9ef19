"""The signatures of a form under review: under which part, by whom, taken by which of the staff."""

from dataclasses import dataclass, field

from desktop.forms.questionnaire import LocalText
from desktop.forms.session import FormSession
from desktop.records.form_record import FormRecord
from desktop.records.form_signature import FormSignature
from desktop.records.ids import RecordId
from desktop.services.staff_names import staff_name
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """One signature as it was when the form was completed. ``part`` is what it covers."""

    form_id: RecordId
    part: LocalText
    signature: FormSignature = field(repr=False)
    taken_by: str


def signature_lines(
    work: Work, record: FormRecord, session: FormSession
) -> tuple[SignatureLine, ...]:
    """Every signature of one form, in reading order, those under the whole form last."""
    form, order = session.questionnaire, list(session.tree.by_key)

    def place(signature: FormSignature) -> int:
        return order.index(signature.target) if signature.target in order else len(order)

    def part(signature: FormSignature) -> LocalText:
        instance = session.tree.by_key.get(signature.target)
        text = form.title if instance is None else instance.item.text
        return text if text.base.strip() else form.title

    return tuple(
        SignatureLine(record.form_id, part(one), one, staff_name(work, one.recorded_by))
        for one in sorted(record.signatures, key=place)
    )
