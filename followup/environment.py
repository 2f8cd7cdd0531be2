"""The Python that the program runs in: this one if it has the packages, else .venv by build.py."""

import errno
import os
import re
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NoReturn

from followup.diagnostics import FollowupError

Plan = Literal["new", "more", "changed", "broken"]


def ensure(root: Path, argv: list[str]) -> None:
    """Returns only in a Python that has what the command in `argv` needs.

    Otherwise the program starts anew in .venv, which is made, completed or repaired first.
    """
    venv = _venv(root, argv)
    arrived = os.environ.pop(_ARRIVED, "") != ""
    with _world_faults(root):
        if venv.serves_here(arrived):
            return
        if arrived:
            raise FollowupError("Paketen i .venv går inte att läsa. Ta bort mappen och kör igen.")
        venv.prepare()
        _go_on([str(venv.python), str(root / "build.py"), *argv])


def interpreter(root: Path, argv: list[str]) -> str:
    """The path of the Python that `ensure` would go on in, made ready."""
    venv = _venv(root, argv)
    with _world_faults(root):
        if venv.serves_here():
            return sys.executable
        venv.prepare()
        return str(venv.python)


def _venv(root: Path, argv: list[str]) -> "_Venv":
    command = next((word for word in argv if not word.startswith("-")), "")
    names = ("run", "test") if command == "testa" else ("run",)
    return _Venv(root / ".venv", tuple(root / "requirements" / f"{name}.txt" for name in names))


@dataclass(frozen=True)
class _Venv:
    """A folder made by venv, and the lock files it must hold, of which the last has everything.

    Its record says which Python made it and which locks are installed. The record is written
    with no lock first and with its locks last, so that one killed halfway is known as ours and
    unfinished. A folder without record is someone else's: only added to, as long as it starts.
    """

    folder: Path
    locks: tuple[Path, ...]

    @property
    def python(self) -> Path:
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    def serves_here(self, arrived: bool = False) -> bool:
        """Whether this process has the packages, and is not a .venv whose lock has changed."""
        if self._lacks_packages(sys.path):
            return False
        is_this = Path(sys.prefix).resolve() == self.folder.resolve()
        return arrived or not is_this or self._has_locks()

    def prepare(self) -> None:
        """Makes it ready in the way it needs and says so in one line; silent if it is ready."""
        if self._is_ready():
            return
        self.folder.mkdir(exist_ok=True)
        with _alone(self.folder / _LOCK):
            if not self._is_ready():
                self._make(self._plan())

    def _is_ready(self) -> bool:
        place = self._site_packages()
        return place != "" and self._has_locks() and not self._lacks_packages([place])

    def _plan(self) -> Plan:
        if all(child.name == _LOCK for child in self.folder.iterdir()):
            return "new"
        recorded, place = self._recorded(), self._site_packages()
        if recorded is None:
            return "more" if place else "broken"
        names = {line.split()[0] for line in recorded}
        if names <= {"python"} or not Path(place or "-").is_dir():
            return "broken"  # unfinished, or its Python is gone or of another version
        others = [line for line in self._lines() if line not in recorded]
        return "changed" if any(line.split()[0] in names for line in others) else "more"

    def _make(self, plan: Plan) -> None:
        sys.stderr.write(_SAYS[plan] + "\n")
        sys.stderr.flush()
        if plan in ("new", "broken"):
            self._create()
        if not (Path(self._site_packages()) / "pip").exists():
            _run([str(self.python), "-I", "-m", "ensurepip", "--default-pip"])
        _run([str(self.python), *_PIP_INSTALL, str(self.locks[-1])])
        recorded = self._recorded()
        if recorded is not None:
            made_by = {line for line in recorded if line.startswith("python ")}
            self._write_record([*made_by, *self._lines()])

    def _create(self) -> None:
        from importlib.util import find_spec

        if find_spec("venv") is None or find_spec("ensurepip") is None:
            raise FollowupError(_NO_VENV)
        if self.folder.is_symlink():
            raise FollowupError(".venv är en länk till en annan mapp. Ta bort länken och kör igen.")
        self._write_record([_PYTHON])
        self._clear()
        # Its pip comes later: venv would keep to itself why that failed, a full disk for one.
        _run([sys.executable, "-I", "-m", "venv", "--without-pip", str(self.folder)])

    def _clear(self) -> None:
        import shutil

        for child in self.folder.iterdir():
            if child.is_dir() and not child.is_symlink():
                shutil.rmtree(child)
            elif child.name not in (_LOCK, _RECORD):
                child.unlink()

    def _site_packages(self) -> str:
        """Where its Python looks for packages; empty when it does not start or is too old."""
        if not self.python.exists():
            return ""
        if _PYTHON in (self._recorded() or ()):
            import sysconfig

            return sysconfig.get_path("purelib", "venv", {"base": str(self.folder)})
        return _answer([str(self.python), "-I", "-X", "utf8", "-c", _WHERE])

    def _lacks_packages(self, folders: Iterable[str]) -> bool:
        return not _packages(self.locks[-1]) <= {n for f in folders for n in _installed(Path(f))}

    def _has_locks(self) -> bool:
        recorded = self._recorded()
        return recorded is None or recorded.issuperset(self._lines())

    def _lines(self) -> list[str]:
        from hashlib import sha256

        return [f"{lock.stem} {sha256(lock.read_bytes()).hexdigest()}" for lock in self.locks]

    def _recorded(self) -> set[str] | None:
        try:
            return set((self.folder / _RECORD).read_text("utf-8").splitlines())
        except FileNotFoundError:
            return None

    def _write_record(self, lines: list[str]) -> None:
        (self.folder / _RECORD).write_text("".join(f"{line}\n" for line in lines), "utf-8")


def _packages(lock: Path) -> set[str]:
    """The names that every computer needs; those with a condition after ; are left out."""
    return {_plain(name) for name in _PINNED.findall(lock.read_text("utf-8"))}


def _installed(folder: Path) -> set[str]:
    """Names of what is installed there. importlib.metadata knows too, but takes 25 ms to load."""
    return {
        _plain(place.name.split("-")[0])
        for place in folder.glob("*-info")
        if place.suffix in (".dist-info", ".egg-info")
    }


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Holds the lock: one process at a time, the others wait.

    The system frees it when the process dies, but not before the pip that it started has ended,
    which would otherwise write into what the next process makes.
    """
    with path.open("a") as file:
        os.set_inheritable(file.fileno(), True)
        if not _try_lock(file.fileno()):
            sys.stderr.write("Väntar på att en annan start ska bli klar med .venv.\n")
            while not _try_lock(file.fileno()):
                time.sleep(0.1)
        yield


def _try_lock(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _go_on(command: list[str]) -> NoReturn:
    os.environ[_ARRIVED] = "1"
    sys.stdout.flush()
    if os.name == "nt":
        sys.exit(_wait(command))  # execv there returns to the prompt before the program ends
    os.execv(command[0], command)


def _wait(command: list[str]) -> int:
    """Its exit code. Ctrl+C reaches the program too, which ends in its own way."""
    import subprocess

    child = subprocess.Popen(command)
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:
            continue


def _run(command: list[str]) -> None:
    import subprocess

    result = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        close_fds=False,  # the lock goes along, see _alone
    )
    if result.returncode:
        raise FollowupError(explain(result.stdout.decode("utf-8", "replace")))


def _answer(command: list[str]) -> str:
    import subprocess

    try:
        return (
            subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8").strip()
        )
    except (OSError, subprocess.CalledProcessError):
        return ""


def explain(output: str) -> str:
    """What stopped pip, in one line, with pip's own line beneath for an IT department."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    for pattern, message in _PIP_FAULTS:
        said = [line for line in lines if re.search(pattern, line)]
        if said:
            return f"{message}\n  {said[-1]}"
    return "\n  ".join(["Paketen gick inte att installera.", *lines[-1:]])


@contextmanager
def _world_faults(root: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise FollowupError(_fault(error, root)) from error


def _fault(error: OSError, root: Path) -> str:
    if isinstance(error, FileNotFoundError):
        return f"Filen {error.filename} saknas. Hämta hem projektet på nytt."
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return _DISK_FULL
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"{_NO_ACCESS}\n  {error}"
    return f"Det går inte att göra i ordning .venv i {root}.\n  {error}"


_ARRIVED = "FOLLOWUP_ARRIVED"  # set for the program that is started in .venv: never start again
_LOCK = "followup.lock"
_RECORD = "followup.txt"
_PYTHON = f"python {sys.version_info[0]}.{sys.version_info[1]} {sys.base_prefix}"
_PINNED = re.compile(r"^([\w.-]+)==[^\s;]+(?: \\)?$", re.MULTILINE)
_WHERE = "import sys, sysconfig; sys.version_info < (3, 11) or print(sysconfig.get_path('purelib'))"
_PIP_INSTALL = (
    *("-I", "-X", "utf8", "-m", "pip", "install", "--require-hashes", "--no-user"),
    *("--quiet", "--no-input", "--disable-pip-version-check", "--retries", "2", "-r"),
)

_SAYS: dict[Plan, str] = {
    "new": "Hämtar programmets paket till .venv (bara första gången, ungefär en minut).",
    "more": "Lägger till paket som saknas i .venv (bara den här gången, ungefär en minut).",
    "changed": "Programmet behöver andra versioner av sina paket. Hämtar dem till .venv.",
    "broken": "Paketen i .venv är inte hela. Hämtar dem igen (ungefär en minut).",
}

_NO_VENV = (
    "Din Python saknar modulen venv. Installera den och kör igen, i Debian och Ubuntu med:"
    "\n  sudo apt install python3-venv"
)
_DISK_FULL = "Disken är full. Frigör minst 300 MB och kör igen."
_NO_ACCESS = (
    "Programmet får inte skriva i .venv. Stäng andra fönster där programmet körs, eller lägg"
    " projektet i en mapp där du får skriva."
)
_NO_NETWORK = "Det går inte att hämta paketen. Kontrollera att datorn når internet och kör igen."

# In this order: a proxy that says no also looks like a network that is down.
_PIP_FAULTS = (
    (
        r"DO NOT MATCH THE HASHES|^\S+==\S+ from \S+ \(from -r",
        "Ett paket ser inte ut som det ska efter hämtningen och har därför inte installerats."
        " Kör igen. Händer det på nytt, visa raden nedan för IT-avdelningen.",
    ),
    (
        r"407 Proxy|ProxyError|Cannot connect to proxy|Tunnel connection failed",
        "Nätverkets proxy släpper inte igenom hämtningen. Fråga IT-avdelningen vad du ska skriva"
        " i miljövariabeln HTTPS_PROXY.",
    ),
    (
        r"CERTIFICATE_VERIFY_FAILED|SSLError|SSLCertVerification",
        "Python litar inte på certifikatet som nätverket visar. Be IT-avdelningen om er"
        " certifikatfil och ange den i miljövariabeln PIP_CERT.",
    ),
    (r"Errno 28\]|Errno 122\]|WinError 112\]|No space left", _DISK_FULL),
    (r"Errno 13\]|Errno 30\]|WinError (5|32)\]|Permission denied", _NO_ACCESS),
    (r"Retrying \(|ConnectionError|Connection broken|timed out|HTTP error [45]\d\d", _NO_NETWORK),
    (r"from versions: none", _NO_NETWORK),
    (
        r"No matching distribution|Failed to build|Failed building|subprocess-exited",
        f"Alla paket finns inte för Python {sys.version_info[0]}.{sys.version_info[1]} på den här"
        " datorn. Prova en annan version från python.org, till exempel 3.13.",
    ),
)
