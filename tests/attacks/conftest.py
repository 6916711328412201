"""One zygote behind both walls, one examiner with a secret seed, and one outside, for all attacks."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from autograder.channel.zygote import Zygote
from autograder.examiner.session import Examiner

if sys.platform != "linux":
    collect_ignore_glob = ["test_*.py"]


@pytest.fixture(scope="session")
def outside(tmp_path_factory: pytest.TempPathFactory) -> Iterator[object]:
    """What attacks are after."""
    from tests.attacks.arena import Outside

    place = Outside(tmp_path_factory.mktemp("outside"))
    yield place
    place.close()


@pytest.fixture(scope="session")
def walls() -> None:
    """Without a sandbox there is nothing to test here."""
    from autograder.sandbox.probe import probe

    found = probe()
    if not found.sufficient:
        pytest.skip("no sandbox on this machine: " + "; ".join(found.missing))


@pytest.fixture(scope="session")
def walled(walls: None, outside: object) -> Iterator[Zygote]:
    """A zygote behind both walls; it starts when the environment has its canary."""
    from autograder.grading.sandboxed import sandboxed_zygote

    process = sandboxed_zygote()
    yield process
    process.close()


@pytest.fixture(scope="session")
def judge() -> Examiner:
    """The examiner, with a seed that no submission knows."""
    return Examiner("a secret")
