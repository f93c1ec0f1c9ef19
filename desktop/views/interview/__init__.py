"""The interview: one page per section, every answer kept at once, nobody held up."""
