// The details panel: a node with its facts, findings, evidence and neighbours; or a relation.
function startDetails() {
  showDetails();
  let before = null;
  onChange(() => {
    if (before === state.selected && !state.lit && state.start === null && byName("banner").hidden) return;
    before = state.selected;
    showDetails();
  });
}

function showDetails() {
  const panel = byName("details");
  const { selected } = state;
  showBanner();
  panel.hidden = selected === null;
  if (selected === null) {
    panel.replaceChildren();
    return;
  }
  panel.replaceChildren(
    button("×", () => { select(null); byName("map").focus(); }, { class: "close", "aria-label": say("close") }),
    foldButton(),
    ...(selected.node != null ? nodeDetails(nodes[selected.node]) : edgeDetails(edges[selected.edge])),
  );
  panel.dataset.node = selected.node ?? "";
  panel.scrollTop = 0;
}

// The panel folds to a strip, so that the map has the room; what is selected stays.
function foldButton() {
  const folded = () => document.body.classList.contains("folded");
  const label = () => say(folded() ? "unfold-details" : "fold-details");
  const fold = (event) => {
    document.body.classList.toggle("folded");
    event.target.textContent = folded() ? "«" : "»";
    put(event.target, { "aria-label": label(), "aria-expanded": String(!folded()) });
    bringInSight();
  };
  return button(folded() ? "«" : "»", fold, { class: "fold", id: "details-fold", "aria-label": label(), "aria-expanded": String(!folded()) });
}

function section(title, ...content) {
  const body = content.flat(Infinity).filter(Boolean);
  return body.length ? make("section", {}, make("h3", { text: title }), body) : null;
}

function heading(kind, title, mark) {
  return make("div", { class: "head" }, make("p", { class: "kind" }, mark, make("span", { text: kind })), make("h2", { text: title }));
}

function nodeDetails(node) {
  const kind = kinds.get(node.kind);
  const number = node.facts.number && !node.label.startsWith(node.facts.number) ? `${node.facts.number} ` : "";
  const title = `${number}${node.facts.title || node.facts.name || node.facts.text || node.label}`;
  const whole = node.kind === "Plan" && node.facts.number ? `${node.facts.number} ${node.facts.title || ""}` : title;
  return [
    heading(kind.label, whole, kindMark(node.kind)),
    where(node.i),
    actions(node.i),
    ...(node.kind === "Plan" ? planSections(node) : node.kind === "Department" ? departmentSections(node) : [
      section(say("facts"), factList(node)),
      ...neighbourSections(node),
    ]),
    section(say("findings"), findingList(node.kind === "Department" ? [node, ...findingsOfPlans(plansOfDepartment(node.i))] : [node, ...(node.kind === "Plan" ? partsOfPlan(node.i) : [])])),
    section(say("evidence"), node.evidence.length ? evidenceList(node.evidence) : make("p", { class: "quiet", text: say("evidence-none") })),
  ].filter(Boolean);
}

const partsOfPlan = (plan) => neighboursOf(plan).map((i) => nodes[i]).filter((each) => PARTS.has(each.kind) && each.plans.includes(plan));

// The headings above a node, to click.
function where(i) {
  const above = [];
  for (let at = wholeOf(i); at !== null && nodes[at].kind !== "Municipality"; at = wholeOf(at)) above.unshift(at);
  return above.length ? make("nav", { class: "crumbs", "aria-label": say("stands-under") }, above.map((at) => nodeLink(at))) : null;
}

function actions(i) {
  const hidden = foldable(i).length;
  return make("div", { class: "acts" },
    regionOf(i) && button(say(isClosed(regionOf(i)) ? "open-region" : "close-region"), () => { toggleRegion(regionOf(i)); showDetails(); }, { id: "close-region" }),
    hidden > 0 && button(say(isUnfolded(i) ? "fold" : "unfold", { n: hidden }), () => toggleFold(i), { id: "unfold" }),
    canChange(i) && button(say("impact"), () => showImpact(i), { id: "impact" }),
    state.start === null && button(say("path-from"), () => change({ start: i }), { id: "path-from" }),
    button(say("centre"), () => lookAt(i), { id: "centre" }),
    button(say("print-this"), printDetails, { id: "print-details" }),
    state.arrangement === "dependency" && stands(i) && stepCounts());
}

// How many steps upstream and downstream are highlighted among dependencies.
function stepCounts() {
  const count = (at, key) => make("label", {}, make("span", { text: say(key) }),
    make("select", { id: key, on: { change: (event) => { const steps = [...state.steps]; steps[at] = Number(event.target.value); change({ steps }); } } },
      [0, 1, 2, 3, 9].map((n) => make("option", { value: String(n), text: n === 9 ? say("any") : `+${n}`, selected: state.steps[at] === n }))));
  return make("span", { class: "steps-of" }, count(0, "upstream"), count(1, "downstream"));
}

function factList(node) {
  const labels = kinds.get(node.kind).facts;
  const entries = Object.entries(node.facts).filter(([name, value]) =>
    !["title", "number", "text"].includes(name) && value != null && value !== "" && !(Array.isArray(value) && !value.length));
  const plain = entries.filter(([name, value]) => !(name === "name" && node.label.endsWith(value)));
  return plain.length ? make("dl", {}, plain.map(([name, value]) => [
    make("dt", { text: labels[name] || name }), make("dd", { text: factText(node.kind, name, value) }),
  ])) : null;
}

// What a node is tied to, by relation and direction; all relations, or those that are `wanted`.
function neighbourSections(node, wanted = () => true) {
  const groups = new Map();
  for (const edge of [...node.out, ...node.in].filter(wanted)) {
    const key = `${edge.type}:${edge.from === node.i}`;
    if (!groups.has(key)) groups.set(key, { edge, list: [] });
    groups.get(key).list.push(edge);
  }
  return [...groups.values()].map(({ edge, list }) => {
    const outwards = edge.from === node.i;
    return section(say(outwards ? `out:${edge.type}` : `in:${edge.type}`), neighbourList(list, node.i));
  });
}

function neighbourList(list, i) {
  return make("ul", { class: "neighbours" }, list.map((edge) => {
    const n = other(edge, i);
    const more = [carried(edge), nodes[n].kind === "Milestone" ? span(nodes[n].facts) : ""].filter(Boolean).join(" ");
    return make("li", {}, kindMark(nodes[n].kind), nodeLink(n), more && button(more, () => select({ edge: edge.i }), { class: "carried link" }));
  }));
}

function findingList(about) {
  const list = about.flatMap((node) => node.findings.map((finding) => [node, finding]));
  return list.length ? make("ul", { class: "findings" }, list.map(([, finding]) =>
    make("li", { class: finding.settled ? "settled" : finding.severity },
      make("strong", { text: coded(finding.settled ? "settled" : finding.severity) }),
      make("span", { text: finding.message }),
      make("span", { class: "note", text: finding.suggestion })))) : null;
}

function edgeDetails(edge) {
  const relation = relations.get(edge.type);
  const reason = carried(edge);
  return [
    heading(say("relation"), relation.label, relationMark(edge.type)),
    make("div", { class: "sentence" },
      kindMark(nodes[edge.from].kind), nodeLink(edge.from),
      make("span", { class: "arrow", text: edge.type === "RELATED_TO" ? "↔" : "→" }),
      kindMark(nodes[edge.to].kind), nodeLink(edge.to)),
    reason && section(say("why"), make("p", { text: reason })),
    section(say("evidence"), edge.evidence.length ? evidenceList(edge.evidence) : make("p", { class: "quiet", text: say("evidence-none") })),
  ].filter(Boolean);
}

// A line over the map that describes what is lit, with its nodes to click.
function showBanner() {
  const banner = byName("banner");
  const text = state.lit ? state.lit.text : state.start !== null ? say("path-choose", { name: nodes[state.start].label }) : "";
  banner.hidden = !text;
  if (!text) return;
  const list = state.lit ? state.lit.list : [];
  const link = (i) => button(nodes[i].label, () => { change({ selected: { node: i }, place: true }); lookAt(i); }, { class: "link", data: { node: i } });
  const layers = state.lit && state.lit.layers;
  banner.replaceChildren(
    button("×", () => change({ lit: null, start: null }), { class: "close", "aria-label": say("close") }),
    make("p", { text }),
    layers && layers.length > 1
      ? make("ol", { class: "layers" }, layers.map((layer, at) => make("li", {}, make("span", { class: "quiet", text: say("step-n", { n: at + 1 }) }), make("span", { class: "steps" }, layer.map(link)))))
      : make("div", { class: state.lit && state.lit.kind === "path" ? "steps path" : "steps" }, list.map(link)),
  );
}
