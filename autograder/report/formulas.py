"""Formulas without a network: TeX becomes MathML, which browsers draw by themselves."""

from __future__ import annotations

import re
from functools import lru_cache
from xml.etree import ElementTree

#: Characters of a formula that is converted: those of the lessons have 300.
_LONGEST = 1000
#: An environment that the converter knows by another name only.
_ALIGNED = re.compile(r"\{aligned\}")
_NAMESPACE = "{http://www.w3.org/1998/Math/MathML}"
#: What draws, and nothing else: the converter lets through whatever stands in a formula.
_TAGS = (
    "math mi mn mo ms mtext mspace mrow mfrac msqrt mroot mstyle mpadded mphantom menclose "
    "msub msup msubsup munder mover munderover mmultiscripts mprescripts mtable mtr mtd mlabeledtr"
)
_KNOWN = set(_TAGS.split())
_WORDS = (
    "accent accentunder columnalign columnlines columnspacing depth display displaystyle fence form height "
    "largeop linethickness lspace mathsize mathvariant maxsize minsize movablelimits notation rowlines rowspacing "
    "rspace scriptlevel separator stretchy symmetric voffset width"
)
_HARMLESS = set(_WORDS.split())


@lru_cache(maxsize=2000)  # most of a class's are the lesson's own
def mathml(tex: str, *, display: bool = False) -> str | None:
    """A formula as MathML; None where it cannot be one, and is better shown as it was written.

    tex: what anybody wrote; nothing of it is active in the result. display: in a line of its own.
    """
    from latex2mathml.converter import convert  # most cards have no formula

    if len(tex) > _LONGEST:
        return None
    try:
        made = convert(_ALIGNED.sub("{align*}", tex), display="block" if display else "inline")
        root = ElementTree.fromstring(made)
    except Exception:  # it raises many kinds, for a formula that does not end as for one that is too deep
        return None
    for element in root.iter():
        element.tag = element.tag.removeprefix(_NAMESPACE)
        if element.tag not in _KNOWN:
            return None
        for name in element.attrib.keys() - _HARMLESS:
            del element.attrib[name]
    root.set("alttext", tex)
    return ElementTree.tostring(root, encoding="unicode", short_empty_elements=False)
