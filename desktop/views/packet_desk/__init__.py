"""The packet desk: ready packets, printers, what was printed today."""
