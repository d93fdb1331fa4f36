"""Bytes to catalogue and back. No Qt, no network."""
