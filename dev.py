"""Everything a developer does: run, test, check, bench, screenshots. Standard library only.

Makes ``.venv`` from hash-checked pins, installs the system libraries that Qt and the tests need
where apt is at hand and allowed, and starts what was asked for."""

import ctypes
import hashlib
import importlib.util
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
LOCK = ROOT / "installer" / "requirements-dev.txt"
OLDEST_PYTHON = (3, 11)
STAMP = VENV / "made-from"

QT_LIBRARIES, WINDOW_LIBRARIES, TEST_PROGRAMS, TEST_FILES = json.loads(
    (ROOT / "installer" / "debian_packages.json").read_text("utf-8")
).values()

BUILT_FOR = {
    "win32 amd64": (),
    "darwin arm64": (13,),
    "darwin x86_64": (13,),
    "linux x86_64": (2, 34),
    "linux aarch64": (2, 39),
}
"""What every pinned package has a wheel for, and from which version of macOS or of glibc on."""
SHARED_OUT = ["--dist", "worksteal"]
"""Runs of neighbours, so that a module's fixtures are made once; who is done helps the other."""

FIRST_PICTURE = """
from desktop.plain_import import load_qt
load_qt()
from desktop.views.theme.icons import Icon
from desktop.views.theme.lucide import gather, gathered_file
gather(Icon, gathered_file())
"""

USAGE = """\
python3 dev.py run [...]      make the environment and start the app
python3 dev.py test [...]     make the environment and pass the whole suite
                              (--long adds the long runs; other words go to pytest)
python3 dev.py check          format, lint, types and import arrows only
python3 dev.py bench          run the benchmarks
python3 dev.py screenshots    write docs/screens/*.png again
                              (--every --out DIR draws every screen, in each language and look)
"""


def main(words: list[str]) -> int:
    """Do what the first word says; the rest belongs to it."""
    commands = {
        "run": run_app,
        "test": run_tests,
        "check": run_checks,
        "bench": run_benchmarks,
        "screenshots": make_screenshots,
    }
    if not words or words[0] not in commands:
        print(USAGE, end="", file=sys.stderr)
        return 2
    if sys.version_info[:2] < OLDEST_PYTHON:
        print("Firstlight needs Python 3.11 or newer.", file=sys.stderr)
        return 2
    return commands[words[0]](words[1:])


def run_app(words: list[str]) -> int:
    """Start the app; without a display, play the demo with pictures instead."""
    needed = QT_LIBRARIES | (WINDOW_LIBRARIES if has_display() else {})
    if not make_environment(missing_libraries(needed)):
        return 2
    if sys.platform == "linux" and not has_display() and not words:
        out = ROOT / "out" / "demo"
        print(
            "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window"
            f" can open.\nThe demo is played without one; its pictures and packet go to {out}.",
            file=sys.stderr,
        )
        words = ["demo", "--headless", "--out", str(out)]
    return call([str(PYTHON), "-m", "desktop", *words])


def run_tests(words: list[str]) -> int:
    """Tests, and beside them format, lint, types and arrows, whose words are printed last."""
    missing = missing_libraries(QT_LIBRARIES | WINDOW_LIBRARIES) | missing_programs()
    if not make_environment(missing):
        return 2
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        print("Format, lint, types and import arrows are checked beside the tests.", flush=True)
        check = [sys.executable, str(ROOT / "dev.py"), "check"]
        with subprocess.Popen(check, cwd=ROOT, stdout=said, stderr=subprocess.STDOUT) as checking:
            command = [str(PYTHON), "-m", "pytest", *side_by_side(words), *words]
            tests = call(command, QT_QPA_PLATFORM="offscreen")
            checks = checking.wait()
        said.seek(0)
        print(f"\nFormat, lint, types and import arrows:\n\n{said.read().strip()}\n")
    print(f"Tests: {in_words(tests)}. Static checks: {in_words(checks)}.")
    return tests or checks


def side_by_side(words: list[str]) -> list[str]:
    """What spreads the tests over the cores; nothing where the words say how, or want a console."""
    alone = ("-n", "--numprocesses", "--dist", "--pdb", "--trace", "-s", "--capture=no")
    return [] if any(word.startswith(alone) for word in words) else ["-n", "auto", *SHARED_OUT]


def in_words(code: int) -> str:
    """An exit code for people."""
    return "failed" if code else "passed"


def run_benchmarks(words: list[str]) -> int:
    """The benchmarks, each a ratio against its yardstick in the same run."""
    if not make_environment(missing_libraries(QT_LIBRARIES)):
        return 2
    return call([str(PYTHON), "-m", "benchmarks", *words], QT_QPA_PLATFORM="offscreen")


def make_screenshots(words: list[str]) -> int:
    """Rewrite docs/screens/*.png by playing the demo offscreen, or draw ``--every`` screen."""
    if not make_environment(missing_libraries(QT_LIBRARIES)):
        return 2
    demo = ["demo", "--headless", "--pictures-only", "--out", str(ROOT / "docs" / "screens")]
    module = ["tests.pictures", *words] if "--every" in words else ["desktop", *demo]
    return call([str(PYTHON), "-m", *module], QT_QPA_PLATFORM="offscreen")


def run_checks(_words: list[str]) -> int:
    """Format, lint, types and import arrows, each even after one failed."""
    if not make_environment(set()):
        return 2
    codes = [
        call([program("ruff"), "format", "--check", "."]),
        call([program("ruff"), "check", "."]),
        call([program("python"), "-m", "mypy"]),
        call([program("lint-imports")]),
    ]
    return next((code for code in codes if code), 0)


def make_environment(missing_packages: set[str]) -> bool:
    """Make or renew .venv; False (with the reason printed) when it could not be made."""
    if not install_system_packages(missing_packages):
        return False
    wanted = fingerprint()
    if PYTHON.exists() and STAMP.exists() and STAMP.read_text() == wanted:
        return compile_translations() and compile_modules()
    here = f"{sys.platform} {platform.machine().lower()}"
    if refusal := why_not_here(here, system_version(), 64 if sys.maxsize > 2**32 else 32):
        print(refusal, file=sys.stderr)
        return False
    print("Making the environment in .venv ...", file=sys.stderr)
    if not make_venv():
        return False
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    if call([*pip, "--require-hashes", "-r", str(LOCK)]):
        print("The pinned packages could not be installed: see the lines above.", file=sys.stderr)
        return False
    if call([*pip, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)]):
        return False
    STAMP.write_text(wanted)
    return compile_translations() and compile_modules()


def make_venv() -> bool:
    """A fresh virtual environment, also where Debian's python3 comes without ensurepip."""
    if importlib.util.find_spec("ensurepip") is None:
        version = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        if not install_system_packages({version}):
            return False
        return call([sys.executable, "-m", "venv", "--clear", str(VENV)]) == 0
    venv.create(VENV, clear=True, with_pip=True, symlinks=os.name != "nt")
    return True


def compile_translations() -> bool:
    """Compile the interface translations that are newer than their compiled form."""
    for source in sorted((ROOT / "resources" / "i18n").glob("*.ts")):
        compiled = source.with_suffix(".qm")
        if compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime:
            continue
        if call([program("pyside6-lrelease"), "-silent", str(source), "-qm", str(compiled)]):
            return False
    return True


def compile_modules() -> bool:
    """Compile the modules that changed and what Qt's wrapper carries as source text, and gather the
    icons, as an installed app has them: the first start is no slower than the second, also where
    the environment says PYTHONDONTWRITEBYTECODE."""
    if call([str(PYTHON), "-m", "compileall", "-q", str(ROOT / "desktop")]):
        return False
    if missing_libraries(QT_LIBRARIES):
        return True  # checks alone need no Qt; the first start then keeps its code itself
    return call([str(PYTHON), "-c", FIRST_PICTURE], PYTHONDONTWRITEBYTECODE="") == 0


def program(name: str) -> str:
    """The path of a program of the environment."""
    return str(BIN / (f"{name}.exe" if os.name == "nt" else name))


def system_version() -> tuple[int, ...]:
    """The version that decides which wheels fit: of glibc on Linux, of macOS; else none."""
    told = platform.mac_ver()[0] or platform.libc_ver()[1]
    return tuple(int(part) for part in told.split(".")[:2] if part.isdigit())


def why_not_here(here: str, version: tuple[int, ...], bits: int) -> str:
    """Why the pinned packages have no wheel for this machine, and what to do; else nothing."""
    if here in BUILT_FOR and bits == 64 and (not version or version >= BUILT_FOR[here]):
        return ""
    return (
        f"The pinned packages are not built for this machine ({here}, {bits} bits,"
        f" {version or 'no version'}), only for 64-bit Python on Windows, macOS 13 or newer, Linux"
        " x86_64 (glibc 2.34) and arm64 (glibc 2.39).\nOn Windows on ARM, install Python for x64"
        " from python.org: it runs there too."
    )


def fingerprint() -> str:
    """What .venv was made from: the locked packages and the interpreter."""
    return f"{hashlib.sha256(LOCK.read_bytes()).hexdigest()} {sys.version}"


def has_display() -> bool:
    """Whether a window can open here."""
    if sys.platform != "linux":
        return True
    if os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def missing_libraries(libraries: dict[str, str]) -> set[str]:
    """Debian packages of the libraries that cannot be loaded here."""
    if sys.platform != "linux":
        return set()
    missing = set()
    for library, package in libraries.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.add(package)
    return missing


def missing_programs() -> set[str]:
    """Debian packages of the programs that the tests start and that are not here."""
    if sys.platform != "linux":
        return set()
    path = os.environ.get("PATH", "") + os.pathsep + "/usr/sbin" + os.pathsep + "/sbin"
    missing = {
        package for name, package in TEST_PROGRAMS.items() if not shutil.which(name, path=path)
    }
    root = Path("/")
    return missing | {package for name, package in TEST_FILES.items() if not any(root.glob(name))}


def install_system_packages(packages: set[str]) -> bool:
    """Install with apt where that is possible, else print the exact command."""
    if not packages:
        return True
    names = sorted(packages)
    command = f"apt-get install -y --no-install-recommends {' '.join(names)}"
    if not shutil.which("apt-get") or os.geteuid() != 0:
        print(
            f"These system packages are missing: {', '.join(names)}.\nInstall them with:\n"
            f"  sudo apt-get update && sudo {command}\nThen run this command again.",
            file=sys.stderr,
        )
        return False
    print(f"Installing system packages: {', '.join(names)} ...", file=sys.stderr)
    call(["apt-get", "update", "-qq"])
    if call([*command.split(), "-qq"], DEBIAN_FRONTEND="noninteractive"):
        print(f"This did not work; run it by hand: {command}", file=sys.stderr)
        return False
    return True


def call(command: list[str], **more: str) -> int:
    """Run a program in the project's folder and give its exit code."""
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **more}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
