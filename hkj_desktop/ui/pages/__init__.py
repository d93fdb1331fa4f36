"""Part of the window: pages."""
