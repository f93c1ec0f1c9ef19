"""Puts the interface into a language: Qt's own words and ours, from resources/i18n.

English has a file too: it holds the plural forms alone ("1 comment", "2 comments").
"""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from desktop.resource_files import resources_dir


class Translations(QObject):
    """Keeps the translators of the present language installed."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._installed: list[QTranslator] = []

    def use(self, language: str) -> None:
        """Change the language of everything that is built from now on ("en" or "es")."""
        self.remove()
        QLocale.setDefault(QLocale(language))
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for name, folder in (
            (f"qtbase_{language}", qt_folder),
            (f"firstlight_{language}", str(resources_dir() / "i18n")),
        ):
            translator = QTranslator(self)
            if translator.load(name, folder):
                QCoreApplication.installTranslator(translator)
                self._installed.append(translator)

    def remove(self) -> None:
        """Take the translators out: what is built from now on shows the source texts."""
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
            translator.deleteLater()
        self._installed = []
