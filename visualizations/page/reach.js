// Selecting, unfolding, and two walks over the graph: what a change affects, and the shortest path.

function select(selected) {
  if (endsPath(selected)) return;
  change({ selected, lit: null });
}

// After the start of a path is chosen, the next node chosen is its end.
function endsPath(selected) {
  if (state.start === null || !selected || selected.node == null || selected.node === state.start) return false;
  showPath(state.start, selected.node);
  return true;
}

// Opens the map from anywhere in the page, with the node selected and visible. If it has no place
// in the current arrangement, the arrangement by goal opens, which has all nodes.
function go(i) {
  if (state.view !== "map") change({ view: "map" });
  if (endsPath({ node: i })) return;
  change({ ...placeFor([i]), selected: { node: i }, lit: null, place: true });
  lookAt(i);
  bringInSight();
}

const placeFor = (list) => (list.every(stands) ? {} : arrangementChange("goal"));

const foldable = (i) => neighboursOf(i).filter((n) => !state.kinds.has(nodes[n].kind));
const isUnfolded = (i) => foldable(i).some((n) => state.unfolded.has(n));

// The nodes that unfold from a node: its neighbours; for a plan or an action also all its parts.
function neighboursOf(i) {
  const found = new Set();
  const walk = (at) => {
    for (const edge of [...nodes[at].out, ...nodes[at].in]) {
      const next = other(edge, at);
      if (found.has(next) || next === i || edge.type === "PUBLISHES") continue;
      found.add(next);
      if (edge.from === at && PARTS.has(nodes[next].kind)) walk(next);
    }
  };
  walk(i);
  return [...found];
}

function toggleFold(i) {
  if (!opensBeneath()) {
    change({ ...arrangementChange("goal"), selected: { node: i } });
  }
  const unfolded = new Set(state.unfolded);
  const fold = isUnfolded(i);
  for (const next of foldable(i)) fold ? unfolded.delete(next) : unfolded.add(next);
  change({ unfolded, unfoldedAt: fold ? null : i, selected: { node: i }, lit: null, place: true });
  if (fold) lookAt(i, false);
  else {
    const near = neighboursOf(i).filter((n) => shown.nodes.has(n) && unfolded.has(n) && Math.hypot(...distance(i, n)) < 900);
    fit(new Set([i, ...near]), Math.max(1.2, network.getScale()), false);
  }
}

const distance = (a, b) => [0, 1].map((axis) => placesNow()[a][axis] - placesNow()[b][axis]);

// The nodes that a change of a node reaches, the nearest first, along the steps in the data.
function impactOf(start) {
  const found = { nodes: new Set([start]), edges: new Set(), reached: [], layers: [] };
  const order = new Set([start]);
  let front = [start];
  while (front.length) {
    const next = [];
    const before = order.size;
    for (const at of front) {
      for (const [reached, edge] of stepsFrom(at, at === start)) {
        if (order.has(reached)) continue;
        order.add(reached);
        if (!data.answers.ends.includes(edges[edge].type)) next.push(reached);
        found.nodes.add(reached);
        for (const each of [edges[edge], ...throughComponents(edges[edge])]) {
          found.edges.add(each.i);
          found.nodes.add(each.from).add(each.to);
        }
      }
    }
    if (order.size > before) found.layers.push([...order].slice(before));
    front = next;
  }
  found.reached = [...order].slice(1);
  return found;
}

const canChange = (i) => data.answers.kinds.includes(nodes[i].kind);
const stepsFrom = (i, first) => (first && data.answers.starts[i]) || data.answers.steps[i] || [];

// A step through a component also shows the relation of the plan to the component.
function throughComponents(edge) {
  const held = [edge.from, edge.to].filter((i) => nodes[i].kind === "Component");
  return held.flatMap((i) => nodes[i].in.filter((each) => each.type === "HAS_PART"));
}

function showImpact(i) {
  const found = impactOf(i);
  const list = found.reached;
  const text = list.length
    ? say("impact-text", { name: nodes[i].label, sum: summed(list) })
    : say("impact-none", { name: nodes[i].label });
  change({ ...placeFor([...found.nodes]), selected: { node: i }, lit: { ...found, text, kind: "impact", list }, place: true });
  fit(new Set([...found.nodes].filter((each) => shown.nodes.has(each))), 1.5);
}

// 計画2件、指標3件: how many of each kind, in the order of the kinds that can change.
function summed(list) {
  const count = (name) => list.filter((i) => nodes[i].kind === name).length;
  return data.answers.kinds.filter(count).map((name) => say("kind-count", { kind: kinds.get(name).label, n: count(name) })).join(say("comma"));
}

// The fewest steps between two nodes along what the source states, as `path` answers; a theme or another
// mark that many plans share counts as DETOUR steps, so that it is used only where little else connects.
const DETOUR = 3;

function shortestPath(start, end) {
  const from = new Map([[start, null]]);
  const far = new Map([[start, 0]]);
  const waiting = [[start]]; // by distance
  for (let distance = 0; distance < waiting.length; distance += 1) {
    for (const at of waiting[distance] || []) {
      if (far.get(at) !== distance) continue;
      if (at === end) return stepsBack(from, end);
      for (const edge of [...nodes[at].out, ...nodes[at].in]) {
        const reached = other(edge, at);
        if (!data.answers.ways.includes(edge.type)) continue;
        if (reached !== end && !data.answers.over.includes(nodes[reached].kind)) continue;
        const next = distance + 1 + (reached !== end && data.answers.shared.includes(nodes[reached].kind) ? DETOUR : 0);
        if (far.has(reached) && far.get(reached) <= next) continue;
        far.set(reached, next);
        from.set(reached, edge);
        (waiting[next] ??= []).push(reached);
      }
    }
  }
  return null;
}

function stepsBack(from, end) {
  const steps = [];
  for (let at = end; from.get(at); at = other(from.get(at), at)) steps.unshift({ edge: from.get(at), node: at });
  return steps;
}

function showPath(start, end) {
  const steps = shortestPath(start, end);
  if (!steps) {
    toast(say("path-none"));
    change({ start: null });
    return;
  }
  const list = [start, ...steps.map((step) => step.node)];
  const text = say("path-text", { from: nodes[start].label, to: nodes[end].label, n: steps.length });
  const lit = { nodes: new Set(list), edges: new Set(steps.map((s) => s.edge.i)), text, kind: "path", list };
  change({ ...placeFor(list), selected: { node: end }, start: null, lit, place: true });
  fit(lit.nodes, 1.5);
}

// What a plan rests on and what rests on it, up to the chosen number of steps, among dependencies.
function upAndDown(start) {
  const found = { nodes: new Set([start]), edges: new Set() };
  const stated = (edge) => edge.type === "DEPENDS_ON" || edge.type === "ASSOCIATED_WITH";
  for (const [way, most] of [["out", state.steps[0]], ["in", state.steps[1]]]) {
    let front = [start];
    for (let step = 0; step < most && front.length; step += 1) {
      const next = [];
      for (const at of front) {
        for (const edge of nodes[at][way].filter(stated)) {
          found.edges.add(edge.i);
          const end = other(edge, at);
          if (!found.nodes.has(end)) next.push(end);
          found.nodes.add(end);
        }
      }
      front = next;
    }
  }
  return found;
}
