// The map itself: what of the graph is shown, drawn by vis-network's canvas and camera.
const shown = { nodes: new Set(), edges: [], layout: 0, hot: null };
let network = null;
let moving = 0;
const items = new vis.DataSet();

const placesNow = () => data.places[shown.layout];

function wanted() {
  const found = new Set();
  for (const node of nodes) {
    const on = state.kinds.has(node.kind) || state.unfolded.has(node.i);
    const lit = state.lit && state.lit.nodes.has(node.i);
    if ((on || lit) && (state.mode === "fade" || passes(node.i) || lit)) found.add(node.i);
  }
  if (state.selected && state.selected.node != null) found.add(state.selected.node);
  return found;
}

// Brings vis-network's nodes in line with the state; only what changed is touched.
function arrange() {
  const next = wanted();
  const layout = [...next].some((i) => PARTS.has(nodes[i].kind)) ? 1 : 0;
  const moved = layout !== shown.layout;
  const places = data.places[layout];
  const gone = [...shown.nodes].filter((i) => !next.has(i));
  const come = [...next].filter((i) => moved || !shown.nodes.has(i));
  shown.nodes = next;
  shown.layout = layout;
  shown.edges = edges.filter((edge) => next.has(edge.from) && next.has(edge.to) && edgeOn(edge));
  items.remove(gone);
  items.update(come.map((i) => ({ ...data.network.nodes[i], x: places[i][0], y: places[i][1], ctxRenderer })));
  heat();
  return moved;
}

function edgeOn(edge) {
  if (state.lit && state.lit.edges.has(edge.i)) return true;
  return state.relations.has(edge.type) && (state.mode === "fade" || edgePasses(edge));
}

// What stands out at the moment: a path, else the neighbourhood of what is selected or pointed at.
function heat() {
  const pointed = shown.pointed != null ? { node: shown.pointed } : null;
  const centre = state.selected || pointed;
  if (state.lit) shown.hot = state.lit;
  else if (!centre) shown.hot = null;
  else if (centre.edge != null) {
    const edge = edges[centre.edge];
    shown.hot = { nodes: new Set([edge.from, edge.to]), edges: new Set([edge.i]) };
  } else shown.hot = neighbourhood(centre.node);
}

function neighbourhood(i) {
  const found = { nodes: new Set([i]), edges: new Set() };
  for (const edge of [...nodes[i].out, ...nodes[i].in]) {
    if (edge.type !== "HAS_PART" && !state.relations.has(edge.type)) continue;
    found.nodes.add(other(edge, i));
    found.edges.add(edge.i);
  }
  for (let above = wholeOf(i); above !== null; above = wholeOf(above)) found.nodes.add(above);
  return found;
}

function look(i, scale) {
  const hot = shown.hot;
  const lit = hot !== null && hot.nodes.has(i);
  return {
    scale,
    lit: lit && state.lit !== null,
    selected: state.selected !== null && state.selected.node === i,
    faded: !lit && (hot !== null || !passes(i)),
  };
}

function strength(edge) {
  if (shown.hot) return shown.hot.edges.has(edge.i) ? 2 : 0;
  return edgePasses(edge) && passes(edge.from) && passes(edge.to) ? 1 : 0;
}

function ctxRenderer({ ctx, id }) {
  const place = placesNow()[id];
  return {
    drawNode: () => paintNode(ctx, nodes[id], place, look(id, network.getScale())),
    nodeDimensions: { width: place[2], height: place[3] },
  };
}

function paintBehind(context) {
  paintRegions(context, data.regions[shown.layout]);
  if (moving && shown.edges.length > MANY_EDGES) return;
  paintEdges(context, shown.edges, placesNow(), { strength });
}

// The part of the plane that the shown nodes take: left, top, right, bottom.
function extent(of = shown.nodes) {
  const found = [Infinity, Infinity, -Infinity, -Infinity];
  for (const i of of) {
    const [x, y, w, h] = placesNow()[i];
    found[0] = Math.min(found[0], x - w / 2);
    found[1] = Math.min(found[1], y - h / 2);
    found[2] = Math.max(found[2], x + w / 2);
    found[3] = Math.max(found[3], y + h / 2);
  }
  return found;
}

function fit(of = shown.nodes, most = 2.2, animate = true) {
  if (!of.size) return;
  const [left, top, right, bottom] = extent(of);
  const box = byName("map");
  const room = 14;
  const scale = Math.min(
    (box.clientWidth - room) / (right - left + 4),
    (box.clientHeight - room) / (bottom - top + 4),
    most,
  );
  camera({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale: Math.max(scale, 0.02) }, animate);
}

const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
function camera(view, animate = true) {
  const animation = animate && !calm.matches ? { duration: 250, easingFunction: "easeInOutQuad" } : false;
  network.moveTo({ ...view, animation });
}

// Brings a node before the eyes; a small or hidden one is made large enough to read.
function lookAt(i) {
  const [x, y] = placesNow()[i];
  camera({ position: { x, y }, scale: Math.max(network.getScale(), 1) });
}

function startBoard() {
  const options = structuredClone(data.network.options);
  arrange();
  network = new vis.Network(byName("map"), { nodes: items, edges: new vis.DataSet() }, options);
  const redraw = () => network.redraw();
  network.on("beforeDrawing", paintBehind);
  network.on("click", (event) => clicked(event));
  network.on("doubleClick", (event) => { if (event.nodes.length) toggleFold(event.nodes[0]); });
  network.on("hoverNode", ({ node }) => { if (!moving) { shown.pointed = node; heat(); redraw(); } });
  network.on("blurNode", () => { shown.pointed = null; heat(); redraw(); });
  network.on("dragStart", () => { moving += 1; });
  network.on("dragEnd", () => { moving = 0; redraw(); });
  let calmDown = 0;
  network.on("zoom", () => {
    moving = 1;
    clearTimeout(calmDown);
    calmDown = setTimeout(() => { moving = 0; redraw(); }, 180);
  });
  night.addEventListener("change", () => { palettes.clear(); redraw(); });
  onChange((changes) => {
    if ("view" in changes && Object.keys(changes).length === 1) return;
    const anchor = state.selected && state.selected.node != null ? state.selected.node : null;
    if (arrange() && !("place" in changes)) {
      if (anchor === null) fit(shown.nodes, 2.2, false);
      else fit(new Set([anchor, ...[...state.unfolded].filter((i) => nodes[i].plans.includes(nodes[anchor].plans[0]))]), 1.3, false);
    }
    network.redraw();
  });
  fit(shown.nodes, 2.2, false);
}

function clicked(event) {
  if (event.nodes.length) {
    select({ node: event.nodes[0] });
    return;
  }
  const { x, y } = event.pointer.canvas;
  const near = edgeAt(x, y, 5 / network.getScale());
  if (near) select({ edge: near.i });
  else if (state.selected || state.lit) select(null);
}

// The shown relation that passes within a distance of a point.
function edgeAt(x, y, most) {
  const places = placesNow();
  let best = null;
  let least = most;
  for (const edge of shown.edges) {
    if (shown.hot && !shown.hot.edges.has(edge.i) && strength(edge) === 0) continue;
    const [ax, ay] = places[edge.from];
    const [bx, by] = places[edge.to];
    const length = (bx - ax) ** 2 + (by - ay) ** 2 || 1;
    const at = Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
    const distance = Math.hypot(ax + at * (bx - ax) - x, ay + at * (by - ay) - y);
    if (distance < least) [best, least] = [edge, distance];
  }
  return best;
}
