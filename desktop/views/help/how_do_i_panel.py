"""Short answers to what people ask most, in the order of the work."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.theme.tokens import Space, TextStyle
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.wrap_label import WrapLabel


class HowDoIPanel(Panel):
    """Question and answer, one below the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, name="help-how-do-i")
        self.set_title(self.tr("How do I"))
        self.body.setSpacing(Space.L)
        for question, answer in (*self._bedside(), *self._away(), *self._after()):
            pair = QVBoxLayout()
            pair.setSpacing(Space.XS)
            pair.addWidget(WrapLabel(question, self, style=TextStyle.BODY_STRONG))
            pair.addWidget(WrapLabel(answer, self))
            self.body.addLayout(pair)

    def _bedside(self) -> tuple[tuple[str, str], ...]:
        return (
            (
                self.tr("Hide the screen when somebody walks in?"),
                self.tr("Press F12, or Esc twice. Your PIN brings you back to the same place."),
            ),
            (
                self.tr("Go on after an interruption?"),
                self.tr(
                    "Every answer is kept as it is given. Open the draft on the worklist: it "
                    "opens at the question where you stopped."
                ),
            ),
            (
                self.tr("Record that a question was not answered?"),
                self.tr(
                    "Choose the reason below the question: declined, unable, not safe to ask, "
                    "or later. A score with answers missing is withheld."
                ),
            ),
            (
                self.tr("Change the language during a talk?"),
                self.tr("Use the language switch of the form. Place and answers stay."),
            ),
            (
                self.tr("Record a no?"),
                self.tr("On the consent page choose No. Nothing is shared, and care goes on."),
            ),
        )

    def _away(self) -> tuple[tuple[str, str], ...]:
        return (
            (
                self.tr("Go on a visit away from the hospital?"),
                self.tr(
                    "Plan it on the page of the person, with somebody who waits for your call. "
                    "Note when you leave and when you are back: who is late is shown to all who "
                    "see cases."
                ),
            ),
            (
                self.tr("Ask for a debrief after something hard?"),
                self.tr(
                    "Choose Ask for a debrief at the end of the worklist's side, or of a case. "
                    "Only the kind of event is kept, and a supervisor sees it."
                ),
            ),
        )

    def _after(self) -> tuple[tuple[str, str], ...]:
        return (
            (
                self.tr("Ask a partner to help?"),
                self.tr(
                    "Open Needs and referrals of the person and choose Ask a partner. It is "
                    "told only what a signed consent covers. Note the answer and the first "
                    "meeting there."
                ),
            ),
            (
                self.tr("Give the packet to the person?"),
                self.tr(
                    "Choose the parts, look at the page and send it. The packet desk prints it; "
                    "it does not wait for review."
                ),
            ),
            (
                self.tr("Correct something after sign-off?"),
                self.tr("Open the form and give a reason. The signed version stays as it was."),
            ),
            (
                self.tr("Begin again with somebody who was hurt again?"),
                self.tr(
                    "Find the closed case by its alias, open it and choose Hurt again. The new "
                    "case is the same person; each consent is asked anew."
                ),
            ),
            (
                self.tr("Sign in after forgetting my password?"),
                self.tr(
                    "Ask your administrator for a one-time code, then choose I cannot sign in on "
                    "the sign-in page."
                ),
            ),
            (
                self.tr("Bring records back after a dead disk?"),
                self.tr(
                    "On the first page, or on the one that says that the store did not open, "
                    "choose Put a backup back. An administrator does it at Backups while the store "
                    "is in use."
                ),
            ),
        )
