"""Whatever a source holds, the page shows it as text and does nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from keikaku.graph import network
from keikaku.graph.declaration import Fact
from keikaku.graph.kinds import KIND
from keikaku.visualizations import map_page
from keikaku.visualizations.inert_page import as_data
from tests.queries.small_graph import records
from tests.visualizations.conftest import Open

_ACTS = "globalThis.struck=1"
_TAGS = (
    "img svg iframe script body input video audio details object embed math style link base meta "
    "form marquee"
).split()
_EVENTS = (
    "onerror onload onclick onmouseover onfocus ontoggle onstart onanimationstart onpointerenter"
).split()
_BREAKS = (
    *("</script>", "</SCRIPT >", "</script\t>", "<!--", "-->", "<!--<script>", "]]>", "<![CDATA["),
    *("\u2028", "\u2029", "\ufeff", "\x7f", "\\", "\\u003c/script>", '"', "'", "`", "${1}"),
    *("{{data}}", "{{code}}", "{{word:skip}}", "{name}", "{n}", "$&", "$'", "%s", "%3Cscript%3E"),
    *("__proto__", "constructor", "toString", "&lt;script&gt;", "&#60;script&#62;", "</title>"),
    *(
        "</style>",
        "</textarea>",
        "<plaintext>",
        "<noscript>",
        "<template>",
        "\u202e逆",
        "＜script＞",
    ),
)
_LINKS = (
    *("javascript:", "JaVaScRiPt:", "java\tscript:", "data:text/html,", "vbscript:"),
    *("http://203.0.113.1/", "//203.0.113.1/", "file:///etc/"),
)

CORPUS: tuple[str, ...] = (
    *(f"<{tag} src=x {event}={_ACTS}>" for tag, event in zip(_TAGS, _EVENTS * 2, strict=False)),
    *(f'"><{tag} {event}="{_ACTS}">' for tag in _TAGS[:4] for event in _EVENTS),
    *(f"{end}<script>{_ACTS}</script>" for end in _BREAKS),
    *(f'<a href="{link}{_ACTS}">x</a>' for link in _LINKS),
)


class Struck:
    """The small plan with strings of the corpus in every text field, in turn."""

    def __init__(self) -> None:
        self.used: list[str] = []
        self.records = records(prose=True)
        for node in self.records.nodes:
            node.label = self.next()
            for fact in KIND[node.kind].facts:
                if not fact.choices and fact.name != "number":
                    self.strike(node.facts, fact)
        for edge in self.records.edges:
            edge.facts |= {"words": self.next()} if "words" in edge.facts else {}
            edge.facts |= {"reasons": [self.next()]} if "reasons" in edge.facts else {}
        items: list[Any] = [*self.records.nodes, *self.records.edges, *self.records.findings]
        for item in items:
            item.evidence = [
                replace(piece, quote=self.next(), section=self.next(), note=self.next())
                for piece in item.evidence
            ]
        for finding in self.records.findings:
            finding.code, finding.details = "unheard-of", {}
            finding.message, finding.suggestion = self.next(), self.next()
        self.records.document |= {"title": self.next(), "municipality": self.next()}

    def next(self) -> str:
        """The next string of the corpus, round and round."""
        self.used.append(CORPUS[len(self.used) % len(CORPUS)])
        return self.used[-1]

    def strike(self, facts: dict[str, Any], fact: Fact) -> None:
        """Put a string of the corpus into a fact that holds text."""
        if fact.type == "text":
            facts[fact.name] = self.next()
        elif fact.type == "texts":
            facts[fact.name] = [self.next(), self.next()]
        elif fact.type == "measure" and facts.get(fact.name) is not None:
            measure = {"unit": self.next(), "as_of": self.next(), "qualifier": self.next()}
            facts[fact.name] = replace(facts[fact.name], **measure)


def test_the_corpus_is_large_and_reaches_every_field() -> None:
    assert len(set(CORPUS)) >= 100
    assert set(CORPUS) <= set(Struck().used)


def test_strings_of_the_corpus_are_shown_and_do_nothing(open_map: Open, tmp_path: Path) -> None:
    struck = Struck()
    path = tmp_path / "struck.html"
    map_page.write(path, network.from_records(struck.records))
    one = open_map(path)
    one.page.check("#legend [data-kind=Theme]")
    names = "JSON.parse(document.getElementById('data').textContent).nodes"
    seen = [one.page.evaluate("document.body.innerText")]
    for at in range(len(struck.records.nodes)):
        one.page.evaluate(f"location.hash = 'node=' + encodeURIComponent({names}[{at}].id)")
        one.page.wait_for_selector(f'#details[data-node="{at}"]')
        seen.append(one.page.evaluate("document.getElementById('details').textContent"))
    for view in ("workload", "timeline", "themes", "indicators"):
        one.page.evaluate(f"location.hash = 'view={view}'")
        one.page.wait_for_selector(f"#other-view[data-view={view}]")
        seen.append(one.page.evaluate("document.getElementById('other-view').textContent"))
    one.page.fill("#search", "script")
    seen.append(one.page.evaluate("document.getElementById('found').textContent"))
    whole = "\n".join(seen)
    assert one.page.evaluate("globalThis.struck") is None
    assert [text for text in set(struck.used) if text not in whole] == []
    assert one.page.locator("script").count() == 3
    assert one.page.locator("img, iframe, object, embed, a[href^=java]").count() == 0


def test_nothing_in_the_data_can_end_the_script_block() -> None:
    block = as_data(list(CORPUS))
    assert not {"<", ">", "&", "\u2028", "\u2029"} & set(block)


def test_the_page_allows_itself_alone(map_file: Path) -> None:
    text = map_file.read_text(encoding="utf-8")
    policy = text.split('http-equiv="Content-Security-Policy" content="')[1].split('"')[0]
    assert "default-src &#x27;none&#x27;" in policy
    assert "unsafe" not in policy
    assert "connect-src" not in policy
    assert "http" not in policy


def test_the_policy_stops_a_script_that_is_not_the_pages_own(
    open_map: Open, map_file: Path
) -> None:
    one = open_map(map_file)
    one.page.evaluate(
        "document.body.insertAdjacentHTML('beforeend',"
        """ '<img src=x onerror="globalThis.struck=1">')"""
    )
    one.page.evaluate(
        "const s = document.createElement('script'); s.textContent = 'globalThis.struck=1';"
        "document.body.append(s)"
    )
    one.page.wait_for_timeout(100)
    assert one.page.evaluate("globalThis.struck") is None
    assert any("Content Security Policy" in message for message in one.messages)
    one.messages.clear()
    one.requests.clear()
