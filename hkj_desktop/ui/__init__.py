"""The window. All of Qt is below here (and in app.py); this file and texts.py import none of it."""
