"""Whether a folder lies on another computer: SQLite's locks and fsync cannot be trusted there."""

import sys
from pathlib import Path

MOUNT_TABLE = Path("/proc/self/mountinfo")
"""Where Linux lists its mounts (proc_pid_mountinfo(5))."""

_NETWORK_TYPES = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "ceph", "davfs"),
        *("lustre", "glusterfs", "beegfs", "gpfs"),
        *("vboxsf", "fuse.vmhgfs-fuse"),  # folders that a virtual machine shares with its host
        *("fuse.sshfs", "fuse.rclone", "fuse.davfs", "fuse.glusterfs", "fuse.s3fs", "fuse.ceph"),
        "fuse.gvfsd-fuse",  # where GNOME shows what was opened as smb:// or sftp://
    }
)


def is_network_share(folder: Path, mount_table: Path = MOUNT_TABLE) -> bool:
    """Whether ``folder`` (or the nearest parent that exists) is on a network file system."""
    if sys.platform == "win32":
        import ctypes

        anchor = folder.resolve().anchor
        # a UNC path, or a drive letter that GetDriveTypeW calls DRIVE_REMOTE (4)
        return anchor.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(anchor) == 4
    if sys.platform == "darwin":
        return not is_local_volume(folder.resolve(), _mac_mounts())
    if not mount_table.is_file():
        return False
    table = mount_table.read_text(encoding="utf-8", errors="surrogateescape")
    return mount_type(folder.resolve(), table) in _NETWORK_TYPES


def mount_type(folder: Path, table: str) -> str:
    """The file-system type of the mount that holds ``folder``, "" when none does."""
    best_length, best_type = -1, ""
    for line in table.splitlines():
        left, _, right = line.partition(" - ")
        fields = left.split(" ")
        if len(fields) < 5 or not right:
            continue
        point = Path(_unescape(fields[4]))
        # >= because a later line of the table lies on top of an earlier one
        if folder.is_relative_to(point) and len(point.parts) >= best_length:
            best_length, best_type = len(point.parts), right.split(" ")[0]
    return best_type


def is_local_volume(folder: Path, listing: str) -> bool:
    """Whether macOS calls the volume that holds ``folder`` local, in what mount(8) lists.

    Each line is "DEVICE on POINT (TYPE, OPTION, ...)"; "local" stands for MNT_LOCAL of statfs(2):
    the file system is stored on this computer. True where the list holds no such volume.
    """
    best_length, is_local = -1, True
    for line in listing.splitlines():
        left, _, options = line.removesuffix(")").rpartition(" (")
        point = Path(left.partition(" on ")[2] or "\0")
        if folder.is_relative_to(point) and len(point.parts) >= best_length:
            best_length, is_local = len(point.parts), "local" in options.split(", ")
    return is_local


def _mac_mounts() -> str:
    """What is mounted; "" where the system does not say."""
    import subprocess

    try:
        return subprocess.run(
            ["/sbin/mount"], capture_output=True, text=True, check=True, timeout=5
        ).stdout
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return ""


def _unescape(field: str) -> str:
    """The kernel writes space, tab, newline and backslash as octal escapes."""
    for code, sign in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        field = field.replace(code, sign)
    return field
