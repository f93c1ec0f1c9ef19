"""A way to reach somebody in words: what it is, and what is safe to do on it."""

from desktop.messages import sentence
from desktop.records.contact_acts import ContactAct, safe_acts
from desktop.records.person import ContactKind, ContactPath
from desktop.views.theme.icons import Icon

CONTACT_ICONS = {
    ContactKind.OWN_PHONE: Icon.PHONE,
    ContactKind.TRUSTED_PERSON: Icon.USER,
    ContactKind.EMAIL: Icon.MESSAGE,
    ContactKind.SOCIAL: Icon.MESSAGE,
    ContactKind.MAILING: Icon.MAP_PIN,
}


def contact_text(path: ContactPath) -> str:
    """Whose or where it is, and the number, handle or address, in one line."""
    return ", ".join(part for part in (path.owner, path.service, path.value) if part)


def contact_second(path: ContactPath, language: str) -> str:
    """Its kind, and what ``contact_safety`` says."""
    kind = sentence(f"contact-kind.{path.kind.value}", language)
    return f"{kind}. {contact_safety(path, language)}"


def contact_safety(path: ContactPath, language: str) -> str:
    """What is safe on it, and the best times."""
    acts = safe_acts(path)
    words = sentence("contact-safe.none", language)
    if acts:
        said = [sentence(f"contact-safe.{act.value}", language) for act in acts]
        words = sentence("contact-safe", language, acts=", ".join(said))
    times = path.best_times.strip()
    parts = [
        words,
        sentence("contact.envelope", language) if ContactAct.MAIL in acts else "",
        sentence("identity.best-times", language, times=times) if times else "",
    ]
    return ". ".join(part for part in parts if part)
