"""What stands below the content of a form wherever it is shown or printed: licence, signatures."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.forms.questionnaire import Questionnaire
from desktop.messages import sentence
from desktop.packets.paper_words import long_date
from desktop.records.consent import WRITTEN_MODES
from desktop.records.form_signature import FormSignature
from desktop.services.ports import LicenceConfirmation
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class FormNotice:
    """The copyright notice of a form, and who confirmed that the hospital may use it."""

    copyright: str = ""
    licence: LicenceConfirmation | None = None


NO_NOTICE = FormNotice()
_FIRST_UNSURE = "\u0180"
_MARKS = "\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u2122"
"""Dashes, quotation marks, the ellipsis and the trade mark sign."""


def form_notice(work: Work, form: Questionnaire) -> FormNotice:
    """The notice of a form of others or of a site; our own wording needs none."""
    notice = form.copyright.strip()
    if not notice or work.library.is_built_in(form.ref):
        return NO_NOTICE
    loaded = (one for one in work.session.forms.forms() if one.ref == form.ref)
    return FormNotice(notice, next((one.licence for one in loaded), None))


def printed_notice(work: Work, form: Questionnaire) -> str:
    """The same in one paragraph for paper, whole: a licence asks for its words, not for most.

    A sign beyond Latin letters stands as "?": the fonts of the paper have none, and a notice must
    not hold up what somebody takes home.
    """
    words = " ".join(form_notice(work, form).copyright.split())
    return "".join(one if one < _FIRST_UNSURE or one in _MARKS else "?" for one in words)


def signed_words(signatures: Iterable[FormSignature], language: str) -> tuple[str, ...]:
    """That and when a form was signed, in the order of signing.

    No name and no drawing: the paper may be found by somebody else.
    """
    return tuple(
        sentence(
            "paper.signed" if one.mode in WRITTEN_MODES else "paper.agreed-aloud",
            language,
            day=long_date(one.signed_at.astimezone().date(), language),
        )
        for one in sorted(signatures, key=lambda one: one.signed_at)
    )
