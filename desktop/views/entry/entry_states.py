"""What the pages before sign-in show and ask, as frozen values.

Named tuples, which are made ten times faster than dataclasses: the first page waits for them.
"""

from typing import NamedTuple


class SignInState(NamedTuple):
    """The sign-in page. ``demo_hint`` names the invented accounts and their password."""

    hospital: str = ""
    workstation: str = ""
    is_demo: bool = False
    demo_hint: str = ""
    is_busy: bool = False
    error: str = ""
    note: str = ""
    backup: str = ""
    """How old the last backup is, once that is worth saying."""


class EnrolRequest(NamedTuple):
    """A one-time code used to choose a password and a PIN."""

    sign_in_name: str
    code: str
    password: str
    pin: str

    def __repr__(self) -> str:
        """The name alone: the rest is secret."""
        return f"EnrolRequest(sign_in_name={self.sign_in_name!r})"


class PageState(NamedTuple):
    """A page with one form: busy or not, and one sentence when something went wrong."""

    is_busy: bool = False
    error: str = ""


class EnrolAgainState(NamedTuple):
    """Enrolling this workstation again; ``code`` is that of the administrator once it is done."""

    is_busy: bool = False
    error: str = ""
    has_keyring: bool = False
    code: str = ""
    name: str = ""
    until: str = ""

    def __repr__(self) -> str:
        """Nothing: the code is secret."""
        return "EnrolAgainState()"


class CodesState(NamedTuple):
    """Shown once after set-up: three recovery codes and one code per person."""

    recovery_codes: tuple[str, ...]
    enrolment: tuple[tuple[str, str, str], ...]
    """Display name, sign-in name, one-time code."""
    hospital: str = ""
    printer: str = ""
    """A printer that is ready; without one the codes are shown to be written down."""
    keeps_files: bool = False
    """Whether its print system keeps what it printed on a disk."""

    def __repr__(self) -> str:
        """Nothing: all of it is secret."""
        return "CodesState()"
