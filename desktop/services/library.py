"""The forms, consent texts, listings and partners of this installation, read when first needed."""

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from desktop.directory.directory import Directory
from desktop.directory.hsds_json import read_directory
from desktop.directory.partners import Partner, read_partners
from desktop.errors import BugError, KnownError
from desktop.forms.added_alerts import AddedAlerts, with_alerts
from desktop.forms.form_face import FormFace, read_face
from desktop.forms.known.registry import Registry, read_registry
from desktop.forms.questionnaire import InstrumentRef, Questionnaire
from desktop.forms.reading import read_questionnaire
from desktop.forms.score_checks import OUR_FORMS
from desktop.services.ports import FormShelf, FormStanding, LoadedForm

FURTHER = (
    "outside-results",
    "youth-talk",
    "caregiver-talk",
    "needs-assessment",
    "injury-concern",
    "follow-up-check",
    "family-intake",
    "plan-suicide",
    "plan-retaliation",
    "plan-partner",
)
"""Our own forms that have no step of their own: offered as their rules say."""

INSTRUMENTS = (
    "bedside-core",
    "safety-plan",
    "consent-participation",
    "consent-contact",
    "consent-release",
    "consent-part2",
    "consent-photographs",
    "consent-research",
    *FURTHER,
)


OWN_URL = OUR_FORMS + "fhir/Questionnaire/"
"""The address of one of our own forms, less its name."""

# Forms never change and hold nothing of anybody: who signs in next need not have them read anew.
_own_form = lru_cache(maxsize=64)(read_questionnaire)
_own_face = lru_cache(maxsize=64)(read_face)


class Library:
    """Reads each file once. Invented listings and partners are given to a demo store only.

    ``shelf`` holds the forms that the site loaded; without it there are only our own.
    """

    def __init__(
        self,
        instruments_dir: Path,
        directory_dir: Path,
        is_demo: bool,
        shelf: FormShelf | None = None,
    ) -> None:
        self._instruments_dir = instruments_dir
        self._directory_dir = directory_dir
        self._is_demo = is_demo
        self._shelf = shelf
        self._instruments: dict[str, Questionnaire] = {}
        self._loaded: dict[InstrumentRef, Questionnaire] = {}
        self._with_alerts: dict[tuple[InstrumentRef, AddedAlerts], Questionnaire] = {}
        self._faces: dict[str, FormFace] = {}
        self._loaded_faces: dict[InstrumentRef, FormFace | None] = {}
        self._directory: Directory | None = None
        self._partners: tuple[Partner, ...] | None = None
        self._known: Registry | None = None

    def instrument(self, name: str) -> Questionnaire:
        """The version of one of our own forms that new work is begun with.

        That is the version that the administrator made current, else the one that came with the
        app; also when the file of the current one is damaged, which the desk of forms says.
        """
        own = self.built_in(name)
        for form in current_forms(self._shelf) if self._shelf is not None else ():
            if form.url == own.url:
                return self._loaded_form(form.ref) or own
        return own

    def built_in(self, name: str) -> Questionnaire:
        """One of our own forms as it came with the app."""
        if name not in INSTRUMENTS:
            raise BugError("an instrument that we do not have")
        if name not in self._instruments:
            path = self._instruments_dir / f"{name}.json"
            self._instruments[name] = _own_form(path.read_bytes(), path.name)
        return self._instruments[name]

    def further(self) -> tuple[tuple[str, FormFace], ...]:
        """Our own forms without a step of their own, in the version for new work, by name."""
        shelf = self._shelf
        current = {} if shelf is None else {form.url: form for form in current_forms(shelf)}
        found = []
        for name in FURTHER:
            face = self._face(name)
            loaded = current.get(face.ref.url)
            found.append((name, (self.loaded_face(loaded) if loaded else None) or face))
        return tuple(found)

    def loaded_face(self, form: LoadedForm) -> FormFace | None:
        """What a form that the site loaded says of itself; None when its file is not whole."""
        if form.ref not in self._loaded_faces:
            data = self._shelf.bytes_of(form.content_hash) if self._shelf is not None else None
            face = None if data is None else read_face(data, form.url)
            self._loaded_faces[form.ref] = face if face and face.ref == form.ref else None
        return self._loaded_faces[form.ref]

    def _face(self, name: str) -> FormFace:
        if name not in self._faces:
            path = self._instruments_dir / f"{name}.json"
            self._faces[name] = _own_face(path.read_bytes(), path.name)
        return self._faces[name]

    def by_ref(self, ref: InstrumentRef) -> Questionnaire:
        """Exactly this form; KnownError ``forms.version-missing`` when it is not installed.

        A form of the same name and version with other bytes is another form: what was asked
        must be what is shown.
        """
        own = self.own_name(ref.url)
        if own is not None and self.is_built_in(ref):
            return self.built_in(own)
        for path in sorted(self._instruments_dir.glob("earlier/*.json")):
            form = _own_form(path.read_bytes(), path.name)
            if form.ref == ref:
                return form
        loaded = self._loaded_form(ref)
        if loaded is not None:
            return loaded
        if not ref.version:
            raise KnownError("forms.unnamed-missing")
        raise KnownError("forms.version-missing", version=ref.version)

    def with_alerts(self, ref: InstrumentRef, added: AddedAlerts) -> Questionnaire:
        """The form of ``by_ref`` with the alerts that the site adds; the same object each time."""
        form = self.by_ref(ref)
        if not added:
            return form
        if (ref, added) not in self._with_alerts:
            self._with_alerts[ref, added] = with_alerts(form, added)
        return self._with_alerts[ref, added]

    def is_built_in(self, ref: InstrumentRef) -> bool:
        """Whether it is one of our own forms exactly as it came with the app."""
        own = self.own_name(ref.url)
        return own is not None and self.built_in(own).ref == ref

    def own_refs(self) -> tuple[InstrumentRef, ...]:
        """Our own forms as they came with the app."""
        return tuple(self.built_in(name).ref for name in INSTRUMENTS)

    def own_name(self, url: str) -> str | None:
        """Which of our own forms has this address; None for a form of others."""
        name = url.removeprefix(OWN_URL)
        return name if name != url and name in INSTRUMENTS else None

    def _loaded_form(self, ref: InstrumentRef) -> Questionnaire | None:
        if ref in self._loaded:
            return self._loaded[ref]
        if self._shelf is None:
            return None
        known = next((one for one in self._shelf.forms() if one.ref == ref), None)
        if known is None:
            return None
        data = self._shelf.bytes_of(ref.content_hash)
        form = None if data is None else read_questionnaire(data, ref.url)
        if form is None or form.ref != ref:
            return None
        # People must be able to tell it from others: without a title it goes by its file.
        self._loaded[ref] = form if form.title else replace(form, title=known.title)
        return self._loaded[ref]

    def known(self) -> Registry:
        """What is known of instruments that hospitals use; never their wording."""
        if self._known is None:
            path = self._instruments_dir / "known" / "registry.json"
            self._known = read_registry(path.read_bytes())
        return self._known

    def directory(self) -> Directory:
        """Publicly known lines, and in a demo store the invented places too."""
        if self._directory is None:
            found = self._read_directory("seed.json")
            if self._is_demo:
                found = self._read_directory("demo.json").joined(found)
            self._directory = found
        return self._directory

    def partners(self) -> tuple[Partner, ...]:
        """The community partners that a person can be asked about."""
        if self._partners is None:
            data = (self._directory_dir / "partners.json").read_bytes()
            self._partners = read_partners(data, "demo" if self._is_demo else "hartford")
        return self._partners

    def _read_directory(self, name: str) -> Directory:
        return read_directory((self._directory_dir / name).read_bytes(), name)


def current_forms(shelf: FormShelf) -> tuple[LoadedForm, ...]:
    """The loaded forms that are current, each once."""
    stands = shelf.standings()
    current = {hash_ for hash_, stand in stands.items() if stand.standing is FormStanding.CURRENT}
    if not current:
        return ()
    found = {form.content_hash: form for form in shelf.forms() if form.content_hash in current}
    return tuple(found.values())
