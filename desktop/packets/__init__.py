"""What goes on paper: a packet's parts, languages and sizes, and what consent lets onto it."""
