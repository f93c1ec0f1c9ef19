"""How the items of one page are laid out: rows that repeat, tables, folds and tabs."""
