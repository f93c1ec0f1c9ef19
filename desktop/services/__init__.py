"""Use cases, one verb per file. They reach storage, paper and printers through ports only."""
