"""Who a response is about, who wrote it down and who said it: FHIR R4 references, opaque ids.

https://hl7.org/fhir/R4/questionnaireresponse.html (subject, encounter, author, source). No display
is written: a reference names nobody without the store.
"""

from desktop.forms.response_writing import JsonNode
from desktop.records.form_record import FormKind
from desktop.records.ids import StaffId
from desktop.services.draft_journal import DraftState

_SAID_BY_THE_PERSON = (FormKind.ASSESSMENT, FormKind.SAFETY_PLAN)
"""In the others a relative or staff may answer, which only the answers tell."""


def parties(state: DraftState, author: StaffId) -> JsonNode:
    """The members of a QuestionnaireResponse that say so."""
    person = {"reference": f"Patient/{state.draft.person_id}"}
    found: JsonNode = {
        "subject": person,
        "encounter": {"reference": f"Encounter/{state.started.episode_id}"},
        "author": {"reference": f"Practitioner/{author}"},
    }
    if state.started.kind in _SAID_BY_THE_PERSON:
        found["source"] = person
    return found
