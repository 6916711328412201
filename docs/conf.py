"""How Sphinx makes the pages of this folder: `make docs`.

Not MkDocs with Material: MkDocs has had no release since August 2024, and the authors of Material are leaving it.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

project = "nn-autograder"
author = "The nn-autograder developers"
extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "docs.making.docstrings",
    "docs.making.sections",
    "docs.making.lessons",
    "docs.making.mistakes",
    "docs.making.card",
    "docs.making.mathematics",
]
exclude_patterns = [".made"]

myst_enable_extensions = ["dollarmath"]
myst_dmath_double_inline = True
myst_heading_anchors = 3
myst_links_external_new_tab = False

default_role = "literal"  # in docstrings `x` is code
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
autodoc_preserve_defaults = True
python_display_short_literal_types = True
add_module_names = False
toc_object_entries_show_parents = "hide"

# nothing of a page comes from elsewhere, and the search reads what lies beside it: it works from a file, too
html_theme = "furo"
html_title = "nn-autograder"
html_math_renderer = "mathml"
html_static_path = ["static"]
html_css_files = ["pages.css"]
html_copy_source = False
html_show_copyright = False  # Furo shows the word with nobody after it
html_show_sphinx = False
html_show_search_summary = False  # it would fetch the pages found, which a browser refuses for files
html_theme_options = {"navigation_with_keys": True}
highlight_language = "sh"  # a block without a language is commands
pygments_style = "friendly"
pygments_dark_style = "monokai"
