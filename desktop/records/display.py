"""The one function that turns a person into text."""

from desktop.records.episode import Episode


def display_name(episode: Episode) -> str:
    """The alias: window titles, lists, print jobs, file names and logs never carry more.

    A legal name reaches the screen only inside the identity panel and reaches paper only where the
    person signs or where a consented letter needs it; neither goes through this function.
    """
    return episode.alias
