"""The checks on trial: what they must see, what they must let through, and what came of it."""
