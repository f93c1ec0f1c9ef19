"""What an item computes beyond conditions and calculation: options, texts, limits, constraints."""

from dataclasses import dataclass, field
from enum import StrEnum

from desktop.forms.answers import AnswerValue
from desktop.forms.fhirpath.expression import Expression
from desktop.forms.wording import LocalText


class Severity(StrEnum):
    """An ERROR blocks Complete, a WARNING is only shown."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Constraint:
    """A rule on the answers: ``questionnaire-constraint`` (R4) or ``targetConstraint`` (R5).

    It holds when the expression is true or empty. ``human`` is the form's own sentence.
    """

    key: str
    severity: Severity
    expression: Expression
    human: LocalText = LocalText()
    location: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OptionToggle:
    """SDC ``answerOptionsToggleExpression``: ``options`` can be picked only while it is true.

    An option that several toggles name is open when any of them is true.
    """

    options: tuple[AnswerValue, ...]
    expression: Expression


@dataclass(frozen=True, slots=True)
class ContextRule:
    """SDC ``contextExpression``: what is worth knowing for an answer, under a label."""

    label: LocalText
    expression: Expression


@dataclass(frozen=True, slots=True)
class ItemLogic:
    """The expressions of an item other than enabling and calculation; None where absent.

    ``text``, ``required``, ``read_only``, ``repeats`` come from ``cqf-expression`` on the element;
    ``min_value``, ``max_value``, ``max_occurs``, ``min_occurs`` from it on the extension.
    """

    answer_options: Expression | None = None
    candidates: Expression | None = None
    contexts: tuple[ContextRule, ...] = ()
    toggles: tuple[OptionToggle, ...] = ()
    constraints: tuple[Constraint, ...] = ()
    text: Expression | None = None
    required: Expression | None = None
    read_only: Expression | None = None
    min_value: Expression | None = None
    max_value: Expression | None = None
    min_occurs: Expression | None = None
    max_occurs: Expression | None = None
    is_plain: bool = field(init=False, compare=False)
    """Whether nothing is computed; asked for each item whenever a form is opened."""

    def __post_init__(self) -> None:
        """Look once."""
        object.__setattr__(self, "is_plain", not self.expressions)

    @property
    def expressions(self) -> tuple[Expression, ...]:
        """All of them, toggles and constraints included."""
        single = (
            self.answer_options,
            self.candidates,
            self.text,
            self.required,
            self.read_only,
            self.min_value,
            self.max_value,
            self.min_occurs,
            self.max_occurs,
        )
        return (
            *(one for one in single if one is not None),
            *(context.expression for context in self.contexts),
            *(toggle.expression for toggle in self.toggles),
            *(rule.expression for rule in self.constraints),
        )
