"""FHIRPath: a strict parser and an evaluator for what forms use. Knows nothing of forms."""
