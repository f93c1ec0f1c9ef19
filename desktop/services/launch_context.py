"""What a form may ask of the case around it (SDC launchContext), as minimal FHIR R4 resources.

http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-launchContext. A form gets what it
names and no more; nobody's legal name is among it.
"""

from collections.abc import Mapping

from desktop.forms.questionnaire import Questionnaire
from desktop.records.episode import Episode
from desktop.records.ids import PersonId, StaffId
from desktop.records.kinds import PERSON_IDENTITY
from desktop.services.episode_records import episode_of
from desktop.services.ports import EpisodeRef
from desktop.services.staff_names import staff_name
from desktop.services.work import Work

JsonNode = dict[str, object]


def launch_context(
    work: Work, ref: EpisodeRef, form: Questionnaire, user: StaffId
) -> Mapping[str, JsonNode]:
    """``patient``, ``user`` (who fills the form) and ``encounter``, where the form names them."""
    names = set(form.launch_contexts)
    found: dict[str, JsonNode] = {}
    if "patient" in names:
        found["patient"] = _patient(work, ref.person_id)
    if "user" in names:
        found["user"] = {
            "resourceType": "Practitioner",
            "id": user,
            "name": [{"text": staff_name(work, user)}],
        }
    if "encounter" in names:
        found["encounter"] = _encounter(episode_of(work, ref).value)
    return found


def reads_identity(form: Questionnaire) -> bool:
    """Whether filling it looks at the date of birth: such a look is in the audit trail."""
    return "patient" in form.launch_contexts


def _patient(work: Work, person_id: PersonId) -> JsonNode:
    """The date of birth where it is known; the gender is never asked here."""
    patient: JsonNode = {"resourceType": "Patient", "id": person_id}
    kept = next(iter(work.session.records.list_newest(PERSON_IDENTITY, person_id)), None)
    if kept is not None and kept.value.birth_date is not None:
        patient["birthDate"] = kept.value.birth_date.isoformat()
    return patient


def _encounter(episode: Episode) -> JsonNode:
    period = {"start": episode.arrived_at.isoformat()}
    if episode.closed_at is not None:
        period["end"] = episode.closed_at.isoformat()
    return {
        "resourceType": "Encounter",
        "id": episode.episode_id,
        "status": "finished" if episode.is_closed else "in-progress",
        "period": period,
    }
