"""The code app of people who work for a council (TOTP, RFC 6238), and their recovery codes. Each code works once."""

from __future__ import annotations

import hmac
import re
import uuid

import pyotp
from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from ..core.clock import now
from ..core.crypto import get_crypto
from . import rules
from .codes import RECOVERY_LETTERS, code_hash, new_code
from .cookies import the_settings
from .models import RecoveryCode, SecondFactor

STEP_SECONDS = 30
RECOVERY_CODES = 10
_DIGITS = re.compile(r"\d{6}", re.ASCII)


def new_secret() -> str:
    """A fresh secret to share with a code app."""
    return pyotp.random_base32()


def otpauth_uri(secret: str, email: str) -> str:
    """The secret as a link, which code apps also read from a QR picture."""
    return pyotp.TOTP(secret).provisioning_uri(name=email, issuer_name=the_settings().product_name)


def code_at_this_moment(secret: str) -> str:
    """The six digits that a code app shows now."""
    return pyotp.TOTP(secret).at(now())


def matching_step(secret: str, typed: str) -> int | None:
    """The time step whose code was typed: this one, or its neighbours for clocks that are off; None for any other."""
    plain = re.sub(r"[\s-]+", "", typed)
    if not _DIGITS.fullmatch(plain):
        return None
    step = int(now().timestamp()) // STEP_SECONDS
    totp = pyotp.TOTP(secret)
    near = (step, step - 1, step + 1)
    return next((one for one in near if hmac.compare_digest(totp.generate_otp(one), plain)), None)


def store(db: Session, account_id: uuid.UUID, secret: str, *, used_step: int = 0) -> list[str]:
    """Make this the account's second factor, in place of any other. Gives the recovery codes, which are kept nowhere.

    `used_step` is the step whose code proved the app: it is used up.
    """
    remove(db, account_id)
    db.add(
        SecondFactor(
            account_id=account_id,
            sealed_secret=get_crypto().seal_setting(_where(account_id), secret),
            last_step=used_step,
            created_at=now(),
        )
    )
    codes = [new_code(RECOVERY_LETTERS) for _ in range(RECOVERY_CODES)]
    db.add_all(RecoveryCode(account_id=account_id, code_hash=_recovery_hash(account_id, code)) for code in codes)
    db.flush()
    return [rules.show_code(code, group=5) for code in codes]


def remove(db: Session, account_id: uuid.UUID) -> None:
    """The account has no second factor until a new one is set up, and cannot sign in."""
    db.execute(delete(RecoveryCode).where(RecoveryCode.account_id == account_id))
    db.execute(delete(SecondFactor).where(SecondFactor.account_id == account_id))


def use(db: Session, account_id: uuid.UUID, typed: str) -> bool:
    """Use up a code of the app, or a recovery code. False when it is wrong or was used before."""
    factor = db.get(SecondFactor, account_id)
    if factor is None:
        return False
    step = matching_step(get_crypto().open_setting(_where(account_id), factor.sealed_secret), typed)
    return _use_recovery_code(db, account_id, typed) if step is None else _use_step(db, account_id, step)


def _use_step(db: Session, account_id: uuid.UUID, step: int) -> bool:
    # One conditional UPDATE decides, so that the same code sent twice at once is taken once.
    taken = db.scalar(
        update(SecondFactor)
        .where(SecondFactor.account_id == account_id, SecondFactor.last_step < step)
        .values(last_step=step)
        .returning(SecondFactor.account_id)
        .execution_options(synchronize_session=False)
    )
    return taken is not None


def _use_recovery_code(db: Session, account_id: uuid.UUID, typed: str) -> bool:
    taken = db.scalar(
        update(RecoveryCode)
        .where(RecoveryCode.account_id == account_id, RecoveryCode.used_at.is_(None))
        .where(RecoveryCode.code_hash == _recovery_hash(account_id, typed))
        .values(used_at=now())
        .returning(RecoveryCode.id)
        .execution_options(synchronize_session=False)
    )
    return taken is not None


def _recovery_hash(account_id: uuid.UUID, typed: str) -> bytes:
    return code_hash(f"recovery:{account_id}", typed)


def _where(account_id: uuid.UUID) -> str:
    return f"second_factor.sealed_secret:{account_id}"
