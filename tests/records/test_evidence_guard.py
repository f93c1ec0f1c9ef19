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
    ],
)
def test_a_plan_in_plain_words_is_left_alone(text: str) -> None:
    assert not reads_like_evidence(text)


def test_line_breaks_and_spacing_do_not_hide_anything() -> None:
    assert reads_like_evidence("he  shot\n me")
