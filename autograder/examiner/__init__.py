"""Checks are run: one long-lived pytest session, and the plugin with the fixtures."""
