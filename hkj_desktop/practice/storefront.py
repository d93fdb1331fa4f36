"""The page that a customer would see: plain HTML, in both languages, with no script and nothing from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from urllib.parse import quote, urlencode

from hkj_desktop.system.paths import resource

PAGE_SIZE = 60
SAMPLE_PICTURES = "https://images.example/minimarket/"  # the addresses in the sample catalogue; we serve them ourselves
FILS_PER_DINAR = 1000

_PICTURE_NAME = re.compile(r"[a-z0-9-]{1,40}\.png")

_STYLE = """
:root { color-scheme: light dark; --window:#F6F7F9; --surface:#FFF; --quiet:#FAFBFC; --border:#E1E5EA; --text:#1A1F25;
 --soft:#5A6470; --accent:#0F766E; --wash:#E3F3F1; --warn:#8A5300 }
@media (prefers-color-scheme: dark) { :root { --window:#14171A; --surface:#1C2024; --quiet:#202529; --border:#30363D;
 --text:#E9ECEF; --soft:#A5AEB7; --accent:#4FD1C0; --wash:#17332F; --warn:#F5C26B } }
* { box-sizing: border-box }
body { margin:0; background:var(--window); color:var(--text); font:15px/1.45 system-ui, "Segoe UI", "Noto Sans",
 "Noto Sans Arabic", sans-serif }
header { background:var(--surface); border-bottom:1px solid var(--border) }
.inner { max-width:1160px; margin:0 auto; padding:20px 24px }
header .inner { display:flex; flex-wrap:wrap; gap:12px 24px; align-items:center; justify-content:space-between }
h1 { margin:0; font-size:22px; font-weight:650 } h1 span { color:var(--accent) }
header p { margin:2px 0 0; color:var(--soft); font-size:13px }
form { display:flex; gap:8px } input { font:inherit; padding:7px 12px; width:220px; color:inherit;
 background:var(--quiet); border:1px solid var(--border); border-radius:7px }
button, .page { font:inherit; padding:7px 14px; border:1px solid var(--border); border-radius:7px; color:inherit;
 background:var(--surface); text-decoration:none; cursor:pointer }
ul { list-style:none; margin:0; padding:0; display:grid; grid-template-columns:repeat(auto-fill,minmax(205px,1fr));
 gap:16px }
li { background:var(--surface); border:1px solid var(--border); border-radius:10px; overflow:hidden; display:flex;
 flex-direction:column }
.picture { height:132px; background:var(--quiet); display:grid; place-items:center; border-bottom:1px solid
 var(--border) } .picture img { width:104px; height:104px } .letter { font-size:44px; color:var(--soft) }
.words { padding:12px 14px 14px; display:flex; flex-direction:column; flex:1; gap:2px }
.en { font-weight:600 } .ar { color:var(--soft); font-size:16px } .shelf { color:var(--soft); font-size:12px }
.foot { display:flex; justify-content:space-between; align-items:baseline; margin-top:auto; padding-top:10px }
.price { font-size:17px; font-weight:650; font-variant-numeric:tabular-nums } .price small { font-size:11px;
 font-weight:400; color:var(--soft) } .stock { font-size:12px; color:var(--soft) } .none { color:var(--warn) }
.empty { text-align:center; padding:72px 24px; background:var(--surface); border:1px dashed var(--border);
 border-radius:14px } .empty b { display:block; font-size:18px }
nav { display:flex; justify-content:center; gap:12px; align-items:center; padding:24px 0; color:var(--soft) }
"""


def picture_path(name: str) -> Path | None:
    """The shipped picture of that name, where there is one."""
    if not _PICTURE_NAME.fullmatch(name):
        return None
    path = resource("samples", "pictures", name)
    return path if path.is_file() else None


def dinars(fils: int) -> str:
    """12500 → ``12.500``."""
    return f"{fils // FILS_PER_DINAR}.{fils % FILS_PER_DINAR:03}"


def storefront(products: Sequence[Mapping[str, object]], *, total: int, page: int, words: str) -> str:
    """The whole page. ``total``: how many products were found in all; ``words``: what was searched for."""
    if products:
        middle = "<ul>" + "".join(_card(product) for product in products) + "</ul>" + _pages(total, page, words)
    elif words or total:
        middle = _empty("Nothing was found.", "لم يُعثر على شيء.")
    else:
        middle = _empty("The shelves are still empty. Send a catalogue from HKJ Desktop, and it stands here.",
                        "الرفوف ما زالت فارغة. أرسل كتالوجًا من HKJ Desktop ليظهر هنا.")  # fmt: skip
    return (
        '<!doctype html><html lang="en" dir="ltr"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><title>Practice shop · متجر التدريب</title>'
        f'<style>{_STYLE}</style></head><body><header><div class="inner"><div>'
        '<h1>Practice shop · <span lang="ar" dir="rtl">متجر التدريب</span></h1>'
        f'<p>{total:,} products · <span lang="ar" dir="rtl">عدد المنتجات: {total:,}</span></p></div>'
        '<form action="/" method="get"><input name="q" type="search" aria-label="Search · بحث" '
        f'placeholder="Search · بحث" dir="auto" value="{escape(words)}"><button>Search · بحث</button></form>'
        f'</div></header><main class="inner">{middle}</main></body></html>'
    )


def _card(product: Mapping[str, object]) -> str:
    english, arabic = _text(product, "title_en"), _text(product, "title_ar")
    shelf = _text(product, "category_en")
    return (
        f'<li><div class="picture">{_picture(product, english)}</div><div class="words">'
        f'<span class="en" lang="en" dir="auto">{escape(english)}</span>'
        f'<span class="ar" lang="ar" dir="rtl">{escape(arabic)}</span>'
        + (f'<span class="shelf" dir="auto">{escape(shelf)}</span>' if shelf else "")
        + f'<div class="foot">{_price(product)}{_stock(product)}</div></div></li>'
    )


def _picture(product: Mapping[str, object], title: str) -> str:
    """Only our own pictures are shown: a page that fetched others would tell strangers that somebody looks."""
    address = _text(product, "image_url")
    name = address.removeprefix(SAMPLE_PICTURES)
    if address != name and picture_path(name) is not None:
        return f'<img src="/practice/pictures/{quote(name)}" alt="{escape(title)}" width="104" height="104">'
    return f'<span class="letter" aria-hidden="true">{escape(title.strip()[:1].upper())}</span>'


def _price(product: Mapping[str, object]) -> str:
    fils = product.get("price_fils")
    if not isinstance(fils, int):
        return '<span class="stock">No price · بلا سعر</span>'
    return f'<bdi class="price" dir="ltr">{dinars(fils)} <small>JOD</small></bdi>'


def _stock(product: Mapping[str, object]) -> str:
    quantity = product.get("stock_qty")
    if not isinstance(quantity, int):
        return ""
    if quantity == 0:
        return '<span class="stock none">Sold out · نفد</span>'
    return f'<span class="stock">{quantity:,} in stock · متوفر</span>'


def _pages(total: int, page: int, words: str) -> str:
    last = -(-total // PAGE_SIZE)
    if last <= 1:
        return ""

    def link(number: int, label: str) -> str:
        given = urlencode({"q": words, "page": number} if words else {"page": number})
        return f'<a class="page" href="/?{escape(given)}">{label}</a>'

    before = link(page - 1, "← Back · السابق") if page > 1 else ""
    after = link(page + 1, "More · المزيد →") if page < last else ""
    return f"<nav>{before}<span>{page} / {last}</span>{after}</nav>"


def _empty(english: str, arabic: str) -> str:
    return f'<div class="empty"><b>{english}</b><p lang="ar" dir="rtl">{arabic}</p></div>'


def _text(product: Mapping[str, object], name: str) -> str:
    value = product.get(name)
    return value if isinstance(value, str) else ""
