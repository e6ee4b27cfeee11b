"""The thin views of people, one file for each part of the API."""

from __future__ import annotations

from flask_smorest import Blueprint

from . import auth, council, invitations

BLUEPRINTS: tuple[Blueprint, ...] = (auth.blueprint, invitations.blueprint, council.blueprint, council.team_blueprint)
