"""Check a form before it is loaded: what is refused, what is wrong, what is worth knowing."""

from dataclasses import dataclass, field

from desktop.errors import KnownError
from desktop.forms.checking import report_on
from desktop.forms.form_problem import FormProblem
from desktop.forms.known.instrument import KnownInstrument
from desktop.forms.known.recognising import recognised
from desktop.forms.known.registry import EMPTY, Registry
from desktop.forms.questionnaire import Questionnaire
from desktop.forms.reading import read_questionnaire
from desktop.forms.score_checks import OUR_FORMS
from desktop.records.roles import Permission
from desktop.services.form_usability import obstacles
from desktop.services.local_day import local_day
from desktop.services.own_form_checks import own_version_check
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What a file came to. ``form`` is None where it cannot be read; ``refusals`` keep it out.

    ``obstacles`` are those of ``problems`` for which it can be loaded but not made current.
    """

    name: str
    data: bytes = field(repr=False)
    form: Questionnaire | None = field(repr=False)
    refusals: tuple[KnownError, ...]
    problems: tuple[FormProblem, ...] = ()
    notices: tuple[FormProblem, ...] = ()
    obstacles: tuple[FormProblem, ...] = ()
    is_here: bool = False
    """Whether exactly these bytes are loaded already, and whole."""
    replaces_own: bool = False
    """Whether it would take the place of one of our own forms once it is current."""
    registry: Registry = EMPTY
    """The instruments that it can be said to be; none for one of our own forms."""
    instrument: KnownInstrument | None = None
    """The one that its codes name."""

    @property
    def needs_licence(self) -> bool:
        """Whether somebody has to say that the hospital may use it."""
        return self.form is not None and bool(self.form.copyright.strip())


def check_form_import(work: Work, name: str, data: bytes) -> ImportReport:
    """The report on one file; never raises for what is in ``data``.

    Refusals are KnownErrors of the reader, ``form-import.other-bytes``,
    ``form-import.example-fails``, and those of ``own_version_check``. Most real
    forms have no version and many no address: that is a notice, for the hash names them.
    """
    work.need(Permission.LOAD_FORMS)
    try:
        form = read_questionnaire(data, name)
    except KnownError as error:
        return ImportReport(name, data, None, (error,))
    report = report_on(form, local_day(work))
    own = own_version_check(work.library, form)
    is_own = work.library.own_name(form.url) is not None
    registry = EMPTY if is_own else work.library.known()
    return ImportReport(
        name,
        data,
        form,
        (*own.refusals, *_refusals(work, form, report.problems)),
        (*own.losses, *report.problems),
        report.notices,
        obstacles(report.problems),
        is_here=_is_here(work, form),
        replaces_own=is_own,
        registry=registry,
        instrument=recognised(registry, form),
    )


def _refusals(
    work: Work, form: Questionnaire, problems: tuple[FormProblem, ...]
) -> list[KnownError]:
    found = []
    if form.url and _has_other_bytes(work, form):
        found.append(_other_bytes(form.version))
    if form.url.startswith(OUR_FORMS):
        failing = [one for one in problems if one.code == "test-vector"]
        found += [
            KnownError("form-import.example-fails", example=str(one.params["example"]))
            for one in failing[:1]
        ]
    return found


def _other_bytes(version: str) -> KnownError:
    if version:
        return KnownError("form-import.other-bytes", version=version)
    return KnownError("form-import.other-bytes-unnamed")


def _is_here(work: Work, form: Questionnaire) -> bool:
    shelf = work.session.forms
    is_known = any(one.ref == form.ref for one in shelf.forms())
    return is_known and shelf.bytes_of(form.content_hash) is not None


def _has_other_bytes(work: Work, form: Questionnaire) -> bool:
    """Two files under one version would look like one form to people, whatever their hash."""
    loaded = (one.ref for one in work.session.forms.forms())
    return any(
        (one.url, one.version) == (form.url, form.version) and one.content_hash != form.content_hash
        for one in (*loaded, *work.library.own_refs())
    )
