"""The words of the gentle hint about the incident, in English and Spanish.

Regular expressions over text without capitals and accents (``evidence_guard`` makes it so). They
are everyday words, from no instrument; what care and plans need ("a shot in the arm", "me apunto a
la clase") is left alone as far as words can tell it.
"""

_WHO = (
    r"he|she|they|who|someone|somebody|some (?:guy|dude|man|boy|kid)s?|the (?:guy|dude|man|men"
    r"|cop|police)s?"
)
_KIN = (
    "brother|sister|cousin|friend|homie|son|daughter|child|baby|mother|mom|father|dad|uncle|aunt"
    "|wife"
    "|husband|boyfriend|girlfriend|partner|family|people|nephew|niece|grandmother|grandfather"
)
_SOMEBODY = (
    rf"(?:my|his|her|our|their) (?:\w+ )?(?:{_KIN})s?|someone|somebody|a (?:man|woman|boy|girl"
    rf"|kid|guy)"
)
_THE = "(?:the|my|our|his|her|their|that|a)"
_AT = (
    "(?:me|him|her|us|them|my (?:head|face|chest|back|brother|sister|cousin|mom|kids?|son|friend))"
)
_PLATE = r"(?=[a-z-]*\d)(?=[\d-]*[a-z])[a-z\d][a-z\d-]{3,7}\b"
_HARM = "shot|shoots?|stabbed|jumped|robbed|beat|hit|attacked|punched|slashed|cut"
ENGLISH = (
    rf"\b(?:{_HARM}) (?:me|him|her|us|them)\b(?! (?:up|off|a|an|some|with a (?:text|call))\b)",
    rf"\b(?:{_HARM}) (?:my (?:brother|sister|cousin|friend|son|daughter|mother"
    r"|mom|father|dad|uncle|aunt|wife|husband|boyfriend|girlfriend|partner|family))\b"
    r"(?! (?:a|an|some|up)\b)",
    # Shooting without a person behind the word: "he shot three times", "shot up the house".
    rf"\b(?:i|{_WHO}) shot\b(?! (?:(?:me|us|him|her|them|you|it|my \w+) (?:a|an|some|up|over)\b"
    r"|hoops?|baskets?|pool|dice|craps|down|the breeze|for the"
    r"|(?:a|an|some|the) (?:text|message|email|video|photo|picture|film|movie|scene|show|few"
    r"|game)))",
    rf"\bsho(?:t|ots|oting) (?:up )?{_THE} (?:house|home|crib|car|truck|van|block|party|store|porch"
    r"|window|door|building|street|corner)s?\b",
    r"\b(?:started|kept|began|were|was|are|is) shooting\b"
    r"(?! (?:pains?|hoops?|baskets?|pool|dice|for|down|up|the breeze|a|some)\b)",
    r"\bshots? (?:was|were|got) fired\b|\bshots fired\b|\bshooting at\b"
    r"|\bfired (?:\w+ )?(?:shots?|rounds?|times)\b|\bheard (?:\w+ )?(?:gun)?shots\b",
    # Killing. What somebody does to themselves, and what only feels so, is left alone.
    rf"\b(?:i|{_WHO}) (?:\w+ )?killed\b(?! (?:time|it|the (?:time|pain|mood|vibe|lights?|engine"
    rf"|bugs?"
    r"|germs?|tv)|(?:my|him|her|them)sel\w+))",
    rf"\bkilled (?:him|her|them|us|{_SOMEBODY})\b",
    r"\b(?:got|gets?|was|were|been|being) killed\b",
    rf"\b(?<!dying )to kill (?:me|him|her|us|them|you|{_SOMEBODY})\b",
    r"\b(?:i|he|she|they|we)(?:'m|'s|'re|'ll|'d| am| is| are| was| were| will| would)?"
    rf" (?:(?:gonna|going to) )?kill (?:me|him|her|us|them|{_SOMEBODY})\b",
    r"\bmurder(?:s|ed|ers?|ing)?\b(?! (?:mystery|mysteries|shows?))",
    r"\bshot (?:dead|to death)\b|\b(?:beaten|stabbed) to death\b",
    # Pointing it at somebody.
    rf"\b(?:point|aim|wav)(?:s|ed|ing|es)? (?:it|one|that thing|the thing|something) (?:at"
    rf"|in) {_AT}\b",
    r"\b(?:is|was|had it|it) (?:pointed|aimed) at (?:me|him|her|us|them|my)\b",
    r"\b(?:pointed|aimed) (?:straight |right )?at (?:my|his|her|their|our) (?:head|face|chest"
    r"|back)\b",
    r"\b(?:pulled|drew) (?:it|one|that thing|something) on (?:me|him|her|us|them|my)\b",
    r"\b(?:put|held) (?:it|one|that thing|something) (?:to|against|on|at) (?:my|his|her) (?:head"
    r"|neck|face"
    r"|throat|temple)\b(?! (?:to|for|when|until|and it helps))",
    r"\b(?:got|was|were|been) (?:shot|stabbed|jumped|robbed|beaten|attacked|slashed)\b",
    r"\bwho (?:did|shot|stabbed|hit|attacked|set (?:me|him|her) up)\b",
    r"\b(?:he|she|they|\w+) did (?:it|this) to\b",
    r"\b(?:know|knows|saw|seen) (?:who|what happened)\b",
    r"\b(?:opened fire|drive-?by|shot at|(?<!got )(?<!get )(?<!was )fired at|pulled (?:it"
    r"|one) out|glocks?|strapped)\b",
    r"\b(?:guns?(?! violence)|pistols?|rifles?|handguns?|shotguns?|firearms?|weapons?"
    r"|kni(?:fe|ves)|machetes?|bullets?|ammo|ammunition)\b",
    r"\b(?:gangs?|opps?|beef with)\b",
    r"\b(?:witness(?:es|ed)?|testif(?:y|ied)|suspects?|shooters?|snitch(?:es|ed)?)\b",
    r"\b(?:get back at|get even|revenge|retaliat\w+|pay (?:him|her|them) back)\b",
    r"\b(?:licen[sc]e plates?|plate numbers?|tag number|get ?away car)\b",
    rf"\bplates?[ :#]+(?:is |was |number |no\.? )?{_PLATE}",
    r"\b(?:plates?|tags) (?:of|on|off|from) (?:the|his|her|their|that) (?:car|truck|van|suv"
    r"|bike)\b",
    r"\b(?:car|truck|van|suv)(?:'s)? plates?\b",
    r"\bsaw the (?:guys?|man|men|car|face|one)\b",
    r"\b(?:on camera|on tape|surveillance|police (?:report|case) (?:number|no))\b",
)
_HARM_ON_ES = "dispar|bale|balace|apunal|acuchill|golpe|atac|asalt|tirote|navaje"
_GAVE_ES = (
    r"di|dio|dieron|daban|dado|metio|metieron|pego|pegaron|recib\w+|solto|soltaron|tiro|tiraron"
    r"|echo"
    r"|echaron|oi|oyo|oimos|oyeron|escuch\w+|hubo|sonaron|hizo|hicieron"
)
_BLOW_ES = (
    "(?:tiros?|balazos?|disparos?|plomazos?|punaladas?|navajazos?|cuchilladas?|machetazos?|batazos?"
    "|golpiza|paliza)"
)
_SOMEBODY_ES = "(?:mi|mis|su|sus|nuestr[oa]s?|un|una|unos|alguien)"
_HARM_ES = "dispar|bale|balace|apunal|acuchill|golpe|peg|atac|asalt|rob|cort"
SPANISH = (
    rf"(?<!\bse )\b(?:me|le|lo|la|nos|les|los|las) (?:{_HARM_ES})(?:o|aron|io|ieron|earon|eo)\b"
    r"(?! (?:el pelo|el cabello|un mensaje|una llamada)\b)",
    r"\b(?:abrieron fuego|tiroteo|tirotearon|balacera|sacaron (?:una|la)|le dieron un tiro)\b",
    rf"\b(?:{_HARM_ON_ES})(?:o|aron) a (?:mi|mis|su|sus|un|una|unos|nuestr[oa]s?|alguien)\b",
    # Shots and stabs, and who got them; "tiro" alone is also a throw.
    r"(?<!\bse )(?<!\bse me )(?<!\bse le )\bdispararon\b|(?<!\bse )\bdisparo (?:\w+ veces|contra"
    r"|hacia"
    r"|desde|a la casa|al (?:carro|aire))\b",
    rf"\b(?:{_GAVE_ES}) (?:(?!el |la )\w+ )?{_BLOW_ES}\b(?! (?:libres?|al aro|a gol|de esquina))",
    r"\ba (?:tiros|balazos|punaladas|navajazos|machetazos|golpes|batazos)\b",
    r"(?<!\bse )\b(?:me|le|nos|les) (?:tiraron|tiraban|estaban tirando)\b"
    r"(?! (?:un|una|el|la|los|las|mi|mis|su|sus|de|agua|besos?|flores|papel\w*|basura)\b)",
    r"\b(?:tiro|tiraron|tiraban|tirando) (?:desde (?:un|una|el|la) (?:carro|auto|coche|moto"
    r"|camioneta"
    r"|troca|ventana)|a matar|contra (?:la|mi|el|los))\b",
    # Killing. What somebody does to themselves, and what only feels so, is left alone.
    r"(?<!\bse )(?<!\bnos )\bmat(?:aron|aran|aban|arian)\b(?! (?:el (?:tiempo|hambre|dolor|rato)"
    r"|las?"
    r" (?:plantas?|cucarachas?)))",
    rf"\b(?:lo|la|le|los|las|les|nos) mato\b|\b(?:mato|matar|matado|mataria) a {_SOMEBODY_ES}\b",
    r"\bmatar(?:lo|la|le|nos|los|las|les)\b",
    r"\b(?:quiso|quisieron|quiere|quieren|trataron|intentaron|iba|iban|va|van|vino|vinieron|querian"
    r"|amenaz\w+|juraron) (?:a |de |con )?matarme\b",
    r"(?<!mama )(?<!madre )(?<!abuela )(?<!tia )(?<!jefa )(?<!papa )\b(?:me|lo|la|le|nos|los|las)"
    r" (?:quiso|quisieron|quiere|quieren|trato|trataron|intento|intentaron|iba|iban|va|van|queria"
    r"|querian) (?:a |de )?matar\b",
    r"\b(?:fue|fueron|ha sido) (?:muert[oa]|matad[oa]|balead[oa]|asesinad[oa])s?\b|\basesin\w+",
    # Pointing it at somebody; "me apunto" is also to put one's name down.
    r"\b(?:me|le|lo|la|nos|les) apunt(?:o|aron|aba|aban) (?:con|directo|(?:a|en) la (?:cabeza|cara"
    r"|frente|sien)|al pecho|a mi (?:hij|herman|prim)\w+)\b(?! (?:lapiz|pluma))",
    r"\bencanon\w+",
    r"\b(?:quien|quienes) (?:fue|fueron|lo hizo|lo hicieron|me|le|disparo|dispararon)\b",
    r"\b(?:se|sabe|sabemos|vi|vio|vimos) (?:quien|quienes|lo que paso)\b",
    r"\b(?:pistolas?|armas?(?! (?:un|una|el|la)\b)|rifles?|escopetas?|cuchillos?"
    r"|navajas?|machetes?|balas?|municion)\b",
    r"\b(?:pandillas?|pandiller[oa]s?|mareros?|las? maras?)\b",
    r"\b(?:testig[oa]s?|sospechos[oa]s?|tirador(?:es)?|soplon(?:es)?)\b",
    r"\b(?:venganza|vengar\w*|desquit\w+|represalias?)\b",
    r"\b(?:placas?|matriculas?|tablillas?|chapas?|patentes?) (?:del|de la|de ese|de esa|de su|de un"
    r"|de una|de aquel) (?:carro|auto|coche|camioneta|troca|van|moto|guagua|jeepeta|vehiculo)\b",
    rf"\b(?:placas?|matriculas?|tablillas?|chapas?|patentes?)[ :#]+(?:es |era |numero )?{_PLATE}",
    r"\bnumero de (?:la )?(?:placa|tablilla|chapa|patente)\b",
    r"\b(?:anot|apunt|memoriz|memoric)\w* (?:la|las) (?:placas?|tablillas?|chapas?)\b",
    r"\b(?:camaras? de (?:seguridad|vigilancia)|esta en (?:camara|video|las camaras))\b",
    r"\bnumero (?:de|del) (?:caso|reporte|denuncia)\b",
)

NAMES = (
    r"\b(?:guy|man|dude|boy|kid|one|person)(?:'s)? (?:name is|is called|goes by)\b",
    r"\b(?:guy|dude) (?:named|called)\b",
    r"\b(?:el tipo|el hombre|el tal|ese|uno) (?:se llama|que le dicen|le dicen)\b",
)
"""Somebody is told by name."""

NAMES_BY_PRONOUN = (
    r"\b(?:his|her|their) (?:\w+ )?(?:nick)?names?(?:'s| is| was| are| were)\b"
    r"(?! (?:on|in|at|not|no|for|spelled|wrong|right|correct|called|private|missing|still"
    r"|already|written|the same|different|changed|hidden|kept)\b)",
    r"\b(?:he|she) (?:is called|goes by)\b(?! (?:bus|train|car|the|my|foot|bike|at|in|on|back|by"
    r"|for|to|when|if|after|before|first|every|twice|again)\b)",
    r"\b(?:su|sus) (?:nombres?|apodos?) (?:\w+ )?(?:es|era|son|eran)\b",
    r"(?:^|[.,;:!?] |\b(?:el|ella|y|que) )se (?:llama|llamaba|llaman)\b|\b(?:le|lo) apodan\b",
)
"""Somebody is told by name, and only the words around it show whether it is one's own people."""

_OWN = (
    rf"{_KIN}|grandm\w+|grandp\w+|auntie|dog|cat|teacher|coach|pastor|priest|boss|nurse|doctor"
    rf"|helper"
    "|mentor|neighbor|roommate|landlord|lawyer|counselor|therapist|navigator|caseworker"
    "|case (?:manager|worker)|social worker|advocate|surgeon|interpreter|stepdad|stepmom|fiancee?"
)
_OWN_ES = (
    "herman[oa]|prim[oa]|amig[oa]|hij[oa]|bebe|madre|mama|padre|papa|ti[oa]|espos[oa]|marido|mujer"
    "|novi[oa]|parej[oa]|pareja|familia|sobrin[oa]|abuel[oa]|abuelit[oa]|perr[oa]|gat[oa]"
    "|maestr[oa]"
    "|pastor|padrin[oa]|madrina|jef[ea]|enfermer[oa]|doctora?|medic[oa]|vecin[oa]|abogad[oa]"
    "|consejer[oa]|terapeuta|trabajador[a]? social|interprete|cunad[oa]|suegr[oa]"
)
OWN_PEOPLE = (
    rf"\b(?:my|our|the|a) (?:\w+ )?(?:{_OWN})s?\b",
    rf"\b(?:mi|mis|el|la|un|una|nuestr[oa]) (?:\w+ )?(?:{_OWN_ES})s?\b",
)
"""Family, friends and helpers: a name beside them is no suspect's."""
