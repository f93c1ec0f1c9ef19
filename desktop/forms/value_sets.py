"""Expands a value set to options, offline: expansion, or compose with include and exclude."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from desktop.errors import KnownError
from desktop.forms.answers import Coding
from desktop.forms.extensions import (
    CODE_LABELS,
    ITEM_ANSWER_MEDIA,
    OPTION_EXCLUSIVE,
    OPTION_PREFIX,
    extension,
)
from desktop.forms.fhir_values import coding_in
from desktop.forms.json_input import JsonObject, a_text, a_whole, an_object, objects
from desktop.forms.local_texts import local_text, with_designations
from desktop.forms.presentation_reading import media_on, styling_of
from desktop.forms.questionnaire import AnswerOption
from desktop.forms.terms import Terms, missing_supplements
from desktop.forms.weights import weight_on
from desktop.forms.wording import LocalText

MAX_OPTIONS = 20_000
"""Codes of one value set."""
MAX_WALKED = 300_000
"""Codes looked at to expand all value sets of one form."""
_MAX_NESTING = 20
_PREFIXES = (OPTION_PREFIX, *CODE_LABELS)
Options = dict[tuple[str, str], AnswerOption]


@dataclass(slots=True)
class ValueSets:
    """Expands the value sets of one form, each once. ``name`` is the file, for refusals."""

    terms: Terms
    name: str
    _known: dict[str, Options | None] = field(default_factory=dict)
    _listed: dict[str, tuple[AnswerOption, ...]] = field(default_factory=dict)
    _open: set[str] = field(default_factory=set)
    _walked: int = 0
    _sources: dict[tuple[str, str], tuple[JsonObject, ...]] = field(default_factory=dict)
    _indexes: dict[int, dict[str, JsonObject]] = field(default_factory=dict)

    def options(self, url: str) -> tuple[AnswerOption, ...] | None:
        """The options of a value set; None when something that it needs is not here.

        Raises KnownError when there are more than ``MAX_OPTIONS``.
        """
        found = self._keyed(url)
        if found is None:
            return None
        if url not in self._listed:
            self._listed[url] = tuple(found.values())
        return self._listed[url]

    def options_of_system(self, system: str) -> tuple[AnswerOption, ...] | None:
        """All codes of a code system; None where it is not here."""
        found = self._of_system({"system": system})
        return None if found is None else tuple(found.values())

    def _keyed(self, url: str) -> Options | None:
        """The same by system and code; not to be changed."""
        if url not in self._known:
            if url in self._open or len(self._open) > _MAX_NESTING:
                return None
            self._open.add(url)
            try:
                self._known[url] = self._expanded(url)
            finally:
                self._open.discard(url)
        return self._known[url]

    def faults(self, url: str) -> tuple[str, ...]:
        """``partial-value-set`` and ``missing-supplement`` where they are so."""
        value_set = self.terms.value_set(url)
        if value_set is None:
            return ()
        expansion = an_object(value_set, "expansion")
        total, given = a_whole(expansion, "total"), len(objects(expansion, "contains"))
        is_partial = given and total is not None and total > given and not _nested(expansion)
        found = ("partial-value-set",) if is_partial else ()
        lacks = bool(missing_supplements(value_set, self.terms))
        return (*found, "missing-supplement") if lacks else found

    def _expanded(self, url: str) -> Options | None:
        value_set = self.terms.value_set(url)
        if value_set is None:
            return None
        expansion = objects(an_object(value_set, "expansion"), "contains")
        if len(expansion) > MAX_OPTIONS:
            raise KnownError("form-too-many-options", name=self.name, limit=MAX_OPTIONS)
        if expansion:
            return self._options(self._flattened(expansion, "contains", _MAX_NESTING), "")
        return self._composed(an_object(value_set, "compose"))

    def _composed(self, compose: JsonObject) -> Options | None:
        """Source: http://hl7.org/fhir/R4/valueset.html#compositions (excludes come last)."""
        if not objects(compose, "include"):
            return None
        found: Options = {}
        for include in objects(compose, "include"):
            part = self._included(include)
            if part is None:
                return None
            if part.keys() <= found.keys():
                continue
            for key, option in part.items():
                found.setdefault(key, option)
        for exclude in objects(compose, "exclude"):
            part = self._included(exclude)
            if part is None:
                return None
            found = _without(found, part)
        return found

    def _included(self, include: JsonObject) -> Options | None:
        """One include or exclude: its system's codes that are in all of its value sets."""
        parts: list[Options] = []
        if a_text(include, "system") or objects(include, "concept"):
            own = self._of_system(include)
            if own is None:
                return None
            parts.append(own)
        named = include.get("valueSet")
        for url in named if isinstance(named, list) else []:
            options = self._keyed(url) if isinstance(url, str) else None
            if options is None:
                return None
            self._walk(len(options))
            parts.append(options)
        if len(parts) <= 1:
            return parts[0] if parts else None
        return {key: one for key, one in parts[0].items() if all(key in part for part in parts)}

    def _of_system(self, include: JsonObject) -> Options | None:
        system = a_text(include, "system")
        concepts = objects(include, "concept")
        if concepts:
            return self._options(iter(concepts), system)
        code_system = self.terms.code_system(system)
        if code_system is None or a_text(code_system, "content") in ("not-present", "supplement"):
            return None
        chosen = objects(code_system, "concept")
        for criterion in objects(include, "filter"):
            narrowed = _filtered(chosen, criterion)
            if narrowed is None:
                return None
            chosen = narrowed
        return self._options(self._flattened(chosen, "concept", _MAX_NESTING), system)

    def _flattened(self, codes: list[JsonObject], name: str, levels: int) -> Iterator[JsonObject]:
        for code in codes:
            self._walk(1)
            yield code
            if levels:
                yield from self._flattened(objects(code, name), name, levels - 1)

    def _walk(self, codes: int) -> None:
        self._walked += codes
        if self._walked > MAX_WALKED:
            raise KnownError("form-too-many-options", name=self.name, limit=MAX_WALKED)

    def _options(self, codes: Iterator[JsonObject], system: str) -> Options:
        found: Options = {}
        for code in codes:
            option = self._option(code, system)
            if option is not None:
                found.setdefault(_key(option), option)
            if len(found) > MAX_OPTIONS:
                raise KnownError("form-too-many-options", name=self.name, limit=MAX_OPTIONS)
        return found

    def _option(self, code: JsonObject, system: str) -> AnswerOption | None:
        coded = coding_in(code)
        if coded is None or code.get("abstract") is True:
            return None
        system = coded.system or system
        sources = (code, *self._definitions(system, coded.code))
        label = _label(sources)
        self._sources.setdefault((system, coded.code), sources)
        prefixes = (extension(one, url) for url in _PREFIXES for one in sources)
        exclusives = (extension(one, OPTION_EXCLUSIVE) for one in sources)
        return AnswerOption(
            Coding(coded.code, system, label.base),
            label or LocalText(coded.code),
            local_text(next((one for one in prefixes if one), {}), "valueString"),
            weight_on(*sources),
            any(one.get("valueBoolean") is True for one in exclusives),
            styling=styling_of(code, "display"),
            media=media_on(code, ITEM_ANSWER_MEDIA),
        )

    def node_of(self, value: object, given: JsonObject | None = None) -> object:
        """A coding with all that is said of it: the value set first, then the code system."""
        if not isinstance(value, Coding):
            return getattr(value, "text", value)
        node: dict[str, object] = {"system": value.system, "code": value.code}
        known = self._sources.get((value.system, value.code))
        sources = known or self._definitions(value.system, value.code)
        for source in ({"display": value.display}, given or {}, *sources):
            node |= {name: content for name, content in source.items() if name not in node}
        return node

    def _definitions(self, system: str, code: str) -> tuple[JsonObject, ...]:
        """What the code system and its supplements say of a code."""
        homes = (self.terms.code_system(system), *self.terms.supplements.get(system, ()))
        found = (self._by_code(home).get(code) for home in homes if home is not None)
        return tuple(one for one in found if one is not None)

    def _by_code(self, code_system: JsonObject) -> dict[str, JsonObject]:
        known = self._indexes.get(id(code_system))
        if known is None:
            every = self._flattened(objects(code_system, "concept"), "concept", _MAX_NESTING)
            known = {a_text(one, "code"): one for one in every}
            self._indexes[id(code_system)] = known
        return known


def _nested(expansion: JsonObject) -> bool:
    return any(objects(one, "contains") for one in objects(expansion, "contains"))


def _key(option: AnswerOption) -> tuple[str, str]:
    value = option.value
    if not isinstance(value, Coding):
        return ("", str(value))
    return (value.system, value.code or f" {value.display}")


def _without(options: Options, others: Options) -> Options:
    return {key: one for key, one in options.items() if key not in others}


def _label(sources: tuple[JsonObject, ...]) -> LocalText:
    """The first display, with the translations that any of the sources has for it."""
    texts = [with_designations(local_text(one, "display"), one) for one in sources]
    base = next((text.base for text in texts if text.base), "")
    translations: dict[str, str] = {}
    for text in reversed(texts):
        translations |= text.translations
    return LocalText(base, translations)


def _filtered(concepts: list[JsonObject], criterion: JsonObject) -> list[JsonObject] | None:
    """The concepts that one filter leaves; None for a filter that is not worked out here.

    ``is-a`` and ``descendent-of`` follow the nesting of the code system (FHIR R4 filter operators).
    """
    operator, value = a_text(criterion, "op"), a_text(criterion, "value")
    about_code = a_text(criterion, "property") in ("concept", "code")
    if about_code and operator in ("is-a", "descendent-of"):
        root = _find(concepts, value, _MAX_NESTING)
        if root is None:
            return []
        return [root] if operator == "is-a" else objects(root, "concept")
    if about_code and operator in ("=", "in"):
        wanted = value.split(",")
        found = (_find(concepts, one.strip(), _MAX_NESTING) for one in wanted)
        return [{**one, "concept": []} for one in found if one is not None]
    return None


def _find(concepts: list[JsonObject], code: str, levels: int) -> JsonObject | None:
    for concept in concepts:
        if concept.get("code") == code:
            return concept
        below = _find(objects(concept, "concept"), code, levels - 1) if levels else None
        if below is not None:
            return below
    return None
