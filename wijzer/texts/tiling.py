"""Titles, subjects and rules of tiles."""
