"""Signatures under a form in words: as whom somebody signs, and who signed how and when."""

from PySide6.QtCore import QObject

from desktop.records.consent import ConsentMode
from desktop.records.form_signature import FormSignature
from desktop.views.interview.local_time import shown_moment

_PURPOSE = "1.2.840.10065.1.12.1."


class SignatureWords(QObject):
    """The words of the interface's language."""

    def role(self, code: str) -> str:
        """The purpose of a signature, "" for one that the form's maker alone knows.

        Source: ASTM E1762-95(2013), as FHIR R4 lists it (valueset-signature-type).
        """
        words = {
            "1": self.tr("author"),
            "2": self.tr("co-author"),
            "3": self.tr("co-participant"),
            "5": self.tr("verification"),
            "6": self.tr("validation"),
            "7": self.tr("consent"),
            "8": self.tr("witness of the signature"),
            "9": self.tr("witness of the event"),
            "10": self.tr("witness of the identity"),
            "11": self.tr("witness of the consent"),
            "12": self.tr("interpreter"),
            "13": self.tr("review"),
            "14": self.tr("source"),
        }
        return words.get(code.removeprefix(_PURPOSE), "") if code.startswith(_PURPOSE) else ""

    def signed_by(self, signature: FormSignature) -> str:
        """``Signed by Sam Sample, 2026-03-14 14:05``, with the witness or the authority."""
        said = {
            ConsentMode.MARK: self.tr("Mark of {name}, {time}"),
            ConsentMode.VERBAL: self.tr("{name} said yes out loud, {time}"),
            ConsentMode.REPRESENTATIVE: self.tr("{name} signed as representative, {time}"),
        }.get(signature.mode, self.tr("Signed by {name}, {time}"))
        words = [said.format(name=signature.printed_name, time=shown_moment(signature.signed_at))]
        if signature.witness:
            words.append(self.tr("Witness: {name}").format(name=signature.witness))
        if signature.authority:
            words.append(self.tr("Right to sign: {right}").format(right=signature.authority))
        return ". ".join(words)
