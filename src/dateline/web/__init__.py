"""The review pages: queue, article with evidence, record; served to this machine's browser.

In: a project and a coder's name. Out: pages, and decisions stored in the project. Knows projects and nouns only.
"""

from dateline.web.app import make_app
from dateline.web.guard import Access
from dateline.web.serve import review

__all__ = ["Access", "make_app", "review"]
