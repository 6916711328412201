"""Things left behind, in the process or for when it ends: they change nothing that counts."""
# ruff: noqa: E402, F403, F405, F811, F821 - every cell is a submission of its own

# %% attack at_exit: functions, finalizers and handlers that run when the process ends
import atexit
import signal
import weakref


class Last:
    def __del__(self):
        open(f"{FACTS['temporary']}/{FACTS['marker']}", "w").write("here")


last = Last()
loop = [last]
loop.append(loop)
atexit.register(last.__del__)
weakref.finalize(loop[0], last.__del__)
for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGUSR1, signal.SIGALRM):
    signal.signal(number, lambda *_: last.__del__())
threading._register_atexit(last.__del__)

# %% attack sys_exit_at_import: leaves at the top level
sys.exit(0)

# %% attack threads_left_running: threads that go on patching while the checks run
def meddle():
    while True:
        torch.allclose = torch.equal = lambda *args, **kwargs: True
        time.sleep(0.001)


for _ in range(4):
    threading.Thread(target=meddle, daemon=True).start()

# %% attack patched_activations: torch's own activations are replaced
torch.sigmoid = torch.tanh = torch.relu = torch.softmax = lambda x, *args, **kwargs: x
torch.Tensor.sigmoid = torch.Tensor.softmax = torch.Tensor.exp = lambda self, *args, **kwargs: self
torch.nn.functional.softmax = torch.nn.functional.relu = lambda x, *args, **kwargs: x

# %% attack no_gradients: gradients are off for good, and numbers have another type
torch.set_grad_enabled(False)
torch.set_default_dtype(torch.float64)
torch.use_deterministic_algorithms(True)
torch.manual_seed(1)

# %% attack broken_imports: whatever is imported from now on is a stub
import builtins


class Stub(type(sys)):
    def __getattr__(self, name):
        return lambda *args, **kwargs: True


builtins.__import__ = lambda name, *args, **kwargs: Stub(name)

# %% attack broken_interpreter: closes the standard streams, empties sys, turns off the collector
import gc

gc.disable()
gc.freeze()
sys.stdout = sys.stderr = sys.__stdout__ = sys.__stderr__ = None
sys.path.clear()
sys.meta_path.clear()
sys.excepthook = sys.unraisablehook = threading.excepthook = lambda *_: os._exit(0)
sys.setswitchinterval(100)

# %% attack no_folder: leaves and deletes its own folder
os.rmdir(os.getcwd()) if not os.listdir(".") else None
os.chdir("/")

# %% attack locked_folder: takes away its own rights to its folder
open("file", "w").close()
os.chmod("file", 0)
os.chmod(".", 0)

# %% attack warnings_are_errors: warnings, numpy's too, become exceptions
import warnings

import numpy

warnings.simplefilter("error")
numpy.seterr(all="raise")
warnings.warn = lambda *args, **kwargs: os._exit(0)

# %% attack timers: an alarm every millisecond, with a handler that raises
import signal


def ring(*_):
    raise KeyboardInterrupt


signal.signal(signal.SIGALRM, ring)
signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)

# %% attack collector_hook: meddles whenever the collector runs
gc.callbacks.append(lambda phase, info: [value.clear() for value in gc.get_objects() if type(value) is set][:0])

# %% attack plots_by_the_thousand: leaves figures open, and drawing replaced
import matplotlib.pyplot as plt

for _ in range(50):
    plt.figure()
plt.close = plt.get_fignums = lambda *args, **kwargs: []

# %% attack namespace_of_traps: globals that fight back when they are looked at
class Trap:
    def __getattribute__(self, name):
        raise SystemExit(0)

    def __call__(self):
        os._exit(0)


for number in range(50):
    globals()[f"trap{number}"] = Trap()
__name__ = Trap()

# %% attack deletes_everything: deletes its own functions and modules
for name in list(globals()):
    if not name.startswith("__"):
        del globals()[name]
