// Room beneath a plan for the nodes that unfold from it: its row grows, and everything below moves down.
const ROOM = 5; // between what stands beneath a plan
const WHOLE = [-Infinity, 0, Infinity, 0]; // of a single document, which has no box of its own

// The boxes of documents and goals of an arrangement, if it has them: {document, goal}.
function groundsIn(regions) {
  const documents = regions.filter(({ level }) => level === 0).map(({ box }) => box);
  const goals = regions.filter(({ level }) => level === 1).map(({ box }) => ({ document: documents.find((each) => within0(each, box[0] + 1, box[1] + 1)) || WHOLE, goal: box }));
  return [...documents.map((document) => ({ document, goal: null })), ...goals];
}
const within0 = (box, x, y) => box[0] <= x && x <= box[0] + box[2] && box[1] <= y && y <= box[1] + box[3];
const sumOf = (list) => list.reduce((sum, each) => sum + each.extra, 0);

// An arrangement with lists of nodes beneath some plans.
function withRoom(beneath, base = { places: data.places, regions: data.regions, copies: [] }) {
  if (!beneath.size) return { places: [...base.places], regions: base.regions, copies: base.copies };
  const grounds0 = groundsIn(base.regions);
  const groundOf = (x, y) => grounds0.find(({ goal }) => goal && within0(goal, x, y)) || grounds0.find(({ document, goal }) => !goal && within0(document, x, y)) || null;
  const floor0 = Math.max(0, ...grounds0.map(({ document, goal }) => { const box = goal || document; return box[1] + box[3]; }));
  const columns = openedRows(beneath, base, groundOf);
  const documents = [...new Set(grounds0.map(({ document }) => document))];
  const needed = (document) => Math.max(0, ...[...columns.values()].filter((rows) => rows[0].document === document).map(sumOf));
  const bands = [...new Set(documents.map((document) => document[1]))].map((top) =>
    ({ top, extra: Math.max(...documents.filter((document) => document[1] === top).map(needed)) }));
  const above = (document) => sumOf(bands.filter(({ top }) => top < document[1]));
  const shift = (x, y, ground = groundOf(x, y)) => {
    if (!ground) return y > floor0 ? sumOf(bands) : 0;
    const rows = (ground.goal && columns.get(columnOf(ground))) || [];
    return above(ground.document) + sumOf(rows.filter((row) => row.y < y));
  };
  const places = base.places.map(([x, y, w, h]) => [x, y + shift(x, y), w, h]);
  const copies = base.copies.map((copy) => ({ ...copy, box: [copy.box[0], copy.box[1] + shift(copy.box[0], copy.box[1]), copy.box[2], copy.box[3]] }));
  for (const [plan, list] of beneath) stack(places, plan, list);
  const regions = base.regions.map((region) => {
    const [x, y, w, h] = region.box;
    if (region.level === 0) return { ...region, box: [x, y + above(region.box), w, h + needed(region.box)] };
    if (region.level === 3) return { ...region, box: [x, y + sumOf(bands), w, h] };
    const ground = groundOf(x + 1, y + 1);
    const top = shift(x, y, ground);
    return { ...region, box: [x, y + top, w, h + shift(x, y + h, ground) - top] };
  });
  return { places, regions, copies };
}

// Goals of one document above each other are a column.
const columnOf = ({ document, goal }) => `${document.join()}:${goal[0]}`;

// By column, the rows of plans that open: where each ends, and by how much it grows.
function openedRows(beneath, base, groundOf) {
  const columns = new Map();
  for (const [plan, list] of beneath) {
    const [x, y, , h] = base.places[plan];
    const ground = groundOf(x, y);
    if (!ground || !ground.goal) continue;
    const key = columnOf(ground);
    if (!columns.has(key)) columns.set(key, []);
    const rows = columns.get(key);
    let row = rows.find((each) => each.y === y + h / 2);
    if (!row) rows.push(row = { y: y + h / 2, extra: 0, document: ground.document });
    row.extra = Math.max(row.extra, list.reduce((sum, i) => sum + sizeOf(i, base.places)[3] + ROOM / 2, 2 * ROOM));
  }
  return columns;
}

// A node without a place in an arrangement has its size from the arrangement by goal, which has all.
const sizeOf = (i, places) => places[i] || data.places[i];

function stack(places, plan, list) {
  const [x, y, w, h] = places[plan];
  let top = y + h / 2 + ROOM;
  for (const i of list) {
    const [, , width, height] = sizeOf(i, places);
    const middle = PARTS.has(nodes[i].kind) ? x + w / 2 - width / 2 : x - w / 2 + 8 + width / 2;
    places[i] = [middle, top + height / 2, width, height];
    top += height + ROOM / 2;
  }
}

// The nodes beneath each plan at the moment: its visible parts, in the order of the page,
// and, for an unfolded plan, the nodes that it shares with others.
function beneathPlans(next) {
  const found = new Map();
  for (const [plan, parts] of data.parts) {
    if (!next.has(plan)) continue;
    const list = parts.filter((i) => next.has(i));
    if (list.length) found.set(plan, list);
  }
  if (!opensBeneath()) return new Map();
  const anchor = state.unfoldedAt;
  if (anchor !== null && nodes[anchor].kind === "Plan" && next.has(anchor)) found.set(anchor, [...(found.get(anchor) || []), ...unfoldedBeside(next)]);
  return found;
}
