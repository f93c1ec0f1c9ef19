"""FHIR Questionnaires read, checked and filled: asked, answered, visible, scored."""
