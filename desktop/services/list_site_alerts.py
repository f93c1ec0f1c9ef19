"""The site's own alerts as the administrator's desk shows them, with what stands against each."""

from dataclasses import dataclass

from desktop.errors import KnownError
from desktop.forms.wording import LocalText
from desktop.records.site_alert import SiteAlert
from desktop.services.site_alert_checks import alert_forms, alert_questions, alert_trouble
from desktop.services.site_alerts import site_alerts
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class SiteAlertLine:
    """A rule that stands. ``trouble`` says why it can raise nothing with the form in use now."""

    alert: SiteAlert
    form_title: LocalText
    answers: tuple[LocalText, ...]
    trouble: KnownError | None


def list_site_alerts(work: Work) -> tuple[SiteAlertLine, ...]:
    """The rules that stand, oldest first; ended ones are told where they raised something."""
    titles = {one.family: one.title for one in alert_forms(work)}
    return tuple(_line(work, one, titles) for one in site_alerts(work) if one.stands)


def _line(work: Work, alert: SiteAlert, titles: dict[str, LocalText]) -> SiteAlertLine:
    condition = alert.condition
    questions = {one.link_id: one for one in alert_questions(work, condition.url)}
    question = questions.get(condition.link_id)
    known = dict(question.options) if question is not None else {}
    return SiteAlertLine(
        alert,
        titles.get(condition.url) or LocalText(condition.url),
        tuple(known.get(code) or LocalText(code) for code in condition.codes),
        alert_trouble(work, condition),
    )
