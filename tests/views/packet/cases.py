"""Cases of invented people that a packet can be made for."""

from desktop.records.consent import ConsentMode, ConsentType
from desktop.records.form_record import FormKind
from desktop.services.consent_document import consent_document, default_scope
from desktop.services.ports import EpisodeRef
from desktop.services.sign_consent import sign_consent
from tests.services.bench import ROSA, Bench
from tests.services.filling import HOUSING, completed
from tests.services.test_consents import INK, NAME

PLAN_WORDS = "Stay with my aunt in Exampleton until Sunday"


def assessed(bench: Bench, *, language: str = "en") -> EpisodeRef:
    """Somebody who needs a place to live and somebody to talk with."""
    ref = bench.new_case(language=language)
    completed(bench.work_as(ROSA), ref, **{HOUSING: "yes", "how-you-are.talk": "yes"})
    return ref


def planned(bench: Bench, desk_may_print: str = "no") -> EpisodeRef:
    """The same person with a safety plan wanted as a page."""
    ref = assessed(bench)
    said = {
        "check-in.paper": "full-page",
        "threat.first": PLAN_WORDS,
        "check-in.desk-may-print": desk_may_print,
    }
    completed(bench.work_as(ROSA), ref, FormKind.SAFETY_PLAN, **said)
    return ref


def consented(bench: Bench, ref: EpisodeRef) -> str:
    """A signed release to the first partner; its name."""
    work = bench.work_as(ROSA)
    partner = work.library.partners()[0]
    scope = default_scope(work, partner)
    document = consent_document(work, ref, ConsentType.RELEASE, scope, "en")
    sign_consent(
        work, ref, document, mode=ConsentMode.SIGNED, printed_name=NAME, signature=INK, witness=""
    )
    return partner.name


def planned_on_card(bench: Bench, desk_may_print: str = "no") -> EpisodeRef:
    """The same person with a safety plan wanted on the wallet card."""
    ref = assessed(bench)
    said = {
        "check-in.paper": "card",
        "check-in.desk-may-print": desk_may_print,
        "person-1.who": "Aunt Fern",
        "person-1.how-to-reach": "860-555-0136",
    }
    completed(bench.work_as(ROSA), ref, FormKind.SAFETY_PLAN, **said)
    return ref


def wants_no_papers(bench: Bench) -> EpisodeRef:
    """Somebody who said: no papers, please."""
    ref = bench.new_case()
    completed(bench.work_as(ROSA), ref, **{"next-steps.papers": "none"})
    return ref
