"""`check("sigmoid")` on a notebook's or a module's own functions: it shows, and never raises."""

from __future__ import annotations

import linecache
import re
from pathlib import Path
from typing import Any, Unpack

import matplotlib.pyplot as plt
import nbclient
import nbformat
import pytest

from autograder import hint, notebook
from autograder.channel.inline import InlineChannel
from autograder.course.courses import kits_own
from autograder.course.exercises import exercises_of, points_of
from autograder.course.hints import hints_of
from autograder.course.progress import forget, progress_in
from autograder.examiner.session import Examiner
from autograder.grading import here
from autograder.report.card import Card
from autograder.wire.messages import Options, Reply, Request

IMPORTS = "import torch\nfrom torch import nn\nimport matplotlib.pyplot as plt\nfrom autograder import check\n"
SIGMOID = "def sigmoid(x):\n    return 0.5 * (torch.tanh(0.5 * x) + 1)\n"


@pytest.fixture(autouse=True)
def _nothing_is_earned() -> None:
    forget(kits_own())


@pytest.fixture(autouse=True)
def shared(examiner: Examiner, monkeypatch: pytest.MonkeyPatch) -> None:
    """The examiner that is there already."""
    monkeypatch.setattr(notebook, "_examiner", lambda: examiner)


def module(source: str) -> dict[str, Any]:
    """The globals of a module with this source, which Python can find as it finds a notebook's."""
    text = IMPORTS + source
    namespace: dict[str, Any] = {"__name__": "their_module"}
    linecache.cache["<their module>"] = (len(text), None, text.splitlines(keepends=True), "<their module>")
    exec(compile(text, "<their module>", "exec"), namespace)
    return namespace


def run(source: str, call: str = 'check("sigmoid")') -> Card:
    """What `check` gives in a module with this source."""
    namespace = module(source)
    exec(f"card = {call}", namespace)
    card = namespace["card"]
    assert isinstance(card, Card)
    return card


def outcomes(card: Card) -> list[str]:
    return [check.outcome for each in card.report.exercises for check in each.checks]


def test_a_right_function_has_all_points() -> None:
    card = run(SIGMOID)
    assert set(outcomes(card)) == {"passed"}
    assert card.points == card.report.max_points == points_of("activations")["sigmoid"]


def test_a_script_is_told_on_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    card = run(SIGMOID)
    assert capsys.readouterr().out.rstrip("\n") == card.text()
    run("", 'check("sigmoyd")')
    assert 'Did you mean check("sigmoid")?' in capsys.readouterr().out


def test_the_function_itself_may_be_named() -> None:
    assert set(outcomes(run(SIGMOID, "check(sigmoid)"))) == {"passed"}


def test_a_wrong_function_is_shown_an_example() -> None:
    """The student's generators are left as they were, and so is the notebook."""
    card = run("def sigmoid(x):\n    return torch.rand(1) * 0 + 1 / (1 + torch.exp(x))\n")
    assert "sigmoid(tensor([-2, 0, 2]))" in card.html()
    assert "[0.1192, 0.5, 0.8808]" in card.text()
    assert '<svg xmlns="http://www.w3.org/2000/svg" role="img"' in card.html()
    assert "<svg" not in run(SIGMOID).html()


MISTAKES = {
    "nothing there": "",
    "a stub": "def sigmoid(x):\n    raise NotImplementedError()",
    "no function": "sigmoid = 3",
    "no return": "def sigmoid(x):\n    1 / (1 + torch.exp(-x))",
    "another argument": "def sigmoid():\n    return 1",
    "a name that is not there": "def sigmoid(x):\n    return 1 / (1 + exp(-x))",
    "exit": "def sigmoid(x):\n    exit()",
    "SystemExit": "def sigmoid(x):\n    raise SystemExit(3)",
    "endless recursion": "def sigmoid(x):\n    return sigmoid(x)",
    "an exception that cannot be told": (
        "class Odd(Exception):\n    def __str__(self): raise ValueError\ndef sigmoid(x):\n    raise Odd"
    ),
    "a value that cannot be told": (
        "class Odd:\n    def __repr__(self): raise ValueError\n    def __eq__(self, other): raise ValueError\n"
        "    __hash__ = None\n    def __bool__(self): raise ValueError\ndef sigmoid(x):\n    return Odd()"
    ),
    "an odd number": (
        "class Odd(float):\n    def __float__(self): raise ValueError\ndef sigmoid(x):\n    return Odd(1.0)"
    ),
    "an odd text": "class Odd(str):\n    def __str__(self): raise OSError\ndef sigmoid(x):\n    return Odd('a')",
    "a class": "class sigmoid:\n    pass",
    "everything": "def sigmoid(x):\n    return [x] * 500",
    "the wrong shape": "def sigmoid(x):\n    return torch.ones(7)",
    "its input changed": "def sigmoid(x):\n    return x.neg_().exp_().add_(1).reciprocal_()",
    "numpy": "def sigmoid(x):\n    return 1 / (1 + torch.exp(-x)).detach().numpy()",
}


@pytest.mark.parametrize("source", MISTAKES.values(), ids=MISTAKES)
def test_no_mistake_raises_or_earns_everything(source: str) -> None:
    card = run(source)
    assert card.points < card.report.max_points
    assert {"failed", "error"} & set(outcomes(card))
    assert "could not make sense" not in card.text()
    assert card.html()


def test_endless_loops_are_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    class Impatient(InlineChannel):
        def ask(self, request: Request, timeout: float, **options: Unpack[Options]) -> Reply:
            return super().ask(request, min(timeout, 0.1), **options)

    monkeypatch.setattr(here, "InlineChannel", Impatient)
    card = run("def sigmoid(x):\n    while True:\n        pass")
    assert outcomes(card)[1] == "timeout"
    assert set(outcomes(card)[2:]) == {"skipped"}
    assert card.points == 0


@pytest.mark.parametrize(
    ("name", "meant"), [("sigmiod", "sigmoid"), ("Softmax", "softmax"), ("train_xr", "train_xor")]
)
def test_a_misspelt_name_is_guessed(name: str, meant: str) -> None:
    card = run("", f"check({name!r})")
    assert f'Did you mean check("{meant}")?' in card.text()
    assert card.points == 0


@pytest.mark.parametrize("name", ["'zzzz'", "''", "3", "None", "'<b>x</b>'", "'[/]'", "torch.ones(3)"])
def test_any_other_name_shows_the_names_that_there_are(name: str) -> None:
    card = run("", f"check({name})")
    for exercise in exercises_of("activations"):
        assert exercise in card.text().replace("\n", " ")
    assert "<b>x" not in card.html()


@pytest.mark.parametrize("call", ["check('trees_square')", "check()", "hint('x')", "reset('x')", "progress()"])
def test_a_course_that_names_no_lesson_is_told_and_nothing_raises(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lessons" / "trees").mkdir(parents=True)
    (tmp_path / "course.toml").write_text('title = "Trees"\nlessons = ["tres"]\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    namespace = module("from autograder import hint, progress, reset\ndef trees_square(x):\n    return x\n")
    told = " ".join(re.sub("[│╭╮╰╯─]", " ", str(eval(call, namespace))).split())
    assert "course.toml names `tres`, and there is no lessons/tres: did you mean `trees`?" in told


HINTS = ["hint('sigmoid')", "hint('sigmoid', 2)", "hint(number=3, exercise='sigmoid')"]


@pytest.mark.parametrize("call", HINTS)
def test_hints_come_one_by_one(call: str, capsys: pytest.CaptureFixture[str]) -> None:
    shown = run_hint(SIGMOID, call)
    number = HINTS.index(call) + 1
    assert shown.startswith(hints_of("activations", "sigmoid")[number - 1])
    assert f"Hint {number} of 4" in shown
    assert f'hint("sigmoid", {number + 1})' in shown
    assert capsys.readouterr().out.rstrip("\n") == shown, "a script shows nothing of a last expression"


def test_in_a_notebook_one_can_go_on_from_a_hint() -> None:
    hints = hints_of("activations", "sigmoid")
    markdown = hint("sigmoid", 2)._repr_markdown_()
    places = [markdown.index(part) for part in (hints[1], "(3 of 4)", hints[2], "(4 of 4)", hints[3])]
    assert places == sorted(places)
    assert hints[0] not in markdown
    assert "<details>" not in hint("sigmoid", 4)._repr_markdown_()


def test_the_last_hint_promises_no_other() -> None:
    last = len(hints_of("activations", "sigmoid"))
    assert f"Hint {last} of {last}*" in run_hint(SIGMOID, f"hint(sigmoid, {last})")


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ("hint()", 'Name an exercise, as in hint("weighted_sum").'),
        ("hint('sigmiod')", 'Did you mean hint("sigmoid")?'),
        ("hint()", "The exercises are: weighted_sum"),
        ("hint(None)", "The exercises are: weighted_sum"),
        ("hint('sigmoid', 5)", 'There are 4 hints: `hint("sigmoid", 1)` to `hint("sigmoid", 4)`'),
        ("hint('sigmoid', 0)", "There are 4 hints"),
        ("hint('sigmoid', 'more')", "There are 4 hints"),
    ],
)
def test_a_hint_that_is_not_there(call: str, said: str) -> None:
    assert said in run_hint(SIGMOID, call)


def run_hint(source: str, call: str) -> str:
    namespace = module("from autograder import hint\n" + source)
    exec(f"shown = {call}", namespace)
    shown = namespace["shown"]
    assert shown._repr_markdown_().startswith(repr(shown))
    return repr(shown)


def test_an_exercise_not_begun_is_no_failure() -> None:
    """A card without a list of what failed."""
    card = run("def sigmoid(x):\n    raise NotImplementedError()")
    assert "Not begun yet: write sigmoid, run its cell, and run this check again." in " ".join(card.text().split())
    assert "✗" not in card.text() + card.html()
    assert "0/10 points" in card.html()


def test_cards_name_the_hints_that_a_notebook_can_show() -> None:
    card = run("def sigmoid(x):\n    return x")
    assert "Hint (1 of 4)" in card.html()
    assert 'hint("sigmoid")' in card.text()
    assert "autograder hint" not in card.html() + card.text()


def test_figures_are_closed_and_ones_own_stay_open() -> None:
    own = plt.figure()
    try:
        source = "def plot_activations(x):\n    return plt.subplots(2, 2)[0]"
        card = run(source, 'check("plot_activations")')
        assert "passed" in outcomes(card)
        assert plt.get_fignums() == [own.number]
    finally:
        plt.close("all")


def test_a_figure_is_not_shown_above_its_card(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once for each check, it would be; in a notebook, to show a figure also closes it."""
    shown: list[int] = []
    monkeypatch.setattr(plt, "show", lambda: shown.append(1))
    source = "def plot_activations(x):\n    figure, axes = plt.subplots(2, 2)\n    plt.show()\n    return figure"
    assert "passed" in outcomes(run("import matplotlib.pyplot as plt\n" + source, 'check("plot_activations")'))
    assert not shown
    plt.show()
    assert shown, "afterwards it does what it did"


def test_the_namespace_is_left_as_it_was() -> None:
    """Also where a mistake in one function made the kit's version of it stand in."""
    namespace = module("def tanh(x):\n    return 2 * sigmoid(2 * x) - 1\n")
    before = dict(namespace)
    exec('card = check("tanh")', namespace)
    card = namespace.pop("card")
    assert card.points == card.report.max_points, "it is sigmoid that is missing, not tanh"
    assert namespace == before


def test_warnings_and_prints_of_theirs_are_not_shown(capsys: pytest.CaptureFixture[str]) -> None:
    card = run(
        "import warnings\n" + SIGMOID.replace("    return", "    warnings.warn('w')\n    print('p')\n    return")
    )
    shown = capsys.readouterr()
    assert shown.out.rstrip("\n") == card.text()
    assert shown.err == ""
    assert card.points == card.report.max_points


@pytest.mark.ci
def test_in_a_real_kernel_the_plain_text_is_a_number() -> None:
    cells = [IMPORTS + SIGMOID, 'check("sigmoid")', 'check("tanh")', "def tanh(x): exit()", 'check("tanh")']
    cells += ["check()", "from autograder import progress\nprogress()"]
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    nbclient.NotebookClient(book, timeout=600).execute()
    for cell, points in ((1, points_of("activations")["sigmoid"]), (2, 0), (4, 0)):
        (output,) = book.cells[cell].outputs
        assert output.output_type == "execute_result"
        assert output.data["text/plain"] == f"{points:g}"
        assert "autograder-card" in output.data["text/html"]
    for cell, shown in ((5, "autograder-lesson"), (6, "autograder-course")):
        (output,) = book.cells[cell].outputs
        assert shown in output.data["text/html"]


LESSON = SIGMOID + "def tanh(x):\n    return x\ndef relu(x):\n    raise NotImplementedError\n"


def test_without_a_name_the_lesson_is_checked() -> None:
    """A line for each exercise, and the card of the first that is begun and wrong, with its example and hints."""
    shown = eval("check()", module("from torch.optim import SGD, Adam\n" + LESSON))
    assert [each.name for each in shown.report.exercises] == list(exercises_of("activations"))
    page, text = shown.html(), shown.text()
    for name in exercises_of("activations"):
        assert f">{name}</span></th>" in page
        assert name in text
    assert page.count('class="autograder-card ') == 1
    assert "tanh(tensor(" in page
    assert "Hint (1 of" in page
    for mark in ('aria-label="passed"', 'aria-label="failed"', 'aria-label="not tried"'):
        assert mark in page
    assert "✗ Not yet:" in text
    assert ("not begun yet" in text, "not there yet: run its cell" in text) == (True, True)


def test_several_of_a_lesson_are_checked_at_once() -> None:
    shown = eval('check("tanh", sigmoid, "tanh")', module(LESSON))
    assert [each.name for each in shown.report.exercises] == ["sigmoid", "tanh"], (
        "once each, as the lesson has them"
    )
    assert shown.text().splitlines()[0].startswith("✓ sigmoid")
    assert 'Did you mean check("sigmoid")?' in run(LESSON, 'check("tanh", "sigmoyd")').text()
    said = run(LESSON, 'check("tanh", "mse_loss")').html()
    assert "is an exercise of losses, and the one before it of activations: check one lesson at a time" in said


def test_where_no_exercise_is_there_is_no_lesson_to_check() -> None:
    card = run("", "check()")
    assert "run the cells of a lesson first" in " ".join(card.text().split())


def test_an_exercise_of_another_lesson_is_told_from_one_that_is_missing() -> None:
    mlp = "def count_parameters(model):\n    return 0\n"
    said = run(mlp).html()
    assert "is an exercise of activations, and what is defined here is of mlp: SimpleMLP, count_parameters" in said
    assert "autograder-card" in run(mlp, 'check("layer_shapes")').html(), "its cell was not run: that is its card"
    assert run(SIGMOID + mlp, 'check("sigmoid")').points, "where both are, each is checked"


def test_what_was_earned_is_told_and_remembered() -> None:
    course = sum(sum(points_of(lesson).values()) for lesson in kits_own().lessons)
    assert run(SIGMOID).text().endswith(f"activations 10/60 · course 10/{course:g} · next: tanh")
    wrong = run(LESSON, 'check("tanh")').text().splitlines()[-1]
    assert wrong.startswith("activations 1")
    assert "next:" not in wrong, "it is that very exercise"
    assert progress_in(kits_own()).of("activations").open == "tanh"
    shown = eval("progress()", module("from autograder import progress\n" + SIGMOID))
    assert "Next: tanh, in activations." in shown.html()
    assert re.search(r"activations .* 10/60  tanh", shown.text())


def test_an_exercise_whose_cell_was_not_run_keeps_what_it_earned() -> None:
    run(SIGMOID)
    eval("check()", module("def relu(x):\n    raise NotImplementedError\n"))
    earned = progress_in(kits_own()).earned
    assert earned["sigmoid"].points == points_of("activations")["sigmoid"]
    assert "relu" not in earned, "nothing was begun"
    run("def sigmoid(x):\n    raise NotImplementedError\n")
    assert progress_in(kits_own()).earned["sigmoid"].points == 0


def test_while_nbgrader_runs_a_notebook_nothing_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NBGRADER_EXECUTION", "validate")
    assert "course" not in run(SIGMOID).text()
    assert not progress_in(kits_own()).of("activations").begun


def test_an_exercise_can_be_had_as_it_was() -> None:
    """As a text to put back: a second cell would hide what the first one has."""
    run(SIGMOID)
    shown = eval("reset('sigmoid')", module("from autograder import reset\n" + SIGMOID))
    assert "def sigmoid(x" in shown.markdown
    assert "raise NotImplementedError()" in shown.markdown
    assert "```python" in shown._repr_markdown_()
    assert "sigmoid" not in progress_in(kits_own()).earned
    assert 'Did you mean reset("sigmoid")?' in repr(notebook.reset("sigmiod"))


def test_without_the_released_notebook_nothing_is_reset(monkeypatch: pytest.MonkeyPatch) -> None:
    run(SIGMOID)
    monkeypatch.setattr("autograder.course.places.Path.is_file", lambda path: False)
    assert "Nothing was changed" in repr(notebook.reset("sigmoid"))
    assert "sigmoid" in progress_in(kits_own()).earned
