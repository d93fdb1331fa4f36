"""Part of the window: delegates."""
