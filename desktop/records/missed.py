"""Why an eligible person was never spoken with: what stood in the way until the end."""

from enum import StrEnum


class MissedWhy(StrEnum):
    """The one thing that weighed most; the team and its shifts count like the person's state.

    A synthesis of the outcome lists of hospital programmes. In the first year of one Hartford
    programme 130 of 192 people were not seen (meeting.nesurgical.org/program/2024/Brief7.cgi):
    to find fewer of them next year, the reason has to be countable.
    """

    HOME_BEFORE_TOLD = "home-before-told"
    """The team heard of the person when they had gone."""
    NOBODY_ON_DUTY = "nobody-on-duty"
    LEFT_BEFORE_CONTACT = "left-before-contact"
    LEFT_AGAINST_ADVICE = "left-against-advice"
    TOO_ILL = "too-ill"
    NO_PRIVACY = "no-privacy"
    NO_INTERPRETER = "no-interpreter"
    GUARDIAN_ABSENT = "guardian-absent"
    IN_CUSTODY = "in-custody"
    NO_ANSWER = "no-answer"
    """On the phone or at the door, until the site stops trying."""
    OTHER = "other"
