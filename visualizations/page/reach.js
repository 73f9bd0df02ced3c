// Selecting, unfolding, and two walks over the graph: what a change affects, and the shortest path.
const HUBS = new Set(["Municipality", "PlanDocument", "Channel", "SdgTarget"]);

function select(selected) {
  change({ selected, lit: null });
}

// To a node from anywhere in the page: the map, the node selected and in sight.
function go(i) {
  if (state.view !== "map") change({ view: "map" });
  change({ selected: { node: i }, lit: null, place: true });
  lookAt(i);
}

const foldable = (i) => neighboursOf(i).filter((n) => !state.kinds.has(nodes[n].kind));
const isUnfolded = (i) => foldable(i).some((n) => state.unfolded.has(n));

// What unfolds from a node: its neighbours; from a plan or an action all of their parts too.
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
  const unfolded = new Set(state.unfolded);
  const fold = isUnfolded(i);
  for (const next of foldable(i)) fold ? unfolded.delete(next) : unfolded.add(next);
  change({ unfolded, unfoldedAt: fold ? null : i, selected: { node: i }, lit: null, place: true });
  if (fold) lookAt(i, false);
  else fit(new Set([i, ...neighboursOf(i).filter((n) => shown.docked.has(n) || (PARTS.has(nodes[n].kind) && nodes[n].plans.includes(i)))]), 1.3, false);
}

// The nodes that a change at a node reaches: each relation says which way it carries a change.
function impactOf(start) {
  const found = { nodes: new Set([start]), edges: new Set(), from: new Map() };
  let front = [start];
  while (front.length) {
    const next = [];
    for (const at of front) {
      for (const edge of affectedBy(at)) {
        const reached = other(edge, at);
        if (found.nodes.has(reached)) continue;
        found.nodes.add(reached);
        found.edges.add(edge.i);
        found.from.set(reached, edge);
        next.push(reached);
      }
    }
    front = next;
  }
  return found;
}

function affectedBy(at) {
  const up = PARTS.has(nodes[at].kind);
  const down = ["PlanDocument", "Goal", "Initiative"].includes(nodes[at].kind);
  const carried = (edge) => relations.get(edge.type).carries;
  return [
    ...nodes[at].in.filter((edge) => carried(edge) === "in" || (carried(edge) === "both" && up)),
    ...nodes[at].out.filter((edge) => carried(edge) === "out" || (carried(edge) === "both" && down)),
  ];
}

function showImpact(i) {
  const found = impactOf(i);
  const plans = [...found.nodes].filter((n) => nodes[n].kind === "Plan" && n !== i);
  const told = say(plans.length ? "impact-told" : "impact-none", { name: nodes[i].label, n: plans.length });
  change({ selected: { node: i }, lit: { ...found, told, kind: "impact", list: plans }, place: true });
  fit(found.nodes, 1.5);
}

// The fewest steps between two nodes; no path leads through what nearly all plans share.
function shortestPath(start, end) {
  const from = new Map([[start, null]]);
  let front = [start];
  while (front.length && !from.has(end)) {
    const next = [];
    for (const at of front) {
      if (at !== start && HUBS.has(nodes[at].kind)) continue;
      for (const edge of [...nodes[at].out, ...nodes[at].in]) {
        const reached = other(edge, at);
        if (from.has(reached)) continue;
        from.set(reached, edge);
        next.push(reached);
      }
    }
    front = next;
  }
  if (!from.has(end)) return null;
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
  const told = say("path-told", { from: nodes[start].label, to: nodes[end].label, n: steps.length });
  const lit = { nodes: new Set(list), edges: new Set(steps.map((s) => s.edge.i)), told, kind: "path", list };
  change({ selected: { node: end }, start: null, lit, place: true });
  fit(lit.nodes, 1.5);
}
