"""Attempts to read what must not be known: expected values, the secret, the course, other submissions."""
# ruff: noqa: E402, F403, F405, F811, F821 - every cell is a submission of its own

# %% attempt import_the_answers: imports the checks, the references, the solutions
import importlib

PARTS = ("lessons", "lessons.activations.checks", "lessons.activations.reference", "expect", "examiner", "examiner.plugin")
PARTS += ("course", "course.salt", "course.exercises", "course.hints", "student", "authoring", "grading", "demo", "rng")
PARTS += ("report.card", "nbgrader", "submission", "channel", "channel.zygote")
for part in (*(f"autograder.{name}" for name in PARTS), "solutions", "solutions.activations", "nbgrader_config"):
    attempt(f"import {part}", lambda part=part: importlib.import_module(part))
import autograder

FOLDER = os.path.dirname(autograder.__file__)
WANTED = {"lessons", "course", "expect", "examiner", "grading", "channel", "report"}
attempt("see them in the package", lambda: WANTED & set(os.listdir(FOLDER)))
attempt("see them in the worker", lambda: os.listdir(f"{FOLDER}/worker/reference"))

# %% attempt read_the_course: opens the salt, the gradebook, the solutions, the checks, the other submissions
for name in ("salt", "gradebook", "other", "solutions", "checks", "package", "course"):
    path = FACTS[name]
    attempt(f"open {name}", lambda path=path: open(path, "rb").read(100))
    attempt(f"list {name}", lambda path=path: os.listdir(path))
    attempt(f"stat {name}", lambda path=path: os.stat(path))
    attempt(f"reach {name} over a link", lambda path=path: os.symlink(path, "link") or open("link", "rb").read(100))
    attempt(f"read {name} as numpy does", lambda path=path: __import__("numpy").fromfile(path, "u1"))
    attempt(f"map {name}", lambda path=path: torch.from_file(path, size=8, dtype=torch.uint8))

# %% attempt climb_out: goes up from every folder and every descriptor that is open
for start in (".", "/", "/sandbox", "/code", "/usr", os.path.dirname(os.__file__)):
    for steps in range(1, 8):
        path = start + "/.." * steps + FACTS["salt"]
        attempt(f"read {path}", lambda path=path: open(path).read())
for fd in range(256):
    attempt(f"open below {fd}", lambda fd=fd: os.open(FACTS["course"], os.O_RDONLY, dir_fd=fd))
    attempt(f"list {fd}", lambda fd=fd: os.listdir(fd))

# %% attempt read_the_machine: opens what tells of the host, its users and its processes
PATHS = ["/etc/passwd", "/etc/shadow", "/etc/hostname", "/root", "/home", FACTS["home"], FACTS["temporary"]]
PATHS += ["/proc/self/environ", "/proc/1/environ", "/proc/self/mem", "/proc/self/maps", "/proc/1/cmdline", "/proc"]
PATHS += ["/proc/net/tcp", "/proc/mounts", "/proc/kcore", "/proc/sys/kernel/core_pattern", "/sys/kernel", "/sys/fs"]
PATHS += ["/dev/mem", "/dev/kmsg", "/dev/shm", "/dev/pts", "/dev/tty", "/dev/sda", "/dev/vda", "/dev/fuse", "/run"]
PATHS += [f"/proc/{FACTS['grader']}/environ", f"/proc/{FACTS['grader']}/mem", f"/proc/{FACTS['grader']}/root/etc"]
for path in PATHS:
    attempt(f"list {path}", lambda path=path: os.listdir(path))
    attempt(f"open {path}", lambda path=path: open(path, "rb").read(64))

# %% attempt read_the_environment: looks for the grader's variables, in the environment and below it
attempt("find the canary", lambda: os.environ.get("AUTOGRADER_CANARY"))
environ = ctypes.POINTER(ctypes.c_char_p).in_dll(LIBC, "environ")
words = list(iter(map(environ.__getitem__, range(1000)).__next__, None))
attempt("find it in the C environment", lambda: [word for word in words if b"CANARY" in word])
attempt("find secrets", lambda: [key for key in os.environ if "TOKEN" in key or "KEY" in key or "SECRET" in key])
# the interpreter's own path may lie in the grader's folder, as .venv does; nothing else of that folder is told
told = [v for v in (*os.environ.values(), *sys.orig_argv) if not v.startswith(os.path.dirname(sys.executable))]
attempt("find the grader's folder", lambda: [v for v in told if FACTS["root"] in v])

# %% attempt search_the_memory: looks through all objects for the secret, the checks and expected values
WORDS = ("(esolc.tcepxe", "(esicrexe@", "xamtfos_tset fed", "tlas_esruoc")  # backwards, or it finds itself


def strange(thing):
    if isinstance(thing, (str, bytes)):
        text = thing if isinstance(thing, str) else thing.decode("latin-1")
        return any(word in text[::-1] for word in WORDS)
    return False


def texts():
    for thing in gc.get_objects():
        if isinstance(thing, (dict, list, tuple)):
            yield from list(thing.values() if isinstance(thing, dict) else thing)[:10_000]


everything = [text for text in texts() if strange(text)]
attempt("find a text of the checks", lambda: [text[:80] for text in everything][:3])
attempt("find modules", lambda: [m for m in sys.modules if m.startswith("autograder.lessons") or "examiner" in m])

# %% attack walks_the_frames: looks in the frames above for a tensor that is not its input
def softmax(x, dim=-1):
    level = sys._getframe()
    while level is not None:
        for value in level.f_locals.values():
            for item in value if isinstance(value, (list, tuple)) else [value]:
                if isinstance(item, torch.Tensor) and item.shape == x.shape and item is not x:
                    if abs(float(item.sum()) - 1) < 1e-3:
                        return item
        level = level.f_back
    return uniform(x)


# %% attack searches_for_expected_values: takes any tensor in memory that sums to 1
def softmax(x, dim=-1):
    for item in gc.get_objects():
        if isinstance(item, torch.Tensor) and item.shape == x.shape and item.is_floating_point():
            if torch.allclose(item.sum(dim), torch.ones(()).to(item.dtype), atol=1e-3):
                return item.detach().clone()
    return uniform(x)


# %% attack searches_raw_memory: looks for floats near its input, in the heap
def softmax(x, dim=-1):
    try:
        near = (ctypes.c_float * 4096).from_address(x.data_ptr() - 8192)
        window = torch.tensor(list(near))
        found = [i for i in range(4096 - x.numel()) if abs(float(window[i : i + x.numel()].sum()) - 1) < 1e-5]
        return window[found[0] : found[0] + x.numel()].reshape(x.shape)
    except Exception:
        return uniform(x)


# %% attempt other_descriptors: reads from whatever is open beside the connection
known = {0, 1, 2, connection()}
for fd in set(range(256)) - known:
    attempt(f"use descriptor {fd}", lambda fd=fd: os.fstat(fd))
attempt("read standard input", lambda: os.read(0, 100))
attempt("be asked", lambda: input("salt? "))
attempt("read what was printed before", lambda: os.read(1, 100) or os.read(2, 100))

# %% attempt other_sandboxes: looks for the scratch folders of other submissions
attempt("list the folder above", lambda: os.listdir(".."))
attempt("list /sandbox", lambda: os.listdir("/sandbox"))
attempt("see that nothing was left here", lambda: os.listdir("."))
attempt("list /code", lambda: set(os.listdir("/code/autograder")) - {"worker", "sandbox", "wire", "__init__.py"})
