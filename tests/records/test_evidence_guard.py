"""The gentle hint about free text that reads like the incident."""

import pytest

from desktop.records.evidence_guard import reads_like_evidence


@pytest.mark.parametrize(
    "text",
    [
        "He shot me outside the store",
        "They jumped my cousin",
        "I was stabbed on Friday",
        "I know who did it",
        "He did this to me",
        "The gun is under the bed",
        "my brother keeps a KNIFE",
        "the gang from the other block",
        "She is a witness",
        "We will get back at them",
        "write down the license plate",
        "They opened fire from a car",
        "it was a drive-by",
        "he shot at the house",
        "the guy's name is Example",
        "My friend saw the car",
        "It is all on camera",
        "police report number 12345",
        "he was strapped",
        "who set me up",
        "beat my brother badly",
        "they want revenge",
    ],
)
def test_english_text_about_the_incident_is_noticed(text: str) -> None:
    assert reads_like_evidence(text)


@pytest.mark.parametrize(
    "text",
    [
        "Me dispararon en la esquina",
        "me apuñaló un hombre",
        "me apunalo un hombre",
        "Sé quién fue",
        "La pistola está en la casa",
        "un testigo me dijo",
        "Los de la pandilla",
        "quiere venganza",
        "Hubo un tiroteo en la calle",
        "abrieron fuego",
        "el tipo se llama Ejemplo",
        "está en las cámaras",
        "el número del reporte es 12345",
        "vieron el arma",
        "le balearon a mi primo",
        "la mara de ese barrio",
        "los del barrio me asaltaron",
    ],
)
def test_spanish_text_about_the_incident_is_noticed(text: str) -> None:
    assert reads_like_evidence(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "My aunt Fern. I listen to her.",
        "Mi tía Fern. A ella sí la escucho.",
        "555-0136, after 6",
        "I will walk with my cousin and get a ride",
        "Stay away from the bus stop at night",
        "Me saca a caminar después de las 6",
        "Voy a llamar a mi hermana y quedarme en casa",
        "I will cut my phone use and hit the gym",
        "Call 911, then go to the library",
        "Se lo digo a mi mamá",
        "My mother did this plan with me",
        "hit me up after six",
        "shoot me a text",
        "She cut me some slack at work",
        "The gun violence program gave me a ride",
        "Her name is Fern, my aunt",
        "I saw the nurse",
        "Keep the bandage dry, call if it bleeds",
        "Mi hermana Mara me lleva",
        "Arma un plan conmigo",
        "Mi prima me cortó el pelo",
        "Mi tía se llama Fern",
        "Me pegó un mensaje? No, mejor una llamada",
        "Voy a la cámara de comercio",
    ],
)
def test_a_plan_in_plain_words_is_left_alone(text: str) -> None:
    assert not reads_like_evidence(text)


def test_line_breaks_and_spacing_do_not_hide_anything() -> None:
    assert reads_like_evidence("he  shot\n me")


@pytest.mark.parametrize(
    "text",
    [
        "it was the two from the corner, again",
        "Fue el de siempre, el de la esquina",
        "Jay and Little Tone",
        "ABC 1234",
        "ele me deu um tiro",
        "he had a pew pew",
    ],
)
def test_what_it_is_known_to_miss_is_missed(text: str) -> None:
    """The list in the module says so: whoever widens the rules moves the sentence above."""
    assert not reads_like_evidence(text)
