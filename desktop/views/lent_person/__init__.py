"""What a privacy officer reads of one person whose keys were lent."""
