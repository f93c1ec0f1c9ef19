"""Packets to PDF bytes, pages to pixels, and text read back; everything stays in memory."""
