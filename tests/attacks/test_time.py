"""Behind both walls a submission's time is counted as in front of them, and nothing gets it more."""

from __future__ import annotations

import os

import pytest

from autograder.channel.clocks import _pid
from autograder.channel.zygote import Zygote
from autograder.student import Student
from tests.channel.test_clocks import ENDLESS, WORK, assert_it_is_ended, channel_of, crowded

pytestmark = pytest.mark.ci

__all__ = ["crowded"]


def test_what_others_take_of_a_processor_costs_nothing(walled: Zygote, crowded: int) -> None:
    channel = channel_of(walled, WORK)
    try:
        channel.start()
        assert channel._worker
        assert channel._worker._pidfd
        pid = _pid(channel._worker._pidfd)
        assert pid
        os.sched_setaffinity(pid, {crowded})
        assert Student(channel, 1.0).work() == "done"
    finally:
        channel.stop()


@pytest.mark.parametrize("what", ENDLESS)
def test_whatever_never_ends_is_ended(walled: Zygote, what: str) -> None:
    assert_it_is_ended(walled, what)
