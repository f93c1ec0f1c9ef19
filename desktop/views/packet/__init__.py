"""The packet of one case: what goes on paper, exactly as it will print."""
