"""The action bar of the consent screen: no, later, cannot sign, sign; by stage."""

from PySide6.QtCore import Signal, SignalInstance, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.records.consent import SCOPED_TYPES
from desktop.views.consent.consent_states import CannotWay, ConsentState, Stage
from desktop.views.consent.consent_words import ConsentWords, releases_nothing
from desktop.views.theme.holder import theme_holder
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space
from desktop.views.widgets.action_bar import ActionBar
from desktop.views.widgets.button import Button, ButtonRole


class ConsentActions(ActionBar):
    """Signals: ``no_requested()``, ``later_requested()``, ``cannot_sign_requested()``,
    ``back_requested()`` to signing, ``sign_requested()``, ``ask_requested()``,
    ``withdraw_requested()`` to the question how, ``withdrawal_requested()`` for good,
    ``keep_requested()`` not to withdraw, ``go_on_requested()`` to the safety plan.
    None of them is a default button."""

    no_requested = Signal()
    later_requested = Signal()
    cannot_sign_requested = Signal()
    back_requested = Signal()
    sign_requested = Signal()
    ask_requested = Signal()
    withdraw_requested = Signal()
    withdrawal_requested = Signal()
    keep_requested = Signal()
    go_on_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="consent-actions")
        self._words = ConsentWords(self)
        plain, primary, danger = ButtonRole.PLAIN, ButtonRole.PRIMARY, ButtonRole.DANGER
        self.no = self._plain("no", Icon.BAN, self.no_requested)
        self.later = self._plain("later", Icon.CLOCK, self.later_requested)
        self.withdraw = self._plain("withdraw", Icon.UNDO, self.withdraw_requested)
        self.back = self._strong("back", Icon.ARROW_LEFT, self.back_requested, plain)
        self.keep = self._strong("keep", Icon.ARROW_LEFT, self.keep_requested, plain)
        self.withdraw_now = self._strong("withdraw-now", None, self.withdrawal_requested, danger)
        self.cannot = Button(
            self.tr("Cannot sign"),
            self,
            name="consent-cannot-sign",
            icon=Icon.HAND,
            icon_after=Icon.CHEVRON_RIGHT,
        )
        self.cannot.clicked.connect(self.cannot_sign_requested)
        self.add_right(self.cannot)
        self.ask = self._strong("ask", Icon.PEN, self.ask_requested, primary)
        self.sign = self._strong("sign", Icon.PEN, self.sign_requested, primary)
        self.go_on = self._strong("go-on", Icon.CHEVRON_RIGHT, self.go_on_requested, primary)
        self._word_plain()
        for button in self.findChildren(Button):
            button.hide()
        theme_holder().changed.connect(self._fit)

    def show_state(self, state: ConsentState) -> None:
        """Show the actions of the stage."""
        is_release = state.card.consent_type in SCOPED_TYPES
        self.no.setText(self.tr("No, do not share") if is_release else self.tr("No"))
        self._show_back(state)
        # Only a yes that does not hold calls for asking again; a no or a later is an answer too.
        is_due = releases_nothing(state.card) or state.card.ask_again or state.card.has_expired
        self.ask.set_role(ButtonRole.PRIMARY if is_due else ButtonRole.PLAIN)
        self.go_on.set_role(ButtonRole.PLAIN if is_due else ButtonRole.PRIMARY)
        self._show_sign(state)
        self.show_how_known(is_known=state.stage is not Stage.WITHDRAWING)
        self._show_only(self._of_stage(state))

    def _of_stage(self, state: ConsentState) -> tuple[Button, ...]:
        answers = (self.no, self.later)
        if state.stage is Stage.ASKING:
            return (*answers, self.cannot, self.sign)
        if state.stage is Stage.CANNOT_SIGN:
            return (*answers, self.back, self.sign) if state.way else (*answers, self.back)
        if state.stage is Stage.SCOPE:
            return (self.back,)
        if state.stage is Stage.WITHDRAWING:
            return self.keep, self.withdraw_now
        after = (self.ask, self.go_on)
        return (self.withdraw, *after) if state.card.is_given else after

    def _show_only(self, wanted: tuple[Button, ...]) -> None:
        """Hide first and fold: showing lays out at once, and the window would grow for a moment."""
        for button in self.findChildren(Button):
            if button not in wanted:
                button.hide()
        for button in self._folding():
            button.set_icon_only(True)
        for button in wanted:
            button.show()
        self._fit()

    def _show_back(self, state: ConsentState) -> None:
        is_scope = state.stage is Stage.SCOPE
        self.back.setText(self.tr("Done") if is_scope else self.tr("Back to signing"))
        self.back.set_icon(Icon.CHECK if is_scope else Icon.ARROW_LEFT)
        self.back.set_role(ButtonRole.PRIMARY if is_scope else ButtonRole.PLAIN)
        self.back.set_closed(self.tr("Set the scope right first") if state.scope_problem else "")

    def show_how_known(self, *, is_known: bool) -> None:
        """Taking back waits until it is said how the person asked for it."""
        self.withdraw_now.set_closed("" if is_known else self.tr("Say how first"))

    def _show_sign(self, state: ConsentState) -> None:
        words = {
            CannotWay.VERBAL: self.tr("Record spoken yes"),
            CannotWay.TELEPHONE: self.tr("Record spoken yes"),
            CannotWay.MARK: self.tr("Record mark"),
        }
        sign = self.tr("Sign")
        self.sign.setText(words.get(state.way, sign) if state.way else sign)
        self.sign.set_icon(None if state.way in words else Icon.PEN)
        self.sign.set_closed(self._why_not(state))
        self.cannot.setEnabled(state.can_take)

    def _why_not(self, state: ConsentState) -> str:
        """A signature needs an approved, whole text that is on show."""
        if not state.can_take and state.document is not None and state.document.missing:
            return self.tr("The text does not say all that it must")
        if not state.can_take:
            return self.tr("The hospital has not approved this text")
        if not state.shows_signed_text:
            language = self._words.language(state.text.language)
            return self.tr("Show the {language} text first").format(language=language)
        return ""

    def _word_plain(self) -> None:
        self.no.setText(self.tr("No"))
        self.later.setText(self.tr("Ask later"))
        self.withdraw.setText(self.tr("Withdraw"))
        self.back.setText(self.tr("Back to signing"))
        self.keep.setText(self.tr("Keep the consent"))
        self.withdraw_now.setText(self.tr("Take it back"))
        self.ask.setText(self.tr("Ask again"))
        self.sign.setText(self.tr("Sign"))
        self.go_on.setText(self.tr("Safety plan"))

    def _plain(self, key: str, icon: Icon, wish: SignalInstance) -> Button:
        button = Button("", self, name=f"consent-{key}", icon=icon)
        button.clicked.connect(wish)
        self.add_left(button)
        return button

    def _strong(
        self, key: str, icon: Icon | None, wish: SignalInstance, role: ButtonRole
    ) -> Button:
        button = Button("", self, name=f"consent-{key}", icon=icon, role=role)
        button.clicked.connect(wish)
        self.add_right(button)
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the words of what is not the question itself when the bar is too narrow."""
        super().resizeEvent(event)
        self._fit()

    def _folding(self) -> tuple[Button, ...]:
        return self.later, self.back, self.keep, self.cannot

    @Slot()
    def _fit(self) -> None:
        for button in self._folding():
            button.set_icon_only(False)
        for button in self._folding():
            if self._wanted_width() <= self.width():
                break
            button.set_icon_only(True)

    def _wanted_width(self) -> int:
        shown = [one for one in self.findChildren(Button) if not one.isHidden()]
        widths = [one.sizeHint().width() for one in shown]
        if not self.note_label.isHidden():
            widths.append(self.note_label.minimumSizeHint().width() + Space.M)
        return sum(widths) + Space.M * (len(shown) + 1) + 2 * Space.XL
