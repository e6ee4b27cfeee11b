"""A signed-in phone for the measures, and skills to mark."""

from __future__ import annotations

import secrets

from flask import Flask

from tests.support.crowd import add_person, add_phone, add_young_person, assign
from webapp.core.guards import Role

from .measures import Device

SKILLS = [f"{area}-{number:02}" for area in ("home", "money", "food") for number in range(1, 11)]


def new_device(app: Flask) -> Device:
    """A young person with an adviser, and their phone. Within the app's context."""
    person = add_young_person(f"Maya {secrets.token_hex(3)}")
    assign(person, add_person("Sam", Role.ADVISER))
    return Device(add_phone(app, person).client, str(person.id), str(person.space))
