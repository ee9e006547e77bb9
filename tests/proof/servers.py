"""Private database servers, each started on a free port in a folder that goes away with it."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = os.geteuid() == 0


class MissingProgram(Exception):
    """A server program is not installed; the message says which, and the package that has it."""


@dataclass(frozen=True, slots=True)
class Server:
    """A running server; ``make`` makes an empty database of that name."""

    kind: str
    port: int
    make: Callable[[str], None]

    def url(self, database: str) -> str:
        """Return the address that a project gets as its ``DATABASE_URL`` or the like."""
        return _URLS[self.kind].format(port=self.port, database=database)


_URLS = {
    "postgresql": "postgresql://postgres@127.0.0.1:{port}/{database}",
    "mysql": "mysql://root@127.0.0.1:{port}/{database}",
    "mongodb": "mongodb://127.0.0.1:{port}/{database}",
    "redis": "redis://127.0.0.1:{port}/{database}",
}


class Servers:
    """Starts each kind of server when it is first asked for, and stops all at the end."""

    def __init__(self) -> None:
        self._running: dict[str, Server] = {}
        self._stack = ExitStack()
        self._lock = threading.Lock()

    def get(self, kind: str) -> Server:
        """Return the server of a kind. Raises ``MissingProgram``."""
        with self._lock:
            if kind not in self._running:
                self._running[kind] = self._stack.enter_context(STARTERS[kind]())
            return self._running[kind]

    def stop(self) -> None:
        """Stop every server and remove its folder."""
        self._running.clear()
        self._stack.close()


@contextmanager
def postgresql() -> Iterator[Server]:
    """Run PostgreSQL, as its own user where we are root."""
    initdb = program("initdb", "postgresql", "/usr/lib/postgresql/*/bin")
    postgres = program("postgres", "postgresql", "/usr/lib/postgresql/*/bin")
    become = ("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups") if ROOT else ()
    with folder(owner="postgres") as home, free_port() as port:
        data = home / "data"
        run(*become, initdb, "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "-N")
        options = (f"port={port}", "listen_addresses=127.0.0.1", "fsync=off", "max_connections=200",
                   f"unix_socket_directories={home}")  # fmt: skip
        settings = [word for option in options for word in ("-c", option)]
        with running(home, port, *become, postgres, "-D", data, *settings):
            psql = program("psql", "postgresql-client", "/usr/lib/postgresql/*/bin")

            def make(name: str) -> None:
                at = ("-h", "127.0.0.1", "-p", port, "-U", "postgres", "-qX")
                run(psql, *at, "-c", f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
                run(psql, *at, "-c", f'CREATE DATABASE "{name}"')

            run_until(lambda: run(psql, "-h", "127.0.0.1", "-p", port, "-U", "postgres", "-l"))
            yield Server("postgresql", port, make)


@contextmanager
def mysql() -> Iterator[Server]:
    """Run MariaDB, which projects for MySQL must work with as well."""
    install = program("mariadb-install-db", "mariadb-server")
    mariadbd = program("mariadbd", "mariadb-server", "/usr/sbin")
    client = program("mariadb", "mariadb-client")
    user = ("--user=root",) if ROOT else ()
    with folder() as home, free_port() as port:
        data, server_socket = home / "data", home / "socket"
        run(install, "--no-defaults", f"--datadir={data}",
            "--auth-root-authentication-method=normal", "--skip-test-db", *user)  # fmt: skip
        options = (f"--datadir={data}", f"--socket={server_socket}", f"--port={port}",
                   "--bind-address=127.0.0.1", "--innodb-flush-log-at-trx-commit=0",
                   f"--pid-file={home / 'pid'}")  # fmt: skip
        with running(home, port, mariadbd, "--no-defaults", *user, *options):

            def execute(sql: str) -> None:
                run(client, "--no-defaults", f"--socket={server_socket}", "-u", "root", "-e", sql)

            def make(name: str) -> None:
                execute(f"DROP DATABASE IF EXISTS `{name}`")
                execute(f"CREATE DATABASE `{name}` CHARACTER SET utf8mb4")

            run_until(lambda: execute("SELECT 1"))
            yield Server("mysql", port, make)


@contextmanager
def redis() -> Iterator[Server]:
    """Run Redis without files."""
    server = program("redis-server", "redis-server")
    with folder() as home, free_port() as port:
        options = ("--port", port, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no")
        with running(home, port, server, *options, "--databases", 64, "--dir", home):
            yield Server("redis", port, lambda name: None)


@contextmanager
def mongodb() -> Iterator[Server]:
    """Run the stand-in for MongoDB that comes as a Python package."""
    beside = str(Path(sys.executable).parent)
    server = program("secantusd-py", "the Python package secantusdb", beside)
    with folder() as home, free_port() as port:
        options = ("--storage-path", ":memory:", "--host", "127.0.0.1", "--port", port)
        with running(home, port, server, *options):
            yield Server("mongodb", port, lambda name: None)


STARTERS: Mapping[str, Callable[[], AbstractContextManager[Server]]] = {
    "postgresql": postgresql,
    "mysql": mysql,
    "redis": redis,
    "mongodb": mongodb,
}


def program(name: str, package: str, *places: str) -> str:
    """Return a program's path. Raises ``MissingProgram``."""
    for place in places:
        found = sorted(Path("/").glob(place.strip("/") + "/" + name))
        if found:
            return str(found[-1])
    if path := shutil.which(name):
        return path
    raise MissingProgram(f'"{name}" is not installed; it comes with {package}')


@contextmanager
def folder(owner: str = "") -> Iterator[Path]:
    """Yield a temporary folder, which belongs to ``owner`` where we are root."""
    with tempfile.TemporaryDirectory(prefix="whichway-server-", ignore_cleanup_errors=True) as name:
        path = Path(name)
        if owner and ROOT:
            shutil.chown(path, owner, owner)
        yield path


@contextmanager
def free_port() -> Iterator[int]:
    """Yield a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    yield port


@contextmanager
def running(home: Path, port: int, *command: object) -> Iterator[None]:
    """Run a server until the block ends; wait until it accepts connections."""
    log = home / "log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [str(word) for word in command], stdout=output, stderr=output, cwd=home,
            stdin=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
    try:
        deadline = time.monotonic() + 60
        while not listens(port):
            if process.poll() is not None or time.monotonic() > deadline:
                text = log.read_text(encoding="utf-8", errors="replace")
                raise RuntimeError(f"{command} did not start:\n{text[-2000:]}")
            time.sleep(0.05)
        yield
    finally:
        stop(process)


def stop(process: subprocess.Popen[bytes], seconds: float = 10) -> float | None:
    """End a process; return how long it took, or ``None`` when it had to be killed."""
    started = time.monotonic()
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return None
    return time.monotonic() - started


def listens(port: int) -> bool:
    """Say whether somebody accepts connections on a local port."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def run(*command: object) -> None:
    """Run a command. Raises ``RuntimeError`` with what it printed."""
    done = subprocess.run(
        [str(word) for word in command], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed: {done.stdout[-1000:]}{done.stderr[-1000:]}")


def run_until(action: Callable[[], None], seconds: float = 30) -> None:
    """Repeat an action until it works."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            return action()
        except RuntimeError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)
