"""Running a submission's cells: what they print and show, how they end, and what is made to work."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from autograder.channel.process import ProcessChannel
from autograder.channel.zygote import Zygote
from autograder.submission.cells import Cell, Submission

Run = Callable[..., list[dict[str, Any]]]
Open = Callable[..., ProcessChannel]
KINDS = pytest.mark.parametrize("kind", ["notebook", "script"])


@pytest.fixture
def opened(zygote: Zygote) -> Iterator[Open]:
    """Runs cells in a worker: the channel to it."""
    channels = []

    def channel(
        kind: str,
        *cells: str | Cell,
        seconds: float = 60.0,
        lesson: str | None = None,
        beside: tuple[tuple[str, bytes], ...] = (),
    ) -> ProcessChannel:
        parts = tuple(cell if isinstance(cell, Cell) else Cell(cell) for cell in cells)
        submission = Submission("one", Path("ada.py"), kind, parts, beside)
        channels.append(ProcessChannel(zygote, submission, seconds, pictures=True, lesson=lesson))
        channels[-1].start()
        return channels[-1]

    yield channel
    for each in channels:
        each.stop()


@pytest.fixture
def run(opened: Open) -> Run:
    """Runs cells in a worker: for each, its outputs and the exception that ended it."""
    return lambda *args, **options: opened(*args, **options).results


def texts(result: dict[str, Any], name: str = "stdout") -> str:
    return "".join(output["text"] for output in result["outputs"] if output.get("name") == name)


@KINDS
def test_a_cell_that_raises_does_not_stop_the_next(run: Run, kind: str) -> None:
    first, second, third = run(kind, "x = 1", "print('before')\nx.nothing", "print(x)")
    assert (first["outputs"], first["error"]) == ([], None)
    assert texts(second) == "before\n"
    assert second["error"]["type"] == "AttributeError"
    assert "x.nothing" in second["error"]["where"]
    assert texts(third) == "1\n"


@KINDS
@pytest.mark.parametrize(
    ("cell", "error"),
    [
        ("def f(:", "SyntaxError"),
        ("raise SystemExit(3)", "SystemExit"),
        ("exit()", None),
        ("input('name? ')", "RuntimeError"),
        ("raise KeyboardInterrupt", "KeyboardInterrupt"),
        ("import os; os._exit(0)", "Crash"),
        ("import os; os.abort()", "Crash"),
        ("while True: pass", "Timeout"),
    ],
)
def test_however_a_cell_ends_the_others_run(run: Run, kind: str, cell: str, error: str | None) -> None:
    seconds = 1.0 if error == "Timeout" else 60.0
    before, ending, after = run(kind, "print('before')", cell, "print('after')", seconds=seconds)
    assert (texts(before), texts(after)) == ("before\n", "after\n")
    if error is not None:
        assert ending["error"]["type"] == error


def test_a_notebook_can_do_what_notebooks_can(run: Run) -> None:
    magic, shown, awaited, picture = run(
        "notebook",
        "%matplotlib inline\n%time x = 1",
        "from IPython.display import HTML, display\ndisplay(HTML('<b>bold</b>'))",
        "import asyncio\nawait asyncio.sleep(0)\nprint('awaited')",
        "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()",
    )
    assert [result["error"] for result in (magic, shown, awaited, picture)] == [None] * 4
    assert shown["outputs"][0]["data"]["text/html"] == "<b>bold</b>"
    assert texts(awaited) == "awaited\n"
    assert any("image/png" in output.get("data", {}) for output in picture["outputs"])


def test_a_script_is_one_module(run: Run) -> None:
    future, use = run(
        "script",
        "from __future__ import annotations\nimport inspect, sys",
        "def f(x: NotYetDefined): return x\n"
        "print(f.__module__, sys.modules['submission'].f is f, 'NotYet' in inspect.getsource(f))",
    )
    assert future["error"] is None
    assert texts(use) == "submission True True\n"


@KINDS
def test_loaders_need_no_processes(run: Run, kind: str) -> None:
    (result,) = run(
        kind,
        "from torch.utils.data import DataLoader\n"
        "loader = DataLoader([1, 2, 3], batch_size=2, num_workers=2, persistent_workers=True)\n"
        "print([batch.tolist() for batch in loader])",
    )
    assert result["error"] is None
    assert "num_workers=0" in texts(result)
    assert "[[1, 2], [3]]" in texts(result)


def test_check_in_a_submission_does_nothing(run: Run) -> None:
    (result,) = run("notebook", "from autograder import check\ncheck('sigmoid')")
    assert (result["outputs"], result["error"]) == ([], None)


@pytest.mark.parametrize(
    "cell",
    [
        "print('x' * 10**7)",
        "from IPython.display import HTML, display\nfor _ in range(80): display(HTML('x' * 90_000))",
        "from IPython.display import HTML, display\nfor _ in range(5000): display(HTML('x'))",
        "print('\\U0001F600' * 10**5); import sys; print('\\U0001F600' * 10**5, file=sys.stderr)",
        "from IPython.display import publish_display_data\npublish_display_data({'image/png': 'x' * 10**7})",
    ],
)
def test_too_much_output_is_cut_and_the_rest_of_the_result_arrives(run: Run, cell: str) -> None:
    first, second = run("notebook", f"{cell}\n1 / 0", "print('next')")
    assert first["error"]["type"] == "ZeroDivisionError"
    assert first["outputs"]
    assert texts(second) == "next\n"


# --- lines that cannot work here ----------------------------------------------------------------------

#: What stands below such a line: all of it is run.
BELOW = "import math\ndef area(r):\n    return math.pi * r\nprint('below', area(1) > 3)"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("!pip install -q torch", "no shell"),
        ("!!ls", "no shell"),
        ("files = !ls", "no shell"),
        ("%pip install torch", "nothing can be installed"),
        ("%conda install -y pandas", "nothing can be installed"),
        ("%load_ext tensorboard", "no extensions"),
        ("%tensorboard --logdir runs", "no such magic"),
        ("if True:\n    !apt install x\n    %tensorboard", "no such magic"),
        ("import a_package_that_nobody_has as pd", "No module named 'a_package_that_nobody_has'"),
        ("from google.colab import drive; drive.mount('/content/drive')", "No module named 'google'"),
        ("name = input('who? ')", "nobody is at the keyboard"),
        ("open('data.csv')", "data.csv"),
        ("raise EOFError", "EOFError"),
        ("import torch\ntorch.zeros(1).to('cuda')", "CUDA"),
    ],
)
def test_a_line_that_cannot_work_here_costs_itself(opened: Open, line: str, told: str) -> None:
    channel = opened("notebook", f"{line}\n{BELOW}")
    (result,) = channel.results
    assert "below True" in texts(result)
    assert "note: " in texts(result)
    assert told in " ".join(channel.troubles())
    assert len(channel.troubles()) <= 2


@pytest.mark.parametrize(
    "line",
    [
        "%matplotlib widget",
        "%matplotlib inline",
        "%matplotlib",
        "%load_ext autoreload\n%autoreload 2",
        "%config InlineBackend.figure_format = 'retina'",
        "%config NoSuchThing.at_all = 1",
        "%time 1 + 1",
        "%timeit 1 + 1",
        "import math as m, sys",
    ],
)
def test_a_magic_that_changes_no_result_is_no_trouble(opened: Open, line: str) -> None:
    channel = opened("notebook", f"{line}\n{BELOW}")
    (result,) = channel.results
    assert "below True" in texts(result)
    assert "note" not in texts(result)
    assert (result["error"], channel.troubles()) == (None, [])


def test_what_follows_from_such_a_line_is_no_trouble_of_its_own(opened: Open) -> None:
    channel = opened(
        "notebook",
        "import a_package_that_nobody_has as pd, math\nframe = pd.DataFrame()\nprint(frame)\nprint(math.pi)",
        "frame.head()\nprint('after')",
    )
    assert "3.14" in texts(channel.results[0])
    assert "after\n" in texts(channel.results[1])
    assert ["nobody_has" in trouble for trouble in channel.troubles()] == [True]


@KINDS
def test_an_absent_package_costs_a_script_as_little(opened: Open, kind: str) -> None:
    (result,) = opened(kind, f"import a_package_that_nobody_has\n{BELOW}").results
    assert "below True" in texts(result)
    assert result["error"]["type"] == "ModuleNotFoundError"


def test_magics_in_the_cells_of_a_script(opened: Open) -> None:
    """Some editors run them; to Python, the file is a syntax error."""
    channel = opened("script", f"# %%\n%matplotlib inline\n!pip install torch\nfiles = !ls\n{BELOW}")
    assert "below True" in texts(channel.results[0])
    assert "a script has no magics" in channel.troubles()[0]


@pytest.mark.parametrize(
    "magic",
    [
        *("%%time", "%%timeit", "%%timeit -n 10 -r 3", "%%capture", "%%prun", "%%memit"),
        *("\n\n%%time", "%%time\n%%capture"),
    ],
)
def test_the_code_below_a_cell_magic_is_the_notebooks(run: Run, magic: str) -> None:
    first, second = run("notebook", f"{magic}\n!pip install torch\n{BELOW}", "print(area(1) > 3)")
    assert first["error"] is None
    assert texts(second) == "True\n"


def test_a_timed_cell_leaves_what_was_there(run: Run) -> None:
    *_, after = run("notebook", "x = 1\ny = 1", "%%timeit z = 2\nx = z\n", "%timeit y = 2", "print(x, y, z)")
    assert texts(after) == "1 1 2\n"


@pytest.mark.parametrize(
    "cell", ["%%bash\necho x", "%%script perl\nprint 1", "%%sql\nSELECT * FROM t", "%%R\nx ="]
)
def test_cells_of_other_languages_are_left_out(opened: Open, cell: str) -> None:
    channel = opened("notebook", cell, "print('after')")
    assert "left out" in channel.troubles()[0]
    assert [result["error"] for result in channel.results] == [None, None]
    assert texts(channel.results[1]) == "after\n"


def test_a_file_that_a_cell_writes_can_be_imported_and_read(run: Run) -> None:
    *_, use = run(
        "notebook",
        "%%writefile mine.py\ndef double(x):\n    return 2 * x",
        "from mine import double\nprint(double(4), len(open('mine.py').readlines()))",
    )
    assert texts(use) == "8 2\n"


def test_what_was_raised_comes_before_what_was_left_out(opened: Open) -> None:
    """Reports name the first few troubles only."""
    loop = "for n in range(50):\n    !ls {n}"
    first, *others = opened("notebook", "!ls", loop, "!ls", "def f(:").troubles()
    assert first.startswith("SyntaxError")
    assert len(others) == len(set(others)) <= 21


# --- exceptions in the middle of a cell ---------------------------------------------------------------


@KINDS
def test_below_an_exception_the_definitions_count(opened: Open, kind: str) -> None:
    first, second = opened(
        kind,
        "x = 1\n1 / 0\nimport json as j\nslope, text = 0.1, 'a'\nsquare = lambda n: n * n\nprint('never')\n"
        "y = print('never')\n@staticmethod\ndef f(n): return n\nclass A: pass\nx.nothing\n",
        "print(x, j.__name__, slope, text, square(3), f(4), A.__name__, 'y' in globals())",
    ).results
    assert (texts(first), first["error"]["type"]) == ("", "ZeroDivisionError")
    assert texts(second) == "1 json 0.1 a 9 4 A False\n"


@KINDS
def test_below_an_exception_nothing_is_defined_again(run: Run, kind: str) -> None:
    """In Jupyter, the right one counts, and the old one below is never run; a stub is none."""
    *_, after = run(
        kind,
        "def relu(x): return 'right'\n1 / 0\ndef relu(x): return 'old'",
        'def tanh(x):\n    """Words."""\n    raise NotImplementedError("later")',
        "class Net:\n    def forward(self): raise NotImplementedError",
        "nothing\ndef tanh(x): return 'right'\nclass Net:\n    def forward(self): return 'right'",
        "print(relu(1), tanh(1), Net().forward())",
    )
    assert texts(after) == "right right right\n"


@pytest.mark.parametrize(
    ("kind", "statement", "told"),
    [
        ("notebook", "exit()", "exit() ended this cell; the cells below were run all the same"),
        ("notebook", "quit()", "quit() ended this cell"),
        ("notebook", "import sys\nsys.exit(2)", "sys.exit(2) ended this cell"),
        ("script", "raise SystemExit", "raise SystemExit would end the program here"),
    ],
)
def test_an_exit_says_what_it_did(opened: Open, kind: str, statement: str, told: str) -> None:
    channel = opened(kind, f"{statement}\nprint('never')\ndef f(): return 3", "print(f())")
    assert [texts(result) for result in channel.results] == ["", "3\n"]
    (trouble,) = channel.troubles()
    assert told in trouble


# --- what stands in -----------------------------------------------------------------------------------


@KINDS
def test_compiling_gives_the_function_as_it_is(opened: Open, kind: str) -> None:
    channel = opened(
        kind,
        "import torch\n@torch.compile\ndef f(x): return x + 1\n"
        "@torch.compile(fullgraph=True, mode='max-autotune')\ndef g(x): return f(x) + 1\n"
        "h = torch.compile(g, dynamic=True)\nnet = torch.nn.Linear(1, 1)\nnet.compile()\n"
        "@torch.jit.script\ndef leaky(x, slope=0.1): return torch.where(x > 0, x, slope * x)\n"
        "print(h(torch.zeros(1)).item(), net(torch.zeros(1)).shape[0], leaky(torch.ones(1)).item())",
    )
    (result,) = channel.results
    assert "2.0 1 1.0\n" in texts(result)
    assert texts(result).count("torch.compile gives the function as it is") == 1
    assert (result["error"], channel.troubles()) == (None, [])


@KINDS
def test_nothing_waits_for_a_person(opened: Open, kind: str) -> None:
    channel = opened(
        kind,
        "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nwhile not plt.waitforbuttonpress(): pass\n"
        "print(plt.ginput(2))\nplt.pause(1000)\nplt.gcf().canvas.start_event_loop()\nplt.show(block=True)\nbreakpoint()\nprint('done')",
    )
    assert texts(channel.results[0]) == "[]\ndone\n"
    assert channel.troubles() == []


def test_a_progress_bar_is_not_missed(run: Run) -> None:
    (result,) = run(
        "notebook",
        "from tqdm.auto import tqdm, trange\nimport tqdm.notebook as other\n"
        "with tqdm([1, 2], desc='epochs') as bar:\n    for n in bar:\n        bar.set_postfix(loss=n)\n"
        "print(list(trange(3)), len(tqdm([1])), [*other.tqdm('a')])",
    )
    assert result["error"] is None
    assert texts(result).endswith("[0, 1, 2] 1 ['a']\n")


# --- the folder ---------------------------------------------------------------------------------------

BESIDE = (
    ("helper.py", b"from tools.more import four\ndef three(): return 3\n"),
    ("tools/more.py", b"def four(): return 4\n"),
    ("data/numbers.txt", b"5"),
    ("empty.txt", b""),
)
USE = (
    "from helper import three, four\n"
    "print(three(), four(), open('data/numbers.txt').read(), open('empty.txt').read())"
)


@KINDS
def test_files_beside_the_submission_are_there(run: Run, kind: str) -> None:
    (result,) = run(kind, USE, beside=BESIDE)
    assert (texts(result), result["error"]) == ("3 4 5 \n", None)


def test_they_are_there_again_after_the_process_died(run: Run) -> None:
    first, _, again = run(
        "notebook", "open('empty.txt', 'a').write('x')", "import os; os._exit(1)", USE, beside=BESIDE
    )
    assert first["error"] is None
    assert texts(again) == "3 4 5 x\n", "as they were handed in, and then as the cells above left them"


def test_a_large_file_arrives_whole(run: Run) -> None:
    content = bytes(range(256)) * (9 * 2**12)  # more than one tensor of a frame may hold
    cell = "d = open('d', 'rb').read()\nprint(len(d), d == bytes(range(256)) * 36864)"
    (result,) = run("notebook", cell, beside=(("d", content),))
    assert texts(result) == f"{len(content)} True\n"


@pytest.mark.parametrize(
    "name", ["/abs.txt", "../not-in-it.txt", "a/../../not-in-it.txt", "", ".", "a\0b", "x" * 300]
)
def test_a_name_that_leads_out_of_the_folder_is_refused(run: Run, name: str) -> None:
    cell = "import os; print(sorted(f for f in os.listdir() if 'txt' in f), 'not-in-it.txt' in os.listdir('..'))"
    (result,) = run("notebook", cell, beside=((name, b"x"), ("good.txt", b"")))
    assert texts(result) == "['good.txt'] False\n"
    assert not Path("/abs.txt").exists()


def test_a_module_of_the_students_is_theirs_and_nobody_elses(run: Run) -> None:
    """What they import comes from the folder, as in Jupyter; what a library imports, does not."""
    beside = (("tabnanny.py", b"x = 'mine'"), ("pyclbr.py", b"raise SystemExit"))
    cell = (
        "import tabnanny\nprint(tabnanny.x)\nexec('import pyclbr', {'__name__': 'a_library'})\n"
        "import pyclbr\nprint(hasattr(pyclbr, 'readmodule'))"
    )
    (result,) = run("notebook", cell, beside=beside)
    assert texts(result) == "mine\nTrue\n"


def test_the_folder_is_gone_afterwards(opened: Open, zygote: Zygote) -> None:
    """Also where no sandbox has one of its own."""
    channel = opened("notebook", "import os\nopen('a', 'w').close()\nos.makedirs('deep/er')\nprint(os.getpid())")
    (folder,) = (Path(f"/proc/{int(texts(channel.results[0]))}/cwd").resolve() for _ in "1")
    assert (folder / "a").exists()
    assert folder != Path.cwd()
    channel.stop()
    zygote.fork().kill()  # it tidies up when it is asked for the next
    assert not folder.exists()


# --- the lesson's imports -----------------------------------------------------------------------------


@KINDS
def test_the_lessons_imports_are_there(run: Run, kind: str) -> None:
    cell = "def f(): return torch.zeros(2).sum().item()\nprint(f(), plt.__name__, Figure.__name__, check('relu'))"
    (there,) = run(kind, cell, lesson="activations")
    (absent,) = run(kind, cell)
    assert texts(there) == "0.0 matplotlib.pyplot Figure None\n"
    assert absent["error"]["type"] == "NameError"


def test_below_an_exception_the_students_import_goes_before_the_lessons(run: Run) -> None:
    *_, after = run("notebook", "1 / 0\nfrom os import path as plt", "print(plt.__name__)", lesson="activations")
    assert texts(after) == "posixpath\n"


def test_an_imported_name_of_the_lesson_does_not_exist_for_a_check(opened: Open) -> None:
    channel = opened("notebook", "import torch\nnn = 3", lesson="xor")
    for name, exists in {"Figure": False, "nn": True, "plt": False}.items():
        described: Any = channel.ask({"op": "describe", "name": name}, 5.0)["ok"]
        assert described["exists"] is exists, name


# --- how it is told -----------------------------------------------------------------------------------

INTERNAL = ("ipython-input", "submission part", "scratch-", "/sandbox", "<module>", "<kit>")


@KINDS
def test_what_went_wrong_names_the_exercise_and_the_line(opened: Open, kind: str) -> None:
    channel = opened(
        kind,
        Cell("def relu(x):\n    return x.max(\n\ndef tanh(x): pass", "relu"),
        Cell("deff sigmoid(x):", "sigmoid"),
        "def helper(x):\n    return missing + x\n\n\nhelper(1)",
        "import os\nos._exit(3)\ndef loss(): pass",
        "import helpers_of_mine\nhelpers_of_mine.fail()",
        "open('nothing.csv')",
        "def softmax(x):\n    return (x.exp()",
        beside=(("helpers_of_mine.py", b"def fail():\n    raise KeyError('k')\n"),),
    )
    assert channel.troubles() == [
        "SyntaxError: '(' was never closed (relu, line 2: `return x.max(`)"
        "; nothing in this cell counts: relu, tanh",
        "SyntaxError: invalid syntax (cell of sigmoid, line 1: `deff sigmoid(x):`); nothing in this cell counts",
        "NameError: name 'missing' is not defined (line 2, in helper: `return missing + x`)",
        "Crash: this cell ended the process that it ran in (cell of loss); nothing in this cell counts: loss",
        "KeyError: 'k' (line 2 of helpers_of_mine.py, in fail: `raise KeyError('k')`)",
        "FileNotFoundError: [Errno 2] No such file or directory: 'nothing.csv' (line 1: `open('nothing.csv')`)",
        "SyntaxError: '(' was never closed (softmax, line 2: `return (x.exp()`)"
        "; nothing in this cell counts: softmax",
    ]


@KINDS
def test_no_internal_name_is_shown(opened: Open, kind: str) -> None:
    first = "\n\nimport warnings, os\nwarnings.warn('careful')\nprint(os.getcwd(), os.path.abspath('x.csv'))"
    channel = opened(kind, Cell(first, "relu"), "exec('1 +')", "open(os.path.abspath('nothing'))", "def f(:")
    shown = str(channel.results) + str(channel.troubles())
    assert not [name for name in INTERNAL if name in shown]
    assert ("<cell relu>:4: " if kind == "notebook" else "ada.py:4: ") in texts(channel.results[0], "stderr")
