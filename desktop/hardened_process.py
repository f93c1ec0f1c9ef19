"""What keeps the memory of a process that opens records from being read by others or dumped."""

import sys


def harden_process() -> None:
    """No core dumps and, on Linux, no attaching by other processes of this user.

    Memory holds answers and keys. RLIMIT_CORE: setrlimit(2) of Linux and macOS; PR_SET_DUMPABLE:
    prctl(2). Windows writes no core dumps by itself.
    """
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform != "linux":
        return
    import ctypes

    set_dumpable = 4  # PR_SET_DUMPABLE
    ctypes.CDLL(None, use_errno=True).prctl(set_dumpable, 0, 0, 0, 0)
