"""An invented form with signatures under a group and under the whole, and ink to sign with."""

from datetime import datetime
from typing import Any

from desktop.forms.instances import ItemKey
from desktop.forms.session import FormSession
from desktop.forms.signing import content_digest
from desktop.records.consent import ConsentMode
from desktop.records.form_signature import FormSignature
from desktop.records.ids import StaffId
from desktop.records.signature import Signature

Json = dict[str, Any]
Strokes = tuple[tuple[tuple[float, float, int, float], ...], ...]

REQUIRED = "http://hl7.org/fhir/StructureDefinition/questionnaire-signatureRequired"
PURPOSES = "urn:iso-astm:E1762-95:2013"
CONSENTS, WITNESSES = "1.2.840.10065.1.12.1.7", "1.2.840.10065.1.12.1.8"
STAFF = StaffId("a" * 32)
INK: Strokes = (((0.1, 0.6, 0, 0.5), (0.3, 0.2, 80, 0.75), (0.5, 0.6, 160, 0.5)),)
SLIP: Strokes = (((0.1, 0.6, 0, 0.5), (0.11, 0.6, 20, 0.5)),)


def signature_required(*codes: str) -> Json:
    """The extension that asks for a signature of each of these purposes."""
    coding = [{"system": PURPOSES, "code": code} for code in codes]
    return {"url": REQUIRED, "valueCodeableConcept": {"coding": coding}}


def question(link_id: str, text: str, **fields: Any) -> Json:
    """A yes or no."""
    return {"linkId": link_id, "type": "boolean", "text": text, **fields}


def rides_form(**fields: Any) -> Json:
    """Rides to appointments: a group that is signed when rides are wanted, and the form itself."""
    wanted = {"question": "wanted", "operator": "=", "answerBoolean": True}
    return {
        "resourceType": "Questionnaire",
        "url": "https://forms.example/rides",
        "version": "1.0.0",
        "title": "Rides to appointments",
        "status": "active",
        "extension": [signature_required(CONSENTS)],
        "item": [
            {
                "linkId": "ask",
                "type": "group",
                "text": "What you want",
                "item": [question("wanted", "Do you want rides?", required=True)],
            },
            {
                "linkId": "terms",
                "type": "group",
                "text": "How rides work",
                "extension": [signature_required(CONSENTS)],
                "enableWhen": [wanted],
                "item": [question("share", "May we give the driver your address?")],
            },
        ],
        **fields,
    }


SPANISH = {
    "Rides to appointments": "Viajes a las citas",
    "What you want": "Lo que usted quiere",
    "Do you want rides?": "¿Quiere viajes?",
    "How rides work": "Cómo son los viajes",
    "May we give the driver your address?": "¿Podemos dar su dirección al conductor?",
}
TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation"


def in_spanish_too(form: Json) -> Json:
    """The form with every text of its title and items in Spanish beside it."""
    translated = dict(form)
    for name in ("title", "text"):
        if name in form:
            parts = [
                {"url": "lang", "valueCode": "es"},
                {"url": "content", "valueString": SPANISH[form[name]]},
            ]
            extension = {"url": TRANSLATION, "extension": parts}
            translated[f"_{name}"] = {"extension": [extension]}
    if "item" in form:
        translated["item"] = [in_spanish_too(one) for one in form["item"]]
    return translated


def signed(
    session: FormSession,
    target: str = "",
    *,
    at: datetime,
    role: str = CONSENTS,
    mode: ConsentMode = ConsentMode.SIGNED,
    strokes: Strokes = INK,
    name: str = "Sam Sample",
    witness: str = "",
    taken_by: StaffId = STAFF,
) -> FormSignature:
    """A signature under ``target`` as it is now."""
    drawn = None if mode is ConsentMode.VERBAL else Signature(strokes, at, "Bay 4")
    return FormSignature(
        target=ItemKey(target),
        role=role,
        mode=mode,
        printed_name=name,
        signature=drawn,
        signed_at=at,
        workstation="Bay 4",
        recorded_by=taken_by,
        content=content_digest(session, ItemKey(target)),
        witness=witness,
    )
