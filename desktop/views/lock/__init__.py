"""Cover screen, idle watch and full lock."""
