// Closed regions, of which only the heading shows: goals, levels, divisions, departments, themes. It
// shows how many plans it holds and of which colours; a click on its mark opens it again.
const STRIP = 9; // height of the colours beneath a closed heading
const MARK = 20; // width of the mark at the right of a heading, to click
const READABLE = 0.6; // below this scale the deepest level is closed at first

// The key of a region in the state and the address: its node, or the words of its heading.
const regionKey = (region) => (region.node === null ? region.text : nodes[region.node].id);
const isClosable = (region) => region.level !== 3 && region.level !== 0 && Boolean(regionKey(region));
const isClosed = (region) => isClosable(region) && state.closed.has(regionKey(region));

const blockKey = ({ node, text, level }) => `${node}:${text || ""}:${level}`;
const blockOf = (region) => treeOf(arrangementNow()).named.get(blockKey(region)) || null;

// The plans within a block, each once.
function plansWithin(block) {
  if (!block.all) {
    const own = block.region.kind === "Plan" ? [block.region.node] : block.members.filter(({ i }) => nodes[i].kind === "Plan").map(({ i }) => i);
    block.all = [...new Set([...own, ...block.within.flatMap(plansWithin)])];
  }
  return block.all;
}

// The blocks around a node in the current arrangement, the outermost last.
function blocksRound(i) {
  const found = treeOf(arrangementNow()).all.find((block) => block.members.some((member) => member.i === i && !member.copy) || block.heading === i);
  const round = [];
  for (let at = found && found.heading === i ? found.above : found; at; at = at.above) round.push(at);
  return round;
}

// A closed region never hides what is selected or lit, nor the plans of a selected department or theme.
function openRound() {
  const { selected, lit } = state;
  const list = lit ? [...lit.nodes] : [];
  if (selected && selected.edge != null) list.push(edges[selected.edge].from, edges[selected.edge].to);
  if (selected && selected.node != null) list.push(selected.node, ...(isShared(selected.node) ? plansHeld(selected.node) : []));
  for (const i of list) for (const { region } of blocksRound(i)) state.closed.delete(regionKey(region));
}

// The region with this node as its heading, in the current arrangement.
const regionOf = (i) => arrangementNow().regions.find((region) => region.node === i && isClosable(region)) || null;

const isShared = (i) => !HEADINGS.has(nodes[i].kind) && !PARTS.has(nodes[i].kind) && nodes[i].kind !== "Plan" && nodes[i].kind !== "Municipality";

function toggleRegion(region) {
  const closed = new Set(state.closed);
  const key = regionKey(region);
  if (!closed.delete(key)) {
    closed.add(key);
    const block = blockOf(region);
    const inside = new Set(membersWithin(block));
    if (state.selected && inside.has(state.selected.node)) Object.assign(state, { selected: null, lit: null });
  }
  change({ closed, place: true });
  if (!isInView(extent())) opening();
}

const membersWithin = (block) => [...block.members.map(({ i }) => i), ...block.within.flatMap((each) => [each.heading, ...membersWithin(each)])];

// The levels of regions in the current arrangement, from the outermost: [[name, level], …].
function regionLevels() {
  const levels = new Map();
  for (const region of arrangementNow().regions) if (isClosable(region) && !levels.has(region.level)) levels.set(region.level, levelName(region));
  return [...levels].sort(([a], [b]) => a - b).map(([level, name]) => [name, level]);
}

const levelName = (region) => (region.node !== null && nodes[region.node].facts.level && nodes[region.node].kind !== "Department" ? nodes[region.node].facts.level : kinds.get(region.kind).label);

// The regions to close for a level: all of that level and below.
function closedFrom(level) {
  return new Set(arrangementNow().regions.filter((region) => isClosable(region) && region.level >= level).map(regionKey));
}

// Closes as many of the deepest levels as needed to read the rest on a laptop; never the outermost.
const firstClosed = new Map();
function closedAtFirst(name) {
  if (firstClosed.has(name)) return firstClosed.get(name);
  const levels = [...new Set(arrangements.get(name).regions.filter(isClosable).map(({ level }) => level))].sort((a, b) => b - a);
  const before = [state.arrangement, state.closed, kept];
  [state.arrangement, state.closed, kept] = [name, new Set(), null];
  for (const level of levels.slice(0, -1)) {
    if (scaleOf(closedUp(arrangementNow()).regions) >= READABLE) break;
    state.closed = closedFrom(level);
  }
  firstClosed.set(name, state.closed);
  [state.arrangement, state.closed, kept] = before;
  return firstClosed.get(name);
}

function scaleOf(regions) {
  const [left, top, right, bottom] = regions.filter(({ level }) => level !== 3).reduce(([l, t, r, b], { box: [x, y, w, h] }) => [Math.min(l, x), Math.min(t, y), Math.max(r, x + w), Math.max(b, y + h)], [Infinity, Infinity, -Infinity, -Infinity]);
  return right > left ? Math.min(CLOSE.target[0] / (right - left), CLOSE.target[1] / (bottom - top)) : 1;
}

// The region whose mark is at a point of the map.
function markAt(x, y) {
  const found = shown.regions.filter((region) => isClosable(region) && isShown(region) && inside(markBox(region), [x, y]));
  return found[found.length - 1] || null;
}

const headHeight = (region) => { const at = region.node === null ? null : placesNow()[region.node]; return at ? at[3] : 18; };
const markBox = (region) => [region.box[0] + region.box[2] - MARK - noteWidth(region), region.box[1], MARK + noteWidth(region), headHeight(region)];
const noteWidth = (region) => 7 * noteOf(region).length;

// How many plans a region holds: as its arrangement counts them, else those that pass the filters.
function noteOf(region) {
  if (region.note && kept === null) return region.note;
  return blockOf(region) ? String(plansOf(region).length) : region.note || "";
}

// At the right of each heading: how many plans it holds, and the mark that closes and opens it.
function paintNotes(context, regions) {
  context.textBaseline = "middle";
  context.textAlign = "right";
  for (const region of regions) {
    if (!isShown(region) || (!region.note && !isClosable(region))) continue;
    const [x, y, w] = region.box;
    const strong = region.node !== null && STRONG.has(kinds.get(nodes[region.node].kind).shape);
    const closed = isClosed(region);
    context.font = `600 11px ${FONT}`;
    const faded = region.node !== null && look(region.node, 1).faded;
    context.fillStyle = faded ? FADED_INK[isDark() ? "dark" : "light"] : strong ? grounds().region : grounds().ink;
    const middle = y + headHeight(region) / 2 + 1;
    context.fillText(noteOf(region), x + w - (isClosable(region) ? 21 : 9), middle);
    if (isClosable(region)) paintMark(context, x + w - 12, middle, closed);
    if (closed) paintStrip(context, region);
  }
}

// A plus in a box opens, a minus closes, as in the outline of a spreadsheet.
function paintMark(context, x, y, closed) {
  context.strokeStyle = context.fillStyle;
  context.lineWidth = 1;
  context.strokeRect(x - 4.5, y - 5, 9, 9);
  context.fillRect(x - 2.5, y - 1, 5, 1.2);
  if (closed) context.fillRect(x - 0.6, y - 2.9, 1.2, 5);
}

const plansOf = (region) => { const block = blockOf(region); return block ? plansWithin(block).filter((i) => passes(i) || state.mode === "fade") : []; };

// Below a closed heading, a bar in the colours of its plans; the more plans, the longer.
function paintStrip(context, region) {
  const plans = plansOf(region);
  if (!plans.length || !colouring) return;
  const [left, y, width, height] = region.box;
  const most = Math.max(...shown.regions.filter(isClosed).map((each) => plansOf(each).length));
  const step = (width - 12) / most;
  let x = left + 6;
  for (const entry of colouring.entries) {
    const n = plans.filter((i) => colouring.of(i) === entry).length;
    context.fillStyle = entry.colour || grounds().region;
    context.fillRect(x, y + height - STRIP + 1, n * step, STRIP - 4);
    if (!entry.colour && n) { context.strokeStyle = grounds().faint; context.lineWidth = 0.7; context.strokeRect(x, y + height - STRIP + 1, n * step, STRIP - 4); }
    x += n * step;
  }
}

// A selected department or theme whose band is hidden is placed over the first of its plans.
function besideItsPlans(next, places, found) {
  const i = state.selected ? state.selected.node : null;
  if (i == null || state.arrangement !== "goal" || !isShared(i) || state.kinds.has(nodes[i].kind) || state.unfolded.has(i)) return;
  const held = plansHeld(i).filter((plan) => next.has(plan) && places[plan]);
  if (!held.length) return;
  const [x, y, w, h] = held.map((plan) => places[plan]).reduce((a, b) => (b[1] < a[1] || (b[1] === a[1] && b[0] < a[0]) ? b : a));
  const [, , width, height] = sizeOf(i, places);
  found.set(i, [Math.max(x, x - w / 2 + width / 2), y - h / 2 - height / 2 - 2, width, height]);
}
