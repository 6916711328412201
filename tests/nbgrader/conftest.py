"""A new gradebook is made as nbgrader makes it, but for a command that it starts for each: see tests/warm.py."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.warm import newest_gradebook


@pytest.fixture(scope="session", autouse=True)
def _no_command_is_asked_for_its_version() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("nbgrader.api.get_alembic_version", newest_gradebook)
        yield
