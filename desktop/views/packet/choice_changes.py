"""Changes of what goes into a packet, each a new value, so that every one can be undone."""

from collections.abc import Sequence
from dataclasses import replace

from desktop.packets.build import MOST_RESOURCES
from desktop.records.packet_record import Appointment, PacketChoices, PacketPart, PaperSize
from desktop.services.plan_packet import LetterChoice, PacketDraft


def with_part(choices: PacketChoices, part: PacketPart, *, is_in: bool) -> PacketChoices:
    """A part put in or left out."""
    parts = choices.parts | {part} if is_in else choices.parts - {part}
    return replace(choices, parts=frozenset(parts))


def with_letter(choices: PacketChoices, recipient: str, *, is_in: bool) -> PacketChoices:
    """A letter to one partner; a packet holds one letter at most."""
    if is_in:
        return replace(
            with_part(choices, PacketPart.LETTER, is_in=True), letter_recipient=recipient
        )
    if choices.letter_recipient != recipient:
        return choices
    return replace(with_part(choices, PacketPart.LETTER, is_in=False), letter_recipient="")


def with_covered_letter(choices: PacketChoices, letters: Sequence[LetterChoice]) -> PacketChoices:
    """Choices that were kept for a while, without a letter that no consent covers any more."""
    allowed = {letter.recipient for letter in letters if letter.gate.allowed}
    if PacketPart.LETTER not in choices.parts or choices.letter_recipient in allowed:
        return choices
    return with_letter(choices, choices.letter_recipient, is_in=False)


def resumed(kept: PacketChoices, draft: PacketDraft) -> PacketChoices:
    """Choices that were kept for a while, as far as they still hold today.

    What the person allows may have changed meanwhile, and so may the places and the consents.
    """
    known = [one.service_id for one in draft.services if one.service_id in kept.service_ids]
    choices = replace(kept, service_ids=tuple(known), desk_may_print_plan=draft.desk_may_print_plan)
    return with_covered_letter(choices, draft.letters)


def with_size(choices: PacketChoices, size: PaperSize) -> PacketChoices:
    """Another text size on paper."""
    return replace(choices, size=size)


def with_steps(choices: PacketChoices, steps: tuple[str, ...]) -> PacketChoices:
    """Other sentences."""
    return replace(choices, steps=steps)


def with_contact(choices: PacketChoices, name: str, phone: str) -> PacketChoices:
    """Somebody else to call."""
    return replace(choices, contact_name=name, contact_phone=phone)


def with_appointment(choices: PacketChoices, appointment: Appointment) -> PacketChoices:
    """One more date, soonest first; the part is put in with it."""
    dates = sorted((*choices.appointments, appointment), key=lambda one: one.when)
    added = replace(choices, appointments=tuple(dates))
    return with_part(added, PacketPart.APPOINTMENTS, is_in=True)


def without_appointment(choices: PacketChoices, index: int) -> PacketChoices:
    """One date less; the part goes out with the last."""
    dates = choices.appointments[:index] + choices.appointments[index + 1 :]
    rest = replace(choices, appointments=dates)
    return rest if dates else with_part(rest, PacketPart.APPOINTMENTS, is_in=False)


def with_place(
    choices: PacketChoices, draft: PacketDraft, service_id: str, *, is_in: bool
) -> PacketChoices:
    """A place put in or taken out, in the order of the proposal, at most as many as fit."""
    wanted = set(choices.service_ids) - {service_id}
    if is_in and len(wanted) < MOST_RESOURCES:
        wanted.add(service_id)
    ids = tuple(one.service_id for one in draft.services if one.service_id in wanted)
    return replace(choices, service_ids=ids)
