"""The commands `flask people …`, for whoever runs the server."""

from __future__ import annotations

import click
from marshmallow import ValidationError

from ..core.db import get_db
from ..core.errors import ErrorCode, Problem
from ..core.guards import STAFF, Role
from . import accounts, invitations, team
from .invitations import NewCode
from .schemas import InviteSchema


@click.group()
def people() -> None:
    """The people who work with Footing."""


@people.command()
@click.option("--council", required=True, help="The council's short name, like rutland.")
@click.option("--name", required=True, help="The manager's name, as others will see it.")
@click.option("--email", required=True, help="The email that the manager will sign in with.")
def invite(council: str, name: str, email: str) -> None:
    """Invite a manager of a council, and print the code and the link to join. Again for one who has not joined yet."""
    try:
        form = InviteSchema().load({"name": name, "email": email})
    except ValidationError as error:
        raise click.ClickException("Write a name, and an email like mo@rutland.example.") from error
    try:
        with get_db().write() as db:
            accounts.check_council(council)
            manager = accounts.find(db, email)
            if manager is None:
                manager = accounts.new_staff(db, role=Role.MANAGER, council=council, **form)
            elif (manager.role, manager.council, manager.pass_hash) != (Role.MANAGER, council, None):
                raise Problem(ErrorCode.CONFLICT, accounts.EMAIL_TAKEN)
            code = invitations.make_for(db, manager)
    except Problem as problem:
        raise click.ClickException(problem.detail) from problem
    _print(code)


@people.command()
@click.option("--email", required=True, help="The email of a manager or an adviser.")
def reset(email: str) -> None:
    """Sign a worker out everywhere, and print a code to set up the pass phrase and the code app anew."""
    with get_db().write() as db:
        account = accounts.find(db, email)
        if account is None or account.role not in STAFF:
            raise click.ClickException("No manager or adviser has this email.")
        code = team.start_again(db, account)
    _print(code)


def _print(code: NewCode) -> None:
    click.echo(f"Code: {code.code}")
    click.echo(f"Link: {code.link}")
    click.echo(f"Good once, until {code.expires_at:%d %B %Y, %H:%M} UTC. Pass it on safely: it opens the account.")
