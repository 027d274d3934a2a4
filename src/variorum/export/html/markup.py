"""Markup that cannot forget to escape.

`el` builds elements from children; every child that is not already `Html` is text from outside and is escaped, every
attribute value too. That is all a template engine would give this page (its structure is nested loops, its plots are
computed), so there is no dependency on one.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from urllib.parse import quote, urlsplit

from variorum.export.words import visible


class Html(str):
    """Markup whose text is escaped already."""

    __slots__ = ()


Child = str | Html | None | Iterable["Child"]
Attribute = str | int | float | bool | None

_VOID = frozenset({"meta", "br", "hr", "input", "link", "path", "line", "rect", "circle", "polyline", "use"})


def text(value: str) -> Html:
    """Text from outside: escaped, control characters spelled out."""
    return Html(escape(visible(value), quote=True))


def join(*children: Child) -> Html:
    """The children one after the other, those that are not markup escaped."""
    return Html("".join(_flat(children)))


def el(name: str, /, *children: Child, **attributes: Attribute) -> Html:
    """An element. `class_` is `class`, an underscore within a name a hyphen; None and False attributes are left out."""
    opened = "".join(_attribute(k, v) for k, v in attributes.items())
    if name in _VOID and not children:
        return Html(f"<{name}{opened}>" if name in {"meta", "br", "hr", "input", "link"} else f"<{name}{opened}/>")
    return Html(f"<{name}{opened}>{join(*children)}</{name}>")


def fragment(id_: str) -> str:
    """A link to a record of this page."""
    return "#" + quote(visible(id_), safe="-._~<>@")


def web_address(url: str | None) -> str | None:
    """The address when it is one of the web; null for `javascript:` and everything else a page must not link to."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.netloc else None


def _flat(children: Iterable[Child]) -> Iterable[str]:
    for child in children:
        if child is None:
            continue
        if isinstance(child, Html):
            yield child
        elif isinstance(child, str):
            yield text(child)
        else:
            yield from _flat(child)


def _attribute(name: str, value: Attribute) -> str:
    if value is None or value is False:
        return ""
    plain = name.rstrip("_").replace("_", "-")
    if value is True:
        return f" {plain}"
    shown = f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)
    return f' {plain}="{text(shown)}"'
