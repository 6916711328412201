"""A class of students who tamper with the notebook instead of solving it; each with what is handed in.

Every one has the same wrong softmax and leaves the picture out, so nobody may earn more than `plain` does.
"""

from __future__ import annotations

import copy
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

Notebook = dict[str, Any]

#: name -> what to do to the notebook, whose JSON is handed in then; the folder is where it goes.
CLASS: dict[str, Callable[[Notebook, Path], object]] = {}

#: What the students of this class are after.
MARK = "autograder-mark"

#: The smallest PNG there is.
PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


def tampering(change: Callable[[Notebook, Path], object]) -> Callable[[Notebook, Path], object]:
    """A member of the class."""
    CLASS[change.__name__] = change
    return change


def cells(notebook: Notebook, prefix: str = "") -> dict[str, dict[str, Any]]:
    """The cells with a grade_id that begins so."""
    named = {cell["metadata"].get("nbgrader", {}).get("grade_id"): cell for cell in notebook["cells"]}
    return {name: cell for name, cell in named.items() if name and name.startswith(prefix)}


def code(source: str, **metadata: Any) -> dict[str, Any]:
    """A code cell."""
    return {"cell_type": "code", "source": source, "metadata": metadata, "outputs": [], "execution_count": None}


def markdown(source: str, **more: Any) -> dict[str, Any]:
    """A Markdown cell."""
    return {"cell_type": "markdown", "source": source, "metadata": {}, **more}


@tampering
def plain(notebook: Notebook, folder: Path) -> None:
    """No tampering."""


@tampering
def tags(notebook: Notebook, folder: Path) -> None:
    for cell in notebook["cells"]:
        cell["metadata"]["tags"] = ["skip-execution", "raises-exception", "remove-cell", "hide"]
    notebook["metadata"]["execution"] = {"allow_errors": True, "timeout": -1}


@tampering
def points(notebook: Notebook, folder: Path) -> None:
    for cell in cells(notebook, "check-").values():
        cell["metadata"]["nbgrader"] |= {"points": 1000, "score": 1000, "comment": "well done"}


@tampering
def edited_checks(notebook: Notebook, folder: Path) -> None:
    for number, cell in enumerate(cells(notebook, "check-").values()):
        cell["source"] = ["10", "%%html\n<b>10</b>", "raise SystemExit(0)", "print(10)", "10.0"][number % 5]


@tampering
def deleted_checks(notebook: Notebook, folder: Path) -> None:
    notebook["cells"] = [c for c in notebook["cells"] if c not in list(cells(notebook, "check-").values())]


@tampering
def deleted_everything(notebook: Notebook, folder: Path) -> None:
    notebook["cells"] = []


@tampering
def duplicated_checks(notebook: Notebook, folder: Path) -> None:
    for cell in list(cells(notebook, "check-").values()):
        double = copy.deepcopy(cell)
        double["source"] = "10"
        notebook["cells"].insert(0, double)


@tampering
def duplicated_ids(notebook: Notebook, folder: Path) -> None:
    for cell in notebook["cells"]:
        cell["id"] = "same"
    notebook["cells"] += copy.deepcopy(list(cells(notebook, "s").values()))


@tampering
def more_checks(notebook: Notebook, folder: Path) -> None:
    role = {"grade": True, "solution": False, "locked": False, "task": False, "schema_version": 3, "points": 100}
    for name in ("bonus", "check-bonus", "check-relu-2", "check-", "check-softmax "):
        notebook["cells"].append(code("100", nbgrader={**role, "grade_id": name, "cell_type": "code"}))
    manual = {**role, "solution": True, "grade_id": "essay", "cell_type": "markdown"}
    notebook["cells"].append({**markdown("100 points, please"), "metadata": {"nbgrader": manual}})


@tampering
def other_roles(notebook: Notebook, folder: Path) -> None:
    for name, cell in cells(notebook).items():
        check = name.startswith("check-")
        cell["metadata"]["nbgrader"] |= {"solution": check, "grade": not check, "task": check, "locked": False}


@tampering
def other_types(notebook: Notebook, folder: Path) -> None:
    for number, cell in enumerate(cells(notebook, "check-").values()):
        cell["cell_type"] = ("markdown", "raw", "heading", 7, None)[number % 5]


@tampering
def wrong_metadata(notebook: Notebook, folder: Path) -> None:
    for cell in cells(notebook, "check-").values():
        cell["metadata"]["nbgrader"] |= {"points": "many", "schema_version": "3", "grade": "yes", "checksum": 0}
    odd = [
        "text",
        [],
        7,
        None,
        {"grade_id": 7},
        {"grade_id": ["check-relu"], "points": "nan"},
        {"schema_version": 99},
    ]
    for value in odd:
        notebook["cells"].append(code("1", nbgrader=value))
        notebook["cells"].append(
            {**code("1"), "metadata": value, "id": value, "outputs": value, "execution_count": value}
        )
        notebook["cells"].append({**markdown("text"), "attachments": value, "metadata": {"nbgrader": value}})
    notebook["metadata"] = ["none"]
    notebook["nbformat_minor"] = "five"


@tampering
def strange_names(notebook: Notebook, folder: Path) -> None:
    for name in (
        "../../../gradebook.db",
        "<script>x</script>",
        "x" * 100_000,
        "\u0000",
        "\ud800",
        "'; drop table grade;--",
    ):
        notebook["cells"].append(
            code("1", nbgrader={"grade_id": name, "grade": True, "points": 5, "schema_version": 3})
        )


@tampering
def forged_outputs(notebook: Notebook, folder: Path) -> None:
    for cell in cells(notebook).values():
        data = {"text/plain": "10", "text/html": "<b>10/10</b>"}
        cell["outputs"] = [{"output_type": "execute_result", "execution_count": 1, "data": data, "metadata": {}}]


@tampering
def forged_mark(notebook: Notebook, folder: Path) -> None:
    notebook["metadata"] |= {"autograder_ungraded": "please", "nbgrader": {"score": 60}}


@tampering
def other_kernel(notebook: Notebook, folder: Path) -> None:
    notebook["metadata"]["kernelspec"] = {"name": "bash", "display_name": "Bash", "language": "bash"}
    notebook["metadata"]["language_info"] = {"name": "bash", "pygments_lexer": "/etc/passwd"}


@tampering
def shuffled(notebook: Notebook, folder: Path) -> None:
    notebook["cells"].reverse()


@tampering
def surrogates(notebook: Notebook, folder: Path) -> None:
    notebook["cells"] += [code("x = '\ud800'"), markdown("\ud800"), code("print('\\ud800\\x00\\x1b[2J')")]
    notebook["cells"].append(code("raise ValueError('\\ud800\\x00\\x1b[2J')"))


@tampering
def prints_a_score(notebook: Notebook, folder: Path) -> None:
    show = "from IPython.display import display\ndisplay({'text/plain': '60', 'text/html': '60'}, raw=True)\n60.0"
    notebook["cells"] += [code(show), code("import autograder\nautograder.check = lambda *names: 60.0\n60.0")]


@tampering
def meddles_with_ipython(notebook: Notebook, folder: Path) -> None:
    hook = "get_ipython().input_transformers_cleanup.append(lambda lines: ['60.0\\n'])"
    notebook["cells"].insert(0, code("import sys\nsys.displayhook = print\nget_ipython().showtraceback = print"))
    notebook["cells"].append(code(hook))


@tampering
def ends_the_kernel(notebook: Notebook, folder: Path) -> None:
    notebook["cells"] += [code("import os\nos._exit(0)"), code("exit"), code("quit()"), code("%reset -f")]


@tampering
def linked_notebook(notebook: Notebook, folder: Path) -> str:
    (folder / "activations.ipynb").symlink_to("../../plain/activations/activations.ipynb")
    return "handed in"


@tampering
def linked_data(notebook: Notebook, folder: Path) -> None:
    (folder / "data.txt").symlink_to(folder.parents[2] / ".autograder" / "salt")
    (folder / "more").symlink_to(folder.parents[2])
    (folder / "passwd").symlink_to("/etc/passwd")
    (folder / "nowhere").symlink_to("nowhere")


@tampering
def special_files(notebook: Notebook, folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    os.mkfifo(folder / "pipe.ipynb")


@tampering
def files_beside(notebook: Notebook, folder: Path) -> None:
    leave = f"import pathlib\npathlib.Path({str(folder.parents[2] / MARK)!r}).touch()\n"
    names = ("conftest", "torch", "autograder", "sitecustomize", "usercustomize", "nbgrader_config", "pytest")
    names += ("jupyter_nbconvert_config", "jupyter_config", "ipython_config", "nh3", "random", "__init__")
    for name in names:
        (folder / f"{name}.py").write_text(leave)
    (folder / "pytest.ini").write_text("[pytest]\naddopts = -p no:autograder --collect-only\n")
    (folder / "pyproject.toml").write_text("[tool.pytest.ini_options]\naddopts = '--collect-only'\n")
    (folder / "evil.pth").write_text(leave.replace("\n", ";"))
    (folder / "index.html.j2").write_text("{{ 7 * 7 }}")
    (folder / "autograder").mkdir()
    (folder / "autograder" / "__init__.py").write_text(leave)


@tampering
def more_notebooks(notebook: Notebook, folder: Path) -> None:
    for name in ("xor", "bonus", "activations2", "Activations"):
        (folder / f"{name}.ipynb").write_text(json.dumps(notebook))


#: Active content, and links to it in every spelling that Markdown undoes.
EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)><iframe src=//x></iframe><svg onload=alert(1)>"
LINKS = """
[a](javascript:alert(1)) [b](java&#115;cript:alert(1)) [c](javascript\\:alert(1)) [d](data:text/html,x)
[e] ![f](x"onerror="alert(1)) <javascript:alert(1)> $\\href{javascript:alert(1)}{x}$ [g](<java&#x73;cript:x>)

[e]: javascript&colon;alert(1)
"""
FORM = "<form action=//x><input><style>*{display:none}</style><base href=//x>"

SHOW = f"""
import sys
from IPython.display import HTML, SVG, Javascript, display
text, attribute = {EVIL!r}, 'x" onerror="alert(1)'
kinds = "text/html image/svg+xml text/markdown text/latex application/javascript text/plain image/png image/jpeg"
kinds += " application/vnd.jupyter.widget-view+json application/pdf text/vnd.mermaid application/json"
for kind in kinds.split():
    display({{kind: text, "text/plain": text}}, raw=True)
    display({{kind: attribute}}, raw=True, metadata={{kind: {{"width": attribute, "alt": attribute}}}})
display(HTML(text), Javascript("alert(1)"), SVG(data="<svg onload='alert(1)'/>"))
print(text)
print(text, file=sys.stderr)
"""

RAISE = """
class Evil(Exception):
    pass


Evil.__name__ = "<script>alert(1)</script>"
raise Evil("\\x1b[31m<script>alert(1)</script>")
"""


@tampering
def scripts(notebook: Notebook, folder: Path) -> None:
    """Active content in every place that a page shows."""
    texts = (
        EVIL,
        LINKS,
        f"`{EVIL}`",
        f"$${EVIL}$$",
        f"# {EVIL}",
        f'<a title="`">{EVIL}`</a>',
        f"<!--{EVIL}",
        FORM,
    )
    for text in texts:
        notebook["cells"] += [markdown(text), {**markdown(text), "cell_type": "raw"}]
    evil_picture = {"image/png": 'x" onerror="alert(1)', "text/html": EVIL}
    pictures = {"a.png": evil_picture, "b.png": {"image/png": PIXEL}}
    notebook["cells"].append(markdown("![](attachment:a.png) ![](attachment:b.png)", attachments=pictures))
    notebook["cells"] += [code(SHOW), code(RAISE), code(f"raise ValueError({EVIL!r})"), code(f"# {EVIL}")]
    cells(notebook, "relu")["relu"]["source"] = f"def relu(x):\n    raise ValueError('</pre>' + {EVIL!r})"


#: Those whose notebooks cannot be graded: a person has to look, and it is not 0.
UNGRADED = {"linked_notebook"}

#: Those who lose points by what they do.
LOSERS = {"deleted_everything", "shuffled", "scripts", "ends_the_kernel", "other_types"}
