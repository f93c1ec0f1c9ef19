"""One backup before and after it is put in place: which it is, and what is lost by it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.messages import sentence
from desktop.services.ports import CarriedOver, Restored, RestoreLook, StoreHere
from desktop.views.backups.backup_words import checked_words, time_words
from desktop.views.forms.breakable import breakable
from desktop.views.forms.findings_group import FindingsGroup
from desktop.views.interview.local_time import shown_moment
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.message_bar import MessageBar
from desktop.views.widgets.wrap_label import WrapLabel


class RestoreFacts(QWidget):
    """Hidden while nothing was looked at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("restore-facts")
        self.head = WrapLabel("", self, style=TextStyle.TITLE)
        self.verdict = WrapLabel("", self, style=TextStyle.ROW_STRONG)
        self.loss = MessageBar(self, name="restore-loss", is_closable=False)
        self.facts = WrapLabel("", self, is_long=True)
        self.problems = FindingsGroup(self, name="restore-problems", tone=Tone.DANGER)
        self.access = WrapLabel("", self, is_long=True)
        self.next = WrapLabel("", self, is_long=True, tone=Tone.MUTED)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        for widget in (
            self.head,
            self.verdict,
            # Before the numbers: the button that loses it is always in sight, so this is too.
            self.loss,
            self.facts,
            self.problems,
            self.access,
            self.next,
        ):
            column.addWidget(widget)
        self.hide()

    def show_look(self, look: RestoreLook, language: str) -> None:
        """Before: everything that whoever confirms has to know."""
        at, report = shown_moment(look.backup.made_at), look.report
        self.head.setText(self.tr("Backup of {at}").format(at=at))
        good = self.tr("It was checked and holds.")
        bad = self.tr("It does not hold and cannot be put back. Use another one.")
        self.verdict.setText(good if report.is_whole else bad)
        self.facts.setText(self._facts(look, language))
        found = [f"{one.where}: {sentence(one.message_id, language)}" for one in report.problems]
        self.problems.show_lines(self.tr("What does not hold"), found)
        if report.is_whole:
            self.loss.show_message(Tone.WARNING, self._loss(look.here, at))
        else:
            self.loss.clear()
        self._show(self.access, self._access(look, at) if report.is_whole else "")
        is_kept = report.is_whole and look.here is not StoreHere.NONE
        kept = self.tr(
            "Nothing is deleted: what is here now is kept aside in the data folder, and Backups"
            " lists it."
        )
        self._show(self.next, kept if is_kept else "")
        self.show()

    def show_restored(self, restored: Restored) -> None:
        """After: what is there now, and what comes next."""
        at = shown_moment(restored.backup.made_at)
        self.head.setText(self.tr("The backup of {at} is in place").format(at=at))
        count = self.tr("Records in it: {count}").format(count=restored.report.records)
        self.verdict.setText(count)
        aside = restored.moved_aside
        words = self.tr("What was here before is kept in the data folder as {name}.")
        self._show(self.facts, words.format(name=breakable(aside.name)) if aside else "")
        self.problems.show_lines("", ())
        self.loss.clear()
        carried = restored.carried
        self._show(self.access, self._taken_over(carried) if carried else self._not_taken_over(at))
        self.next.setText(
            self.tr(
                "Next comes the sign-in page. Reading and drafts go on at once. Where the store"
                " before was newer, signing, release and deletion wait until an administrator and"
                " a second person confirm this under Backups. Where this computer does not hold"
                " the key of the store, the next page says how to enrol it again with two recovery"
                " codes."
            )
        )
        self.next.show()
        self.show()

    def _facts(self, look: RestoreLook, language: str) -> str:
        lines = []
        if look.report.is_whole:
            lines = [
                self.tr("Hospital: {hospital}").format(hospital=look.hospital),
                self.tr("Workstation: {workstation}").format(workstation=look.workstation),
                self.tr("Records in it: {count}").format(count=look.report.records),
            ]
        facts = look.backup.facts
        if facts is not None and look.report.is_whole:
            time = time_words(facts.restore_s, language)
            lines.append(self.tr("Putting it back takes: {time}").format(time=time))
            lines.append(checked_words(facts.opened, language))
        lines.append(breakable(look.backup.path.name))
        return "\n".join(lines)

    def _loss(self, here: StoreHere, at: str) -> str:
        words = {
            StoreHere.NONE: self.tr(
                "What was written after {at} is not in this backup and will be missing."
            ),
            StoreHere.LATER: self.tr(
                "Everything written after {at} goes out of the store: answers, consents, plans,"
                " packets, signatures."
            ),
            StoreHere.OTHER: self.tr(
                "The store that is here now is another one than that of this backup. All of it"
                " goes out of use, and this backup of {at} takes its place."
            ),
            StoreHere.UNKNOWN: self.tr(
                "The store that is here now does not open, or this backup is no earlier state of"
                " it. All of it goes out of use, and everything written after {at} with it."
            ),
        }
        return words[here].format(at=at)

    def _access(self, look: RestoreLook, at: str) -> str:
        if look.carried is not None:
            return self._taken_over(look.carried)
        if look.here is StoreHere.OTHER:
            return self.tr("Accounts, passwords and recovery codes are those of the backup.")
        return self._not_taken_over(at)

    def _taken_over(self, carried: CarriedOver) -> str:
        return self.tr(
            "Access given or taken since, legal holds and erasures are taken over. Accounts closed"
            " again: {ended}. People erased again: {erased}. A password changed since may be the"
            " earlier one again."
        ).format(ended=carried.ended, erased=carried.erased)

    def _not_taken_over(self, at: str) -> str:
        return self.tr(
            "What was decided about people after {at} cannot be taken over: whoever left since can"
            " sign in again, and whoever was erased can be read. End those accounts, set legal"
            " holds and erase again first thing after signing in."
        ).format(at=at)

    @staticmethod
    def _show(label: WrapLabel, words: str) -> None:
        label.setText(words)
        label.setVisible(bool(words))
