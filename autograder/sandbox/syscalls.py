"""The system calls that student code may make: what Python, IPython, torch and matplotlib need, and no more.

A list of what is allowed, not of what is denied, so that a call which a future kernel adds is denied until
someone has looked at it. Left out with intent, though they look harmless: `sendmsg` (it could send
descriptors to the grader), `memfd_create` and System V memory (no limit counts them), `setsockopt`, `splice`.
Source: Linux, arch/x86/entry/syscalls/syscall_64.tbl and include/uapi/asm-generic/unistd.h.
"""

from __future__ import annotations

_ARCHITECTURES = ("x86_64", "aarch64")

# Allowed with any arguments, the most frequent first; in all tables a call is written as
# name:number on x86_64:number on aarch64, which lacks the older spellings of some.
ALLOWED = """
    read:0:63 write:1:64 pread64:17:67 pwrite64:18:68 readv:19:65 writev:20:66 preadv:295:69 pwritev:296:70
    preadv2:327:286 pwritev2:328:287 open:2:- openat:257:56 creat:85:- close:3:57 close_range:436:436
    lseek:8:62 stat:4:- fstat:5:80 lstat:6:- newfstatat:262:79 statx:332:291 statfs:137:43 fstatfs:138:44
    access:21:- faccessat:269:48 faccessat2:439:439 getdents:78:- getdents64:217:61 getcwd:79:17 chdir:80:49
    fchdir:81:50 rename:82:- renameat:264:38 renameat2:316:276 mkdir:83:- mkdirat:258:34 rmdir:84:-
    unlink:87:- unlinkat:263:35 link:86:- linkat:265:37 symlink:88:- symlinkat:266:36 readlink:89:-
    readlinkat:267:78 umask:95:166
    truncate:76:45 ftruncate:77:46 fallocate:285:47 fadvise64:221:223 readahead:187:213 fsync:74:82
    fdatasync:75:83 flock:73:32 sendfile:40:71 copy_file_range:326:285 getxattr:191:8 lgetxattr:192:9
    fgetxattr:193:10 listxattr:194:11 llistxattr:195:12 flistxattr:196:13 dup:32:23 dup2:33:- dup3:292:24
    pipe:22:- pipe2:293:59

    poll:7:- ppoll:271:73 select:23:- pselect6:270:72 epoll_create:213:- epoll_create1:291:20
    epoll_ctl:233:21 epoll_wait:232:- epoll_pwait:281:22 epoll_pwait2:441:441 eventfd:284:- eventfd2:290:19
    timerfd_create:283:85 timerfd_settime:286:86 timerfd_gettime:287:87 signalfd:282:- signalfd4:289:74

    shutdown:48:210 getsockname:51:204 getpeername:52:205 getsockopt:55:209

    mmap:9:222 munmap:11:215 mprotect:10:226 mremap:25:216 madvise:28:233 msync:26:227 mincore:27:232
    brk:12:214 mlock:149:228 munlock:150:229 membarrier:324:283 get_mempolicy:239:236

    futex:202:98 futex_waitv:449:449 set_robust_list:273:99 rseq:334:293 set_tid_address:218:96 exit:60:93
    exit_group:231:94 sched_yield:24:124 sched_getaffinity:204:123 sched_getparam:143:121
    sched_getscheduler:145:120 sched_get_priority_max:146:125 sched_get_priority_min:147:126
    sched_rr_get_interval:148:127 gettid:186:178 getcpu:309:168 arch_prctl:158:- restart_syscall:219:128
    wait4:61:260 waitid:247:95

    rt_sigaction:13:134 rt_sigprocmask:14:135 rt_sigreturn:15:139 rt_sigpending:127:136
    rt_sigsuspend:130:133 rt_sigtimedwait:128:137 sigaltstack:131:132 pause:34:-

    clock_gettime:228:113 clock_getres:229:114 clock_nanosleep:230:115 nanosleep:35:101 gettimeofday:96:169
    time:201:- times:100:153 alarm:37:- getitimer:36:102 setitimer:38:103 timer_create:222:107
    timer_settime:223:110 timer_gettime:224:108 timer_getoverrun:225:109 timer_delete:226:111

    getpid:39:172 getppid:110:173 getpgid:121:155 getpgrp:111:- getsid:124:156 getuid:102:174
    geteuid:107:175 getgid:104:176 getegid:108:177 getgroups:115:158 getresuid:118:148 getresgid:120:150
    getpriority:140:141 getrlimit:97:163 setrlimit:160:164 getrusage:98:165 sysinfo:99:179 uname:63:160
    capget:125:90 getrandom:318:278
"""

# Answered with success, and not done. Modes and owners of the devices in the sandbox are those of the host's
# own files, and where the grader is root, so is their owner; code that copies files only sets them. The same
# holds of times (`utimensat`), but to set them to now is denied: `Path.touch` then opens the file.
PRETENDED = """
    chmod:90:- fchmod:91:52 fchmodat:268:53 fchmodat2:452:452 chown:92:- fchown:93:55 lchown:94:-
    fchownat:260:54
"""

# Allowed or not by their arguments: see `seccomp`.
CONDITIONAL = """
    clone:56:220 kill:62:129 tgkill:234:131 prlimit64:302:261 prctl:157:167 fcntl:72:25 ioctl:16:29
    socketpair:53:199 sendto:44:206 recvfrom:45:207 sched_setaffinity:203:122 clone3:435:435 utimensat:280:88
"""

# What cuInit makes beside: a Unix socket, at which other processes could ask for its memory, were there any.
OF_A_GPU = """
    socket:41:198 bind:49:200 listen:50:201 accept4:288:242
"""

#: Numbers from here on are of calls newer than this list.
UNKNOWN_FROM = 463


def numbers(table: str, architecture: str) -> dict[str, int]:
    """The numbers of the calls of one of these tables, by name, in its order."""
    column = 1 + _ARCHITECTURES.index(architecture)
    rows = [entry.split(":") for entry in table.split()]
    return {row[0]: int(row[column]) for row in rows if row[column] != "-"}
