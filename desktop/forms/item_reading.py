"""Reads the items of a Questionnaire into the frozen model, lenient about what is optional."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from decimal import Decimal

from desktop.errors import KnownError
from desktop.forms import extensions as ext
from desktop.forms.answers import AnswerValue, Coding
from desktop.forms.choice_columns import new_run, read_columns, with_columns
from desktop.forms.condition_reading import ConditionReader
from desktop.forms.expression_reading import expression_on, unsupported_on, variables_on
from desktop.forms.fhir_values import fitted, value_in
from desktop.forms.fhirpath.evaluation import Run
from desktop.forms.form_limits import MAX_ITEMS
from desktop.forms.form_parts import Limits, SignatureRule
from desktop.forms.honoured import HONOURED
from desktop.forms.json_input import JsonObject, a_flag, a_text, a_whole, an_object, objects
from desktop.forms.local_texts import local_text
from desktop.forms.logic_reading import read_logic
from desktop.forms.marks_reading import read_bands, read_marks
from desktop.forms.option_reading import answer_options
from desktop.forms.page_reading import is_own_page
from desktop.forms.patterns import plain_pattern
from desktop.forms.presentation import Presentation
from desktop.forms.presentation_reading import read_presentation
from desktop.forms.questionnaire import AnswerOption, Item, ItemType
from desktop.forms.unit_reading import read_units
from desktop.forms.value_sets import ValueSets

MAX_NESTING = 40


@dataclass(slots=True)
class ItemReader:
    """Reads items of one form; ``link_ids`` collects them to refuse a repeated one."""

    name: str
    value_sets: ValueSets
    conditions: ConditionReader
    link_ids: set[str] = field(default_factory=set)
    columns_run: Run = field(default_factory=new_run)
    """What columns of answers may cost in the whole form."""

    def read(
        self, parent: JsonObject, section: str = "", parent_id: str | None = None, level: int = 0
    ) -> tuple[Item, ...]:
        """The items of a Questionnaire or item. Raises KnownError naming the linkId."""
        if level > MAX_NESTING:
            raise KnownError("form-too-deep", name=self.name)
        found = parent.get("item", [])
        if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
            raise KnownError("form-items-malformed", name=self.name)
        return tuple(
            self._item(
                one, "" if level == 1 and is_own_page(one, parent) else section, parent_id, level
            )
            for one in found
        )

    def _item(self, raw: JsonObject, section: str, parent_id: str | None, level: int) -> Item:
        link_id = self._new_link_id(raw)
        refuse_modifiers(raw, self.name, a_text(raw, "linkId"))
        item_type = self._type(raw, link_id)
        presentation = self._presentation(raw, link_id)
        options, remote = self._options(raw, item_type, presentation)
        section = section or link_id
        units = read_units(raw, self.value_sets)
        return Item(
            link_id=link_id,
            type=item_type,
            section=section,
            parent=parent_id,
            text=local_text(raw, "text"),
            prefix=local_text(raw, "prefix"),
            short_text=local_text(ext.extension(raw, ext.SHORT_TEXT), "valueString"),
            required=a_flag(raw, "required"),
            repeats=a_flag(raw, "repeats"),
            read_only=a_flag(raw, "readOnly"),
            hidden=ext.extension_value(raw, ext.HIDDEN, "valueBoolean") is True,
            limits=_limits(raw, item_type),
            options=options,
            remote_options=remote,
            enable_when=tuple(self.conditions.read(raw, link_id)),
            enable_all=a_text(raw, "enableBehavior") != "any",
            enable_expression=expression_on(raw, ext.ENABLE_EXPRESSION, self.name, link_id),
            calculated=expression_on(raw, ext.CALCULATED, self.name, link_id),
            initial_expression=expression_on(raw, ext.INITIAL_EXPRESSION, self.name, link_id),
            initial=_initial(raw, item_type, options),
            variables=variables_on(raw, self.name, link_id),
            logic=read_logic(raw, self.name, link_id),
            presentation=presentation,
            unit=units.fixed,
            unit_options=units.options,
            unit_is_open=units.is_open,
            unit_supplement=units.supplement,
            remote_units=units.remote,
            bands=read_bands(raw),
            signature=signature_rule(raw),
            marks=read_marks(raw),
            unsupported=(*unsupported_on(raw, item_type), *self._term_faults(raw)),
            children=self.read(raw, section, link_id, level + 1),
            source=raw,
        )

    def _new_link_id(self, raw: JsonObject) -> str:
        link_id = raw.get("linkId")
        if not isinstance(link_id, str) or not link_id:
            text = a_text(raw, "text")[:60] or "-"
            raise KnownError("form-no-link-id", name=self.name, text=text)
        if link_id in self.link_ids:
            raise KnownError("form-duplicate-link-id", name=self.name, link_id=link_id)
        self.link_ids.add(link_id)
        if len(self.link_ids) > MAX_ITEMS:
            raise KnownError("form-too-many-items", name=self.name, limit=MAX_ITEMS)
        return link_id

    def _type(self, raw: JsonObject, link_id: str) -> ItemType:
        name = a_text(raw, "type")
        if name in ("coding", "open-choice"):
            is_open = name == "open-choice" or a_text(raw, "answerConstraint").startswith(
                "optionsOr"
            )
            return ItemType.OPEN_CHOICE if is_open else ItemType.CHOICE
        try:
            return ItemType(name)
        except ValueError:
            raise KnownError(
                "form-unknown-type", name=self.name, link_id=link_id, type=name or "-"
            ) from None

    def _options(
        self, raw: JsonObject, item_type: ItemType, shown: Presentation
    ) -> tuple[tuple[AnswerOption, ...], str | None]:
        options = answer_options(raw)
        url = a_text(raw, "answerValueSet")
        if not options and url and item_type.is_question:
            found = self.value_sets.options(url)
            if found is None:
                return (), url
            options = found
        columns = shown.choice_columns
        return with_columns(options, columns, self._node_of(raw), self.columns_run), None

    def _presentation(self, raw: JsonObject, link_id: str) -> Presentation:
        columns = read_columns(raw, self.name, link_id)
        found = read_presentation(raw)
        return replace(found, choice_columns=columns) if columns else found

    def _node_of(self, raw: JsonObject) -> Callable[[AnswerOption], object]:
        given: dict[tuple[str, str], JsonObject] = {}

        def node(option: AnswerOption) -> object:
            if not given:
                codings = (an_object(one, "valueCoding") for one in objects(raw, "answerOption"))
                given.update({(a_text(c, "system"), a_text(c, "code")): c for c in codings})
            value = option.value
            place = (value.system, value.code) if isinstance(value, Coding) else ("", "")
            return self.value_sets.node_of(value, given.get(place))

        return node

    def _term_faults(self, raw: JsonObject) -> tuple[str, ...]:
        url = a_text(raw, "answerValueSet")
        return self.value_sets.faults(url) if url and not answer_options(raw) else ()


def refuse_modifiers(element: JsonObject, name: str, link_id: str = "") -> None:
    """A modifier extension changes the meaning; an unknown one must be refused (FHIR R4).

    The one that is known names an extension that must be honoured (SDC ``criticalExtension``).
    ``link_id`` names the item, "" the form as a whole.
    """
    for found in objects(element, "modifierExtension"):
        url = a_text(found, "url")
        if url != ext.CRITICAL_EXTENSION:
            said = "form-modifier-extension-item" if link_id else "form-modifier-extension"
            raise _refused(said, name, link_id, url)
    for one in (*objects(element, "modifierExtension"), *objects(element, "extension")):
        named = a_text(one, "valueCanonical") or a_text(one, "valueUri")
        if one.get("url") == ext.CRITICAL_EXTENSION and named not in HONOURED:
            said = "form-critical-extension-item" if link_id else "form-critical-extension"
            raise _refused(said, name, link_id, named)


def _refused(message_id: str, name: str, link_id: str, url: str) -> KnownError:
    url = url[:200] or "-"
    if link_id:
        return KnownError(message_id, name=name, link_id=link_id, url=url)
    return KnownError(message_id, name=name, url=url)


def _limits(raw: JsonObject, item_type: ItemType) -> Limits:
    def whole(url: str) -> int | None:
        return a_whole(ext.extension(raw, url), "valueInteger")

    def bound(*urls: str) -> AnswerValue | None:
        values = (value_in(ext.extension(raw, url)) for url in urls)
        fitting = (fitted(item_type, value) for value in values if value is not None)
        return next((value for value in fitting if value is not None), None)

    return Limits(
        max_length=a_whole(raw, "maxLength"),
        min_length=whole(ext.MIN_LENGTH),
        pattern=plain_pattern(ext.extension_text(raw, ext.REGEX, "valueString")) or None,
        min_value=bound(ext.MIN_VALUE, ext.MIN_QUANTITY),
        max_value=bound(ext.MAX_VALUE, ext.MAX_QUANTITY),
        max_decimal_places=whole(ext.MAX_DECIMAL_PLACES),
        min_occurs=whole(ext.MIN_OCCURS),
        max_occurs=whole(ext.MAX_OCCURS),
        mime_types=tuple(
            a_text(found, "valueCode") for found in ext.extensions(raw, ext.MIME_TYPE)
        ),
        max_size=_bytes(ext.extension(raw, ext.MAX_SIZE)),
    )


def _bytes(found: JsonObject) -> int | None:
    size = found.get("valueDecimal", found.get("valueInteger"))
    return int(size) if isinstance(size, int | Decimal) and not isinstance(size, bool) else None


def signature_rule(raw: JsonObject) -> SignatureRule | None:
    """Who signs this form, group or question; None where nobody has to."""
    found = list(ext.extensions(raw, ext.SIGNATURE_REQUIRED))
    if not found:
        return None
    concepts = [an_object(one, "valueCodeableConcept") for one in found]
    codings = [coding for concept in concepts for coding in objects(concept, "coding")]
    return SignatureRule(tuple(a_text(one, "code") for one in codings if a_text(one, "code")))


def _initial(
    raw: JsonObject, item_type: ItemType, options: tuple[AnswerOption, ...]
) -> tuple[AnswerValue, ...]:
    given = [value_in(one) for one in objects(raw, "initial")]
    fitting = [fitted(item_type, value) for value in given if value is not None]
    chosen = [option.value for option in options if option.initial]
    values = [value for value in fitting if value is not None] or chosen
    return tuple(values if a_flag(raw, "repeats") else values[:1])
