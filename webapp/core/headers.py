"""Headers of every answer, and the check that a write comes from our own pages."""

from __future__ import annotations

from flask import Flask, Response, request

from ..settings import Settings
from .errors import ErrorCode, Problem

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
    "manifest-src 'self'; worker-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
SAFE_METHODS = ("GET", "HEAD", "OPTIONS")


def install(app: Flask, settings: Settings) -> None:
    """Add the safety headers, and refuse a write whose Origin is not ours."""

    def check_origin() -> None:
        if request.method in SAFE_METHODS:
            return
        origin = request.headers.get("Origin")
        # A browser always names the origin of a write; only tools do not, and they carry no cookie of ours.
        if origin is None and request.headers.get("Sec-Fetch-Site") in (None, "same-origin", "none"):
            return
        # What the request says of its own host is believed in a try-out only, where any address of the machine will do.
        try_out = not settings.production and origin == request.host_url.rstrip("/")
        if origin != settings.origin and not try_out:
            raise Problem(ErrorCode.WRONG_ORIGIN)

    def add_headers(response: Response) -> Response:
        headers = response.headers
        headers.setdefault("Content-Security-Policy", CSP)
        headers.setdefault("X-Content-Type-Options", "nosniff")
        headers.setdefault("Referrer-Policy", "no-referrer")
        headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        headers.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=(), interest-cohort=()")
        headers.setdefault("Cache-Control", "no-store")
        if settings.secure_cookies:
            headers.setdefault("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
        return response

    app.before_request(check_origin)
    app.after_request(add_headers)
