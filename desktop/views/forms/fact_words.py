"""Which version and which languages a loaded form has, in words."""

from collections.abc import Iterable

from PySide6.QtCore import QLocale

from desktop.messages import catalogue, sentence


def version_label(version: str, language: str) -> str:
    """ "Version 2.1", or "No version", as a line begins."""
    return _version("label", version, language)


def version_inside(version: str, language: str) -> str:
    """The same inside a sentence."""
    return _version("inside", version, language)


def version_target(version: str, language: str) -> str:
    """The same as where answers go or come from: "version 2.1", "a version without a number"."""
    return _version("target", version, language)


def language_names(tags: Iterable[str], language: str) -> str:
    """BCP 47 tags as names in the interface language: "English, Spanish".

    A language that nobody named here is called what it calls itself; an unknown tag stays.
    """
    return ", ".join(_name(tag, language) for tag in tags)


def _version(place: str, version: str, language: str) -> str:
    if version:
        return sentence(f"form-version.{place}", language, version=version)
    return sentence(f"form-version.{place}-none", language)


def _name(tag: str, language: str) -> str:
    primary = tag.replace("_", "-").partition("-")[0].lower()
    if f"language-name.{primary}" in catalogue(language):
        return sentence(f"language-name.{primary}", language)
    locale = QLocale(primary)
    is_known = locale.language() is not QLocale.Language.C
    return locale.nativeLanguageName() if is_known else tag
