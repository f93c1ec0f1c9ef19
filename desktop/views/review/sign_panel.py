"""The right column of the review desk: what was checked by the app, and what holds signing up."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.messages import sentence
from desktop.services.open_visit import ReadForm, VisitPage
from desktop.views.forms.breakable import breakable
from desktop.views.theme.state_icons import State
from desktop.views.theme.tokens import IconSize, Space, TextStyle, Tone
from desktop.views.widgets.icon_label import IconLabel
from desktop.views.widgets.surface import Ground, Surface
from desktop.views.widgets.wrap_label import WrapLabel


class SignPanel(Surface):
    """Facts worked out from the visit: each by icon and words, nothing to tick by habit."""

    def __init__(self, language: str, parent: QWidget) -> None:
        super().__init__(Ground.PLAIN, parent)
        self.setObjectName("review-checks")
        self._language = language
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        self._column.setSpacing(Space.M)
        self._inside: QWidget | None = None

    def show_page(self, page: VisitPage | None) -> None:
        """Show the checks of one visit; nothing without one."""
        if self._inside is not None:
            self._column.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
            self._inside = None
        self.setVisible(page is not None)
        if page is None:
            return
        self._inside = QWidget(self)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(WrapLabel(self.tr("Before you sign"), self._inside, style=TextStyle.TITLE))
        for holds, words in self._facts(page):
            column.addLayout(self._fact(holds, words, self._inside))
        reason = sentence(page.can_sign.reason_id, self._language)
        column.addWidget(WrapLabel(reason, self._inside, tone=Tone.MUTED))
        for form in page.forms:
            self._add_versions(column, form, self._inside)
        column.addStretch(1)
        self._column.addWidget(self._inside, 1)
        self._inside.show()

    def _add_versions(self, column: QVBoxLayout, form: ReadForm, parent: QWidget) -> None:
        title = self.tr("{form}, form {version}").format(
            form=form.title.in_language(self._language), version=form.version
        )
        column.addWidget(WrapLabel(title, parent, style=TextStyle.BODY_STRONG))
        for number, at, name in form.history:
            words = self.tr("Version {number}: {time}, {name}").format(
                number=number, time=at.astimezone().strftime("%Y-%m-%d %H:%M"), name=name
            )
            column.addWidget(WrapLabel(words, parent))
        self._add_notice(column, form, parent)

    def _add_notice(self, column: QVBoxLayout, form: ReadForm, parent: QWidget) -> None:
        """Whose form it is: what its maker asks to be shown with it, and who said we may."""
        if not form.notice.copyright:
            return
        notice = WrapLabel(breakable(form.notice.copyright), parent, tone=Tone.MUTED, is_long=True)
        notice.setObjectName("review-copyright")
        column.addWidget(notice)
        licence = form.notice.licence
        if licence is not None:
            words = self.tr("{name} confirmed {time} that our hospital may use this form.")
            time = licence.at.astimezone().strftime("%Y-%m-%d")
            said = words.format(name=licence.confirmed_by, time=time)
            column.addWidget(WrapLabel(said, parent, tone=Tone.MUTED))

    def _facts(self, page: VisitPage) -> list[tuple[bool, str]]:
        alerts = [line for line in page.lines if line.alert_code]
        told = all(line.hand_off is not None and line.hand_off.closes for line in alerts)
        private = page.room is not None and page.room.private_now is True
        missing = sum(line.is_missing for line in page.lines)
        comments = len(page.visit.open_comments)
        return [
            (told, self.tr("Every alert reached a clinician")),
            (private, self.tr("Private before sensitive parts")),
            (missing == 0, self.tr("%n without an answer", "", missing)),
            (comments == 0, self.tr("%n comment(s) open", "", comments)),
        ]

    def _fact(self, holds: bool, words: str, parent: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        state, tone = (State.DONE, Tone.SUCCESS) if holds else (State.LOOK_HERE, Tone.WARNING)
        row.addWidget(IconLabel(state, parent, tone=tone, size=IconSize.MEDIUM))
        row.addWidget(WrapLabel(words, parent), 1)
        return row
