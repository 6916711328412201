"""Draws what benchmarks/grading.md says. Usage: python benchmarks/plot.py

Reads its tables, so that the picture never says anything else, and writes benchmarks/grading.svg: how many times
faster than stock nbgrader each way of grading is, and what one submission costs in classes of different sizes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

HERE = Path(__file__).parent
TABLES, PICTURE = HERE / "grading.md", HERE / "grading.svg"
#: One colour for the kit's ways, one for what they are compared with.
OURS, OTHERS = "#2a6f97", "#9aa5b1"

_TABLE = re.compile(r"^\|(?P<head>.+)\|\n\|[-: |]+\|\n(?P<rows>(?:\|.+\|\n)+)", re.MULTILINE)


def tables(text: str) -> Iterator[tuple[list[str], list[list[str]]]]:
    """The heads and rows of a page's tables."""
    for found in _TABLE.finditer(text):
        yield _cells(found["head"]), [_cells(row.strip("|")) for row in found["rows"].splitlines()]


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|")]


def draw_ways(axes: Axes, lesson: str, rows: list[list[str]]) -> None:
    """A bar for each way of grading, the fastest below."""
    names = [row[0] for row in rows]
    times = [float(row[2]) for row in rows]
    colours = [OURS if "autograder" in name or name == "nbgrader autograde" else OTHERS for name in names]
    bars = axes.barh(names, times, color=colours)
    axes.bar_label(bars, [f"{row[2]} times, {row[1]} s each" for row in rows], padding=4)
    axes.invert_yaxis()
    axes.set_xlim(0, max(times) * 1.6)
    axes.set_title(f"{lesson}: times faster than stock nbgrader", loc="left")
    axes.xaxis.set_visible(False)
    axes.spines[["top", "right", "bottom"]].set_visible(False)


def draw_sizes(axes: Axes, rows: list[list[str]]) -> None:
    """A line for each number of processes."""
    for jobs in dict.fromkeys(row[1] for row in rows):
        found = [(int(row[0].replace(",", "")), float(row[2])) for row in rows if row[1] == jobs]
        axes.plot(*zip(*found, strict=True), marker="o", label=f"{jobs} process{'es' if jobs != '1' else ''}")
    axes.set_xscale("log")
    axes.xaxis.set_major_formatter("{x:,.0f}")
    axes.set_ylim(bottom=0)
    axes.set_xlabel("submissions in the class")
    axes.set_ylabel("s each, start-up included")
    axes.set_title("a course of one small exercise", loc="left")
    axes.legend()
    axes.grid(alpha=0.3)


def main() -> None:
    """Draw."""
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": "grading", "font.size": 9}):
        _drawn().savefig(PICTURE, metadata={"Date": None})
    print(f"wrote {PICTURE.name}")


def _drawn() -> Figure:
    found = list(tables(TABLES.read_text(encoding="utf-8")))
    ways = [(head[0], rows) for head, rows in found if "times faster" in head]
    sizes = [rows for head, rows in found if head[:2] == ["students", "processes"]]
    figure = Figure(figsize=(8, 2.2 * len(ways) + 2.6), layout="constrained")
    all_axes = figure.subplots(len(ways) + len(sizes), 1)
    for axes, (lesson, rows) in zip(all_axes, ways, strict=False):
        draw_ways(axes, lesson, rows)
    for axes, rows in zip(all_axes[len(ways) :], sizes, strict=True):
        draw_sizes(axes, rows)
    return figure


if __name__ == "__main__":
    main()
