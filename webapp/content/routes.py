"""Public routes of content that is everybody's: the councils, help lines, the passport's areas, and the bundle."""

from __future__ import annotations

from typing import Any

import marshmallow as ma
from flask import Response, request
from flask_smorest import Blueprint

from ..core.api import PREFIX, Schema
from ..core.errors import ErrorCode, Problem
from ..core.guards import public
from .answers import ASK_AGAIN, ContentAnswer, LangQuery, cached_answer, council_answer, find_council
from .bundles import compact, get_bundles
from .languages import LANGUAGES, language
from .library import Council, get_library
from .schemas.challenges import ChallengeSchema
from .schemas.council import STATES, ContactSchema, OfferSchema, PledgeSchema
from .schemas.entitlements import EntitlementSchema
from .schemas.glossary import GlossarySchema
from .schemas.help import HelpSchema
from .schemas.papers import PaperSchema
from .schemas.passport import AreaSchema
from .schemas.reviews import ReviewSchema
from .schemas.status import StatusFlagSchema, StatusNameSchema, StatusRuleSchema

A_YEAR = "public, max-age=31536000, immutable"
blueprint = Blueprint("content", __name__, url_prefix=f"{PREFIX}/councils", description="Content by council")


class PaperTitle(Schema):
    """The council paper that an example pack was made from."""

    title = ma.fields.String(required=True)
    date = ma.fields.Date(required=True)


class CouncilCover(Schema):
    """A council; `example` means made from an old paper, to be said on every screen; `base` is a nation, no council."""

    slug = ma.fields.String(required=True)
    name = ma.fields.String(required=True)
    state = ma.fields.String(required=True, metadata={"enum": list(STATES)})
    paper = ma.fields.Nested(PaperTitle, required=True, allow_none=True)


class CouncilInList(CouncilCover):
    """A council, and the address of its bundle in each language."""

    bundles = ma.fields.Dict(keys=ma.fields.String(), values=ma.fields.String(), required=True)


class BundledCouncil(CouncilCover):
    """The council of a bundle, and in how many working days it means to answer a request."""

    answer_days = ma.fields.Integer(required=True)


class CouncilsAnswer(Schema):
    """All councils that have content here."""

    councils = ma.fields.List(ma.fields.Nested(CouncilInList), required=True)


class PassportContent(Schema):
    """The passport's content; nothing about a person."""

    areas = ma.fields.List(ma.fields.Nested(AreaSchema), required=True)
    papers = ma.fields.List(ma.fields.Nested(PaperSchema), required=True)
    reviews = ma.fields.List(ma.fields.Nested(ReviewSchema), required=True)


class PassportAnswer(ContentAnswer):
    """Areas of skills, key papers and kinds of review."""

    passport = ma.fields.Nested(PassportContent, required=True)


class HelpAnswer(ContentAnswer):
    """Help lines, the most urgent first."""

    help = ma.fields.List(ma.fields.Nested(HelpSchema), required=True)


class StatusContent(Schema):
    """Words for each status, for each rule of the decision table, and for what to look out for."""

    statuses = ma.fields.List(ma.fields.Nested(StatusNameSchema), required=True)
    rules = ma.fields.List(ma.fields.Nested(StatusRuleSchema), required=True)
    flags = ma.fields.List(ma.fields.Nested(StatusFlagSchema), required=True)


class BundleAnswer(Schema):
    """Everything one council's app needs, in one language."""

    council = ma.fields.Nested(BundledCouncil, required=True)
    lang = ma.fields.String(required=True)
    draft = ma.fields.Boolean(required=True, metadata={"description": "no person has checked this translation yet"})
    hash = ma.fields.String(required=True)
    entitlements = ma.fields.List(ma.fields.Nested(EntitlementSchema), required=True)
    offer = ma.fields.List(ma.fields.Nested(OfferSchema), required=True)
    pledge = ma.fields.Nested(PledgeSchema, required=True, allow_none=True)
    passport = ma.fields.Nested(PassportContent, required=True)
    help = ma.fields.List(ma.fields.Nested(HelpSchema), required=True)
    contacts = ma.fields.List(ma.fields.Nested(ContactSchema), required=True)
    status = ma.fields.Nested(StatusContent, required=True)
    challenges = ma.fields.List(ma.fields.Nested(ChallengeSchema), required=True)
    glossary = ma.fields.List(ma.fields.Nested(GlossarySchema), required=True)
    bank_holidays = ma.fields.List(ma.fields.Date(), required=True)


@blueprint.route("")
@public
@blueprint.response(200, CouncilsAnswer)
def councils() -> Response:
    """All councils, with the addresses of their bundles."""
    listed = [{**council.cover, "bundles": _addresses(council)} for council in get_library().councils()]
    return cached_answer(compact({"councils": listed}), ASK_AGAIN)


@blueprint.route("/<slug>/passport")
@public
@blueprint.arguments(LangQuery, location="query")
@blueprint.response(200, PassportAnswer)
def passport(query: dict[str, Any], slug: str) -> Response:
    """Areas with their skills, key papers, and reviews that come round."""
    return council_answer(slug, query["lang"], "passport", _passport)


@blueprint.route("/<slug>/help")
@public
@blueprint.arguments(LangQuery, location="query")
@blueprint.response(200, HelpAnswer)
def help_lines(query: dict[str, Any], slug: str) -> Response:
    """Who to call, text or write to."""
    return council_answer(slug, query["lang"], "help", lambda council: council.help)


@blueprint.route("/<slug>/bundle/<hash_>")
@public
@blueprint.arguments(LangQuery, location="query")
@blueprint.response(200, BundleAnswer)
def bundle(query: dict[str, Any], slug: str, hash_: str) -> Response:
    """The bundle of that hash, compressed as the phone can take it; it never changes, so it may be kept for a year."""
    find_council(slug)
    bundles = get_bundles()
    lang = language(query["lang"])
    if hash_ != bundles.find(slug, lang):
        raise Problem(ErrorCode.NOT_FOUND, "There is newer content. Look at the list of councils again.")
    accepted = request.accept_encodings
    coding = next((name for name in ("br", "gzip") if accepted.quality(name) > 0), "identity")
    response = cached_answer(bundles.read(slug, lang, coding), A_YEAR, tag=f"{hash_}-{coding}")
    response.vary.add("Accept-Encoding")
    if coding != "identity":
        response.headers["Content-Encoding"] = coding
    return response


def _passport(council: Council) -> dict[str, Any]:
    return {"areas": council.areas, "papers": council.papers, "reviews": council.reviews}


def _addresses(council: Council) -> dict[str, str]:
    found = {lang: get_bundles().find(council.slug, lang) for lang in LANGUAGES}
    return {lang: f"{PREFIX}/councils/{council.slug}/bundle/{hash_}?lang={lang}" for lang, hash_ in found.items()}
