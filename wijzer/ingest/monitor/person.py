"""From the local number of a participant to the key under which the register knows somebody.

The key is an HMAC-SHA256 with a secret that stands in a file of its own, outside the database and
outside every backup of it. Who has the register cannot find the number back, not even by trying
all numbers. Whoever loses the secret loses the tie: what is in the register stays and counts, but
a new import of the same people makes other keys, so nobody is recognised any more and nobody can
be erased by number. Keep a copy of the file in a safe place, and not beside the backups.
"""

import hmac
import os
import secrets
from hashlib import sha256
from pathlib import Path

from wijzer import texts
from wijzer.store.register import RegisterError

_BYTES = 32
NAME = "deelnemers.sleutel"


class SecretLost(RegisterError):
    """The file with the secret cannot be read or made, or is too short."""


def secret_file(register_folder: Path) -> Path:
    """Where the secret stands: environment variable WIJZER_SECRET_FILE, else beside the folder
    of the register."""
    told = os.environ.get("WIJZER_SECRET_FILE")
    return Path(told) if told else register_folder.parent / NAME


def secret(register_folder: Path) -> bytes:
    """The secret of this installation, made at first use. Never logged. Raises SecretLost."""
    file = secret_file(register_folder)
    try:
        found = file.read_bytes() if file.exists() else _made(file)
    except OSError as error:
        raise SecretLost(texts.SECRET_LOST.format(bestand=file)) from error
    if len(found) < _BYTES:
        raise SecretLost(texts.SECRET_LOST.format(bestand=file))
    return found


def _made(file: Path) -> bytes:
    """A new secret, readable by the owner of the machine only; whole, or not there."""
    file.parent.mkdir(parents=True, exist_ok=True)
    half = file.with_name(f".{file.name}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(half, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "wb") as sink:
        sink.write(secrets.token_bytes(_BYTES))
    try:
        os.link(half, file)  # not over one that somebody else made just now
    except FileExistsError:
        pass
    finally:
        half.unlink()
    return file.read_bytes()


def key(secret: bytes, number: str) -> str:
    """The key of a local number; capitals and spaces around it make no difference."""
    return hmac.new(secret, number.strip().upper().encode(), sha256).hexdigest()
