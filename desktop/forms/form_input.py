"""What one import gives: a Questionnaire, and the value sets and parts that came beside it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from desktop.errors import KnownError
from desktop.forms import extensions as ext
from desktop.forms.json_input import JsonObject, a_text, an_object, objects, read_json

MAX_RESOURCES = 2_000
_MAX_BUNDLES = 4
_TERMS = ("ValueSet", "CodeSystem")


@dataclass(frozen=True, slots=True)
class FormInput:
    """The form, and every other resource of the same import."""

    questionnaire: JsonObject
    beside: tuple[JsonObject, ...] = ()


@dataclass(frozen=True, slots=True)
class FormFile:
    """A file of an import. ``data`` is what is read, hashed and kept: the file's own bytes, or a
    Bundle of them with the resources of the files in ``joined`` that the form names.

    ``is_form`` is False for a file that only serves the others.
    """

    name: str
    data: bytes
    joined: tuple[str, ...] = ()
    is_form: bool = True


def form_input(raw: JsonObject, name: str) -> FormInput:
    """The form in a Questionnaire or Bundle. Raises KnownError when there is not exactly one."""
    resources = tuple(_resources(raw, name))
    forms = [one for one in resources if a_text(one, "resourceType") == "Questionnaire"]
    if not forms:
        found = a_text(raw, "resourceType") or "JSON"
        raise KnownError("form-not-questionnaire", name=name, found=found[:60])
    if len(forms) > 1:
        parts = {url for one in forms for url in _part_urls(one)}
        whole = [one for one in forms if not _named(one) & parts]
        if len(whole) != 1:
            raise KnownError("form-bundle-several", name=name, count=len(whole) or len(forms))
        forms = whole
    return FormInput(forms[0], tuple(one for one in resources if one is not forms[0]))


def _resources(raw: JsonObject, name: str) -> Iterator[JsonObject]:
    """The resource itself, or those of a Bundle; Bundles in Bundles are opened."""
    level = [raw]
    seen = 0
    for _ in range(_MAX_BUNDLES):
        following: list[JsonObject] = []
        for one in level:
            if a_text(one, "resourceType") != "Bundle":
                yield one
                continue
            inner = [an_object(entry, "resource") for entry in objects(one, "entry")]
            following.extend(resource for resource in inner if resource)
        seen += len(following)
        if seen > MAX_RESOURCES:
            raise KnownError("form-too-many-parts", name=name, limit=MAX_RESOURCES)
        level = following
    if level:
        raise KnownError("form-too-deep", name=name)


def _named(resource: JsonObject) -> set[str]:
    url, version = a_text(resource, "url"), a_text(resource, "version")
    return {url, f"{url}|{version}"} if url else set()


def _part_urls(form: JsonObject) -> Iterator[str]:
    waiting = objects(form, "item")
    while waiting:
        one = waiting.pop()
        waiting.extend(objects(one, "item"))
        url = ext.extension_text(one, ext.SUB_QUESTIONNAIRE, "valueCanonical", "valueUri")
        if url:
            yield url


def joined_files(files: Sequence[tuple[str, bytes]]) -> tuple[FormFile, ...]:
    """The files of one import, by name and content, each form with what it names of the others.

    A form that needs nothing of the others keeps its own bytes, and so its hash. Never raises: a
    file that is no JSON stands alone, and reading it says why.
    """
    opened = [(name, data, _opened(name, data)) for name, data in files]
    if not any(_holds_form(resources) for _, _, resources in opened):
        return tuple(FormFile(name, data) for name, data in files)
    return tuple(
        _joined(name, data, resources, opened)
        if _holds_form(resources) or not resources
        else FormFile(name, data, is_form=False)
        for name, data, resources in opened
    )


_Opened = tuple[str, bytes, tuple[JsonObject, ...]]


def _opened(name: str, data: bytes) -> tuple[JsonObject, ...]:
    try:
        found = tuple(_resources(read_json(data, name), name))
    except KnownError:
        return ()
    serves = any(a_text(one, "resourceType") in (*_TERMS, "Questionnaire") for one in found)
    return found if serves else ()


def _holds_form(resources: Iterable[JsonObject]) -> bool:
    return any(a_text(one, "resourceType") == "Questionnaire" for one in resources)


def _joined(
    name: str, data: bytes, resources: tuple[JsonObject, ...], opened: Sequence[_Opened]
) -> FormFile:
    mentioned = _mentioned(resources)
    own = {url for one in resources for url in _named(one)}
    chosen: list[_Opened] = []
    is_growing = bool(resources)
    while is_growing:
        is_growing = False
        for other in opened:
            urls = {url for one in other[2] for url in _named(one)} - own
            if other[1] is not data and other not in chosen and urls & mentioned:
                chosen.append(other)
                mentioned |= _mentioned(other[2])
                is_growing = True
    if not chosen:
        return FormFile(name, data)
    return FormFile(name, _bundle([data, *(one[1] for one in chosen)]), tuple(c[0] for c in chosen))


def _mentioned(resources: Iterable[JsonObject]) -> set[str]:
    """Every text of the resources: whatever URL they name is among them."""
    found: set[str] = set()
    waiting: list[object] = list(resources)
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            found |= {one, one.partition("|")[0]}
        elif isinstance(one, dict):
            waiting.extend(content for name, content in one.items() if name != "url")
        elif isinstance(one, list):
            waiting.extend(one)
    return found


def _bundle(parts: Sequence[bytes]) -> bytes:
    """A Bundle around the very bytes of the files, so that no number is written anew."""
    inner = b'},\n{"resource": '.join(one.removeprefix(b"\xef\xbb\xbf") for one in parts)
    head = b'{"resourceType": "Bundle", "type": "collection", "entry": [\n{"resource": '
    return head + inner + b"}]}\n"
