"""At the bed: the worklist, the person, forms, consents, plans, needs, the person's own screen."""

from PySide6.QtCore import Qt

from desktop.services.find_case import case_of_alias
from desktop.views.shell.place import Desk, Place
from tests.journeys import ways_of_care as ways
from tests.journeys.packet_pages import ComposerPage
from tests.journeys.pages import CALM_ANSWERS, InterviewPage, PersonPage
from tests.journeys.ways_of_care import Way
from tests.pictures.consent_scenes import CONSENTS
from tests.pictures.filled_site import (
    AGAIN,
    ALL_STEPS,
    AWAY,
    LATE,
    LOADED,
    LOOKS_BACK,
    MINOR,
    SIGNED_OFF,
    TWICE,
    UNTOLD,
)
from tests.pictures.reach import go, in_spanish_too, open_case, press_first, ref_of, show
from tests.pictures.refer_scenes import REFERRALS
from tests.pictures.scene import Scene
from tests.services.bench import NADIA, ROSA
from tests.support.journey import Traveller


def then(name: str, *presses: str, alias: str = "", who: str = ROSA) -> Way:
    """The worklist, or the case of an alias, and what is pressed there one after the other."""

    def way(at: Traveller) -> None:
        if alias:
            open_case(at, alias, who)
        else:
            at.sign_in(who)
        for one in presses:
            press_first(at, one) if one.endswith("-") else at.press(one)

    way.__name__ = name
    return way


def place_of(name: str, desk: Desk, *presses: str, alias: str = ALL_STEPS, who: str = ROSA) -> Way:
    """A screen of one person."""

    def way(at: Traveller) -> None:
        at.sign_in(who)
        go(at, Place(desk, ref_of(at, alias)))
        for one in presses:
            press_first(at, one) if one.endswith("-") else at.press(one)

    way.__name__ = name
    return way


def composer(name: str, *presses: str) -> Way:
    """The packet with its pages made, and what is pressed then."""

    def way(at: Traveller) -> None:
        place_of(name, Desk.PACKET)(at)
        page = ComposerPage(at)
        page.until_made()
        for one in presses:
            at.press(one)
        page.until_made()

    way.__name__ = name
    return way


def found(words: str) -> Way:
    """What the worklist finds."""

    def way(at: Traveller) -> None:
        at.sign_in(ROSA)
        at.press("worklist-find")
        at.write("worklist-find-line", words)

    way.__name__ = f"found {words}"
    return way


def part_of(way: Way, name: str, title: str) -> Way:
    """A screen scrolled to one part of it."""

    def further(at: Traveller) -> None:
        way(at)
        at.opened.until(lambda: bool(at.hands.names(name)))
        show(at, name)

    further.__name__ = title
    return further


def new_person_refused(at: Traveller) -> None:
    """What is missing of a new person."""
    ways.new_person(at)
    at.press("worklist-do")


def duplicate_alias(at: Traveller) -> None:
    """An alias that is taken."""
    ways.new_person(at)
    at.write("new-person-place", "ED 4")
    at.write("new-person-alias", "Maple 12")
    at.opened.until(lambda: at.hands.sees("new-person-like"))
    at.press("worklist-do")


def form_of(title: str) -> Way:
    """One of our further forms, from the person's page."""

    def way(at: Traveller) -> None:
        alias = MINOR if title == "caregiver-talk" else ALL_STEPS
        open_case(at, alias)
        words = at.work.library.built_in(title).title.in_language(at.opened.window.language)
        start = "person-own-plans" if title.startswith("plan-") else "person-own-forms"
        at.hands.press_row(start, words)
        at.opened.until(lambda: at.hands.sees("interview-next"))
        at.opened.until_idle()

    way.__name__ = f"form {title}"
    return way


def youth_talk(at: Traveller) -> None:
    """The first talk with somebody young."""
    open_case(at, MINOR)
    PersonPage(at).open_step("assessment")
    at.opened.until(lambda: at.hands.sees("interview-next"))


def alert_recorded(at: Traveller) -> None:
    """The folded line after the hand-off."""
    ways.interview_with_an_alert(at)
    at.press("alert-suicide-concern-who-another")
    InterviewPage(at).record_hand_off("suicide-concern", "Dr. P. Example")


def telling_of_an_alert(at: Traveller) -> None:
    """Recording who was told of an alert of a completed form."""
    open_case(at, UNTOLD)
    is_spanish = at.opened.window.language == "es"
    at.hands.press_row("person-untold", "Mucha preocupación" if is_spanish else "High worry")
    at.opened.until_idle()


def turned(at: Traveller) -> None:
    """The person's own screen."""
    ways.new_interview(at)
    InterviewPage(at).go_to("what-you-need")
    at.press("interview-turn")
    at.opened.until(lambda: at.hands.sees("patient-next"))


def given_back(at: Traveller) -> None:
    """Thank you, and the PIN of the staff."""
    turned(at)
    at.press("patient-give-back")


def loaded_row(words: str, in_spanish: str = "", alias: str = LOADED) -> Way:
    """A row of the forms that the site loaded."""

    def way(at: Traveller) -> None:
        open_case(at, alias)
        is_spanish = at.opened.window.language == "es"
        at.hands.press_row("person-forms", in_spanish if is_spanish and in_spanish else words)
        at.opened.until_idle()

    way.__name__ = f"loaded {words.split()[0]}"
    return way


def gone_away(at: Traveller) -> None:
    """A case at another workstation: on no list, found by its alias."""
    at.sign_in(ROSA)
    go(at, Place(Desk.PERSON, case_of_alias(at.work, AWAY)))


def taken_back(at: Traveller) -> None:
    """It is to stay here after all."""
    gone_away(at)
    press_first(at, "person-away-")


def overridden(at: Traveller) -> None:
    """A loaded form: a picture, and a sum that was typed over."""
    loaded_row("Rides")(at)
    at.write("answer-count", "5")
    at.key(Qt.Key.Key_Tab)


def form_signature(at: Traveller) -> None:
    """A loaded form with its signature."""
    loaded_row("Rides")(at)
    press_first(at, "answer-wanted-")
    while at.hands.sees("interview-next") and not at.hands.names("signature"):
        at.press("interview-next")


def refused_at_the_end(at: Traveller) -> None:
    """Complete was refused: everything missing is listed."""
    ways.new_interview(at)
    InterviewPage(at).go_to("next-steps")
    for _question in range(12):
        at.press("interview-next")


def interpreting(at: Traveller) -> None:
    """How it is interpreted, said over the questions."""
    ways.new_interview(at)
    at.press("room-interpreter")
    at.press("room-interpreter-open")


def discarding(at: Traveller) -> None:
    """Why the draft is thrown away."""
    ways.new_interview(at)
    InterviewPage(at).go_to("safety-now")
    InterviewPage(at).answer("safety-now.safe-here", "yes")
    at.press("interview-discard")


def no_plan(at: Traveller) -> None:
    """Why there is no plan today."""
    in_spanish_too(ways.safety_plan("people"))(at)
    at.press("interview-no-plan")


def screens(*names: str) -> tuple[Scene, ...]:
    """Forms of ours by name."""
    return tuple(Scene(in_spanish_too(form_of(name)), ("InterviewView",)) for name in names)


CARE: tuple[Scene, ...] = (
    Scene(
        ways.worklist,
        ("MainWindow", "ShellWindow", "WorklistView", "ListPanel", "ReachDots", "DraftCardPanel"),
    ),
    Scene(part_of(ways.worklist, "worklist-calls-panel", "worklist below")),
    Scene(found("maple"), ("FindBar",)),
    Scene(found("nobody"), ("FindBar",)),
    Scene(then("worklist attempt", "worklist-log"), ("AttemptPanel",)),
    Scene(then("worklist draft", "worklist-resume-look"), ("LookPanel",)),
    Scene(then("worklist discard", "worklist-resume-discard"), ("DiscardPanel",)),
    Scene(then("worklist of a manager", "rail-worklist", who=NADIA), ("WorklistView",)),
    Scene(ways.new_person, ("NewPersonPanel",)),
    Scene(new_person_refused, ("NewPersonPanel",)),
    Scene(duplicate_alias, ("NewPersonPanel",)),
    Scene(
        then("person done", alias=ALL_STEPS),
        ("PersonView", "NextPanel", "RoomCard"),
    ),
    Scene(
        part_of(then("p", alias=ALL_STEPS), "person-timeline", "person timeline"),
        ("TimelinePanel", "ReachCard"),
    ),
    Scene(
        part_of(then("p", alias=ALL_STEPS), "person-own-forms-panel", "person more forms"),
        ("MoreFormsPanel",),
    ),
    Scene(then("person with an alert untold", alias=UNTOLD), ("UntoldPanel",)),
    Scene(telling_of_an_alert, ("ToldPanel",)),
    Scene(then("person waiting", alias="Maple 12"), ("PersonView",)),
    Scene(then("person with a draft", alias="Willow 22"), ("DraftCardPanel",)),
    Scene(then("person with a report", alias=MINOR), ("ReportCard",)),
    Scene(then("person with a late report", alias=LATE), ("ReportCard",)),
    Scene(then("report step", "person-report-step", alias=LATE), ("ReportPanel",)),
    Scene(part_of(then("p", alias=TWICE), "person-linked", "person linked"), ("LinkedPanel",)),
    Scene(
        then("identity shown", "person-identity-show", alias=TWICE),
        ("IdentityCard",),
    ),
    Scene(
        then("identity", "person-identity-show", "person-identity-edit", alias=TWICE),
        ("IdentityPanel", "WayPanel"),
    ),
    Scene(
        then("link case", "person-identity-show", "person-identity-link", alias=MINOR),
        ("LinkPanel",),
    ),
    Scene(then("attempt", "person-go", "person-attempt-group-not-now", alias="Maple 12")),
    Scene(then("attempt refused", "person-go", "person-do", alias="Maple 12"), ("AttemptPanel",)),
    Scene(ways.room, ("RoomPanel", "InterpreterFields")),
    Scene(then("close case", "person-close", alias="Maple 12"), ("ClosePanel",)),
    Scene(
        then(
            "close case lost",
            "person-close",
            "close-case-group-stopped",
            "close-case-reason-lost",
            alias=ALL_STEPS,
        ),
        ("ClosePanel",),
    ),
    Scene(
        then("close case goes on", "person-close", "close-case-group-goes-on", alias=ALL_STEPS),
        ("ClosePanel",),
    ),
    Scene(
        then(
            "close case missed", "person-close", "close-case-reason-never-reached", alias="Maple 12"
        ),
        ("ClosePanel",),
    ),
    Scene(then("person closed", alias="Larch 27"), ("PersonView",)),
    Scene(then("person second case", alias=AGAIN), ("LinkedPanel",)),
    Scene(
        then(
            "person hurt again",
            "person-close",
            "close-case-group-goes-on",
            "close-case-reason-hurt-again",
            "person-do",
            alias=ALL_STEPS,
        ),
        ("AgainPanel",),
    ),
    Scene(then("person again", "person-again", alias="Larch 27"), ("AgainPanel", "AgainChoice")),
    Scene(then("print record", "person-print", alias=ALL_STEPS), ("PrintRecordPanel",)),
    Scene(place_of("privacy", Desk.PRIVACY), ("PrivacyView",)),
    Scene(place_of("privacy note", Desk.PRIVACY, "privacy-note"), ("AskPanel",)),
    Scene(place_of("privacy of a manager", Desk.PRIVACY, who=NADIA), ("PrivacyView",)),
    Scene(place_of("privacy erase", Desk.PRIVACY, "privacy-erase", who=NADIA), ("AskPanel",)),
    Scene(place_of("privacy lend", Desk.PRIVACY, "privacy-lend", who=NADIA), ("AskPanel",)),
    *(
        Scene(ways.interview(part), ("InterviewView", "PageHead", "SectionPage", "RoomBar"))
        for part in CALM_ANSWERS
    ),
    Scene(ways.interview_in_both_languages, ("SectionsPanel", "CompactBar", "DisplayCard")),
    Scene(ways.interview_not_private, ("GatePanel",)),
    Scene(ways.interview_with_an_alert, ("AlertPanel", "HandOffForm")),
    Scene(alert_recorded, ("AlertPanel",)),
    Scene(refused_at_the_end, ("ScorePanel",)),
    Scene(discarding, ("DiscardBox",)),
    Scene(interpreting, ("InterpreterPanel",)),
    Scene(in_spanish_too(ways.returned_interview), ("CardNotes",)),
    Scene(in_spanish_too(youth_talk), ("InterviewView",)),
    *screens(
        "caregiver-talk",
        "needs-assessment",
        "injury-concern",
        "outside-results",
        "family-intake",
        "plan-suicide",
        "plan-retaliation",
        "plan-partner",
    ),
    Scene(loaded_row("Rides"), ("MediaView", "SuggestionBar"), is_english=True),
    Scene(loaded_row("Morning", alias=LOOKS_BACK), ("EarlierBar",), is_english=True),
    Scene(overridden, ("RecalculateBar",), is_english=True),
    Scene(form_signature, ("SignaturePanel",), is_english=True),
    Scene(loaded_row("Carry", "Pasar"), ("CarryPanel",)),
    Scene(loaded_row("Rest"), ("TakeOverPanel",)),
    Scene(then("amend", "person-amend", alias=SIGNED_OFF), ("AmendPanel",)),
    Scene(then("case to hand over", "person-hand", alias=ALL_STEPS), ("AskPanel",)),
    Scene(gone_away),
    Scene(taken_back, ("AskPanel",)),
    Scene(turned, ("PatientView", "PatientPage", "PatientCard")),
    Scene(given_back, ("GiveBackPage",)),
    *(Scene(in_spanish_too(ways.safety_plan(part)), ("PlanSide",)) for part in ways.PLAN_PARTS),
    Scene(no_plan, ("NoPlanPanel",)),
    *CONSENTS,
    Scene(place_of("needs", Desk.NEEDS), ("NeedsView", "CompensationPanel")),
    Scene(
        place_of("needs empty", Desk.NEEDS, alias="Maple 12"), ("NeedsView", "CompensationPanel")
    ),
    Scene(place_of("need", Desk.NEEDS, "needs-list-"), ("NeedPanel",)),
    Scene(place_of("claim", Desk.NEEDS, "compensation-note"), ("ClaimPanel",)),
    Scene(place_of("need new", Desk.NEEDS, "needs-add"), ("NeedPanel",)),
    *REFERRALS,
    Scene(composer("composer"), ("PacketView", "PartsPanel")),
    Scene(composer("composer steps", "packet-change-steps"), ("StepsEditor",)),
    Scene(
        composer("composer appointments", "packet-change-appointments"),
        ("AppointmentsEditor",),
    ),
    Scene(composer("composer resources", "packet-change-resources"), ("PlacesEditor",)),
    Scene(composer("composer print", "packet-print-here"), ("PrintPanel",)),
    Scene(composer("composer sent", "packet-send"), ("PacketView",)),
)
