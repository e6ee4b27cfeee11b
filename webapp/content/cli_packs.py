"""`flask content new` and `flask content serve`: start a pack, and look at it while it is written."""

from __future__ import annotations

import dataclasses
import signal
import tempfile
from pathlib import Path

import click
from werkzeug.serving import WSGIRequestHandler, make_server

from ..core.clock import now
from .cli import group, settings
from .gathering import content_of
from .schemas.council import COUNCIL_TYPES
from .starting import NewPack, PackRefused, start_pack

PORT = 8765


class Quiet(WSGIRequestHandler):
    """Prints no line for each request: the app's own log has one."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        pass


@group.command("new")
@click.argument("slug")
@click.option("--name", required=True, help="The council's name, as young people know it.")
@click.option("--owner", default="Leaving care team", show_default=True, help="The team that looks after the files.")
@click.option("--type", "council_type", type=click.Choice(COUNCIL_TYPES), default="unitary", show_default=True)
@click.option("--into", type=click.Path(file_okay=False, path_type=Path), help="Where the folder of the pack is made.")
def new(slug: str, name: str, owner: str, council_type: str, into: Path | None) -> None:
    """Start the pack of a council: a folder SLUG with every file and notes that explain it.

    It is made in the content folder of the settings, or in the folder after --into.
    """
    pack = NewPack(slug, name, owner, council_type)
    try:
        made = start_pack(pack, into or settings().content_dir, now().date())
    except PackRefused as refused:
        raise click.ClickException(str(refused)) from refused
    for path in made:
        click.echo(str(path))
    click.echo(f"Next: flask content serve {made[0].parent}")


@group.command("serve")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--port", default=PORT, show_default=True)
@click.option("--host", default="127.0.0.1", show_default=True)
def serve(folder: Path, port: int, host: str) -> None:
    """Preview the pack in FOLDER, or a whole content folder, until Ctrl+C. A change shows as soon as it is saved."""
    from .. import create_app
    from .preview import LIST, Preview

    # A service manager ends a process by SIGTERM; the folders of the preview go away then too.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with (
        tempfile.TemporaryDirectory(prefix="footing-preview-") as data,
        content_of(folder, settings().content_dir) as content,
    ):
        ours = dataclasses.replace(
            settings(),
            # A preview has nobody's data: it keeps its own, and throws them away.
            environment="development",
            data_dir=Path(data),
            database_url=f"sqlite:///{data}/preview.sqlite3",
            origin=f"http://{host}:{port}",
        )
        preview = Preview(content, ours, create_app)
        server = make_server(host, port, preview, threaded=True, request_handler=Quiet)
        click.echo(f"Preview: http://{host}:{server.port}   What to put right: http://{host}:{server.port}{LIST}")
        for finding in preview.findings():
            click.echo(str(finding))
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            server.server_close()
