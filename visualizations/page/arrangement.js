// The arrangements: the places of nodes, copies of nodes, regions and lines, as computed when the map
// was written; and how the gaps close where filters leave something out.
const CLOSE = { gap: 5, region: 12, target: [1080, 660] };

function unpack(packed) {
  const plain = { ...packed, kinds: new Set(packed.kinds), relations: new Set(packed.relations) };
  if (packed.name === "goal") return { ...plain, places: data.places, regions: data.regions, copies: [], routes: new Map() };
  const places = [];
  for (const [i, ...box] of packed.places) places[i] = box;
  for (const [plan, parts] of data.parts) {
    if (!places[plan]) continue;
    for (const part of parts) places[part] ??= [places[plan][0], places[plan][1], data.places[part][2], data.places[part][3]];
  }
  const copies = packed.copies.map(([i, x, y, w, h, why], at) => ({ i, at, box: [x, y, w, h], why }));
  const routes = new Map(packed.routes.map(([edge, flat]) => [edge, flat.reduce((list, value, at) => (at % 2 ? list[list.length - 1].push(value) : list.push([value]), list), [])]));
  return { ...plain, places, copies, routes };
}

const arrangements = new Map(data.arrangements.map((packed) => [packed.name, unpack(packed)]));
const arrangementNow = () => arrangements.get(state.arrangement);
const stands = (i) => arrangementNow().places[i] !== undefined;
const opensBeneath = () => state.arrangement !== "dependency" && state.arrangement !== "logic";

// Each arrangement has its own kinds and relations to show.
function arrangementChange(name) {
  const { kinds: on, relations: drawn } = arrangements.get(name);
  return {
    arrangement: name,
    kinds: new Set([...on, ...(several && name === "goal" ? ["PlanDocument"] : [])]),
    relations: drawn.size ? new Set(drawn) : new Set(data.relations.filter((relation) => relation.visible).map((each) => each.name)),
    lines: drawn.size ? "all" : "hot",
    unfolded: new Set(),
    unfoldedAt: null,
    closed: new Set(closedAtFirst(name)),
  };
}

const inside = ([x, y, w, h], [px, py]) => x <= px && px <= x + w && y <= py && py <= y + h;

// Each region with the regions and the places within it; computed once for each arrangement.
function treeOf(base) {
  if (base.tree) return base.tree;
  const all = base.regions.map((region) => ({ region, within: [], members: [], heading: region.node }));
  const deeper = [...new Set(base.regions.map(({ level }) => level))].filter((level) => level > 3).sort((a, b) => b - a);
  const byLevel = [...deeper, 2, 1, 0].map((level) => all.filter((each) => each.region.level === level));
  const home = (point, levels = byLevel) => levels.flat().find((each) => inside(each.region.box, point));
  byLevel.forEach((list, at) => {
    for (const each of list) {
      const [x, y, w, h] = each.region.box;
      each.above = home([x + w / 2, y + h / 2], byLevel.slice(at + 1)) || null;
      if (each.above) each.above.within.push(each);
    }
  });
  const headings = new Set(base.regions.map((region) => region.node));
  base.places.forEach((box, i) => {
    if (PARTS.has(nodes[i].kind) && !base.kinds.has(nodes[i].kind)) return;
    if (nodes[i].kind !== "Plan" && nodes[i].kind !== "LogicStep") return;
    if (headings.has(i)) return;
    const found = home(box);
    if (found) found.members.push({ i, box });
  });
  for (const copy of base.copies) {
    const found = home(copy.box);
    if (found) found.members.push({ i: copy.i, box: copy.box, copy });
  }
  for (const each of all) each.members.sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
  base.tree = { all, tops: all.filter((each) => each.region.level === 1 && !each.above), documents: byLevel[byLevel.length - 1], named: new Map(all.map((each) => [blockKey(each.region), each])) };
  return base.tree;
}

const leavesOut = () => state.mode === "hide" && kept !== null;
const remains = (i) => !leavesOut() || passes(i);

// The arrangement without filtered and closed nodes, and without gaps: {places, regions, copies, routes, hidden}.
function closedUp(base) {
  if (!base.regions.length || !(leavesOut() || base.regions.some(isClosed))) return base;
  const { all, tops, documents } = treeOf(base);
  const found = { ...base, places: [...base.places], regions: [], copies: base.copies.map((copy) => ({ ...copy, gone: true })), hidden: new Set() };
  for (const block of all) if (isClosed(block.region)) for (const i of membersWithin(block)) if (i !== null) found.hidden.add(i);
  if (documents.length) closeDocuments(documents, found);
  else if (tops.length) closeTops(tops, found, [tops[0].region.box[0], Math.min(...tops.map((each) => each.region.box[1]))], CLOSE.target);
  const floor = Math.max(0, ...found.regions.filter((region) => region.level < 3).map(({ box }) => box[1] + box[3]));
  const before = Math.max(0, ...base.regions.filter((region) => region.level < 3).map(({ box }) => box[1] + box[3]));
  for (const region of base.regions.filter(({ level }) => level === 3)) {
    const [x, y, w, h] = region.box;
    base.places.forEach((box, i) => { if (nodes[i].kind === region.kind) found.places[i] = [box[0], box[1] + floor - before, box[2], box[3]]; });
    found.regions.push({ ...region, box: [x, y + floor - before, w, h] });
  }
  followPlans(base, found);
  return found;
}

// Parts are placed with their plans.
function followPlans(base, found) {
  for (const [plan, parts] of data.parts) {
    const [from, to] = [base.places[plan], found.places[plan]];
    if (!from || !to) continue;
    for (const part of parts) {
      const box = base.places[part];
      if (box && !base.kinds.has(nodes[part].kind)) found.places[part] = [box[0] + to[0] - from[0], box[1] + to[1] - from[1], box[2], box[3]];
    }
  }
}

function closeDocuments(documents, found) {
  let [x, top, tall, row] = [0, null, 0, null];
  let y = documents[0].region.box[1];
  for (const each of documents) {
    const [left, up, w] = each.region.box;
    const head = found.places[each.region.node] ? found.places[each.region.node][3] : 26;
    const size = measured(each.within, [w, CLOSE.target[1]]);
    if (!size.blocks.length) continue;
    if (row !== null && row !== up) [x, y, tall] = [0, y + tall + 26, 0];
    row = up;
    top = y;
    const [width, height] = [size.width + 2 * CLOSE.region, size.height + head + 2 * CLOSE.region];
    layDown(size, found, [x + CLOSE.region, top + head + CLOSE.region]);
    const box = [x, top, width, height];
    found.regions.unshift({ ...each.region, box });
    moveHeading(each.region, box, found, width);
    x += width + 26;
    tall = Math.max(tall, height);
    void left;
  }
}

const closeTops = (tops, found, corner, target) => layDown(measured(tops, target), found, corner);

// Regions of the first level in as many columns as best fit: each with its height when closed.
function measured(tops, target) {
  const blocks = tops.map(closedBlock).filter(Boolean);
  const width = blocks.length ? Math.max(...blocks.map((block) => block.width)) : 0;
  if (blocks.some((block) => Math.abs(block.width - width) > 1)) return flowed(blocks, target);
  let best = { scale: Infinity };
  for (let columns = 1; columns <= Math.max(1, blocks.length); columns += 1) {
    const ends = new Array(columns).fill(0);
    const at = blocks.map((block) => {
      const column = ends.indexOf(Math.min(...ends));
      const y = ends[column];
      ends[column] += block.height + CLOSE.region;
      return [column * (width + CLOSE.region), y];
    });
    const size = [columns * (width + CLOSE.region) - CLOSE.region, Math.max(...ends) - CLOSE.region];
    const scale = Math.max(size[0] / target[0], size[1] / target[1]);
    if (scale < best.scale - 1e-6) best = { scale, at, width: size[0], height: size[1] };
  }
  return { blocks, at: best.at || [], width: best.width || 0, height: best.height || 0 };
}

// Bands of several widths: a row is as wide as the screen is at the size that fits all.
function flowed(blocks, target) {
  const widest = Math.max(...blocks.map((block) => block.width));
  const room = blocks.reduce((sum, block) => sum + block.width * block.height, 0);
  const most = Math.max(widest, Math.sqrt((room * target[0]) / target[1]));
  let [x, y, tall, far] = [0, 0, 0, 0];
  const at = blocks.map((block) => {
    if (x && x + block.width > most + 0.5) [x, y, tall] = [0, y + tall + CLOSE.region, 0];
    const corner = [x, y];
    x += block.width + CLOSE.region;
    far = Math.max(far, x);
    tall = Math.max(tall, block.height);
    return corner;
  });
  return { blocks, at, width: far - CLOSE.region, height: y + tall };
}

// A region after filtering: the members that are left fill its first slots; null if none is left.
function closedBlock(block) {
  const { region, members } = block;
  const [, , width, height] = region.box;
  const shut = { block, kept: [], inner: [], lost: 0, width, height: headOf(region) + STRIP };
  if (region.kind === "Plan") return !remains(region.node) ? null : isClosed(region) ? shut : { block, kept: members, inner: [], lost: 0, width, height };
  const inner = block.within.map(closedBlock).filter(Boolean);
  const kept = members.filter(({ i }) => remains(i));
  if (leavesOut() && !kept.length && !inner.length) return null;
  if (isClosed(region)) return shut;
  const bottom = (list) => (list.length ? list[list.length - 1].box[1] + list[list.length - 1].box[3] / 2 : region.box[1]);
  const lost = members.length ? bottom(members) - bottom(members.slice(0, kept.length)) : 0;
  const before = block.within.reduce((sum, each) => sum + each.region.box[3] + CLOSE.gap, 0);
  const after = inner.reduce((sum, each) => sum + each.height + CLOSE.gap, 0);
  return { block, kept, inner, lost, width, height: height - lost - (before - after) };
}

const headOf = (region) => (region.node === null ? 19 : arrangementNow().places[region.node][3] + 2);

function layDown({ blocks, at }, found, [left, top]) {
  blocks.forEach((closed, place) => layBlock(closed, found, [left + at[place][0], top + at[place][1]]));
}

function layBlock({ block, kept, inner, lost, width, height }, found, [left, top]) {
  const { region, members } = block;
  const box = [left, top, width, height];
  found.regions.push({ ...region, box });
  const [dx, dy] = [left - region.box[0], top - region.box[1]];
  moveHeading(region, box, found, width);
  kept.forEach((member, place) => {
    const [x, y] = members[place].box;
    const moved = [x + dx, y + dy, member.box[2], member.box[3]];
    if (member.copy) Object.assign(found.copies[member.copy.at], { box: moved, gone: false });
    else found.places[member.i] = moved;
  });
  let y = block.within.length ? Math.min(...block.within.map((each) => each.region.box[1])) + dy - lost : 0;
  for (const each of inner) {
    layBlock(each, found, [each.block.region.box[0] + dx, y]);
    y += each.height + CLOSE.gap;
  }
}

function moveHeading(region, [left, top, width], found) {
  const at = region.node === null ? null : found.places[region.node];
  if (at) found.places[region.node] = [left + width / 2, top + at[1] - region.box[1], region.level === 0 ? width : at[2], at[3]];
}
