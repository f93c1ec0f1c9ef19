"""The reasons for no answer, and what each does, in the interface language."""

from PySide6.QtCore import QCoreApplication

from desktop.forms.answers import NoAnswerReason
from desktop.views.theme.icons import Icon
from desktop.views.widgets.reason_row import ReasonItem


def reason_items() -> tuple[ReasonItem, ...]:
    """Each with its effect on the form and the score. "Does not apply" is rare at a bedside."""
    return (
        ReasonItem(
            NoAnswerReason.DECLINED,
            QCoreApplication.translate("ReasonWords", "Declined"),
            QCoreApplication.translate(
                "ReasonWords", "kept as the answer. A score that needs it is withheld."
            ),
            Icon.BAN,
        ),
        ReasonItem(
            NoAnswerReason.UNABLE,
            QCoreApplication.translate("ReasonWords", "Unable"),
            QCoreApplication.translate(
                "ReasonWords", "kept as the answer. A score that needs it is withheld."
            ),
            Icon.CIRCLE_SLASH,
        ),
        ReasonItem(
            NoAnswerReason.NOT_SAFE,
            QCoreApplication.translate("ReasonWords", "Not safe to ask"),
            QCoreApplication.translate(
                "ReasonWords", "never printed. A score that needs it is withheld."
            ),
            Icon.EAR_OFF,
        ),
        ReasonItem(
            NoAnswerReason.LATER,
            QCoreApplication.translate("ReasonWords", "Later"),
            QCoreApplication.translate("ReasonWords", "stays open. Complete waits for it."),
            Icon.CLOCK,
        ),
        ReasonItem(
            NoAnswerReason.NOT_APPLICABLE,
            QCoreApplication.translate("ReasonWords", "Does not apply"),
            QCoreApplication.translate(
                "ReasonWords", "kept as the answer. A score that needs it is withheld."
            ),
            Icon.CIRCLE_MINUS,
            is_rare=True,
        ),
    )
