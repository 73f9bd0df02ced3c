// The address after # reopens the same view: selection, filters, what is shown, and the camera.
const FARTHEST = 1e7; // pixels: farther than any map reaches, near enough to be drawn
const standard = {}; // the colour that the page chooses itself

const same = (a, b) => a.size === b.size && [...a].every((each) => b.has(each));

function address() {
  const parts = new URLSearchParams();
  if (state.view !== "map") parts.set("view", state.view);
  if (state.arrangement !== "goal") parts.set("by", state.arrangement);
  if (state.colour !== standard.colour) parts.set("colour", state.colour);
  if (state.size) parts.set("size", state.size);
  if (state.lines !== arrangementChange(state.arrangement).lines) parts.set("lines", state.lines);
  if (state.selected && state.selected.node != null) parts.set("node", nodes[state.selected.node].id);
  if (state.selected && state.selected.edge != null) {
    const edge = edges[state.selected.edge];
    parts.set("edge", JSON.stringify([nodes[edge.from].id, edge.type, nodes[edge.to].id]));
  }
  for (const key of TEXTS) if (state[key]) parts.set(key, state[key]);
  if (state.readings.size < READINGS.length) parts.set("reading", [...state.readings].join(","));
  if (state.mode !== "hide") parts.set("mode", state.mode);
  const usual = arrangementChange(state.arrangement);
  for (const key of ["kinds", "relations"]) if (!same(state[key], usual[key])) parts.set(key, [...state[key]].join(","));
  if (state.unfolded.size) parts.set("unfolded", JSON.stringify([...state.unfolded].map((i) => nodes[i].id)));
  if (!same(state.closed, usual.closed)) parts.set("closed", JSON.stringify([...state.closed]));
  if (state.unfoldedAt !== null) parts.set("beside", nodes[state.unfoldedAt].id);
  if (state.lit && state.lit.kind === "impact") parts.set("lit", "impact");
  if (state.lit && state.lit.kind === "path") parts.set("from", nodes[state.lit.list[0]].id);
  if (state.dark !== null) parts.set("dark", state.dark ? "1" : "0");
  if (network) {
    const { x, y } = network.getViewPosition();
    parts.set("at", [x, y, network.getScale()].map((each) => each.toFixed(3)).join(","));
  }
  return parts.toString();
}

function parsed(text, otherwise) {
  try {
    return JSON.parse(text);
  } catch {
    return otherwise;
  }
}

// The content of an address, as far as this page knows it; anything else is ignored.
function understood(text) {
  const parts = new URLSearchParams(text);
  const found = {};
  const nodeOf = (id) => (byId.has(id) ? byId.get(id) : null);
  found.view = VIEWS.includes(parts.get("view")) ? parts.get("view") : "map";
  for (const key of TEXTS) found[key] = "";
  for (const key of ["document", "goal", "department", "theme"]) if (byId.has(parts.get(key))) found[key] = parts.get(key);
  if (years.includes(Number(parts.get("year")))) found.year = parts.get("year");
  const named = (key, known, otherwise) => new Set(parts.has(key) ? parts.get(key).split(",").filter((name) => known(name)) : otherwise);
  found.readings = named("reading", (name) => READINGS.includes(name), READINGS);
  const usual = arrangementChange(arrangements.has(parts.get("by")) ? parts.get("by") : "goal");
  found.arrangement = usual.arrangement;
  found.kinds = named("kinds", (name) => kinds.has(name), usual.kinds);
  found.relations = named("relations", (name) => relations.has(name), usual.relations);
  found.lines = ["hot", "all"].includes(parts.get("lines")) ? parts.get("lines") : usual.lines;
  found.colour = !parts.has("colour") ? standard.colour : COLOURS.includes(parts.get("colour")) ? parts.get("colour") : "";
  found.size = SIZES.filter(known).includes(parts.get("size")) ? parts.get("size") : "";
  found.mode = parts.get("mode") === "fade" ? "fade" : "hide";
  const list = parsed(parts.get("unfolded") || "[]", []);
  found.unfolded = new Set((Array.isArray(list) ? list : []).map(nodeOf).filter((i) => i !== null));
  const closed = parts.has("closed") ? parsed(parts.get("closed"), []) : [...usual.closed];
  const there = new Set(arrangements.get(usual.arrangement).regions.map(regionKey));
  found.closed = new Set((Array.isArray(closed) ? closed : []).filter((key) => there.has(key)));
  found.unfoldedAt = nodeOf(parts.get("beside"));
  found.dark = parts.has("dark") ? parts.get("dark") === "1" : null;
  const node = nodeOf(parts.get("node"));
  const [from, type, to] = [].concat(parsed(parts.get("edge") || "[]", []) || []);
  const edge = edges.find((each) => each.type === type && nodes[each.from].id === from && nodes[each.to].id === to);
  found.selected = node !== null ? { node } : edge ? { edge: edge.i } : null;
  const extra = { lit: parts.get("lit") === "impact", from: nodeOf(parts.get("from")), at: null };
  const at = (parts.get("at") || "").split(",").map(Number);
  if (at.length === 3 && at.every((each) => Math.abs(each) < FARTHEST) && at[2] >= 0.001 && at[2] <= 100) extra.at = at;
  return { found, extra };
}

// Opens the view of the address.
function reopen(text) {
  const { found, extra } = understood(text);
  change({ ...found, lit: null, start: null, place: true });
  applyDark();
  if (found.selected && found.selected.node != null) {
    if (extra.lit) showImpact(found.selected.node);
    else if (extra.from !== null) showPath(extra.from, found.selected.node);
  }
  if (extra.at) camera({ position: { x: extra.at[0], y: extra.at[1] }, scale: extra.at[2] }, false);
  else if (found.selected && found.selected.node != null && !state.lit) lookAt(found.selected.node);
  else if (!state.lit) opening();
}

// The address without the camera: Back undoes each change of it.
const stepOf = (text) => text.replace(/(^|&)(at|dark)=[^&]*/g, "");

function startLink() {
  standard.colour = state.colour;
  let written = "";
  let shown = location.hash;
  let waiting = 0;
  const write = () => {
    const next = address();
    // A new address that is about to be opened is not overwritten.
    if (next === written || location.hash !== shown) return;
    const step = written !== "" && stepOf(next) !== stepOf(written);
    written = next;
    history[step ? "pushState" : "replaceState"](null, "", `#${next}`);
    shown = location.hash;
  };
  const soon = () => { clearTimeout(waiting); waiting = setTimeout(write, 150); };
  onChange(soon);
  watchers.push(soon);
  network.on("dragEnd", soon);
  network.on("zoom", soon);
  network.on("animationFinished", soon);
  window.addEventListener("hashchange", () => {
    if (location.hash === shown) return;
    shown = location.hash;
    written = shown.slice(1);
    if (!receiveViews(written)) reopen(written);
  });
  byName("copy-link").addEventListener("click", async () => {
    write();
    try {
      await navigator.clipboard.writeText(location.href);
      toast(say("link-copied"));
    } catch {
      toast(say("link-in-bar"));
    }
  });
  if (location.hash.length > 1 && !receiveViews(location.hash.slice(1))) reopen(location.hash.slice(1));
  written = address();
}
