"""One completed form on paper for the staff: questions, answers, who was told, who signed."""

from dataclasses import dataclass, field

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RecordPaper:
    """One page or more. ``footer`` holds ``{page}`` and ``{pages}`` to be filled for each page.

    ``facts`` are label and value; ``parts`` a heading with questions and answers; ``told`` are
    hand-offs, ``notes`` signatures and the copyright of the form.
    """

    language: str
    title: str
    warning: str
    facts: Pairs = field(repr=False)
    parts: tuple[tuple[str, Pairs], ...] = field(repr=False)
    told_heading: str
    told: tuple[str, ...] = field(repr=False)
    notes: tuple[str, ...] = field(repr=False)
    footer: str

    def texts(self) -> tuple[str, ...]:
        """Every piece of text in reading order, footers left out."""
        pieces = [self.title, self.warning]
        for label, value in self.facts:
            pieces += [label, value]
        for heading, lines in self.parts:
            pieces.append(heading)
            for question, answer in lines:
                pieces += [question, answer]
        if self.told:
            pieces += [self.told_heading, *self.told]
        return (*pieces, *self.notes)
