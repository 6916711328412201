"""Submissions that use up what there is, or end their process: it costs them, and nobody else."""
# ruff: noqa: E402, F403, F405, F811, F821 - every cell is a submission of its own

# %% bomb ten_gigabytes: as a bytearray, as a list, as a tensor, in threads' stacks
for grab in (lambda: bytearray(10 * 2**30), lambda: [0] * 2**31, lambda: torch.ones(10 * 2**28), lambda: "x" * 2**34):
    try:
        grab()
    except (MemoryError, RuntimeError):
        continue
    print("breach: ten gigabytes")
hoard = []
while True:
    hoard.append(bytearray(2**26))

# %% bomb memory_in_a_check: grows until it is stopped, and swallows the MemoryError
def softmax(x, dim=-1):
    hoard = []
    while True:
        try:
            hoard.append(torch.ones(2**22))
        except BaseException:
            pass


# %% bomb endless_output: prints without end
while True:
    print("x" * 10_000)

# %% bomb endless_output_below_python: writes to the descriptors themselves
deadline = time.monotonic() + 1
while time.monotonic() < deadline:
    for fd in (1, 2):
        try:
            os.write(fd, b"x" * 65536)
        except BlockingIOError:
            pass
os.set_blocking(2, True)
os.write(2, b"x" * 2**20)

# %% bomb in a notebook endless_displays: shows ten thousand pictures
from IPython.display import display

for number in range(10_000):
    display({"image/png": "A" * 100_000, "text/html": "<script>" * 1000}, raw=True)

# %% bomb huge_file: a file without end, and one with a hole
try:
    with open("hole", "wb") as file:
        file.truncate(2**40)
    print("breach: a file of a tebibyte")
except OSError:
    pass
with open("large", "wb") as file:
    while True:
        file.write(b"x" * 2**20)

# %% bomb many_files: as many files as there is time for
number = 0
while True:
    open(f"file-{number}", "w").close()
    number += 1

# %% bomb full_disk: files that together fill the sandbox's disk, at each start
for number in range(1000):
    with open(f"file-{number}", "wb") as file:
        file.write(b"x" * 2**24)

# %% bomb deep_folders: a thousand folders deep, locked, with a name of each kind
for depth in range(1000):
    os.mkdir("d" * 200)
    os.chdir("d" * 200)
for name in ("-rf", " ", "\n", "*", "\udcff", "a" * 255):
    open(name, "w").close()
os.chmod(".", 0)

# %% bomb locks_the_sandbox: takes away the grader's own rights to the folder of all sandboxes
for path in ("/sandbox", ".."):
    os.chmod(path, 0)

# %% bomb threads: as many threads as can be had, none of which ends
def wait():
    time.sleep(3600)


while True:
    threading.Thread(target=wait, daemon=True).start()

# %% bomb processes: forks while it can, or raises
while True:
    os.fork()

# %% bomb descriptors: opens files until there are no more
files = []
while True:
    files.append(os.open("/dev/null", os.O_RDONLY))

# %% bomb swallows_everything: a loop that no exception ends
while True:
    try:
        while True:
            pass
    except BaseException:
        pass

# %% bomb swallows_in_a_check: the same in a check, with every signal ignored
import signal

for number in set(signal.Signals) - {signal.SIGKILL, signal.SIGSTOP}:
    signal.signal(number, signal.SIG_IGN)


def softmax(x, dim=-1):
    while True:
        try:
            time.sleep(1)
        except BaseException:
            continue


# %% bomb deaf_arithmetic: one operation in C that takes for ever
def softmax(x, dim=-1):
    return 7 ** (7 ** (7**3))


# %% bomb patient_pattern: a regular expression that takes for ever
import re

re.match(r"(a+)+$", "a" * 60 + "b")

# %% bomb exits: ends the process in every check
def softmax(x, dim=-1):
    os._exit(0)


# %% bomb exits_at_import: ends the process while the cells run
os._exit(0)

# %% bomb segmentation_fault: reads address zero
def softmax(x, dim=-1):
    ctypes.string_at(0)


# %% bomb aborts: calls abort, with the handlers of faults on
import faulthandler

faulthandler.enable()
LIBC.abort()

# %% bomb stops_itself: sends itself SIGSTOP
import signal

os.kill(os.getpid(), signal.SIGSTOP)

# %% bomb stops_itself_in_a_check: the same when a check calls
import signal


def softmax(x, dim=-1):
    os.kill(os.getpid(), signal.SIGSTOP)


# %% bomb no_bottom: recursion without end, with the limit raised
sys.setrecursionlimit(10**9)


def softmax(x, dim=-1):
    return softmax(x, dim)


# %% bomb recursion_error: recursion without end, with the usual limit
def softmax(x, dim=-1):
    return softmax(x, dim)


# %% bomb sleeps: waits longer than anyone
time.sleep(10**6)

# %% bomb spinning_threads: leaves threads that spin, and goes on
def spin():
    while True:
        sum(range(10**6))


for _ in range(8):
    threading.Thread(target=spin).start()

# %% bomb all_processor_time: spins in C with several threads
torch.set_num_threads(8)
while True:
    torch.randn(1000, 1000) @ torch.randn(1000, 1000)
