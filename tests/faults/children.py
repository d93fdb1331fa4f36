"""The cells that need the program itself, as a process of its own: it is killed, or its key store is locked."""

from __future__ import annotations

import time
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

from hkj_desktop.system.paths import folders
from hkj_desktop.system.settings import Settings, SettingsStore
from hkj_desktop.uploads.journal import Journal
from hkj_desktop.uploads.known import Known
from tests.faults import keystore
from tests.faults.cells import COUNT, LARGE, Fault, Moment, Seen
from tests.faults.run import Play, untold
from tests.faults.systems import System
from tests.helpers.cli import Ran, Running, cli
from tests.helpers.fault_server import FaultServer, Reply, silence
from tests.helpers.journal import fates

SHOP = "The shop"
#: Requests that have arrived when the program is killed: at a look, the body and a first look came before; ahead of a
#: report, two of them.
ARRIVED = {Moment.LOOK: 3, Moment.REPORT: 4}
HUNG = Reply(wait=True, read=1000)


class Home:
    """A data folder with one shop in it, a server that falls silent at the moment, and a key store."""

    def __init__(self, system: System, folder: Path, moment: Moment, times: int, ends: ExitStack) -> None:
        self.system = system
        self.folder = folder
        self.moment = moment
        silent = Fault("silent", {}, lambda _: silence(), times=times, acts=True)
        self.play = Play(system, silent, moment, lambda: None)
        early = [HUNG] if moment is Moment.BODY else []
        self.server = ends.enter_context(FaultServer(*early, self.play))
        self.lock = folder / "locked"
        self.data = folders(folder / "home", {}).ensure()
        profile = system.profile(SHOP, self.server.base_url)
        SettingsStore(self.data.settings_file).save(Settings().with_profile(profile))
        # A file of its own, so that what is searched for the key is the program's alone.
        self.file = system.write(folder / "products.csv", COUNT, LARGE if moment is Moment.BODY else 0)

    @property
    def extra(self) -> Mapping[str, str]:
        return keystore.environment(self.lock, self.system.secrets)

    def arguments(self) -> list[object]:
        way = "events" if self.moment is Moment.EVENTS else "bulk"
        return ["send", self.file, "--json", "--via", way, "--profile", SHOP]

    def kill(self, arguments: list[object], requests: int) -> None:
        """Start the command, and end it hard once so many requests have arrived."""
        with Running(arguments, home=self.data.data, extra=self.extra) as child:
            self.server.wait_for(requests)
            child.process.kill()
            child.end()

    def resume(self) -> Ran:
        return cli("resume", "--json", home=self.data.data, extra=self.extra)

    def journal(self) -> Journal:
        return Journal(self.data.journal_file, time.time).open()

    def seen(self, error: Mapping[str, Any] | None) -> Seen:
        """What the record says; ``error``: what the command said."""
        journal = self.journal()
        code, words = (error["code"], error["message"]) if error else (None, "")
        seen = Seen(None, code, "", "", words, 0, untold(words))
        for upload in journal.uploads():
            states = sorted({batch.state for batch in journal.batches(upload.id) if batch.held})
            seen = replace(seen, outcome=upload.outcome, state="+".join(states), fates=fates(journal, upload.id))
            if upload.planned + upload.sent != COUNT:
                seen.wrong.append("products are lost")
        seen.wrong += self.system.leaks(self.data.data)
        return seen

    def take_up(self, seen: Seen, ran: Ran) -> None:
        """``ran`` settled everything, and says so."""
        journal = self.journal()
        if ran.code != 0 or "Traceback" in ran.err:
            seen.wrong.append(f"taken up: exit {ran.code}: {ran.err[-300:]}")
        for upload in journal.uploads():
            if (upload.outcome, fates(journal, upload.id)) != ("done", "a" * COUNT):
                seen.wrong.append(f"taken up: {upload.outcome} {fates(journal, upload.id)}")
            if len(Known(journal).prints(upload.target.shop)) != COUNT:
                seen.wrong.append("not remembered")
        if len(self.play.shelf.products) != COUNT or len(journal.uploads()) != 1:
            seen.wrong.append(f"the shop has {len(self.play.shelf.products)} of {len(journal.uploads())} uploads")
        seen.wrong += self.system.leaks(self.data.data)


def killed(system: System, moment: Moment, folder: Path) -> Seen:
    """The program is killed at the moment, and ``resume`` brings everything to its end."""
    with ExitStack() as ends:
        home = Home(system, folder, moment, 2 if moment is Moment.RESUME else 1, ends)
        home.kill(home.arguments(), ARRIVED.get(moment, 1))
        if moment is Moment.RESUME:
            home.kill(["resume", "--json"], 2)
        seen = home.seen(None)
        home.take_up(seen, home.resume())
    return seen


def locked(system: System, moment: Moment, folder: Path) -> Seen:
    """The key store is locked when the key is asked for, and opened afterwards."""
    with ExitStack() as ends:
        home = Home(system, folder, moment, 1 if moment is Moment.RESUME else 0, ends)
        if moment is Moment.RESUME:
            home.kill(home.arguments(), 1)
        home.lock.touch()
        if moment is Moment.RESUME:
            (upload,) = home.resume().ended(2).object["uploads"]
            seen = home.seen(upload["error"])
            home.lock.unlink()
            home.take_up(seen, home.resume())
        else:
            seen = home.seen(cli(*home.arguments(), home=home.data.data, extra=home.extra).ended(2).object["error"])
            home.lock.unlink()
            home.take_up(seen, cli(*home.arguments(), home=home.data.data, extra=home.extra))
    return seen
