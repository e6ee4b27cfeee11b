"""Spaces: what one young person and the people supporting them share, and the one door to it."""
