"""The forms, consent texts, listings and partners of this installation, read when first needed."""

from dataclasses import replace
from pathlib import Path

from desktop.directory.directory import Directory
from desktop.directory.hsds_json import read_directory
from desktop.directory.partners import Partner, read_partners
from desktop.errors import BugError, KnownError
from desktop.forms.questionnaire import InstrumentRef, Questionnaire
from desktop.forms.reading import read_questionnaire
from desktop.forms.score_checks import OUR_FORMS
from desktop.services.ports import FormShelf, FormStanding, LoadedForm

INSTRUMENTS = (
    "bedside-core",
    "safety-plan",
    "consent-participation",
    "consent-contact",
    "consent-release",
    "consent-part2",
    "consent-photographs",
    "consent-research",
)


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
        self._directory: Directory | None = None
        self._partners: tuple[Partner, ...] | None = None

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
            self._instruments[name] = read_questionnaire(path.read_bytes(), path.name)
        return self._instruments[name]

    def by_ref(self, ref: InstrumentRef) -> Questionnaire:
        """Exactly this form; KnownError ``forms.version-missing`` when it is not installed.

        A form of the same name and version with other bytes is another form: what was asked
        must be what is shown.
        """
        for name in INSTRUMENTS:
            if self.built_in(name).ref == ref:
                return self.built_in(name)
        for path in sorted(self._instruments_dir.glob("earlier/*.json")):
            form = read_questionnaire(path.read_bytes(), path.name)
            if form.ref == ref:
                return form
        loaded = self._loaded_form(ref)
        if loaded is not None:
            return loaded
        if not ref.version:
            raise KnownError("forms.unnamed-missing")
        raise KnownError("forms.version-missing", version=ref.version)

    def own_refs(self) -> tuple[InstrumentRef, ...]:
        """Our own forms as they came with the app."""
        return tuple(self.built_in(name).ref for name in INSTRUMENTS)

    def own_name(self, url: str) -> str | None:
        """Which of our own forms has this address; None for a form of others."""
        if not url.startswith(OUR_FORMS):
            return None
        return next((name for name in INSTRUMENTS if self.built_in(name).url == url), None)

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
