"""Attempts to leave the process: programs, processes, signals, namespaces, the network, files elsewhere."""
# ruff: noqa: E402, F403, F405, F811, F821 - every cell is a submission of its own

# %% attempt run_a_program: by every way that Python offers
import asyncio
import multiprocessing
import subprocess

attempt("subprocess", lambda: subprocess.run(["/bin/true"], check=True) or True)
attempt("os.system", lambda: os.system("true") == 0)
attempt("os.popen", lambda: os.popen("echo here").read())
attempt("posix_spawn", lambda: os.posix_spawn(sys.executable, [sys.executable, "-c", ""], {}))
attempt("asyncio", lambda: asyncio.run(asyncio.create_subprocess_exec(sys.executable, "-c", "")))
attempt("spawn", lambda: multiprocessing.get_context("spawn").Process(target=print).start() or True)
attempt("exec", lambda: os.execv(sys.executable, [sys.executable, "-c", "1"]))
attempt("execveat", lambda: call("execveat", -100, sys.executable.encode(), None, None, 0))
attempt("fexecve", lambda: os.execve(os.open(sys.executable, os.O_RDONLY), ["python"], {}))

# %% attempt start_a_process: fork, vfork, clone, and the same as bare system calls
def child(pid):
    if pid == 0:
        os._exit(0)
    return pid


attempt("os.fork", lambda: child(os.fork()))
attempt("os.forkpty", lambda: child(os.forkpty()[0]))
attempt("fork", lambda: call("fork"))
attempt("vfork", lambda: call("vfork"))
attempt("clone", lambda: call("clone", ctypes.c_long(17), None, None, None, None))
attempt("clone that shares memory", lambda: call("clone", ctypes.c_long(0x100 | 17), None, None, None, None))
arguments = (ctypes.c_uint64 * 11)(0, 0, 0, 0, 17)
attempt("clone3", lambda: call("clone3", ctypes.byref(arguments), ctypes.c_long(88)))
attempt("multiprocessing", lambda: __import__("multiprocessing").get_context("fork").Process(target=print).start() or 1)

# %% attempt start_a_daemon: a double fork, with a session of its own
def daemon():
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            while True:
                time.sleep(1)
        os._exit(0)
    return True


attempt("a daemon", daemon)
attempt("a session", os.setsid)
attempt("a group", lambda: os.setpgid(0, 0) or True)

# %% attempt old_system_calls: the calls of 32-bit programs, from machine code
import mmap


def machine_code(code):
    page = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    page.write(code)
    address = ctypes.addressof(ctypes.c_char.from_buffer(page))
    return ctypes.CFUNCTYPE(ctypes.c_int)(address)()


if platform.machine() == "x86_64":
    # mov eax, 2 (fork of i386); int 0x80; ret
    attempt("fork of i386", lambda: machine_code(b"\xb8\x02\x00\x00\x00\xcd\x80\xc3") >= 0)
    # mov eax, 0x40000039 (fork of x32); syscall; ret
    attempt("fork of x32", lambda: machine_code(b"\xb8\x39\x00\x00\x40\x0f\x05\xc3") >= 0)
attempt("any fork", lambda: os.fork() >= 0)

# %% attempt signal_others: the grader, its parent, its group, everybody
import signal

TARGETS = [os.getppid(), 1, 2, -1, 0, FACTS["grader"], -FACTS["grader"], FACTS["bystander"], -FACTS["bystander"]]
for pid in TARGETS:
    for number in (0, signal.SIGSTOP, signal.SIGTERM, signal.SIGKILL):
        attempt(f"signal {number} to {pid}", lambda pid=pid, number=number: os.kill(pid, number) or True)
attempt("signal a group", lambda: os.killpg(os.getpgid(0), signal.SIGKILL) or True)
attempt("queue a signal", lambda: LIBC.sigqueue(FACTS["grader"], 9, None) == 0)
for pid in (FACTS["grader"], FACTS["bystander"], 1):
    attempt(f"a descriptor of {pid}", lambda pid=pid: os.pidfd_open(pid))
    attempt(f"the limits of {pid}", lambda pid=pid: __import__("resource").prlimit(pid, 7, (1, 1)) or True)
    attempt(f"the priority of {pid}", lambda pid=pid: os.setpriority(os.PRIO_PROCESS, pid, 19) or True)
attempt("own a socket's signals", lambda: __import__("fcntl").fcntl(connection(), 8, -FACTS["grader"]) or True)

# %% attempt look_into_others: debuggers' ways into another process
for pid in (os.getppid(), FACTS["grader"], FACTS["bystander"], 1):
    attempt(f"attach to {pid}", lambda pid=pid: call("ptrace", 16, pid, None, None))
    attempt(f"seize {pid}", lambda pid=pid: call("ptrace", 0x4206, pid, None, None))
    attempt(f"read {pid}", lambda pid=pid: call("process_vm_readv", pid, None, 0, None, 0, 0))
    attempt(f"compare with {pid}", lambda pid=pid: call("kcmp", pid, os.getpid(), 0, 0, 0))
attempt("be traced", lambda: call("ptrace", 0, 0, None, None))
attempt("take a descriptor", lambda: call("pidfd_getfd", 3, 0, 0))

# %% attempt change_the_kernel's_mind: namespaces, mounts, programs for the kernel, keys, clocks
for name in ("unshare", "setns", "mount", "umount2", "pivot_root", "chroot", "move_mount", "open_tree", "fsopen"):
    attempt(name, lambda name=name: call(name, ctypes.c_long(0x10000000), None, None, None, None))
for name in ("bpf", "io_uring_setup", "keyctl", "add_key", "perf_event_open", "userfaultfd", "memfd_create"):
    attempt(name, lambda name=name: call(name, ctypes.c_long(1), None, None, None, None))
for name in ("open_by_handle_at", "init_module", "kexec_load", "reboot", "personality", "sethostname", "settimeofday"):
    attempt(name, lambda name=name: call(name, ctypes.c_long(1), None, None, None, None))
for name in ("syslog", "shmget", "msgget", "seccomp", "landlock_restrict_self", "sendmsg"):
    attempt(name, lambda name=name: call(name, ctypes.c_long(0), None, ctypes.c_long(0), None, None))

# %% attempt become_someone_else: users, capabilities, limits
import resource

attempt("setuid", lambda: os.setuid(0) or True)
attempt("setgid", lambda: os.setgid(0) or True)
attempt("setresuid", lambda: os.setresuid(0, 0, 0) or True)
attempt("setgroups", lambda: os.setgroups([0]) or True)
attempt("ambient capability", lambda: LIBC.prctl(47, 2, 21, 0, 0) == 0)
attempt("keep capabilities", lambda: LIBC.prctl(8, 1, 0, 0, 0) == 0)
attempt("be dumpable", lambda: LIBC.prctl(4, 1, 0, 0, 0) == 0)
attempt("outlive the parent", lambda: LIBC.prctl(1, 0, 0, 0, 0) == 0)
attempt("adopt processes", lambda: LIBC.prctl(36, 1, 0, 0, 0) == 0)
for name in ("RLIMIT_AS", "RLIMIT_CPU", "RLIMIT_FSIZE", "RLIMIT_NOFILE", "RLIMIT_NPROC", "RLIMIT_CORE"):
    kind = getattr(resource, name)
    attempt(f"raise {name}", lambda kind=kind: resource.setrlimit(kind, (resource.RLIM_INFINITY,) * 2) or True)
    attempt(f"double {name}", lambda kind=kind: resource.setrlimit(kind, (2 * resource.getrlimit(kind)[1] + 1,) * 2) or True)
attempt("more processors", lambda: os.sched_setaffinity(1, {0}) or True)
attempt("real time", lambda: os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1)) or True)
attempt("higher priority", lambda: os.nice(-5))

# %% attempt reach_the_network: TCP, UDP, DNS, Unix sockets, and odder families
import urllib.request


def connect(family, kind, address):
    with socket.socket(family, kind) as sock:
        sock.settimeout(1)
        sock.connect(address)
        return sock.send(b"here")


for address in (("127.0.0.1", FACTS["port"]), ("localhost", FACTS["port"]), ("1.1.1.1", 443), ("10.0.2.2", 80)):
    attempt(f"TCP to {address}", lambda address=address: connect(socket.AF_INET, socket.SOCK_STREAM, address))
    attempt(f"UDP to {address}", lambda address=address: connect(socket.AF_INET, socket.SOCK_DGRAM, address))
attempt("TCP over IPv6", lambda: connect(socket.AF_INET6, socket.SOCK_STREAM, ("::1", FACTS["port"])))
attempt("a Unix socket", lambda: connect(socket.AF_UNIX, socket.SOCK_STREAM, FACTS["socket"]))
attempt("an abstract socket", lambda: connect(socket.AF_UNIX, socket.SOCK_STREAM, "\0" + FACTS["abstract"]))
attempt("DNS", lambda: socket.getaddrinfo("pytorch.org", 443))
attempt("HTTP", lambda: urllib.request.urlopen(f"http://127.0.0.1:{FACTS['port']}/", timeout=1).read())
for family in ("AF_NETLINK", "AF_PACKET", "AF_VSOCK", "AF_ALG", "AF_BLUETOOTH", "AF_CAN", "AF_TIPC", "AF_QIPCRTR"):
    number = getattr(socket, family, None)
    attempt(family, lambda number=number: number and socket.socket(number, socket.SOCK_RAW))
attempt("a raw socket", lambda: socket.socket(socket.AF_INET, socket.SOCK_RAW, 1))

# %% attempt listen: opens a door for others
def listen(family, address):
    sock = socket.socket(family)
    sock.bind(address)
    sock.listen()
    return True


attempt("TCP", lambda: listen(socket.AF_INET, ("0.0.0.0", FACTS["door"])))
attempt("a Unix socket", lambda: listen(socket.AF_UNIX, "door"))
attempt("an abstract socket", lambda: listen(socket.AF_UNIX, "\0" + FACTS["marker"]))
attempt("a datagram pair", lambda: socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM))
attempt("a pipe with a name", lambda: os.mkfifo("pipe") or True)
attempt("a device", lambda: os.mknod("device", stat.S_IFCHR | 0o666, os.makedev(1, 5)) or True)
mine, theirs = socket.socketpair()
attempt("send a descriptor", lambda: socket.send_fds(mine, [b"x"], [0]))
attempt("send the grader one", lambda: socket.send_fds(socket.socket(fileno=os.dup(connection())), [b"x"], [0]))
attempt("send urgent data", lambda: mine.send(b"x", socket.MSG_OOB))
attempt("send the grader some", lambda: socket.socket(fileno=os.dup(connection())).send(b"x", socket.MSG_OOB))
attempt("receive urgent data", lambda: theirs.recv(1, socket.MSG_OOB))

# %% attempt write_elsewhere: leaves a file anywhere but in its own folder
import site

FOLDERS = [FACTS["temporary"], FACTS["home"], FACTS["course"], FACTS["package"], FACTS["root"], "/", "/tmp", "/var/tmp"]
FOLDERS += ["/dev/shm", "/dev", "/run", "/sandbox", "/code", "/code/autograder", "/code/autograder/worker", "/usr/lib"]
FOLDERS += [*site.getsitepackages(), os.path.dirname(os.__file__), os.path.dirname(torch.__file__), ".."]
FOLDERS += [os.path.dirname(sys.executable), sys.prefix, "/proc/self", "/sys/fs", "/etc", "/home"]
for folder in FOLDERS:
    path = f"{folder}/{FACTS['marker']}"
    attempt(f"write {path}", lambda path=path: open(path, "w").write("here"))
    attempt(f"make {path}", lambda path=path: os.mkdir(path) or True)
    attempt(f"link {path}", lambda path=path: os.symlink("/", path) or True)
    with open("mine", "w") as file:
        file.write("here")
    attempt(f"move to {path}", lambda path=path: os.rename("mine", path) or True)
    attempt(f"hard link {path}", lambda path=path: os.link("mine", path) or True)

# %% attempt change_what_is_there: the interpreter, torch, the worker's code, the gradebook
def changed(path, change):
    """Whether a change that changes nothing, lest it do harm, was made: the kernel dates it."""
    before = os.stat(path)
    time.sleep(0.01)
    change(path, before)
    return os.stat(path).st_ctime_ns != before.st_ctime_ns


FILES = [os.__file__, torch.__file__, sys.executable, "/code/autograder/wire/frames.py", "/code/autograder/worker/answers.py"]
FILES += [FACTS["gradebook"], FACTS["salt"], FACTS["other"], "/etc/ld.so.cache", "/dev/urandom", "/dev/zero"]
CHANGES = {
    "mode": lambda path, was: os.chmod(path, stat.S_IMODE(was.st_mode)),
    "owner": lambda path, was: os.chown(path, was.st_uid, was.st_gid),
    "date": lambda path, was: os.utime(path, (was.st_atime, was.st_mtime)),
}
for path in FILES:
    attempt(f"append to {path}", lambda path=path: open(path, "ab").write(b"#"))
    attempt(f"open {path} for both", lambda path=path: open(path, "r+b"))
    attempt(f"truncate {path}", lambda path=path: os.truncate(path, 0) or True)
    attempt(f"delete {path}", lambda path=path: os.unlink(path) or True)
    attempt(f"rename {path}", lambda path=path: os.rename(path, path + ".old") or True)
    attempt(f"take {path}", lambda path=path: os.link(path, "taken") or True)
    attempt(f"map {path}", lambda path=path: torch.from_file(path, shared=True, size=1, dtype=torch.uint8).fill_(1))
    os.path.exists("taken") and os.unlink("taken")
    os.symlink(path, "link")
    attempt(f"write {path} over a link", lambda: open("link", "ab").write(b"#"))
    os.unlink("link")
for path in (*FILES, "/dev/null", "/sandbox", "/code", "/"):
    for name, change in CHANGES.items():
        attempt(f"set the {name} of {path}", lambda path=path, change=change: changed(path, change))
