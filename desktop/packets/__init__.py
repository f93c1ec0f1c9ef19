"""What goes on paper: its parts, languages and sizes, and what consent lets onto it."""
