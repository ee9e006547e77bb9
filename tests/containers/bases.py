"""Base images made on this machine under their official names, so that a project's Dockerfile
and compose file are used unmodified where no registry can be reached.

They stand in for the originals: Debian from debootstrap, this machine's CPython and uv, and
Debian's servers behind a start script that knows the variables of the official images. MongoDB's
place is taken by a Python package that speaks its protocol.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

from tests.containers.engine import CACHE, Engine
from tests.proof.pythons import pythons, uv

MIRROR = "http://deb.debian.org/debian"
RELEASE = "bookworm"
PYTHON_LIBRARIES = (
    "ca-certificates,libbz2-1.0,libexpat1,libffi8,liblzma5,libncursesw6,libreadline8,"
    "libsqlite3-0,libssl3,libuuid1,netbase,tzdata,zlib1g"
)
CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")
DEBIAN = "localhost/debian:" + RELEASE
PYTHON_VERSION = "3.13"
PYTHON = f"docker.io/library/python:{PYTHON_VERSION}-slim"

_POSTGRES = """\
#!/bin/sh
set -eu
as_postgres="setpriv --reuid=postgres --regid=postgres --clear-groups"
data=/var/lib/postgresql/data
if [ ! -s "$data/PG_VERSION" ]; then
    install --directory --owner=postgres --group=postgres "$data"
    echo "$POSTGRES_PASSWORD" > /tmp/password
    $as_postgres initdb --pgdata="$data" --encoding=UTF8 --auth-host=scram-sha-256 \\
        --pwfile=/tmp/password
    echo "host all all all scram-sha-256" >> "$data/pg_hba.conf"
    $as_postgres pg_ctl --pgdata="$data" --wait --options="-c listen_addresses=''" start
    $as_postgres createdb "$POSTGRES_DB"
    $as_postgres pg_ctl --pgdata="$data" --wait stop
fi
exec $as_postgres postgres -D "$data" -c listen_addresses='*'
"""
_MYSQL = """\
#!/bin/sh
set -eu
data=/var/lib/mysql
install --directory --owner=mysql --group=mysql "$data" /run/mysqld
if [ ! -d "$data/mysql" ]; then
    mariadb-install-db --no-defaults --user=mysql --datadir="$data" \\
        --auth-root-authentication-method=normal
    mariadbd --no-defaults --user=mysql --datadir="$data" --bootstrap <<END
FLUSH PRIVILEGES;
CREATE DATABASE $MYSQL_DATABASE CHARACTER SET utf8mb4;
CREATE USER 'root'@'%' IDENTIFIED BY '$MYSQL_ROOT_PASSWORD';
GRANT ALL ON *.* TO 'root'@'%' WITH GRANT OPTION;
ALTER USER 'root'@'localhost' IDENTIFIED BY '$MYSQL_ROOT_PASSWORD';
END
fi
exec mariadbd --no-defaults --user=mysql --datadir="$data" --bind-address=0.0.0.0
"""
# The official image listens to its network whatever command it is given.
_REDIS = """\
#!/bin/sh
exec /usr/bin/redis-server --bind '*' --protected-mode no "$@"
"""
# The official image is no replica set either, unless it is told to be one.
_MONGOD = """\
#!/usr/local/bin/python3
from secantus.cli import main
main(["--standalone", "--host=0.0.0.0", "--port=27017", "--storage-path=/data/db"])
"""
# All that a health check of ours asks: does a server answer?
_MONGOSH = """\
#!/usr/local/bin/python3
from pymongo import MongoClient
print(MongoClient(serverSelectionTimeoutMS=3000).server_info()["version"])
"""


def make_python(engine: Engine, name: str, version: str) -> None:
    """Make ``python:X.Y-slim`` from Debian and the CPython of that version found here."""
    make_debian(engine)
    prefix = _prefix_of(version)
    working = engine.buildah("from", "--pull-never", DEBIAN)
    with tempfile.TemporaryDirectory(prefix="whichway-base-") as scratch:
        local = Path(scratch)
        shutil.copytree(
            prefix / "lib" / f"python{version}",
            local / "lib" / f"python{version}",
            ignore=shutil.ignore_patterns("__pycache__", "site-packages", "test", "idlelib"),
            symlinks=True,
        )
        (local / "lib" / f"python{version}" / "site-packages").mkdir()
        for library in prefix.glob("lib/libpython*"):
            shutil.copy2(library, local / "lib", follow_symlinks=False)
        (local / "bin").mkdir()
        shutil.copy2(prefix / "bin" / f"python{version}", local / "bin")
        for link in ("python", "python3"):
            (local / "bin" / link).symlink_to(f"python{version}")
        engine.buildah("copy", working, local, "/usr/local")
    engine.buildah("run", "--isolation=chroot", working, "--", "ldconfig")
    engine.buildah("config", "--cmd=python3", working)
    _commit(engine, working, name)


def make_uv(engine: Engine, name: str) -> None:
    """Make the image that holds nothing but the uv program."""
    program = shutil.which(uv())
    if not program:
        raise FileNotFoundError("uv is not installed here")
    working = engine.buildah("from", "scratch")
    engine.buildah("copy", working, program, "/uv")
    _commit(engine, working, name)


def make_postgres(engine: Engine, name: str) -> None:
    """Make ``postgres`` from Debian's server."""
    working = _with_packages(engine, "postgresql")
    link = "ln -s /usr/lib/postgresql/*/bin/* /usr/local/bin/"
    engine.buildah("run", "--isolation=chroot", working, "--", "sh", "-c", link)
    _with_script(engine, working, _POSTGRES, "start")
    engine.buildah("config", '--cmd=["start"]', working)
    engine.buildah("config", "--volume=/var/lib/postgresql", "--stop-signal=SIGINT", working)
    _commit(engine, working, name)


def make_mysql(engine: Engine, name: str) -> None:
    """Make ``mysql`` from Debian's MariaDB."""
    working = _with_packages(engine, "mariadb-server")
    empty = "rm -rf /var/lib/mysql && mkdir /var/lib/mysql"
    engine.buildah("run", "--isolation=chroot", working, "--", "sh", "-c", empty)
    _with_script(engine, working, _MYSQL, "start")
    engine.buildah("config", '--cmd=["start"]', working)
    engine.buildah("config", "--volume=/var/lib/mysql", working)
    _commit(engine, working, name)


def make_redis(engine: Engine, name: str) -> None:
    """Make ``redis`` from Debian's server."""
    working = _with_packages(engine, "redis-server")
    _with_script(engine, working, _REDIS, "redis-server")
    engine.buildah("config", '--cmd=["redis-server"]', working)
    engine.buildah("config", "--volume=/data", "--workingdir=/data", working)
    _commit(engine, working, name)


def make_mongo(engine: Engine, name: str) -> None:
    """Make ``mongo`` from the stand-in that comes as a Python package."""
    ensure(engine, PYTHON)
    working = engine.buildah("from", "--pull-never", PYTHON)
    with tempfile.TemporaryDirectory(prefix="whichway-base-") as scratch:
        package = f"secantusdb=={metadata.version('secantusdb')}"
        where = (f"--python-version={PYTHON_VERSION}", f"--target={scratch}")
        engine.run(uv(), "pip", "install", "--quiet", *where, package)
        packages = f"/usr/local/lib/python{PYTHON_VERSION}/site-packages"
        engine.buildah("copy", working, scratch, packages)
    _with_script(engine, working, _MONGOD, "mongod")
    _with_script(engine, working, _MONGOSH, "mongosh")
    engine.buildah("config", '--cmd=["mongod"]', "--volume=/data/db", working)
    _commit(engine, working, name)


#: How each image that a generated file may name is made. Oracle's is not here: it is in no
#: package.
MAKERS: dict[str, Callable[[Engine, str], None]] = {
    PYTHON: lambda engine, name: make_python(engine, name, PYTHON_VERSION),
    "ghcr.io/astral-sh/uv:0.13": make_uv,
    "docker.io/library/postgres:18": make_postgres,
    "docker.io/library/mysql:8.4": make_mysql,
    "docker.io/library/redis:8-alpine": make_redis,
    "docker.io/library/mongo:8.0": make_mongo,
}


def ensure(engine: Engine, *names: str) -> None:
    """Make the images of these names unless they are in the storage."""
    for name in names:
        if not engine.has_image(name):
            MAKERS[name](engine, name)


def make_debian(engine: Engine) -> None:
    """Make a minimal Debian that trusts what this machine trusts."""
    if engine.has_image(DEBIAN):
        return
    with tempfile.TemporaryDirectory(prefix="debian-", dir=CACHE) as scratch:
        root = Path(scratch) / "root"
        engine.run(
            "debootstrap",
            "--variant=minbase",
            f"--include={PYTHON_LIBRARIES}",
            RELEASE,
            root,
            MIRROR,
        )
        shutil.rmtree(root / "var/cache/apt/archives", ignore_errors=True)
        shutil.copy2(CERTIFICATES, root / CERTIFICATES.relative_to("/"))
        working = engine.buildah("from", "scratch")
        engine.buildah("add", working, root, "/")
    for setting in (
        "PATH=/usr/local/bin:/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin",
        f"SSL_CERT_FILE={CERTIFICATES}",
        f"PIP_CERT={CERTIFICATES}",
    ):
        engine.buildah("config", f"--env={setting}", working)
    _commit(engine, working, DEBIAN)


def _with_packages(engine: Engine, package: str) -> str:
    make_debian(engine)
    working = engine.buildah("from", "--pull-never", DEBIAN)
    install = (
        "apt-get update && DEBIAN_FRONTEND=noninteractive"
        f" apt-get install --yes --no-install-recommends {package}"
    )
    engine.buildah(
        "run", "--isolation=chroot", "--network=host", working, "--", "sh", "-c", install
    )
    return working


def _with_script(engine: Engine, working: str, script: str, name: str) -> None:
    with tempfile.TemporaryDirectory(prefix="whichway-base-") as scratch:
        file = Path(scratch) / name
        file.write_text(script, encoding="utf-8")
        file.chmod(0o755)
        engine.buildah("copy", working, file, f"/usr/local/bin/{name}")


def _commit(engine: Engine, working: str, name: str) -> None:
    engine.buildah("commit", "--rm", "--format=docker", working, name)


def _prefix_of(version: str) -> Path:
    """Return where a CPython of that version is installed on this machine."""
    for python in pythons():
        if python.name == version:
            question = [str(python.path), "-c", "import sys; print(sys.base_prefix)"]
            done = subprocess.run(question, capture_output=True, text=True, check=True)
            return Path(done.stdout.strip())
    raise FileNotFoundError(f"no CPython {version} is installed here")
