"""How the state of a step looks: its icon and its tone."""

from desktop.services.person_steps import StepState
from desktop.views.theme.state_icons import State
from desktop.views.theme.tokens import Tone

STATE_TONES = {
    StepState.DONE: Tone.SUCCESS,
    StepState.IN_PROGRESS: Tone.ACCENT,
    StepState.WAITING: Tone.WARNING,
    StepState.LOOK_HERE: Tone.WARNING,
    StepState.LOCKED: Tone.PRIVATE,
    StepState.DANGER: Tone.DANGER,
}

STATE_ICONS = {
    StepState.DONE: State.DONE,
    StepState.IN_PROGRESS: State.IN_PROGRESS,
    StepState.NOT_STARTED: State.NOT_STARTED,
    StepState.PLANNED: State.PLANNED,
    StepState.WAITING: State.WAITING,
    StepState.SAID_NO: State.SAID_NO,
    StepState.LOCKED: State.LOCKED,
    StepState.LOOK_HERE: State.LOOK_HERE,
    StepState.DANGER: State.DANGER,
}
