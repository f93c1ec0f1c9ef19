"""What stands on the paper, piece by piece and in order: a packet's content without layout."""

from dataclasses import dataclass, field

from desktop.records.packet_record import PacketPart, PaperSize


def _said(*pieces: str) -> tuple[str, ...]:
    return tuple(piece for piece in pieces if piece)


@dataclass(frozen=True, slots=True)
class Cover:
    """The outside of the folded packet: the same words for everybody, nothing about anybody."""

    title: str
    note: str
    fold_note: str

    def texts(self) -> tuple[str, ...]:
        """Every piece of text, in reading order."""
        return _said(self.title, self.note, self.fold_note)


@dataclass(frozen=True, slots=True)
class PhoneLine:
    """A number to call and whose it is; the number is printed large. Someone may have none."""

    label: str = field(repr=False)
    number: str = field(default="", repr=False)

    def texts(self) -> tuple[str, ...]:
        """Every piece of text, in reading order."""
        return _said(self.label, self.number)


@dataclass(frozen=True, slots=True)
class Step:
    """One next step; a phone number in it is printed large below it."""

    text: str = field(repr=False)
    phone: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class StepsSection:
    """The first thing read: up to three next steps, who to call, and help by day and night."""

    heading: str
    steps: tuple[Step, ...] = field(repr=False)
    contact_heading: str = ""
    contact: PhoneLine | None = field(default=None, repr=False)
    help_heading: str = ""
    hotlines: tuple[PhoneLine, ...] = ()

    def texts(self) -> tuple[str, ...]:
        """Every piece of text, in reading order; the steps are numbered on paper from 1."""
        pieces = [self.heading]
        for number, step in enumerate(self.steps, start=1):
            pieces += _said(str(number), step.text, step.phone)
        if self.contact is not None:
            pieces += _said(self.contact_heading, *self.contact.texts())
        if self.hotlines:
            pieces += _said(self.help_heading)
            for line in self.hotlines:
                pieces += line.texts()
        return tuple(pieces)


@dataclass(frozen=True, slots=True)
class AppointmentEntry:
    """A date to keep. ``when`` is the long date with the local clock time, in words."""

    when: str = field(repr=False)
    what: str = field(repr=False)
    where: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)

    def texts(self) -> tuple[str, ...]:
        """Every piece of text, in reading order."""
        return _said(self.when, self.what, self.where, self.phone)


@dataclass(frozen=True, slots=True)
class AppointmentsSection:
    """Dates to keep, soonest first."""

    heading: str
    appointments: tuple[AppointmentEntry, ...] = field(repr=False)
    note: str = ""

    def texts(self) -> tuple[str, ...]:
        """Every piece of text, in reading order."""
        pieces = [self.heading]
        for entry in self.appointments:
            pieces += entry.texts()
        return (*pieces, *_said(self.note))


@dataclass(frozen=True, slots=True)
class ResourceEntry:
    """A place that can help. ``call_first`` is empty while the listing is fresh."""

    name: str
    organization: str = ""
    phones: tuple[PhoneLine, ...] = ()
    description: str = ""
    details: tuple[tuple[str, str], ...] = ()
    """Label and value: address, hours, languages, who it is for."""
    call_first: str = ""
    checked: str = ""

    def texts(self) -> tuple[str, ...]:
        """Every piece of text, in reading order."""
        pieces = [*_said(self.name, self.organization)]
        for line in self.phones:
            pieces += _said(line.number, line.label)
        pieces += _said(self.call_first, self.description)
        for label, value in self.details:
            pieces += _said(label, value)
        return (*pieces, *_said(self.checked))


@dataclass(frozen=True, slots=True)
class ResourcesSection:
    """Places near the person, at most six."""

    heading: str
    note: str
    entries: tuple[ResourceEntry, ...]

    def texts(self) -> tuple[str, ...]:
        """Every piece of text, in reading order."""
        pieces = [*_said(self.heading, self.note)]
        for entry in self.entries:
            pieces += entry.texts()
        return tuple(pieces)


@dataclass(frozen=True, slots=True)
class PlanSection:
    """The safety plan in the person's own words; a page of its own, to be kept or left out."""

    heading: str
    note: str
    answers: tuple[tuple[str, tuple[str, ...]], ...] = field(repr=False)
    """Question in the person's language, and the paragraphs of the answer."""
    part: PacketPart = PacketPart.SAFETY_PLAN
    """Which of the plans it is; nothing on the page says so."""
    form_notes: tuple[str, ...] = ()
    """When it was signed, and the copyright notice of the form, in small letters at the end."""

    def texts(self) -> tuple[str, ...]:
        """Every piece of text, in reading order."""
        pieces = [*_said(self.heading, self.note)]
        for question, answer in self.answers:
            pieces += _said(question, *answer)
        return (*pieces, *_said(*self.form_notes))


@dataclass(frozen=True, slots=True)
class LetterSection:
    """A letter to one partner, covered by a consent; a page of its own."""

    heading: str
    facts: tuple[tuple[str, str], ...] = field(repr=False)
    """Label and value: to, from, date, why, and what the consent covers."""
    paragraphs: tuple[str, ...] = field(repr=False)
    closing: str = ""

    def texts(self) -> tuple[str, ...]:
        """Every piece of text, in reading order."""
        pieces = [self.heading]
        for label, value in self.facts:
            pieces += _said(label, value)
        return (*pieces, *_said(*self.paragraphs, self.closing))


Section = StepsSection | AppointmentsSection | ResourcesSection | PlanSection | LetterSection


@dataclass(frozen=True, slots=True)
class WalletCard:
    """Numbers on a card of 3.5 by 2 inches under a neutral title, printed twice.

    ``is_large``: each is twice as high and folded once, with every number below its label.
    """

    heading: str
    note: str
    title: str
    lines: tuple[PhoneLine, ...] = field(repr=False)
    copies: int = 2
    is_large: bool = False

    def card_texts(self) -> tuple[str, ...]:
        """What stands on each copy, in reading order."""
        pieces = [self.title]
        for line in self.lines:
            pieces += line.texts()
        return tuple(pieces)

    def texts(self) -> tuple[str, ...]:
        """Every piece of text, in reading order."""
        return (*_said(self.heading, self.note), *self.card_texts() * self.copies)


@dataclass(frozen=True, slots=True)
class Packet:
    """A whole packet. ``title`` is also the document's title: neutral, the same for everybody.

    ``language`` is a BCP 47 primary tag. ``footer`` holds ``{page}``, ``{pages}`` and ``{mark}``
    to be filled for each page; ``mark`` is four hexadecimal characters that follow from the
    content, so that two papers can be told apart without a name.
    """

    language: str
    size: PaperSize
    title: str
    footer: str
    mark: str
    cover: Cover
    sections: tuple[Section, ...] = field(repr=False)
    card: WalletCard | None = field(default=None, repr=False)

    def texts(self) -> tuple[str, ...]:
        """Every piece of text of the whole packet, in reading order, footers left out."""
        pieces = list(self.cover.texts())
        for section in self.sections:
            pieces += section.texts()
        if self.card is not None:
            pieces += self.card.texts()
        return tuple(pieces)
