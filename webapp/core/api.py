"""The API object (flask-smorest) with our one error shape, and the parent of every schema."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from datetime import datetime
from typing import Any

import marshmallow as ma
from flask import Flask, Request, Response
from flask.typing import ResponseReturnValue
from flask_smorest import Api, Blueprint
from webargs.flaskparser import FlaskParser
from werkzeug.exceptions import HTTPException

from .clock import to_wire
from .errors import from_http, problem_response
from .guards import public

MAX_BODY_BYTES = 2 * 1024 * 1024
PREFIX = "/api/v1"


class Schema(ma.Schema):
    """A schema that refuses what it does not know."""

    class Meta:
        unknown = ma.RAISE
        ordered = True


class Moment(ma.fields.AwareDateTime):
    """A time on the wire: `2026-11-22T09:14:03.120Z`; a time without a zone is refused."""

    def _serialize(self, value: datetime | None, attr: str | None, obj: Any, **kwargs: Any) -> str | None:
        return None if value is None else to_wire(value)


class BodyParser(FlaskParser):
    """webargs' parser; JSON that is nested too deep or has too long a number is broken JSON too."""

    def _raw_load_json(self, req: Request) -> Any:
        try:
            return super()._raw_load_json(req)
        except json.JSONDecodeError:
            raise
        except (ValueError, RecursionError) as error:
            raise json.JSONDecodeError("beyond reading", "…", 0) from error


# Read when a blueprint decorates its views: each of them imports this module first.
Blueprint.ARGUMENTS_PARSER = BodyParser()


class FootingApi(Api):
    """flask-smorest's Api, answering errors with problem+json.

    Its own description is made when somebody asks for it: hardly anybody does, and making it took half of each start.
    """

    def __init__(self, app: Flask) -> None:
        self._lock = threading.RLock()
        self._spec: Any = None
        self._undescribed: list[Callable[[], None]] = []
        super().__init__(app)

    @property
    def spec(self) -> Any:
        """The description, whole."""
        with self._lock:
            while self._undescribed:
                self._undescribed.pop(0)()
            return self._spec

    @spec.setter
    def spec(self, made: Any) -> None:
        self._spec = made

    def register_blueprint(self, blp: Blueprint, *, parameters: list[Any] | None = None, **options: Any) -> None:
        """Add the routes now; describe them when that is asked for."""
        name = options.get("name", blp.name)
        self._app.extensions["flask-smorest"]["blp_name_to_api"][name] = self
        self._app.register_blueprint(blp, **options)
        self._undescribed.append(lambda: self._describe(blp, name, parameters))

    def _describe(self, blp: Blueprint, name: str, parameters: list[Any] | None) -> None:
        blp.register_views_in_doc(self, self._app, self._spec, name=name, parameters=parameters)
        self._spec.tag({"name": name, "description": blp.description})

    def handle_http_exception(self, error: HTTPException) -> Response:
        return problem_response(from_http(error))


def install(app: Flask) -> FootingApi:
    """Set the OpenAPI document (3.1, at /api/v1/openapi.json) and the largest body."""
    app.config.update(
        API_TITLE="Footing",
        API_VERSION="1",
        OPENAPI_VERSION="3.1.0",
        OPENAPI_URL_PREFIX=PREFIX,
        OPENAPI_JSON_PATH="openapi.json",
        MAX_CONTENT_LENGTH=MAX_BODY_BYTES,
    )
    api = FootingApi(app)
    document = app.view_functions["api-docs.openapi_json"]

    @public
    def openapi_json() -> ResponseReturnValue:
        # flask-smorest's own view is a bound method, which cannot carry the guard's mark.
        answer: ResponseReturnValue = app.ensure_sync(document)()
        return answer

    app.view_functions["api-docs.openapi_json"] = openapi_json
    return api
