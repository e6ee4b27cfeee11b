"""A private PostgreSQL for the tests: made in a folder of its own, reached by a socket in it, gone afterwards."""

from __future__ import annotations

import os
import pwd
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import psycopg
from psycopg import sql

INSTALLED = Path("/usr/lib/postgresql")
SETTINGS = """
listen_addresses = ''
fsync = off
synchronous_commit = off
full_page_writes = off
max_connections = 60
"""


class NoPostgres(Exception):
    """There is no PostgreSQL here and we cannot install it. The text says what to do."""


def programs() -> Path:
    """The folder of `initdb` and the others, newest version first; installed by apt when missing and we are root."""
    found = _newest()
    if found is None and os.getuid() == 0:
        for command in (["update"], ["install", "-y", "--no-install-recommends", "postgresql"]):
            subprocess.run(["apt-get", *command], check=False, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"})
        found = _newest()
    if found is None:
        raise NoPostgres("These tests need PostgreSQL. Install the package `postgresql`, then run them again.")
    return found


def _newest() -> Path | None:
    def version(path: Path) -> int:
        return int(re.sub(r"\D", "", path.parent.parent.name) or 0)

    found = sorted(INSTALLED.glob("*/bin/initdb"), key=version)
    return found[-1].parent if found else None


class Cluster:
    """A running PostgreSQL: `start()` it, `create()` databases in it, `stop()` it."""

    def __init__(self) -> None:
        self._programs = programs()
        # A short path: the name of a socket may not be longer than about 100 characters.
        self._folder = Path(tempfile.mkdtemp(prefix="footing-pg-", dir="/tmp"))

    def start(self) -> None:
        """Make the cluster and wait until it answers."""
        if os.getuid() == 0:
            shutil.chown(self._folder, "postgres")
        data = str(self._folder / "data")
        options = ["-U", "postgres", "-A", "trust", "--no-sync", "--no-instructions", "-E", "UTF8", "--locale=C.UTF-8"]
        self._run("initdb", "-D", data, *options)
        with (self._folder / "data" / "postgresql.conf").open("a") as conf:
            conf.write(f"{SETTINGS}unix_socket_directories = '{self._folder}'\n")
        self._run("pg_ctl", "-D", data, "-l", str(self._folder / "log"), "-w", "-s", "start")

    def stop(self) -> None:
        """End it at once and remove its folder."""
        self._run("pg_ctl", "-D", str(self._folder / "data"), "-m", "immediate", "-s", "stop")
        shutil.rmtree(self._folder)

    def url(self, name: str) -> str:
        """Where a database is, as a setting of ours."""
        return f"postgresql+psycopg://postgres@/{name}?host={self._folder}"

    def create(self, name: str, template: str = "template0") -> None:
        """Make a database, empty or as a copy of another to which nobody is connected."""
        self._say(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template)))

    def drop(self, name: str) -> None:
        """Remove a database, if it is there."""
        self._say(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))

    def _say(self, statement: sql.Composed) -> None:
        with psycopg.connect(host=str(self._folder), user="postgres", dbname="postgres", autocommit=True) as connection:
            connection.execute(statement)

    def _run(self, program: str, *arguments: str) -> None:
        # PostgreSQL refuses to run as root.
        user = pwd.getpwnam("postgres") if os.getuid() == 0 else None
        subprocess.run(
            [str(self._programs / program), *arguments],
            check=True,
            cwd=self._folder,
            stdout=subprocess.DEVNULL,
            user=user.pw_uid if user else None,
            group=user.pw_gid if user else None,
            extra_groups=[] if user else None,
        )
