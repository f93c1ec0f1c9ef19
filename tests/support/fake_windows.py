"""What the Windows backend of keyring calls, without Windows: credentials in a dictionary."""

import sys
from types import ModuleType

NOT_FOUND = 1168
SESSION, LOCAL_MACHINE, ENTERPRISE = 1, 2, 3
"""CREDENTIALW, member Persist (Microsoft Learn, wincred.h)."""


class WindowsError(Exception):
    """``pywintypes.error``."""

    def __init__(self, winerror: int, funcname: str) -> None:
        super().__init__(winerror, funcname)
        self.winerror = winerror
        self.funcname = funcname


class Credentials:
    """The user's credentials by target name."""

    def __init__(self) -> None:
        self.kept: dict[str, dict[str, object]] = {}

    def write(self, credential: dict[str, object], flags: int) -> None:
        """CredWrite: the text is kept as UTF-16, as the real module does."""
        assert flags == 0
        blob = str(credential["CredentialBlob"]).encode("utf-16-le")
        assert len(blob) <= 5 * 512  # CRED_MAX_CREDENTIAL_BLOB_SIZE
        self.kept[str(credential["TargetName"])] = {**credential, "CredentialBlob": blob}

    def read(self, Type: int, TargetName: str) -> dict[str, object]:  # noqa: N803 - as Windows names it
        """CredRead."""
        del Type
        if TargetName not in self.kept:
            raise WindowsError(NOT_FOUND, "CredRead")
        return self.kept[TargetName]

    def delete(self, Type: int, TargetName: str) -> None:  # noqa: N803 - as Windows names it
        """CredDelete."""
        del Type
        if self.kept.pop(TargetName, None) is None:
            raise WindowsError(NOT_FOUND, "CredDelete")


def install() -> Credentials:
    """Put the modules in place; only in a process of the test's own."""
    credentials = Credentials()
    package, pywin32 = ModuleType("win32ctypes"), ModuleType("win32ctypes.pywin32")
    pywintypes = ModuleType("win32ctypes.pywin32.pywintypes")
    win32cred = ModuleType("win32ctypes.pywin32.win32cred")
    vars(pywintypes)["error"] = WindowsError
    vars(win32cred).update(
        CRED_TYPE_GENERIC=1,
        CRED_PERSIST_SESSION=SESSION,
        CRED_PERSIST_LOCAL_MACHINE=LOCAL_MACHINE,
        CRED_PERSIST_ENTERPRISE=ENTERPRISE,
        CredWrite=credentials.write,
        CredRead=credentials.read,
        CredDelete=credentials.delete,
    )
    vars(pywin32).update(pywintypes=pywintypes, win32cred=win32cred)
    for module in (package, pywin32, pywintypes, win32cred):
        sys.modules[module.__name__] = module
    return credentials
