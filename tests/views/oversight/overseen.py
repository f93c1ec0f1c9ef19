"""A store in which something waits for somebody else's eyes; screens opened on it."""

from collections.abc import Callable
from dataclasses import dataclass

from pytestqt.qtbot import QtBot

from desktop.background.runner import BackgroundRunner
from desktop.records.break_glass import GlassReason
from desktop.records.erasure import ErasureReason, HoldReason, person_reference
from desktop.services.ask_erasure import ask_erasure
from desktop.services.break_glass import open_outside
from desktop.services.legal_holds import set_hold
from desktop.services.lend_keys import lend_keys, officers
from desktop.services.ports import EpisodeRef
from desktop.services.read_person import read_person
from desktop.views.screen import ScreenContext
from tests.services.bench import ADMIN, NADIA, ROSA, TOMAS, Bench
from tests.support.noting_navigator import NotingNavigator
from tests.support.store_fixture import password_of
from tests.views.person.desk import Controller, Desk


@dataclass(frozen=True, slots=True)
class Overseen:
    """Rosa's cases: one opened by Tomas, one to be erased, one held."""

    bench: Bench
    opened: EpisodeRef
    to_erase: EpisodeRef
    held: EpisodeRef
    glass_id: str


def alias_of(bench: Bench, ref: EpisodeRef) -> str:
    """What the case is called."""
    return read_person(bench.work_as(NADIA), ref).card.alias


def overseen(bench: Bench) -> Overseen:
    """Something in every list."""
    opened, to_erase, held = (bench.new_case(ROSA) for _ in range(3))
    for ref in (opened, to_erase, held):
        bench.reach(ref, ROSA)
    tomas = bench.work_as(TOMAS)
    glass = open_outside(tomas, opened, GlassReason.COVERING, "night", password_of(TOMAS))
    nadia = bench.work_as(NADIA)
    reason, alias = ErasureReason.PERSON_ASKED, alias_of(bench, to_erase)
    ask_erasure(nadia, to_erase, alias, reason, password_of(NADIA))
    reference = person_reference(held.person_id)
    set_hold(bench.work_as(ADMIN), reference, HoldReason.LAWSUIT, password_of(ADMIN))
    return Overseen(bench, opened, to_erase, held, glass.glass_id)


def lend(bench: Bench, ref: EpisodeRef) -> None:
    """Nadia lends the keys of the person to the officer."""
    nadia = bench.work_as(NADIA)
    (officer,) = officers(nadia)
    lend_keys(nadia, ref, officer.staff_id, password_of(NADIA))


def open_screen(
    bot: QtBot,
    bench: Bench,
    make: Callable[[ScreenContext], Controller],
    who: str,
    *,
    size: tuple[int, int] = (1278, 736),
    language: str = "en",
) -> Desk:
    """Any screen in a shown window."""
    runner, navigator = BackgroundRunner(), NotingNavigator()
    controller = make(ScreenContext(bench.work_as(who), runner, navigator, language))
    desk = Desk(bot, bench, runner, navigator, controller)
    runner.setParent(controller.view)
    navigator.setParent(controller.view)
    bot.addWidget(controller.view, before_close_func=desk.close)
    controller.view.resize(*size)
    controller.view.show()
    controller.view.activateWindow()
    controller.start()
    desk.rest()
    return desk
