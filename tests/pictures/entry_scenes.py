"""Before anybody is signed in: first start, set-up, codes, sign-in, trouble, backups put back."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from desktop.messages import sentence
from desktop.views.entry.entry_pages import EntryPages
from desktop.views.entry.entry_states import CodesState, EnrolAgainState, PageState, SignInState
from desktop.views.entry.restore_state import RestoreState
from tests.journeys.ways_of_care import Way, cover, enrol_page, sign_in_page
from tests.pictures.scene import Scene
from tests.services.bench import ROSA
from tests.support.journey import Traveller
from tests.views.entry.test_restore_page import STATES

CODES = ("Q7K2M-9XH4T-PW3RD-6BNYC", "5FJ8V-ZK2TM-4HQ9X-RD7WP", "N3YBC-8VF5J-2MKZT-X6H4Q")
SLIPS = (
    ("Ada Example", "ada.example", "P4T9-K7MX-2QHD"),
    ("Sol Example", "sol.example", "W8RB-3NYC-6FJV"),
    ("Max Example", "max.example", "Z5K2-TM4H-Q9XR"),
    ("Dot Example", "dot.example", "D7WP-N3YB-C8VF"),
)
HOSPITAL, CART = "Mockingbird General Hospital", "ED-CART-04"


def page(name: str, show: Callable[[EntryPages, str], None]) -> Way:
    """A page before the sign-in in one of its states; ``show`` gets the language."""

    def way(at: Traveller) -> None:
        sign_in_page(at)
        show(at.opened.window.pages, at.opened.window.language)
        at.opened.until_idle()

    way.__name__ = name
    return way


def wrong_password(at: Traveller) -> None:
    """One sentence under the password."""
    sign_in_page(at)
    at.write("sign-in-name", ROSA)
    at.write("sign-in-password", "not this one")
    at.press("sign-in-submit")
    at.opened.until(lambda: at.hands.sees("sign-in-submit"))


def nothing_typed(at: Traveller) -> None:
    """Sign in without a name."""
    sign_in_page(at)
    at.press("sign-in-submit")


def enrol_refused(at: Traveller) -> None:
    """Everything is still missing."""
    enrol_page(at)
    at.press("enrol-submit")


def set_up_refused(at: Traveller) -> None:
    """The set-up with its sentences about what is missing."""
    sign_in_page(at)
    at.opened.window.pages.show_set_up(PageState(), has_keyring=False)
    at.press("set-up-submit")


def wrong_pin(at: Traveller) -> None:
    """The cover after a wrong PIN."""
    cover(at)
    at.opened.enter_pin("000000")


def locked(at: Traveller) -> None:
    """What is said before the full lock."""
    at.sign_in(ROSA)
    at.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def _codes(printer: str, *, keeps: bool = False) -> CodesState:
    return CodesState(CODES, SLIPS, HOSPITAL, printer, keeps)


def _trouble(message_id: str, *, can: bool) -> Callable[[EntryPages, str], None]:
    def show(pages: EntryPages, language: str) -> None:
        pages.show_trouble(sentence(message_id, language), can_enrol=can, can_restore=can)

    return show


def _in_language(state: RestoreState, language: str) -> RestoreState:
    return state._replace(
        language=language,
        doing=sentence("backup.step-checking", language) if state.doing else "",
        error=sentence("restore.no-backups", language) if state.error else "",
        note=sentence("restore.stopped", language) if state.note else "",
    )


def _show_sign_in(pages: EntryPages, language: str) -> None:
    error = sentence("sign-in.stopped", language)
    pages.show_sign_in(SignInState(HOSPITAL, CART, error=error))


ENTRY: tuple[Scene, ...] = (
    Scene(page("first start", lambda p, _l: p.show_first_start()), ("FirstStartPage",)),
    Scene(
        page("first start with records", lambda p, _l: p.show_first_start(has_records=True)),
        ("FirstStartPage",),
    ),
    Scene(page("opening the demo", lambda p, _l: p.show_opening(is_demo=True)), ("OpeningPage",)),
    Scene(
        page("set-up", lambda p, _l: p.show_set_up(PageState(), has_keyring=True)),
        ("SetUpPage", "SetUpPeople", "SetUpKey"),
    ),
    Scene(set_up_refused, ("SetUpPage",)),
    Scene(page("codes to print", lambda p, _l: p.show_codes(_codes("ED-PRN-2"))), ("CodesPage",)),
    Scene(
        page("codes printer keeps", lambda p, _l: p.show_codes(_codes("ED-PRN-3", keeps=True))),
        ("CodesPage",),
    ),
    Scene(page("codes shown", lambda p, _l: p.show_codes(_codes(""))), ("CodesPage",)),
    Scene(page("unlock", lambda p, _l: p.show_unlock(PageState(), CART)), ("UnlockPage",)),
    Scene(
        page(
            "unlock refused",
            lambda p, lang: p.show_unlock(
                PageState(error=sentence("workstation.wrong-passphrase", lang)), CART
            ),
        ),
        ("UnlockPage",),
    ),
    Scene(sign_in_page, ("SignInPage", "EntrySide")),
    Scene(nothing_typed, ("SignInPage",)),
    Scene(wrong_password, ("SignInPage",)),
    Scene(page("account closed", _show_sign_in), ("SignInPage",)),
    Scene(enrol_page, ("EnrolPage", "NewPassword", "NewPin")),
    Scene(enrol_refused, ("EnrolPage",)),
    Scene(
        page("enrol again", lambda p, _l: p.show_enrol_again(EnrolAgainState())),
        ("EnrolAgainPage",),
    ),
    Scene(
        page(
            "enrolled again",
            lambda p, _l: p.show_enrol_again(
                EnrolAgainState(code="P4T9-K7MX-2QHD", name="ada", until="2026-03-17 14:05")
            ),
        ),
        ("EnrolAgainPage",),
    ),
    Scene(page("trouble", _trouble("store.newer-version", can=False)), ("TroublePage",)),
    Scene(page("trouble with ways out", _trouble("store.damaged", can=True)), ("TroublePage",)),
    *(
        Scene(
            page(
                f"restore {name}",
                lambda p, lang, s=state: p.show_restore(_in_language(s, lang)),
            ),
            ("RestorePage", "RestoreFacts") if state.look else ("RestorePage",),
        )
        for name, state in STATES.items()
    ),
    Scene(
        page(
            "closing",
            lambda p, lang: p.show_closing(sentence("backup.step-checking", lang), 40, 100),
        ),
        ("ClosingPage",),
    ),
    Scene(cover, ("CoverView",)),
    Scene(wrong_pin, ("CoverView",)),
    Scene(locked),
)
