"""This computer: folders, settings, the key store, logs, safe writing.

Used by every room, uses none of ours.
"""
