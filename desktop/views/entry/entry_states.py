"""What the pages before sign-in show and ask, as frozen values."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SignInState:
    """The sign-in page. ``demo_hint`` names the invented accounts and their password."""

    hospital: str = ""
    workstation: str = ""
    is_demo: bool = False
    demo_hint: str = ""
    is_busy: bool = False
    error: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class EnrolRequest:
    """A one-time code used to choose a password and a PIN."""

    sign_in_name: str
    code: str = field(repr=False)
    password: str = field(repr=False)
    pin: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PageState:
    """A page with one form: busy or not, and one sentence when something went wrong."""

    is_busy: bool = False
    error: str = ""


@dataclass(frozen=True, slots=True)
class CodesState:
    """Shown once after set-up: three recovery codes and one code per person."""

    recovery_codes: tuple[str, ...] = field(repr=False)
    enrolment: tuple[tuple[str, str, str], ...] = field(repr=False)
    """Display name, sign-in name, one-time code."""
