"""Reads a FHIR R4 Questionnaire: bytes to the frozen model, or one clear sentence why not."""

import hashlib
from types import MappingProxyType

from desktop.errors import KnownError
from desktop.forms import extensions as ext
from desktop.forms.expression_reading import unsupported_on, variables_on
from desktop.forms.item_reading import ItemReader, refuse_modifiers, signature_rule
from desktop.forms.json_input import JsonObject, a_text, an_object, read_json
from desktop.forms.local_texts import languages_of, local_text
from desktop.forms.logic_reading import read_constraints
from desktop.forms.marks_reading import read_worked_examples
from desktop.forms.option_reading import contained_terms
from desktop.forms.questionnaire import Item, Questionnaire, all_items

MAX_WORK = 1_500_000
"""Expressions times items that a form may have; the heaviest real one seen has 700,000."""


def read_questionnaire(data: bytes, name: str) -> Questionnaire:
    """The form in ``data``; ``name`` is what the user calls it (a file name).

    Raises KnownError: too large, too deep, not JSON, not a Questionnaire, a repeated linkId, a
    broken expression with its position, CQL, a modifier extension. A missing status or version is
    tolerated.
    """
    raw = read_json(data, name)
    if raw.get("resourceType") != "Questionnaire":
        found = a_text(raw, "resourceType") or "JSON"
        raise KnownError("form-not-questionnaire", name=name, found=found[:60])
    refuse_modifiers(raw, name)
    items = ItemReader(name, contained_terms(raw)).read(raw)
    every = all_items(items)
    _refuse_heavy(every, name)
    title = local_text(raw, "title")
    languages, partial = languages_of(a_text(raw, "language") or "en", title, every)
    return Questionnaire(
        url=a_text(raw, "url"),
        version=a_text(raw, "version"),
        title=title,
        status=a_text(raw, "status"),
        languages=languages,
        partial_languages=partial,
        content_hash=hashlib.sha256(data).hexdigest(),
        items=items,
        description=local_text(raw, "description"),
        copyright=a_text(raw, "copyright"),
        variables=variables_on(raw, name, "-"),
        launch_contexts=_launch_contexts(raw),
        effective_from=a_text(an_object(raw, "effectivePeriod"), "start"),
        effective_until=a_text(an_object(raw, "effectivePeriod"), "end"),
        constraints=read_constraints(raw, name, "-"),
        signature=signature_rule(raw),
        worked_examples=read_worked_examples(raw),
        unsupported=unsupported_on(raw),
        source=raw,
        by_link_id=MappingProxyType({item.link_id: item for item in every}),
    )


def _refuse_heavy(items: list[Item], name: str) -> None:
    expressions = sum(
        len(one.variables)
        + sum(found is not None for found in (one.calculated, one.enable_expression))
        for one in items
    )
    if expressions * len(items) > MAX_WORK:
        raise KnownError("form-too-heavy", name=name)


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
