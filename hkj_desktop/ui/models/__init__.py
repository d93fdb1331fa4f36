"""Part of the window: models."""
