"""When a submission was handed in, as nbgrader's `timestamp.txt` says; read without trusting that file."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from autograder.failures import Unreadable
from autograder.submission.opening import opened

#: Bytes of a file: "2026-11-22 23:59:59.000000 UTC" has 30.
_BYTES = 200
_TIME = re.compile(
    r"(?P<date>\d{4}-\d\d-\d\d)[ T](?P<time>\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?)"
    r" ?(?P<zone>[+-]\d\d:?\d\d|[A-Za-z]{1,5})?"
)
#: Hours that clocks are ahead of UTC, by names that no data base of time zones has.
_NAMED = {
    "Z": 0,
    "UTC": 0,
    "GMT": 0,
    "WEST": 1,
    "BST": 1,
    "CEST": 2,
    "EEST": 3,
    "EDT": -4,
    "CST": -6,
    "CDT": -5,
    "MDT": -6,
    "PST": -8,
    "PDT": -7,
}


def handed_in_at(path: Path) -> datetime | None:
    """The moment that a `timestamp.txt` states, in UTC and without a zone, as nbgrader keeps it.

    None where there is no such file, or nothing in it. Without a zone it counts as UTC; `+0200` is two hours.
    Raises `Unreadable` for anything else: a pipe, a long file, words, the seconds since 1970.
    """
    try:
        with opened(path) as file:
            text = file.read(_BYTES + 1).decode("utf-8-sig").strip()
    except Unreadable:
        raise Unreadable("timestamp.txt is a link or a special file; delete it, or write a date") from None
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, UnicodeDecodeError):
        raise Unreadable("timestamp.txt cannot be read; delete it, or write a date") from None
    return moment(text) if text else None


def moment(text: str) -> datetime:
    """The moment that a text states, in UTC and without a zone; raises `Unreadable`."""
    found = _TIME.fullmatch(text)
    try:
        if found is not None and len(text) <= _BYTES:
            local = datetime.fromisoformat(f"{found['date']} {found['time']}")
            return local.replace(tzinfo=_zone(found["zone"] or "UTC")).astimezone(UTC).replace(tzinfo=None)
    except (ValueError, OverflowError, ZoneInfoNotFoundError):
        pass
    shown = text[:40] + ("..." if len(text) > 40 else "")
    raise Unreadable(
        f"timestamp.txt holds no date that can be read ({shown!r}); "
        "write it as 2026-01-31 23:59:59 UTC, or delete the file"
    )


def _zone(name: str) -> timezone | ZoneInfo:
    if name[0] in "+-":
        hours, minutes = int(name[1:3]), int(name[-2:])
        ahead = timedelta(hours=hours, minutes=minutes)
        return timezone(ahead if name[0] == "+" else -ahead)
    known = _NAMED.get(name.upper())
    return ZoneInfo(name) if known is None else timezone(timedelta(hours=known))
