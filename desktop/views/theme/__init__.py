"""The look of the app: tokens, fonts, icons, palette and style sheet."""
