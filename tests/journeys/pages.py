"""Page objects: each screen by the names of its controls and the words that a person sees."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QLabel

from desktop.forms.session import ItemKey
from desktop.records.consent import ConsentType
from desktop.records.episode import CaseSource
from desktop.records.pathway import Pathway
from desktop.services.consents import consent_cards
from desktop.services.ports import EpisodeRef
from tests.support.journey import Traveller

CALM_ANSWERS: dict[str, dict[str, str]] = {
    "agreement": {"agreement.talk-now": "yes"},
    "safety-now": {
        "safety-now.safe-here": "yes",
        "safety-now.more-harm": "no",
        "safety-now.fear-close": "no",
        "safety-now.safe-place": "yes",
    },
    "how-you-are": {
        "how-you-are.body": "neither",
        "how-you-are.talk": "no",
        "how-you-are.ending-life": "no",
        "how-you-are.screen-result": "not-done",
    },
    "what-you-need": {
        "what-you-need.housing": "yes",
        "what-you-need.food": "yes",
        "what-you-need.rides": "no",
        "what-you-need.money": "no",
        "what-you-need.medicine": "no",
        "what-you-need.work-school": "no",
        "what-you-need.legal": "no",
    },
    "people": {
        "people.first-night": "yes",
        "people.children": "no",
        "people.reach": "call",
    },
    "next-steps": {
        "next-steps.matters-most": "housing-instability",
        "next-steps.come-back": "yes",
        "next-steps.papers": "es-large",
    },
}
"""A whole bedside core by section: two needs, no alert."""


@dataclass
class Page:
    """What every page shares: the person at it."""

    at: Traveller

    def message(self) -> str:
        """The message bar."""
        return self.at.opened.message()

    def shown(self, name: str) -> str:
        """The text of a label."""
        label = self.at.hands.find(name)
        assert isinstance(label, QLabel)
        return label.text()


@dataclass
class WorklistPage(Page):
    """The first desk of a specialist."""

    def add_case(
        self,
        place: str,
        language: str = "en",
        age: str = "",
        source: CaseSource = CaseSource.TRAUMA_PAGE,
        pathway: Pathway = Pathway.COMMUNITY,
        *,
        is_routed: bool = False,
    ) -> str:
        """Add somebody by the alias that the app offers; returns it."""
        at = self.at
        at.press("worklist-first" if at.hands.sees("worklist-first") else "worklist-new")
        at.opened.until(lambda: bool(at.opened.line("new-person-alias").text()))
        alias = at.opened.line("new-person-alias").text()
        at.write("new-person-place", place)
        at.pick("new-person-source", source)
        at.pick("new-person-pathway", pathway)
        at.press(f"new-person-language-{language}")
        if age:
            at.write("new-person-age", age)
        at.press("worklist-do")
        shown = "worklist-new" if is_routed else "person-steps-contact"
        at.opened.until(lambda: at.hands.sees(shown))
        return alias

    def open_draft(self) -> None:
        """Go on with the first of one's own drafts."""
        self.at.opened.until(lambda: bool(self.at.hands.names("worklist-drafts-")))
        self.at.press(self.first_row("worklist-drafts-"))
        self.at.opened.until(lambda: self.at.hands.sees("interview-next"))

    def open_returned(self) -> None:
        """Go to the first returned comment."""
        self.at.opened.until(lambda: bool(self.at.hands.names("worklist-returned-")))
        self.at.press(self.first_row("worklist-returned-"))
        self.at.opened.until(lambda: self.at.hands.sees("interview-next"))

    def open_case(self, alias: str) -> None:
        """Choose somebody who was seen and open the case."""
        self.at.opened.until(lambda: bool(self.case_rows(alias)))
        self.at.press(self.case_rows(alias)[0])
        self.at.press("worklist-open")
        self.at.opened.until(lambda: self.at.hands.sees("person-steps-contact"))

    def case_rows(self, alias: str) -> list[str]:
        """The rows of the lists of people that speak of somebody."""
        hands = self.at.hands
        parts = ("eligible", "seen", "calls", "missed", "closed")
        rows = [n for part in parts for n in hands.names(f"worklist-{part}-") if "panel" not in n]
        return [name for name in rows if alias in hands.find(name).accessibleName()]

    def named_draft(self) -> str:
        """What the card on top says after sign-in about the draft that was left."""
        return self.at.words_in("worklist-resume")

    def drafts(self) -> str:
        """What the list of one's own drafts says."""
        return self.at.words_in("worklist-drafts")

    def first_row(self, start: str) -> str:
        """The first row of a list."""
        return next(name for name in self.at.hands.names(start) if "panel" not in name)


@dataclass
class PersonPage(Page):
    """The seven steps of one case."""

    def log_first_attempt(self) -> None:
        """At the bedside; the person is ready to talk."""
        at = self.at
        at.press("person-log" if at.hands.sees("person-log") else "person-go")
        at.press("person-attempt-mode-bedside")
        at.press("person-attempt-group-spoke")
        at.press("person-attempt-outcome-engaged")
        at.press("person-do")
        at.opened.until(lambda: not at.hands.sees("person-do"))

    def note_room_and_start(self) -> None:
        """Nobody else here, private, able to decide; on to the interview."""
        at = self.at
        at.press("person-go")
        at.press("room-present-nobody")
        at.press("room-private-yes")
        at.press("room-capacity-present")
        at.press("person-do")
        at.opened.until(lambda: at.hands.sees("interview-next"))

    def open_step(self, step: str) -> None:
        """Press one of the steps."""
        self.at.press(f"person-steps-{step}")

    def step(self, step: str) -> str:
        """What a step says."""
        return self.at.hands.find(f"person-steps-{step}").accessibleName()

    def send_to_review(self) -> None:
        """By the button that is there for it now."""
        at = self.at
        at.press("person-send" if at.hands.sees("person-send") else "person-go")
        at.opened.until(lambda: "sent" in self.message().lower())


@dataclass
class InterviewPage(Page):
    """One form: the bedside core or the safety plan."""

    def go_to(self, section: str) -> None:
        """Open a section by its row."""
        self.at.press(f"interview-sections-{section}")

    def answer(self, key: str, code: str) -> None:
        """Press one answer."""
        self.at.press(f"answer-{key}-{code}")

    def write(self, key: str, text: str) -> None:
        """Type an answer."""
        self.at.write(f"answer-{key}", text)

    def give_reason(self, key: str, reason: str) -> None:
        """Press a reason for no answer."""
        self.at.press(f"reasons-{key}-{reason}")

    def fill(self, sections: Mapping[str, Mapping[str, str]]) -> None:
        """Answer section by section."""
        for section, answers in sections.items():
            self.go_to(section)
            for key, code in answers.items():
                self.answer(key, code)

    def choose_language(self, mode: str) -> None:
        """English, both or Spanish."""
        self.at.press(f"interview-language-{mode}")

    def place(self) -> str:
        """ "Question 3 of 4"."""
        return self.shown("interview-place")

    def score(self) -> str:
        """What the score panel says."""
        return self.shown("interview-score")

    def complete(self) -> None:
        """Go to the last question and press Complete."""
        self.press_complete()
        self.at.opened.until(lambda: self.at.hands.sees("person-steps-contact"))

    def press_complete(self) -> None:
        """Press the button that says Complete, wherever that leads."""
        at = self.at
        for _question in range(60):
            if "Complete" in at.words_of("interview-next"):
                break
            at.press("interview-next")
        assert "Complete" in at.words_of("interview-next")
        at.press("interview-next")

    def record_hand_off(self, code: str, who: str, how: str = "phone") -> None:
        """Say who was told about an alert, how and when."""
        at = self.at
        at.write(f"alert-{code}-name", who)
        at.press(f"alert-{code}-how-{how}")
        at.press(f"alert-{code}-when-now")
        at.pick(f"alert-{code}-said", "coming")
        at.press(f"alert-{code}-record")

    def until_saved(self) -> None:
        """Wait for the word of the store."""
        status = self.at.opened.signed_in.inside.status
        self.at.opened.until(lambda: status.state_label.text().startswith("Saved"))
        self.at.opened.until_idle()

    def is_at(self, key: str) -> bool:
        """Whether the focus stands in a question."""
        name = self.at.focus_name()
        return name == f"answer-{key}" or name.startswith(f"answer-{key}-")

    def comments(self, key: str) -> str:
        """What a reviewer said beside a question."""
        return self.at.words_in(f"comments-{key}")

    def back(self) -> None:
        """To the person."""
        self.at.press("interview-banner-back")
        self.at.opened.until(lambda: self.at.hands.sees("person-steps-contact"))


@dataclass
class ConsentsPage(Page):
    """Consents of one case, each by itself."""

    ref: EpisodeRef

    def open(self, consent_type: ConsentType, recipient: str = "") -> None:
        """Choose a consent of the row."""
        cards = consent_cards(self.at.work, self.ref)
        index = next(
            at
            for at, card in enumerate(cards)
            if (card.consent_type, card.recipient) == (consent_type, recipient)
        )
        self.at.press(f"consent-tabs-{index}")

    def sign(self, printed_name: str) -> None:
        """Draw a signature, print the name, sign."""
        self.at.write("consent-name", printed_name)
        self.at.draw_signature("consent-signature")
        self.at.press("consent-sign")

    def problem(self) -> str:
        """What is missing at the signature."""
        return self.shown("consent-pad-problem")

    def refuse(self) -> None:
        """The person says no."""
        self.at.press("consent-no")

    def state(self, words: str) -> bool:
        """Whether a tab says this."""
        return words in self.at.words_in("consent-tabs")

    def back(self) -> None:
        """To the person."""
        self.at.press("consent-banner-back")
        self.at.opened.until(lambda: self.at.hands.sees("person-steps-contact"))


@dataclass
class ReviewPage(Page):
    """The desk of the nurse manager."""

    def alerts(self) -> str:
        """Alerts that are open now, in drafts too."""
        return self.at.words_in("review-alerts") if self.at.hands.sees("review-alerts") else ""

    def queue(self) -> list[str]:
        """What each row of the queue says, in its order."""
        return [self.at.hands.find(name).accessibleName() for name in self._rows()]

    def press_first(self) -> None:
        """Press the first visit of the queue."""
        self.at.press(self._rows()[0])

    def open_first(self) -> None:
        """Open the first visit of the queue."""
        self.press_first()
        self.at.opened.until(lambda: self.at.hands.sees("review-filter-all"))

    def show_all(self) -> None:
        """Every answer, not only the flags."""
        self.at.press("review-filter-all")

    def answer(self, key: ItemKey | str) -> str:
        """Question and answer of one line."""
        return self.at.words_in(f"review-{key}")

    def comment(self, key: str, text: str) -> None:
        """Write a comment on one answer."""
        self.at.press(f"review-{key}-comment")
        self.at.write(f"review-{key}-new", text)
        self.at.press(f"review-{key}-add")
        self.at.until_seen(text)

    def settle(self, key: str) -> None:
        """The comment is dealt with."""
        names = [n for n in self.at.hands.names(f"review-{key}-") if n.endswith("-settle")]
        self.at.press(names[0])

    def give_back(self) -> None:
        """Return the visit with its comments."""
        self.at.press("review-return")

    def sign(self) -> None:
        """Sign off, with the password again."""
        self.at.press("review-sign")
        self.at.confirm()

    def _rows(self) -> list[str]:
        names = self.at.hands.names("review-queue-")
        parts = ("review-queue-panel", "review-queue-button")
        return [name for name in names if name not in parts]
