// The data and state of the page: the graph, the words, and what is shown at the moment.
const data = JSON.parse(document.getElementById("data").textContent);
const words = data.words;

function say(key, values = {}) {
  const text = Object.hasOwn(words, key) ? words[key] : key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

const kinds = new Map(data.kinds.map((kind) => [kind.name, kind]));
const relations = new Map(data.relations.map((relation) => [relation.name, relation]));
const READINGS = ["stated", "repaired", "inferred"];
const PARTS = new Set(["Component", "Action", "Milestone", "Indicator", "LogicStep", "Budget", "Evaluation"]);
const HOLDS = new Set(["HAS_PART", "MEASURED_BY", "HAS_BUDGET", "EVALUATED_AS"]);

const nodes = data.nodes.map((node, i) => ({
  i,
  id: node.id,
  lines: node.lines,
  foot: node.foot || "",
  kind: data.network.nodes[i].kind,
  label: data.network.nodes[i].label,
  facts: node.facts || {},
  evidence: node.evidence || [],
  out: [],
  in: [],
  findings: [],
}));
const edges = data.edges.map((edge, i) => ({
  i,
  from: data.network.edges[i].from,
  to: data.network.edges[i].to,
  type: data.network.edges[i].type,
  facts: edge.facts || {},
  evidence: edge.evidence || [],
}));
const byId = new Map(nodes.map((node) => [node.id, node.i]));

for (const edge of edges) {
  nodes[edge.from].out.push(edge);
  nodes[edge.to].in.push(edge);
  edge.reading = relations.get(edge.type).inferred ? "inferred" : readingOf(edge.evidence);
}
for (const node of nodes) node.reading = readingOf(node.evidence);
for (const finding of data.findings) nodes[finding.node].findings.push(finding);

// The best evidence decides the reading; a node that needs no evidence counts as stated.
function readingOf(evidence) {
  if (!evidence.length) return "stated";
  const found = new Set(evidence.map((piece) => piece.reading || "stated"));
  return READINGS.find((reading) => found.has(reading)) || "stated";
}

function ends(i, type, way = "out") {
  const list = way === "out" ? nodes[i].out : nodes[i].in;
  const found = list.filter((edge) => edge.type === type);
  return found.sort((a, b) => (a.facts.order || 0) - (b.facts.order || 0));
}

const other = (edge, i) => (edge.from === i ? edge.to : edge.from);

function wholeOf(i) {
  const edge = nodes[i].in.find((each) => HOLDS.has(each.type));
  return edge ? edge.from : null;
}

// The plans that a node belongs to, contains, or is connected with. A law that is loaded as a document
// of its own does not contain the plans of that document.
function plansAt(i) {
  const kind = nodes[i].kind;
  if (kind === "Plan") return [i];
  if (PARTS.has(kind)) {
    const above = wholeOf(i);
    return above === null ? [] : plansAt(above);
  }
  const found = new Set();
  for (const edge of [...nodes[i].out, ...nodes[i].in]) {
    if ((edge.type === "PART_OF" && edge.from === i) || edge.type === "IS_DOCUMENT") continue;
    if (edge.to === i && (edge.type === "HAS_PART" || edge.type === "PUBLISHES")) continue;
    for (const plan of plansAt(other(edge, i))) found.add(plan);
  }
  return [...found];
}

for (const node of nodes) node.plans = plansAt(node.i);
const allPlans = nodes.filter((node) => node.kind === "Plan");
const planFacts = new Map(data.plans.map((facts) => [facts.plan, facts]));
const chosenPlans = data.chosen === null ? null : new Set(data.chosen); // null: all, else the rest surrounds them
const several = data.documents.length > 1;

// The document of a node; null for a shared node.
function documentOf(i) {
  const at = data.nodes[i].document;
  return at == null ? null : data.documents[at];
}

function yearsOf(facts) {
  if (facts.first_year == null) return null;
  return [facts.first_year, facts.last_year == null ? facts.first_year : facts.last_year];
}

// The last year in which something runs, or may run where the source leaves that open.
function latestOf(facts) {
  const span = yearsOf(facts);
  if (span === null) return null;
  return facts.continues === "unknown" && facts.latest_year > span[1] ? facts.latest_year : span[1];
}

// The first year in which something runs, or may run already where only the head of an arrow is printed.
function earliestOf(facts) {
  const span = yearsOf(facts);
  if (span === null) return null;
  return facts.earliest_year < span[0] ? facts.earliest_year : span[0];
}

// How certain it is that something runs in a year: stated, possible, or null where it does not.
function runsIn(facts, year) {
  const span = yearsOf(facts);
  if (span === null || year < earliestOf(facts) || year > latestOf(facts)) return null;
  return year >= span[0] && year <= span[1] ? "stated" : "possible";
}

// The highest certainty with which any of several nodes runs in a year.
function surest(list, year) {
  const found = list.map((i) => runsIn(nodes[i].facts, year));
  return found.includes("stated") ? "stated" : found.includes("possible") ? "possible" : null;
}

// The actions of a plan with their components and milestones.
function actionsOf(plan) {
  const holders = [plan, ...ends(plan, "HAS_PART").map((e) => e.to).filter((i) => nodes[i].kind === "Component")];
  return holders.flatMap((holder) =>
    ends(holder, "HAS_PART")
      .map((edge) => edge.to)
      .filter((i) => nodes[i].kind === "Action")
      .map((i) => ({
        i,
        component: holder === plan ? null : holder,
        milestones: ends(i, "HAS_PART").map((edge) => edge.to).filter((m) => nodes[m].kind === "Milestone"),
      })),
  );
}

function indicatorsOf(plan) {
  const holders = [plan, ...ends(plan, "HAS_PART").map((e) => e.to).filter((i) => nodes[i].kind === "Component")];
  return holders.flatMap((holder) => ends(holder, "MEASURED_BY").map((edge) => edge.to));
}

const years = (() => {
  const found = new Set();
  for (const document of data.documents) {
    for (let year = document.first_year; year && year <= document.last_year; year += 1) found.add(year);
  }
  for (const node of nodes) {
    if (node.kind !== "Milestone" && node.kind !== "Action") continue;
    for (const year of [...(yearsOf(node.facts) || []), earliestOf(node.facts), latestOf(node.facts)]) if (year) found.add(year);
  }
  return [...found].sort((a, b) => a - b);
})();

const state = {
  view: "map",
  arrangement: "goal",
  colour: "", // the fact of plans that colours them
  size: "", // and the fact that a bar in them shows
  lines: "hot", // relations drawn: those of what is selected, or all
  steps: [9, 9], // upstream and downstream of a selected plan, among dependencies
  selected: null, // {node} or {edge}
  document: "",
  goal: "",
  department: "",
  theme: "",
  year: "",
  readings: new Set(READINGS),
  mode: "hide", // what does not match goes, or fades
  kinds: new Set(data.kinds.filter((kind) => kind.skeleton).map((kind) => kind.name)),
  relations: new Set(data.relations.filter((relation) => relation.visible).map((r) => r.name)),
  unfolded: new Set(),
  closed: new Set(), // the regions that are closed to their heading
  unfoldedAt: null, // beside which what is unfolded stands
  lit: null, // {nodes, edges, text}: an impact or a path
  start: null, // where a path is to begin
  dark: null,
};

const listeners = [];
const onChange = (listener) => listeners.push(listener);

// With `place` among the changes, the caller moves the camera itself.
function change({ place = false, ...changes }) {
  Object.assign(state, changes);
  for (const listener of listeners) listener(changes, place);
}
