"""Secrets do not show themselves, and cancelling is heard."""

from __future__ import annotations

import pickle
import threading

import pytest

from hkj_desktop.errors import Cancelled
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.system.secret import DOTS, Secret

KEY = "ik_live_9f8e7d6c5b4a39281706"


def test_no_text_shows_it() -> None:
    """No usual way of turning an object into text shows the secret."""
    secret = Secret(KEY)
    shown = [repr(secret), str(secret), f"{secret}", f"{[secret]}", f"{ {'k': secret} }", secret.masked()]
    assert all("9f8e" not in one for one in shown)
    assert secret.reveal() == KEY


def test_masked() -> None:
    """A person sees the published prefix and the last four characters of a long key, and nothing of a short one."""
    assert Secret(KEY).masked() == f"ik_live_{DOTS}1706"
    assert Secret("abcdefghijklmnop").masked() == f"{DOTS}mnop"
    assert Secret("short").masked() == DOTS


def test_not_pickled() -> None:
    """A secret cannot be written away by accident."""
    with pytest.raises(TypeError):
        pickle.dumps(Secret(KEY))


def test_equality_and_truth() -> None:
    """Secrets are equal by value, to nothing but secrets; an empty one is false."""
    assert Secret("a") == Secret("a") != Secret("b")
    assert Secret("a") != "a"
    assert len({Secret("a"), Secret("a")}) == 1
    assert not Secret("")
    assert Secret("a")


def test_cancel_token() -> None:
    """A token lets work go on until somebody says stop, and ends a wait at once."""
    token = CancelToken()
    token.check()
    assert token.wait(0) is False
    stopper = threading.Timer(0.02, token.cancel)
    stopper.start()
    assert token.wait(20) is True
    stopper.join()
    assert token.cancelled
    with pytest.raises(Cancelled):
        token.check()
