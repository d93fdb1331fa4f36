"""Part of the window: controllers."""
