"""Words for what was changed in a catalogue: the names of steps that can be undone. Data; no Qt."""

from hkj_desktop.ui.words import QT_TRANSLATE_NOOP

#: What :class:`hkj_desktop.catalog.edits.Change` is called → its words. Those of one-click fixes are in texts_fixes.py.
CHANGES: dict[str, str] = {
    "typed": QT_TRANSLATE_NOOP("Changes", "Typing"),
    "pasted": QT_TRANSLATE_NOOP("Changes", "Paste"),
    "filled": QT_TRANSLATE_NOOP("Changes", "Fill down"),
    "cleared": QT_TRANSLATE_NOOP("Changes", "Clear"),
    "replaced": QT_TRANSLATE_NOOP("Changes", "Find and replace"),
    "fix_file": QT_TRANSLATE_NOOP("Changes", "Fix file"),
    "taken_over": QT_TRANSLATE_NOOP("Changes", "Changes from before"),
    "fix:safe": QT_TRANSLATE_NOOP("Changes", "Fix for me"),
    "pictures": QT_TRANSLATE_NOOP("Changes", "Picture addresses"),
}
#: Before the id of a fix (catalog/fixes).
FIX = "fix:"
