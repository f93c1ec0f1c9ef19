"""What the people of a hospital do with the app, start to finish, through the real window."""
