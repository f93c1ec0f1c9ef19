"""Notices free text that reads like the incident, so that the screen can say so gently.

Words and phrases only, offline, in English and Spanish, whatever the language of the form. The
text is neither kept nor logged here, and nothing is refused or changed.

It misses: other languages; slang, nicknames and misspelled words that are not in the lists; a name,
a plate or an address by itself; a story told without any of these words ("it was the two from the
corner, again"); a word across two boxes. It also notices some harmless text ("the witness stand in
a film"). A person reads better than this does: it is a nudge, no filter.
"""

import re
import unicodedata
from functools import cache

_HARM = "shot|shoots?|stabbed|jumped|robbed|beat|hit|attacked|punched|slashed|cut"
_ENGLISH = (
    rf"\b(?:{_HARM}) (?:me|him|her|us|them)\b(?! (?:up|off|a|an|some|with a (?:text|call))\b)",
    rf"\b(?:{_HARM}) (?:my (?:brother|sister|cousin|friend|son|daughter|mother"
    r"|mom|father|dad|uncle|aunt|wife|husband|boyfriend|girlfriend|partner|family))\b",
    r"\b(?:got|was|were|been) (?:shot|stabbed|jumped|robbed|beaten|attacked|slashed)\b",
    r"\bwho (?:did|shot|stabbed|hit|attacked|set (?:me|him|her) up)\b",
    r"\b(?:he|she|they|\w+) did (?:it|this) to\b",
    r"\b(?:know|knows|saw|seen) (?:who|what happened)\b",
    r"\b(?:opened fire|drive-?by|shot at|fired at|pulled (?:it|one) out|glocks?|strapped)\b",
    r"\b(?:guns?(?! violence)|pistols?|rifles?|handguns?|shotguns?|firearms?|weapons?"
    r"|kni(?:fe|ves)|machetes?|bullets?|ammo|ammunition)\b",
    r"\b(?:gangs?|opps?|beef with)\b",
    r"\b(?:witness(?:es|ed)?|testif(?:y|ied)|suspects?|shooters?|snitch(?:es|ed)?)\b",
    r"\b(?:get back at|get even|revenge|retaliat\w+|pay (?:him|her|them) back)\b",
    r"\b(?:licen[sc]e plates?|plate number|get ?away car)\b",
    r"\b(?:guy|man|dude|boy|kid|one|person)(?:['\u2019]s)? (?:name is|is called|goes by)\b",
    r"\bsaw the (?:guys?|man|men|car|face|one)\b",
    r"\b(?:on camera|on tape|surveillance|police (?:report|case) (?:number|no))\b",
)
_HARM_ES = "dispar|bale|balace|apunal|acuchill|golpe|peg|atac|asalt|rob|cort"
_SPANISH = (
    rf"\b(?:me|le|lo|la|nos|les|los|las) (?:{_HARM_ES})(?:o|aron|io|ieron|earon|eo)\b"
    r"(?! (?:el pelo|el cabello|un mensaje|una llamada)\b)",
    r"\b(?:abrieron fuego|tiroteo|tirotearon|balacera|sacaron (?:una|la)|le dieron un tiro)\b",
    r"\b(?:quien|quienes) (?:fue|fueron|lo hizo|lo hicieron|me|le|disparo|dispararon)\b",
    r"\b(?:se|sabe|sabemos|vi|vio|vimos) (?:quien|quienes|lo que paso)\b",
    r"\b(?:pistolas?|armas?(?! (?:un|una|el|la)\b)|rifles?|escopetas?|cuchillos?"
    r"|navajas?|machetes?|balas?|municion)\b",
    r"\b(?:pandillas?|pandiller[oa]s?|mareros?|las? maras?)\b",
    r"\b(?:testig[oa]s?|sospechos[oa]s?|tirador(?:es)?|soplon(?:es)?)\b",
    r"\b(?:venganza|vengar\w*|desquit\w+|represalias?)\b",
    r"\b(?:la placa|las placas|matricula) del (?:carro|auto|coche)\b",
    r"\b(?:el tipo|el hombre|el tal|ese|uno) (?:se llama|que le dicen|le dicen)\b",
    r"\b(?:camaras? de (?:seguridad|vigilancia)|esta en (?:camara|video|las camaras))\b",
    r"\bnumero (?:de|del) (?:caso|reporte|denuncia)\b",
)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(_ENGLISH + _SPANISH))


def _plain(text: str) -> str:
    """Lower case, single spaces, no accents: people type "apuñalo" and "apuñaló"."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(each for each in decomposed if not unicodedata.combining(each))
    return " ".join(letters.split())


def reads_like_evidence(text: str) -> bool:
    """Whether English or Spanish text reads like the incident: what happened, who did it, who saw
    it, a weapon, a gang, getting even.

    A hint only: nothing is refused or changed because of it. A court can order notes to be shown
    (45 CFR 164.512(e)), so the record holds no story of the incident. What is missed stands above.
    """
    return _pattern().search(_plain(text)) is not None
