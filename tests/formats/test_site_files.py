"""What machines that visit the site are told."""

from followup.formats.site_files import plan
from followup.output import Blob

PAGES = ("/", "/loften/2018/", "/om/?a=1&b=2")
ROBOTS = """User-agent: *
Allow: /

Sitemap: https://loftet.example/sitemap.xml
"""


def test_every_page_is_listed_by_its_whole_address() -> None:
    assert [*plan("https://loftet.example", PAGES, is_example=False)] == [
        Blob(
            "sitemap.xml",
            b"""<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://loftet.example/</loc></url>
<url><loc>https://loftet.example/loften/2018/</loc></url>
<url><loc>https://loftet.example/om/?a=1&amp;b=2</loc></url>
</urlset>
""",
        ),
        Blob("robots.txt", ROBOTS.encode()),
    ]


def test_while_anything_is_invented_no_page_is_listed_but_robots_may_read_noindex() -> None:
    assert [*plan("https://loftet.example", PAGES, is_example=True)] == [
        Blob(
            "sitemap.xml",
            b"""<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
</urlset>
""",
        ),
        Blob("robots.txt", ROBOTS.encode()),
    ]


def test_a_site_below_another_has_the_path_in_every_address() -> None:
    sitemap, robots = plan("https://kommunen.example/loftet", ["/om/"], is_example=False)
    assert b"<loc>https://kommunen.example/loftet/om/</loc>" in sitemap.data
    assert robots.data.endswith(b"Sitemap: https://kommunen.example/loftet/sitemap.xml\n")
