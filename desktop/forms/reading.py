"""Reads a FHIR R4 Questionnaire: bytes to the frozen model, or one clear sentence why not."""

import hashlib
from types import MappingProxyType

from desktop.errors import KnownError
from desktop.forms import extensions as ext
from desktop.forms.assembling import assembled
from desktop.forms.condition_reading import ConditionReader, item_types
from desktop.forms.expression_reading import unsupported_on, variables_on
from desktop.forms.form_input import form_input
from desktop.forms.form_limits import refuse_oversized
from desktop.forms.item_reading import ItemReader, refuse_modifiers, signature_rule
from desktop.forms.json_input import JsonObject, a_text, an_object, objects, read_json
from desktop.forms.languages import languages_of, shown_texts
from desktop.forms.local_texts import local_text
from desktop.forms.logic_reading import read_constraints
from desktop.forms.marks_reading import read_worked_examples
from desktop.forms.questionnaire import Item, Questionnaire, all_items
from desktop.forms.terms import terms_of
from desktop.forms.value_sets import ValueSets

MAX_WORK = 1_500_000
"""Expressions times items that a form may have; the heaviest real one seen has 700,000."""


def read_questionnaire(data: bytes, name: str) -> Questionnaire:
    """The form in ``data``: a Questionnaire, or a Bundle of one with its value sets and parts.

    ``name`` is what the user calls it (a file name).

    Raises KnownError: too large, too deep, not JSON, not a Questionnaire, a repeated linkId, a
    broken expression with its position, CQL, a modifier extension. A missing status or version is
    tolerated.
    """
    found = form_input(read_json(data, name), name)
    refuse_oversized(found.questionnaire, name)
    raw = assembled(found.questionnaire, found.beside, name)
    if raw is not found.questionnaire:
        refuse_oversized(raw, name)
    refuse_modifiers(raw, name)
    terms = terms_of(objects(raw, "contained"), found.beside)
    conditions = ConditionReader(name, item_types(raw))
    items = ItemReader(name, ValueSets(terms, name), conditions).read(raw)
    return _form_of(raw, items, hashlib.sha256(data).hexdigest(), name)


def _form_of(
    raw: JsonObject, items: tuple[Item, ...], content_hash: str, name: str
) -> Questionnaire:
    every = all_items(items)
    title, period = local_text(raw, "title"), an_object(raw, "effectivePeriod")
    languages = languages_of(a_text(raw, "language") or "en", shown_texts(title, every))
    form = Questionnaire(
        url=a_text(raw, "url"),
        version=a_text(raw, "version"),
        title=title,
        status=a_text(raw, "status"),
        languages=languages.complete,
        partial_languages=languages.partial,
        content_hash=content_hash,
        items=items,
        description=local_text(raw, "description"),
        copyright=a_text(raw, "copyright"),
        publisher=a_text(raw, "publisher"),
        entry_mode=ext.extension_text(raw, ext.ENTRY_MODE, "valueCode") or None,
        variables=variables_on(raw, name, "-"),
        launch_contexts=_launch_contexts(raw),
        effective_from=a_text(period, "start"),
        effective_until=a_text(period, "end"),
        constraints=read_constraints(raw, name, "-"),
        signature=signature_rule(raw),
        worked_examples=read_worked_examples(raw),
        unsupported=unsupported_on(raw),
        source=raw,
        by_link_id=MappingProxyType({item.link_id: item for item in every}),
    )
    _refuse_heavy(every, len(form.variables) + len(form.constraints), name)
    return form


def _refuse_heavy(items: list[Item], at_root: int, name: str) -> None:
    count = at_root + sum(_expressions_on(one) for one in items)
    if count * len(items) > MAX_WORK:
        raise KnownError("form-too-heavy", name=name)


def _expressions_on(item: Item) -> int:
    single = (item.calculated, item.enable_expression, item.initial_expression)
    logic = len(item.logic.expressions)
    return len(item.variables) + logic + sum(one is not None for one in single)


def _launch_contexts(raw: JsonObject) -> tuple[str, ...]:
    names = []
    for found in ext.extensions(raw, ext.LAUNCH_CONTEXT):
        part = ext.extension(found, "name")
        names.append(
            a_text(an_object(part, "valueCoding"), "code")
            or a_text(part, "valueId")
            or a_text(part, "valueCode")
        )
    return tuple(one for one in names if one)
