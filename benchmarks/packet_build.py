"""A packet with every part in it, from its content to proven PDF bytes."""

from benchmarks.figure import Figure, times_ms


def figures() -> list[Figure]:
    """First build (with its imports) and a warm one."""
    first = times_ms(build, 1)[0]
    warm = sorted(times_ms(build, 9))[4]
    pages = build()
    aim = "under 500 ms"
    return [
        Figure(f"packet build, first, {pages} pages", first, "plain time", None, aim),
        Figure(f"packet build, warm, {pages} pages", warm, "plain time", None, aim),
    ]


def build() -> int:
    """Build, lay out and read back; the number of pages."""
    from desktop.packets.build import build_packet
    from desktop.rendering.paper import ReportlabPaper
    from tests.support.packet_requests import packet_request

    rendered = ReportlabPaper().render(build_packet(packet_request()))
    if not rendered.text_matches:
        raise SystemExit("The packet's text was not read back: the figure would mean nothing.")
    return rendered.pages
