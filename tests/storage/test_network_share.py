"""Which mounts count as another computer, read from tables as the kernel writes them."""

import sys
from pathlib import Path

import pytest

from desktop.storage.network_share import is_local_volume, is_network_share

by_the_table = pytest.mark.skipif(sys.platform == "win32", reason="Windows is asked by the drive")
on_windows = pytest.mark.skipif(
    sys.platform != "win32", reason="Windows names shares by their path"
)
ROOT = "22 1 254:1 / / rw,relatime - ext4 /dev/vda rw\n"


def table_of(folder: Path, *mounts: tuple[str, str]) -> Path:
    """A mount table below ``folder`` with a local root and these points and types."""
    lines = [
        f"9{n} 22 0:5{n} / {point} rw - {kind} x rw\n" for n, (point, kind) in enumerate(mounts)
    ]
    table = folder / "mountinfo"
    table.write_text(ROOT + "".join(lines))
    return table


@by_the_table
@pytest.mark.parametrize(
    "kind",
    [
        *("nfs", "nfs4", "cifs", "smb3", "ceph", "lustre", "davfs"),
        *("fuse.sshfs", "fuse.gvfsd-fuse", "vboxsf", "fuse.vmhgfs-fuse"),
    ],
)
def test_a_share_is_known_by_its_type(tmp_path: Path, kind: str) -> None:
    table = table_of(tmp_path, ("/mnt/share", kind))

    assert is_network_share(Path("/mnt/share/ward/data"), table)
    assert is_network_share(Path("/mnt/share"), table)


@pytest.mark.parametrize("kind", ["ext4", "xfs", "btrfs", "overlay", "fuse.lxcfs", "vfat"])
def test_disks_of_this_computer_are_no_share(tmp_path: Path, kind: str) -> None:
    table = table_of(tmp_path, ("/mnt/disk", kind))

    assert not is_network_share(Path("/mnt/disk/data"), table)


def test_a_name_that_only_begins_like_a_share_is_no_share(tmp_path: Path) -> None:
    table = table_of(tmp_path, ("/mnt/share", "cifs"))

    assert not is_network_share(Path("/mnt/share-of-mine/data"), table)


@by_the_table
def test_the_innermost_and_the_latest_mount_counts(tmp_path: Path) -> None:
    inside = table_of(tmp_path, ("/mnt", "nfs4"), ("/mnt/disk", "ext4"))
    on_local = is_network_share(Path("/mnt/disk/data"), inside)

    on_top = table_of(tmp_path, ("/mnt/disk", "ext4"), ("/mnt/disk", "cifs"))

    assert not on_local
    assert is_network_share(Path("/mnt/disk/data"), on_top)


@on_windows
def test_a_path_that_names_a_server_is_a_share() -> None:
    assert is_network_share(Path("//127.0.0.1/ward/data"))


@on_windows
def test_the_drive_of_the_system_is_no_share(tmp_path: Path) -> None:
    assert not is_network_share(Path.home())
    assert not is_network_share(tmp_path / "not" / "there yet")


MAC = """/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
devfs on /dev (devfs, local, nobrowse)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse, protect, root data)
map -hosts on /System/Volumes/Data/net (autofs, automounted, nobrowse)
//nurse@files.example/ward (east) on /Volumes/ward (east) (smbfs, nodev, nosuid, mounted by nurse)
files.example:/ward on /Volumes/ward (nfs, nodev, nosuid)
/dev/disk4s1 on /Volumes/STICK on call (msdos, local, nodev, nosuid, noowners)
"""
"""As mount(8) writes it; the names are invented."""


@pytest.mark.parametrize(
    ("folder", "is_local"),
    [
        ("/Library/Application Support/firstlight", True),
        ("/System/Volumes/Data/Library", True),
        ("/Volumes/STICK on call/backups", True),
        ("/Volumes/ward (east)/data", False),
        ("/Volumes/ward/data", False),
        ("/Volumes/wards", True),
        ("/System/Volumes/Data/net/ward", False),
    ],
)
def test_a_volume_of_macos_is_local_when_it_says_so(folder: str, is_local: bool) -> None:
    assert is_local_volume(Path(folder), MAC) is is_local


@pytest.mark.parametrize("listing", ["", "no mount\n", "x on\n", "a (local)\n"])
def test_what_macos_does_not_say_is_no_share(listing: str) -> None:
    assert is_local_volume(Path("/Library/Caches"), listing)
