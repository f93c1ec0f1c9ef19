"""Which version this is, and whose work it stands on."""

from PySide6.QtWidgets import QWidget

from desktop.views.theme.tokens import TextStyle, Tone
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.wrap_label import WrapLabel

LIBRARIES = (
    "Qt for Python (LGPL 3.0)",
    "SQLAlchemy (MIT)",
    "cryptography (Apache 2.0 / BSD)",
    "keyring, SecretStorage (MIT, BSD)",
    "ReportLab (BSD)",
    "pypdfium2 (BSD, Apache 2.0)",
    "Pyphen (LGPL 2.1 / MPL 1.1)",
    "msgspec (BSD)",
    "google-re2 (BSD)",
    "platformdirs (MIT)",
    "HL7 value sets (CC0 1.0)",
)
"""Names and licences as their packages declare them."""


class AboutPanel(Panel):
    """Version and licences, in short."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, name="help-about")
        self.set_title(self.tr("About"))
        self.version_label = WrapLabel("", self, style=TextStyle.BODY_STRONG)
        self.body.addWidget(self.version_label)
        for words in (
            self.tr("Open source under the Apache License 2.0."),
            self.tr(
                "Our own questions are not validated screening tools. Records stay encrypted on "
                "this workstation."
            ),
            self.tr(
                "Typeface Atkinson Hyperlegible by the Braille Institute (SIL Open Font License "
                "1.1). Icons by Lucide (ISC)."
            ),
            self.tr("Built with {libraries}.").format(libraries=", ".join(LIBRARIES)),
        ):
            self.body.addWidget(WrapLabel(words, self, tone=Tone.MUTED))

    def show_version(self, version: str) -> None:
        """Name the version."""
        self.version_label.setText(self.tr("Firstlight {version}").format(version=version))
