"""Where features meet sync: the kinds of operation they accept, and the collections that they show."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar

from flask import Flask, current_app
from sqlalchemy import BigInteger, ColumnElement, Select, Uuid, bindparam, exists, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from ..core.api import Schema
from ..core.crypto import get_crypto
from ..core.guards import SignedIn
from ..spaces.access import Access
from ..spaces.models import MemberRole, Space
from ..spaces.service import next_seq
from .registers import Stamp

Row = dict[str, Any]
AnySelect = TypeVar("AnySelect", bound="Select[*tuple[Any, ...]]")
_EXTENSION = "footing-sync"


class Outcome(StrEnum):
    """What became of an operation. Superseded: a later change of the same thing had arrived before it."""

    APPLIED = "applied"
    SUPERSEDED = "superseded"
    REFUSED = "refused"


@dataclass
class Change:
    """One operation on its way into the tables, within its transaction, with the space's row locked."""

    db: Session
    access: Access
    who: SignedIn
    stamp: Stamp
    arrived: datetime
    body: dict[str, Any]
    _seq: int | None = None

    @property
    def space(self) -> Space:
        """The space that is written to."""
        return self.access.space

    def seal(self, place: str, text: str) -> bytes:
        """Text under the space's key, bound to its place (`table.column:id`): it opens nowhere else."""
        return get_crypto().seal(self.space.wrapped_key, place, text)

    def take_seq(self) -> int:
        """The number of this change in the space. Taken once, and only by a handler that changes something."""
        if self._seq is None:
            self._seq = next_seq(self.space)
        return self._seq


@dataclass(frozen=True)
class OperationKind:
    """A kind of operation. `handler` may raise `Problem`: one that cannot pass is stored as the refusal."""

    kind: str
    schema: type[Schema]
    roles: frozenset[MemberRole]
    handler: Callable[[Change], Outcome]


@dataclass(frozen=True)
class View:
    """Who is reading which space, and in what capacity."""

    db: Session
    space: Space
    role: MemberRole
    account_id: uuid.UUID

    @property
    def is_owner(self) -> bool:
        """Whether the reader is the young person."""
        return self.role is MemberRole.YOUNG_PERSON

    def open(self, place: str, sealed: bytes) -> str:
        """The text that was sealed to this place."""
        return get_crypto().open(self.space.wrapped_key, place, sealed)


@dataclass(frozen=True)
class Window:
    """The changes to read: after one number, up to another, at most `limit` rows (None: all of them)."""

    after: int
    upto: int
    limit: int | None

    def cut(self, query: AnySelect, seq: InstrumentedAttribute[Any]) -> AnySelect:
        """The query, narrowed to this window and in the order of its changes."""
        return query.where(seq > self.after, seq <= self.upto).order_by(seq).limit(self.limit)


@dataclass(frozen=True)
class Collection:
    """A named list of rows that devices keep. Each row has `id` and `seq`; `deleted` marks a tombstone.

    `read` must give as many rows as the window allows, in the order of `seq`: a shorter answer means there are no more.
    `numbers` are the columns from which `seq` is taken, for whichever reader: a collection is not read when none of
    them has a number of the window in this space. Without any it is always read.
    """

    name: str
    read: Callable[[View, Window], list[Row]]
    numbers: tuple[InstrumentedAttribute[Any], ...] = ()


def _nobody_is_live(_db: Session, _session_id: uuid.UUID) -> bool:
    return False


def _note_nothing(_account: uuid.UUID, _spaces: Mapping[uuid.UUID, MemberRole]) -> None:
    pass


def _any_of(numbers: tuple[InstrumentedAttribute[Any], ...]) -> ColumnElement[bool]:
    space = bindparam("space", type_=Uuid())
    after, upto = (bindparam(name, type_=BigInteger()) for name in ("after", "upto"))
    found = (exists().where(seq.class_.space_id == space, seq > after, seq <= upto) for seq in numbers)
    return or_(*found)


@dataclass
class Registry:
    """What the features of one app have registered."""

    kinds: dict[str, OperationKind] = field(default_factory=dict)
    collections: dict[str, Collection] = field(default_factory=dict)
    # Until people says how a session is looked up, none is live: nothing is ever written unchecked.
    is_live: Callable[[Session, uuid.UUID], bool] = _nobody_is_live
    # Called before an answer goes out that has rows of spaces that are not the reader's own, with their role in each.
    note_copies: Callable[[uuid.UUID, Mapping[uuid.UUID, MemberRole]], None] = _note_nothing
    _probe: Select[Any] | None = None

    def add_kind(self, kind: OperationKind) -> None:
        """Accept a kind of operation. Kinds once shipped stay accepted."""
        self.kinds[kind.kind] = kind

    def add_collection(self, collection: Collection) -> None:
        """Show a collection to devices."""
        self.collections[collection.name] = collection
        self._probe = None

    def probe(self) -> Select[Any] | None:
        """The statement that says of each collection with `numbers` if one is after :after, up to :upto, in :space.

        Made once: SQLAlchemy then knows it again. None when there is nothing to ask.
        """
        if self._probe is None:
            asked = [(one.name, one.numbers) for one in self.collections.values() if one.numbers]
            columns: list[Any] = [_any_of(numbers).label(name) for name, numbers in asked]
            self._probe = select(*columns) if asked else None
        return self._probe


def register(app: Flask, kinds: Iterable[OperationKind], collections: Iterable[Collection]) -> None:
    """Hand a feature's kinds and collections to the sync of this app."""
    registry = registry_of(app)
    for kind in kinds:
        registry.add_kind(kind)
    for collection in collections:
        registry.add_collection(collection)


def registry_of(app: Flask) -> Registry:
    """The registry of an app, made at the first call, so that features may register in any order."""
    registry: Registry = app.extensions.setdefault(_EXTENSION, Registry())
    return registry


def get_registry() -> Registry:
    """The registry of the current app."""
    return registry_of(current_app)
