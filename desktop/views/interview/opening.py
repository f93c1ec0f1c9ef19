"""Everything that an interview screen needs at its start, read in one go on the worker."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.forms.earlier_answers import EarlierAnswer
from desktop.records.form_record import FormKind
from desktop.records.ids import RecordId
from desktop.records.site_contact import SiteContact
from desktop.services.alert_words import AlertWords, alert_words
from desktop.services.cases import CaseCard, case_card
from desktop.services.consents import consent_cards, needed
from desktop.services.further_plans import is_plan
from desktop.services.open_form import OpenForm, open_form
from desktop.services.ports import EpisodeRef
from desktop.services.read_earlier_answers import read_earlier_answers
from desktop.services.site_contacts import site_contacts
from desktop.services.staff_items import is_staff_form
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class Opened:
    """The form with the case around it."""

    form: OpenForm = field(repr=False)
    card: CaseCard
    consents_given: int
    consents_total: int
    contacts: tuple[SiteContact, ...]
    alerts: Mapping[str, AlertWords]
    """What staff read in each alert, by its code."""
    is_for_staff: bool = False
    """Whether the form is never put before the person."""
    is_plan: bool = False
    """Whether it is a safety plan: the person's own, from its first part to its last."""
    earlier: Mapping[str, tuple[EarlierAnswer, ...]] = field(default_factory=dict, repr=False)
    """Answers of other days that its questions may be offered, by linkId."""


def open_interview(
    work: Work, ref: EpisodeRef, kind: FormKind, record_id: RecordId | None = None
) -> Opened:
    """Open or resume the form. KnownErrors as in ``open_form``."""
    form = open_form(work, ref, kind, record_id)
    consents = needed(consent_cards(work, ref))
    own = work.library.own_name(form.questionnaire.url)
    return Opened(
        form,
        case_card(work, ref),
        sum(one.is_given for one in consents),
        len(consents),
        site_contacts(work),
        alert_words(work),
        is_staff_form(work, form.questionnaire),
        kind is FormKind.SAFETY_PLAN or is_plan(own or ""),
        read_earlier_answers(work, form),
    )
