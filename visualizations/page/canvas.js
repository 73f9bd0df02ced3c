// The map itself: the part of the graph that is shown, drawn by vis-network's canvas and camera.
const shown = { nodes: new Set(), edges: [], layout: "", hot: null, places: data.places, regions: data.regions, copies: [], routes: new Map(), docked: new Map(), size: [0, 0] };
let network = null;
let moving = 0;
const SMALL = 0.95;
const LEGIBLE = 0.5;
const NARROWEST = 0.7; // on a phone
const FILMED = 60; // boxes from which one picture of them is zoomed instead of each
const HEADINGS = new Set(["PlanDocument", "Goal", "Initiative"]); // faded, never hidden: their regions stay
const items = new vis.DataSet();

const placesNow = () => shown.places;

function wanted() {
  const found = new Set();
  const beside = new Set(state.unfoldedAt === null ? [] : neighboursOf(state.unfoldedAt));
  for (const node of nodes) {
    const on = state.kinds.has(node.kind) || state.unfolded.has(node.i);
    const lit = state.lit && state.lit.nodes.has(node.i);
    if (on && !lit && isWithoutGround(node)) continue;
    if (!(on || lit) || !(stands(node.i) || (beside.has(node.i) && state.unfolded.has(node.i)))) continue;
    if (state.mode === "fade" || HEADINGS.has(node.kind) || passes(node.i) || lit) found.add(node.i);
  }
  const selected = state.selected ? state.selected.node : null;
  if (selected != null && stands(selected)) found.add(selected);
  return found;
}

// A level between the one that has a region and the plans: the details and the line on top name it.
const grounded = new Set(data.regions.map((region) => region.node));
const isWithoutGround = (node) => node.kind === "Initiative" && !grounded.has(node.i);

// Updates vis-network's nodes from the state; only changed nodes are updated.
function arrange() {
  const next = wanted();
  openRound();
  const beneath = beneathPlans(next);
  const closed = closedUp(arrangementNow());
  const gaps = state.mode === "hide" && kept !== null ? [...kept].join() : "";
  const layout = [state.arrangement, gaps, [...state.closed].join(), ...beneath].join(";");
  const moved = layout !== shown.layout;
  const before = shown.docked;
  const { places, regions, copies } = withRoom(beneath, closed);
  if (closed !== arrangementNow()) for (const i of next) if (isGone(i, closed) || closed.hidden.has(i)) next.delete(i);
  shown.docked = docked(next, places, new Set([...beneath.values()].flat()));
  for (const [i, place] of shown.docked) places[i] = place;
  Object.assign(shown, { places, regions, routes: closed.routes });
  items.remove(shown.copies.map((copy) => `c${copy.at}`));
  shown.copies = copies.filter((copy) => !copy.gone && next.has(copy.i));
  const gone = [...shown.nodes].filter((i) => !next.has(i));
  const come = [...next].filter((i) => moved || !shown.nodes.has(i) || before.has(i) || shown.docked.has(i));
  shown.nodes = next;
  shown.layout = layout;
  shown.edges = edges.filter((edge) => next.has(edge.from) && next.has(edge.to) && edgeOn(edge));
  items.remove(gone);
  items.update(come.map((i) => ({ ...data.network.nodes[i], x: places[i][0], y: places[i][1], ctxRenderer })));
  items.update(shown.copies.map((copy) => ({ ...data.network.nodes[copy.i], id: `c${copy.at}`, x: copy.box[0], y: copy.box[1], ctxRenderer: copyRenderer(copy) })));
  heat();
  return moved;
}

// A heading is shown with its region.
function isGone(i, closed) {
  const headed = arrangementNow().regions.some((region) => region.node === i && region.level > 0);
  return headed && !closed.regions.some((region) => region.node === i);
}

// The node of an id in vis-network: a number, or a copy of a node (c3).
const nodeAt = (id) => (typeof id === "string" ? arrangementNow().copies[Number(id.slice(1))].i : id);

// The places where a node is painted: its own and those of its copies.
function* paintings(list = shown.nodes) {
  for (const i of list) yield { i, box: placesNow()[i], why: "" };
  for (const copy of shown.copies) if (list === shown.nodes || list.has(copy.i)) yield copy;
}

// Shared nodes stand in a band of their kind; where only one node is unfolded, they are placed
// beside that node.
function unfoldedBeside(next) {
  return neighboursOf(state.unfoldedAt).filter((i) => next.has(i) && state.unfolded.has(i) && !state.kinds.has(nodes[i].kind) && !PARTS.has(nodes[i].kind));
}

// Beside a node without room beneath it, over faded nodes.
function docked(next, places, beneath) {
  const found = new Map();
  besideItsPlans(next, places, found);
  const anchor = state.unfoldedAt;
  if (anchor === null) return found;
  const near = unfoldedBeside(next).filter((i) => !beneath.has(i));
  const [x, y, w, h] = places[anchor];
  const left = x < 250;
  let top = y - h / 2;
  for (const i of near) {
    const [, , width, height] = sizeOf(i, places);
    found.set(i, [left ? x + w / 2 + 46 + width / 2 : x - w / 2 - 46 - width / 2, top + height / 2, width, height]);
    top += height + 5;
  }
  return found;
}

function edgeOn(edge) {
  if (state.lit && state.lit.edges.has(edge.i)) return true;
  if (state.selected && state.selected.edge === edge.i) return true;
  if (isFaint(edge)) return false;
  if (arrangementNow().relations.size && !shown.routes.has(edge.i) && !arrangementNow().relations.has(edge.type)) return false;
  return state.relations.has(edge.type) && (state.mode === "fade" || edgePasses(edge));
}

// By default only strong inferred relations: the weak ones would connect everything.
function isFaint(edge) {
  const asked = state.selected && [edge.from, edge.to].includes(state.selected.node);
  return edge.facts.strength === "weak" && !asked;
}

// The highlighted nodes: a path, else the neighbourhood of the node selected or under the pointer.
function heat() {
  const pointed = shown.pointed != null ? { node: shown.pointed } : null;
  const centre = state.selected || pointed;
  if (state.lit) shown.hot = state.lit;
  else if (!centre) shown.hot = null;
  else if (centre.edge != null) {
    const edge = edges[centre.edge];
    shown.hot = { nodes: new Set([edge.from, edge.to]), edges: new Set([edge.i]) };
  } else shown.hot = state.arrangement === "dependency" ? upAndDown(centre.node) : neighbourhood(centre.node);
}

function neighbourhood(i) {
  const found = { nodes: new Set([i]), edges: new Set() };
  for (const edge of [...nodes[i].out, ...nodes[i].in]) {
    if (isFaint(edge) || (edge.type !== "HAS_PART" && !state.relations.has(edge.type))) continue;
    found.nodes.add(other(edge, i));
    found.edges.add(edge.i);
  }
  if (nodes[i].kind === "Plan" || nodes[i].kind === "Action" || nodes[i].kind === "Component") {
    for (const part of neighboursOf(i)) {
      if (!PARTS.has(nodes[part].kind) || !nodes[part].plans.some((plan) => nodes[i].plans.includes(plan))) continue;
      found.nodes.add(part);
      for (const edge of nodes[part].in) if (edge.type === "HAS_PART" || edge.type === "MEASURED_BY") found.edges.add(edge.i);
    }
  }
  for (let above = wholeOf(i); above !== null; above = wholeOf(above)) found.nodes.add(above);
  return found;
}

// Pointing only highlights a neighbourhood; selecting also fades the rest.
const pointing = () => state.lit === null && state.selected === null;

function look(i, scale) {
  const hot = shown.hot;
  const lit = hot !== null && hot.nodes.has(i);
  return {
    scale,
    lit: lit && (state.lit !== null || pointing()),
    selected: state.selected !== null && state.selected.node === i,
    faded: (!lit && ((hot !== null && !pointing()) || !passes(i))) || surrounds(i),
  };
}

// The plans that only surround the chosen ones.
const surrounds = (i) => chosenPlans !== null && nodes[i].kind === "Plan" && !chosenPlans.has(i) && !(shown.hot !== null && shown.hot.nodes.has(i));

function strength(edge) {
  if (shown.hot && shown.hot.edges.has(edge.i)) return 2;
  if (state.lines === "hot") return -1;
  if (shown.hot && !pointing()) return 0;
  return edgePasses(edge) && passes(edge.from) && passes(edge.to) ? 1 : 0;
}

const copyRenderer = (copy) => ({ ctx }) => ({
  drawNode: () => film || paintNode(ctx, nodes[copy.i], copy.box, { ...look(copy.i, network.getScale()), why: copy.why }),
  nodeDimensions: { width: copy.box[2], height: copy.box[3] },
});

function ctxRenderer({ ctx, id }) {
  const place = placesNow()[id];
  return {
    drawNode: () => film || paintNode(ctx, nodes[id], place, look(id, network.getScale())),
    nodeDimensions: { width: place[2], height: place[3] },
  };
}

function paintBehind(context) {
  if (!paintFilm(context)) paintGround(context);
}

function paintGround(context) {
  paintRegions(context, shown.regions);
  if (moving && shown.edges.length > MANY_EDGES) return;
  paintEdges(context, shown.edges, placesNow(), { strength });
}

// Highlighted nodes are painted again on top.
function paintFront(context, scale = network.getScale()) {
  const front = state.lit ? state.lit.nodes : new Set(shown.docked.keys());
  for (const { i, box, why } of paintings(front)) if (shown.nodes.has(i)) paintNode(context, nodes[i], box, { ...look(i, scale), why });
}

// The extent of nodes: left, top, right, bottom; by default of all that is shown, with its regions.
function extent(of = shown.nodes) {
  const boxes = [...paintings(of)].filter(({ box }) => box).map(({ box: [x, y, w, h] }) => [x - w / 2, y - h / 2, w, h]);
  if (of === shown.nodes) boxes.push(...shown.regions.filter(isShown).map((region) => region.box));
  const found = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y, w, h] of boxes) {
    found[0] = Math.min(found[0], x);
    found[1] = Math.min(found[1], y);
    found[2] = Math.max(found[2], x + w);
    found[3] = Math.max(found[3], y + h);
  }
  return found;
}

const isShown = (region) => region.level !== 3 || state.kinds.has(region.kind);

// How much of the map is covered: by the banner at its top, on a phone by the details below.
function covered() {
  const banner = byName("banner");
  const details = byName("details");
  const over = !details.hidden && getComputedStyle(details).position === "absolute";
  return { top: banner.hidden ? 0 : banner.offsetHeight + 12, bottom: over ? details.offsetHeight : 0 };
}

function fit(of = shown.nodes, most = 2.2, animate = true) {
  if (!of.size) return;
  const [left, top, right, bottom] = extent(of);
  const box = byName("map");
  const room = 14;
  const over = covered();
  const scale = Math.max(0.02, Math.min(
    (box.clientWidth - room) / (right - left + 4),
    (box.clientHeight - room - over.top - over.bottom) / (bottom - top + 4),
    most,
  ));
  camera({ position: { x: (left + right) / 2, y: (top + bottom) / 2 + (over.bottom - over.top) / 2 / scale }, scale }, animate);
}

const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
const watchers = []; // called when the camera is moved
function camera(view, animate = true) {
  const animation = animate && !calm.matches ? { duration: 250, easingFunction: "easeInOutQuad" } : false;
  network.moveTo({ ...view, animation });
  for (const listener of watchers) listener();
}

// Moves the whole selection into the free part of the map, if it is not there.
// It waits for a possible second click, which would otherwise hit another node.
let bringing = 0;
function bringInSight() {
  clearTimeout(bringing);
  const { selected } = state;
  bringing = setTimeout(() => {
    if (state.selected !== selected || !selected || !shown.hot) return;
    const around = new Set([...shown.hot.nodes].filter((i) => shown.nodes.has(i) && !HEADINGS.has(nodes[i].kind)));
    if (selected.node != null && shown.nodes.has(selected.node)) around.add(selected.node);
    if (!around.size || isInView(extent(around))) return;
    fit(around, network.getScale());
  }, 320);
}

function isInView([left, top, right, bottom]) {
  const box = byName("map");
  const over = covered();
  const [a, b] = [network.canvasToDOM({ x: left, y: top }), network.canvasToDOM({ x: right, y: bottom })];
  return a.x >= -2 && a.y >= over.top - 2 && b.x <= box.clientWidth + 2 && b.y <= box.clientHeight - over.bottom + 2;
}

// Moves the camera to a node and makes it large enough to read.
function lookAt(i, animate = true, least = 1) {
  if (!placesNow()[i]) return;
  const [x, y] = placesNow()[i];
  const scale = Math.max(network.getScale(), least);
  const [left, top, right, bottom] = extent();
  const box = byName("map");
  const over = covered();
  const down = over.bottom / 2 / scale;
  camera({ position: { x: within(x, left, right, box.clientWidth / scale), y: down + within(y, top, bottom, (box.clientHeight - over.bottom) / scale) }, scale }, animate);
}

// The centre of a view of that size that shows a point with as little empty ground as possible.
function within(at, from, to, size) {
  if (to - from <= size) return (from + to) / 2;
  return Math.min(Math.max(at, from + size / 2 - 10), to - size / 2 + 10);
}

function startBoard() {
  const options = structuredClone(data.network.options);
  arrange();
  network = new vis.Network(byName("map"), { nodes: items, edges: new vis.DataSet() }, options);
  const redraw = () => network.redraw();
  network.on("beforeDrawing", paintBehind);
  network.on("afterDrawing", (context) => { if (!film) { paintFront(context); paintNotes(context, shown.regions); } });
  network.on("click", (event) => clicked(event));
  network.on("doubleClick", (event) => {
    if (event.nodes.length && !markAt(event.pointer.canvas.x, event.pointer.canvas.y)) toggleFold(nodeAt(event.nodes[0]));
  });
  network.on("hoverNode", ({ node }) => { if (!moving) { shown.pointed = nodeAt(node); heat(); redraw(); } });
  network.on("blurNode", () => { shown.pointed = null; heat(); redraw(); });
  network.on("dragStart", () => {
    moving = 1;
    film = filmed(network.getScale(), network.getViewPosition());
  });
  network.on("dragEnd", () => { moving = 0; film = null; redraw(); });
  let calmDown = 0;
  network.on("zoom", () => {
    moving = 1;
    if (!film && shown.nodes.size + shown.copies.length > FILMED) film = filmed(network.getScale(), network.getViewPosition());
    clearTimeout(calmDown);
    calmDown = setTimeout(() => { moving = 0; film = null; redraw(); }, 180);
  });
  night.addEventListener("change", () => { palettes.clear(); redraw(); });
  shown.size = [byName("map").clientWidth, byName("map").clientHeight];
  new ResizeObserver(resized).observe(byName("map"));
  onChange((changes, placed) => {
    resized();
    if ("view" in changes && Object.keys(changes).length === 1) return;
    const anchor = state.selected && state.selected.node != null ? state.selected.node : null;
    const moved = arrange();
    if (!placed) {
      if ("arrangement" in changes) opening();
      else if (moved && anchor !== null && stands(anchor)) lookAt(anchor, false);
      else if (moved || "kinds" in changes) opening();
      else if ("selected" in changes && state.selected) bringInSight();
    }
    network.redraw();
  });
  opening();
}

// After a resize the scale, and the left and upper edge of the view, stay the same.
function resized() {
  const box = byName("map");
  const [width, height] = [box.clientWidth, box.clientHeight];
  if (!width || (width === shown.size[0] && height === shown.size[1])) return;
  const scale = network.getScale();
  const { x, y } = network.getViewPosition();
  const [wider, higher] = [width - shown.size[0], height - shown.size[1]];
  shown.size = [width, height];
  network.setSize("100%", "100%");
  network.moveTo({ position: { x: x + wider / 2 / scale, y: y + higher / 2 / scale }, scale });
  network.redraw();
}

// The whole map. If that is too small to read, its beginning: on a small screen its first column as
// wide as the screen, else as wide as the map.
function opening() {
  fit(shown.nodes, 2.2, false);
  const box = byName("map");
  const [left, top, right] = extent();
  const wide = Math.min(SMALL, (box.clientWidth - 14) / (right - left + 4));
  const column = shown.regions.find(({ level }) => level === 1);
  const narrow = column ? Math.min(SMALL, Math.max(NARROWEST, (box.clientWidth - 12) / (column.box[2] + 12))) : SMALL;
  const scale = box.clientWidth < 600 ? narrow : network.getScale() < LEGIBLE ? wide : 0;
  if (network.getScale() >= scale) return;
  camera({ position: { x: left - 8 / scale + box.clientWidth / 2 / scale, y: top - 8 / scale + box.clientHeight / 2 / scale }, scale }, false);
}

function clicked(event) {
  const region = markAt(event.pointer.canvas.x, event.pointer.canvas.y);
  if (region) {
    toggleRegion(region);
    return;
  }
  if (event.nodes.length) {
    select({ node: nodeAt(event.nodes[0]) });
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
    if (strength(edge) <= 0) continue;
    const corners = shown.routes.get(edge.i) || [places[edge.from], places[edge.to]];
    for (let at = 1; at < corners.length; at += 1) {
      const far = apart(corners[at - 1], corners[at], x, y);
      if (far < least) [best, least] = [edge, far];
    }
  }
  return best;
}

// How far a point is from the stretch between two others.
function apart([ax, ay], [bx, by], x, y) {
  const length = (bx - ax) ** 2 + (by - ay) ** 2 || 1;
  const at = Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
  return Math.hypot(ax + at * (bx - ax) - x, ay + at * (by - ay) - y);
}
