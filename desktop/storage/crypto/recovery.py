"""The hospital root behind three printed codes, any two of which open it."""

from itertools import combinations

from desktop.errors import BugError, KnownError
from desktop.storage.crypto.aead import open_exact, seal_exact
from desktop.storage.crypto.context import SealContext
from desktop.storage.crypto.failures import Damaged
from desktop.storage.crypto.framing import frame, unframe
from desktop.storage.crypto.header import Header, Suite, parse_header
from desktop.storage.crypto.hkdf import KEY_ID_BYTES, hkdf
from desktop.storage.crypto.identity import Identity
from desktop.storage.crypto.labels import Label
from desktop.storage.crypto.one_time_code import OneTimeCode
from desktop.storage.crypto.password_seal import add_checksum, strip_checksum
from desktop.storage.crypto.symmetric_key import SymmetricKey

CODES = 3
PAIRS = tuple(combinations(range(CODES), 2))


def _code_id(code: OneTimeCode, hospital: str) -> bytes:
    """Names a code without telling anything of its 160 bits."""
    info = frame(Label.RECOVERY_CODE_ID.octets, hospital.encode())
    return hkdf(code.material, info=info)[:KEY_ID_BYTES]


def _pair_key(first: OneTimeCode, second: OneTimeCode, hospital: str) -> SymmetricKey:
    info = frame(Label.RECOVERY_PAIR_KEY.octets, hospital.encode())
    return SymmetricKey(hkdf(frame(first.material, second.material), info=info))


def _context(hospital: str, pair: tuple[int, int]) -> SealContext:
    return SealContext(
        hospital=hospital,
        compartment="root",
        object_type="recovery",
        record_id=f"{pair[0] + 1}+{pair[1] + 1}",
    )


def seal_root(
    root: Identity, codes: tuple[OneTimeCode, OneTimeCode, OneTimeCode], hospital: str
) -> bytes:
    """The root's private keys: one AES-256-GCM wrap for each pair of codes."""
    if len({code.material for code in codes}) != CODES:
        raise BugError("the three recovery codes must differ")
    header = Header(Suite.RECOVERY_2_OF_3, root.signing.verify_key.key_id)
    wraps = [
        seal_exact(
            _pair_key(codes[pair[0]], codes[pair[1]], hospital),
            _context(hospital, pair),
            Label.RECOVERY_BLOB,
            root.encode(),
        )
        for pair in PAIRS
    ]
    ids = [_code_id(code, hospital) for code in codes]
    return add_checksum(header.encode() + frame(*ids, *wraps))


def code_number(blob: bytes, code: OneTimeCode, hospital: str) -> int | None:
    """Which printed code this is (1 to 3), or None: for re-typing codes at set-up."""
    _, body = parse_header(strip_checksum(blob), Suite.RECOVERY_2_OF_3)
    ids = unframe(body, CODES + len(PAIRS))[:CODES]
    wanted = _code_id(code, hospital)
    return ids.index(wanted) + 1 if wanted in ids else None


def open_root(blob: bytes, first: OneTimeCode, second: OneTimeCode, hospital: str) -> Identity:
    """The root's keys from any two codes, in any order.

    Raises KnownError ``recovery.wrong-code`` (``which``: 1 or 2, as typed; 1 when both are),
    ``recovery.same-code`` or ``store.damaged``.
    """
    numbers = []
    for which, code in enumerate((first, second), start=1):
        found = code_number(blob, code, hospital)
        if found is None:
            raise KnownError("recovery.wrong-code", which=which)
        numbers.append((found - 1, code))
    if numbers[0][0] == numbers[1][0]:
        raise KnownError("recovery.same-code")
    (low, low_code), (high, high_code) = sorted(numbers, key=lambda entry: entry[0])
    header, body = parse_header(strip_checksum(blob), Suite.RECOVERY_2_OF_3)
    wrap = unframe(body, CODES + len(PAIRS))[CODES + PAIRS.index((low, high))]
    root = Identity.decode(
        open_exact(
            _pair_key(low_code, high_code, hospital),
            _context(hospital, (low, high)),
            Label.RECOVERY_BLOB,
            wrap,
        )
    )
    if root.signing.verify_key.key_id != header.key_id:
        raise Damaged
    return root
