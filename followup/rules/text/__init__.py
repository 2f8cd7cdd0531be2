"""Rules on the published text: what is about a person, hard to read, or not said."""

from followup.rules.rule import Rule
from followup.rules.text.headings import RULES as HEADINGS
from followup.rules.text.html import RULES as HTML
from followup.rules.text.images import RULES as IMAGES
from followup.rules.text.language import RULES as LANGUAGE
from followup.rules.text.link_words import RULES as LINK_WORDS
from followup.rules.text.personal import RULES as PERSONAL
from followup.rules.text.reading import RULES as READING
from followup.rules.text.sources import RULES as SOURCES

RULES: tuple[Rule, ...] = (
    *PERSONAL,
    *READING,
    *IMAGES,
    *LINK_WORDS,
    *HEADINGS,
    *HTML,
    *LANGUAGE,
    *SOURCES,
)
