"""A case whose person may be referred to the first partner of the library."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from desktop.directory.partners import Partner
from desktop.errors import KnownError
from desktop.records.consent import Category, Consent, ConsentMode, ConsentType
from desktop.records.referral import (
    Referral,
    SentHow,
    Urgency,
)
from desktop.services.consent_document import (
    consent_document,
    default_scope,
)
from desktop.services.decline_consent import decline_consent
from desktop.services.local_day import local_day
from desktop.services.ports import EpisodeRef
from desktop.services.read_referrals import ReferralCard, referral_cards
from desktop.services.refer import (
    ReferralWish,
    note_accepted,
    propose_referral,
    send_referral,
)
from desktop.services.sign_consent import sign_consent
from desktop.services.work import Work
from tests.services.bench import ROSA, Bench
from tests.services.test_consents import INK, NAME

JOB, FOOD, TALK = "employment-status", "food-insecurity", "mental-health"
DAY = 24 * 3600


@dataclass(frozen=True, slots=True)
class Asked:
    """A case at work, with the first partner of the library."""

    bench: Bench
    work: Work
    ref: EpisodeRef

    @property
    def partner(self) -> str:
        return self.work.library.partners()[0].name

    def consent(
        self,
        *more: Category,
        mode: ConsentMode = ConsentMode.SIGNED,
        to: Partner | None = None,
    ) -> Consent:
        """A signed release to that partner: who the person is and what help they want."""
        scope = default_scope(self.work, to or self.work.library.partners()[0])
        basic = frozenset({Category.IDENTITY_CONTACT, Category.NEEDS})
        wider = replace(scope, categories=basic | set(more))
        document = consent_document(self.work, self.ref, ConsentType.RELEASE, wider, "en")
        return sign_consent(
            self.work,
            self.ref,
            document,
            mode=mode,
            printed_name=NAME,
            signature=INK if mode is ConsentMode.SIGNED else None,
            witness="Wanda Witness",
        )

    def decline(self) -> Consent:
        """A no to the same."""
        scope = default_scope(self.work, self.work.library.partners()[0])
        basic = frozenset({Category.IDENTITY_CONTACT, Category.NEEDS})
        narrow = replace(scope, categories=basic)
        document = consent_document(self.work, self.ref, ConsentType.RELEASE, narrow, "en")
        return decline_consent(self.work, self.ref, document, later=False)

    def draft(self, *needs: str, urgency: Urgency = Urgency.ROUTINE, to: str = "") -> Referral:
        wish = ReferralWish(to or self.partner, needs or (JOB,), urgency=urgency)
        return propose_referral(self.work, self.ref, wish)

    def sent(self, *needs: str, urgency: Urgency = Urgency.ROUTINE, to: str = "") -> Referral:
        draft = self.draft(*needs, urgency=urgency, to=to)
        return send_referral(self.work, self.ref, draft.referral_id, SentHow.BY_PHONE)

    def accepted(self) -> Referral:
        sent = self.sent()
        today = local_day(self.work)
        return note_accepted(self.work, self.ref, sent.referral_id, "Intake, invented", today)

    def card(self) -> ReferralCard:
        return referral_cards(self.work, self.ref)[0]


def asked_of(bench: Bench) -> Asked:
    """A new case of Rosa's."""
    return Asked(bench, bench.work_as(ROSA), bench.new_case())


def refusal(act: Callable[[], object]) -> str:
    """By which sentence it is refused."""
    with pytest.raises(KnownError) as caught:
        act()
    return caught.value.message_id
