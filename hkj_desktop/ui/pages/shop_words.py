"""How the secrets of a shop are called, and where they come from. Which of them a system has is its own data."""

from __future__ import annotations

from typing import NamedTuple

from hkj_desktop.system.destinations import Destination
from hkj_desktop.ui.say import translate
from hkj_desktop.ui.words import QT_TRANSLATE_NOOP


class SecretWords(NamedTuple):
    """How one secret is called, where it comes from, and how it begins."""

    label: str
    hint: str
    example: str = ""


_SECRETS = {
    "api_key": SecretWords(
        QT_TRANSLATE_NOOP("ShopForm", "API key"),
        QT_TRANSLATE_NOOP(
            "ShopForm",
            "From the HKJ dashboard, which shows it only once. If it is lost, rotate it and paste the new one.",
        ),
        "ik_live_…",
    ),
    "signing_secret": SecretWords(
        QT_TRANSLATE_NOOP("ShopForm", "Signing secret"),
        QT_TRANSLATE_NOOP("ShopForm", "Kept safe for you; this program does not need it."),
    ),
    "access_key_id": SecretWords(
        QT_TRANSLATE_NOOP("ShopForm", "Access key ID"),
        QT_TRANSLATE_NOOP("ShopForm", "From the account that {system} connected when you joined."),
    ),
    "secret_access_key": SecretWords(
        QT_TRANSLATE_NOOP("ShopForm", "Secret access key"),
        QT_TRANSLATE_NOOP(
            "ShopForm", "Shown only once, when the access key was made. If it is lost, make a new access key."
        ),
    ),
    "session_token": SecretWords(
        QT_TRANSLATE_NOOP("ShopForm", "Session token"),
        QT_TRANSLATE_NOOP(
            "ShopForm", "Only where a role was assumed: it came with the access key, and ends after some hours."
        ),
    ),
}


def secret_words(system: Destination) -> dict[str, SecretWords]:
    """The words of the secrets that ``system`` asks for, in the window's language."""
    return {spec.name: _translated(_SECRETS[spec.name], system) for spec in system.secrets}


def _translated(words: SecretWords, system: Destination) -> SecretWords:
    hint = translate("ShopForm", words.hint).format(system=system.name)
    return words._replace(label=translate("ShopForm", words.label), hint=hint)
