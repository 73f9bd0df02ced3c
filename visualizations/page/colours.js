// Colours and sizes of plans by a fact, with the legend that says what they mean.
// The hues are Okabe and Ito's, which colour-blind people can distinguish; an order goes from light to dark.
const HUES = ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#d55e00", "#56b4e9", "#8c6d1f"];
const REST = "#9aa5b0";
const RAMP = ["#cfe3f1", "#92c0de", "#4f97c6", "#1f6ca6", "#08406f"];
const STATES = { reached: "#0072b2", on_course: "#009e73", nearly: "#e0c000", behind: "#d55e00", unknown: REST };
const CHANGES = { kept: "#56b4e9", revised: "#e69f00", merged: "#cc79a7", split: "#8c6d1f", dropped: "#7a2f2f", added: "#009e73" };
const DIRECTIONS = { expand: "#0072b2", continue: "#56b4e9", improve: "#e69f00", shrink: "#cc79a7", merge: "#8c6d1f", end: "#d55e00", done: "#009e73" };
const SIZES = ["actions", "indicators", "findings", "hours", "yen"];
let colouring = null; // {of(plan) → entry or null, entries: [{key, label, colour, n, act}]} of the fact chosen

const factOf = (plan, name) => { const value = planFacts.get(plan)?.[name]; return value === undefined ? null : value; };
const known = (name) => allPlans.some((plan) => { const value = factOf(plan.i, name); return value !== null && !(Array.isArray(value) && !value.length); });

// Whether the fact is known for at least half of the plans, so that a picture of it is worth showing.
const isMostlyKnown = (name) => allPlans.filter((plan) => ![null, "unknown"].includes(factOf(plan.i, name))).length * 2 >= allPlans.length;

// What plans can be coloured by: a fact that the graph, the progress or an earlier edition has for any plan.
const COLOURS = ["change", "progress", "leads", "themes", "direction", "findings", "actions", "indicators", "hours", "yen"].filter(known);

function startColours() {
  state.colour = known("change") ? "change" : isMostlyKnown("progress") ? "progress" : "leads";
  if (!known(state.colour)) state.colour = "";
  chooseColours();
  showColours();
  onChange((changes) => {
    if ("colour" in changes) chooseColours();
    if (["colour", "size", "dark", "lines", "arrangement", "closed"].some((key) => key in changes)) showColours();
  });
  night.addEventListener("change", showColours);
}

function chooseColours() {
  const name = state.colour;
  const coded = { progress: [STATES, "status"], change: [CHANGES, "change"], direction: [DIRECTIONS, "code"] }[name];
  if (!name) colouring = null;
  else if (coded) colouring = byCode(name, ...coded);
  else if (name === "leads" || name === "themes") colouring = byNode(name);
  else colouring = byAmount(name);
}

function counted(entries, of) {
  for (const plan of allPlans) {
    const entry = entries.find((each) => each.key === of(plan.i));
    if (entry) entry.n += 1;
  }
  const shown = entries.filter((entry) => entry.n);
  return { entries: shown, of: (plan) => shown.find((entry) => entry.key === of(plan)) || null };
}

function byCode(name, colours, words) {
  const entries = Object.entries(colours).map(([key, colour]) => ({ key, colour, label: say(`${words}:${key}`), n: 0 }));
  entries.push({ key: null, colour: null, label: say("not-known"), n: 0 });
  return counted(entries, (plan) => factOf(plan, name));
}

// The nodes with most plans, each in its own hue; the others together.
function byNode(name) {
  const numbers = new Map();
  for (const plan of allPlans) { const [first] = factOf(plan.i, name) || []; if (first !== undefined) numbers.set(first, (numbers.get(first) || 0) + 1); }
  const ranked = [...numbers].sort((a, b) => b[1] - a[1] || ordered(a[0], b[0])).map(([i]) => i);
  const top = ranked.slice(0, HUES.length);
  const filter = name === "leads" ? "department" : "theme";
  const entries = top.map((i, at) => ({ key: i, colour: HUES[at], label: data.names[i], n: 0, act: byId.has(i) ? () => change({ [filter]: state[filter] === i ? "" : i }) : null }));
  entries.push({ key: "rest", colour: REST, label: say("and-more", { n: ranked.length - top.length }), n: 0 });
  entries.push({ key: null, colour: null, label: say(name === "leads" ? "no-lead" : "no-theme"), n: 0 });
  return counted(entries, (plan) => { const [first] = factOf(plan, name) || []; return first === undefined ? null : top.includes(first) ? first : "rest"; });
}

// Amounts in five classes with about the same number of plans; zero and unknown are separate.
function byAmount(name) {
  const values = allPlans.map((plan) => factOf(plan.i, name)).filter((value) => value > 0).sort((a, b) => a - b);
  const bounds = [...new Set([1, 2, 3, 4, 5].map((part) => values[Math.ceil((part * values.length) / 5) - 1]))];
  const from = [values[0], ...bounds.slice(0, -1)];
  const entries = bounds.map((most, at) => ({ key: at, colour: RAMP[Math.round((at * 4) / Math.max(1, bounds.length - 1))], label: amountRange(name, from[at], most, at), n: 0 }));
  entries.unshift({ key: "none", colour: "#f4f6f8", label: amountText(name, 0), n: 0 });
  entries.push({ key: null, colour: null, label: say("not-known"), n: 0 });
  return counted(entries, (plan) => {
    const value = factOf(plan, name);
    return value === null ? null : value === 0 ? "none" : bounds.findIndex((most) => value <= most);
  });
}

// The first class begins with the smallest amount, each other class above the one before; counts are whole.
function amountRange(name, low, high, at) {
  const whole = name !== "hours" && name !== "yen";
  const from = at && whole ? low + 1 : low;
  if (from === high) return amountText(name, high);
  return say("amount-range", { low: at && !whole ? say("over", { value: amountText(name, from) }) : amountText(name, from), high: amountText(name, high) });
}

function amountText(name, value) {
  if (name === "yen") return value >= 1e8 ? say("oku-yen", { n: short(value / 1e8) }) : say("man-yen", { n: short(value / 1e4) });
  return say(name === "hours" ? "hours-n" : "items-n", { n: short(value) });
}

const short = (value) => (value >= 100 ? Math.round(value) : Math.round(value * 10) / 10).toLocaleString(data.lang);

// The colours of a node: those of its kind, or of a plan by the fact that is chosen.
function coloursOf(node) {
  const plain = paletteOf(node.kind);
  if (node.kind !== "Plan" || !colouring) return plain;
  const entry = colouring.of(node.i);
  if (!entry || !entry.colour) return { ...plain, fill: grounds().region, line: grounds().faint, stripe: null };
  return { ...plain, fill: blended(entry.colour, grounds().region, isDark() ? 0.3 : 0.17), line: blended(entry.colour, grounds().ink, 0.75), stripe: entry.colour, struck: entry.key === "dropped" };
}

// A bar at the foot of a plan: its share of the largest, and a hatched end where it is not known.
function paintSize(context, node, w, h) {
  if (colouring && colouring.of(node.i)?.key === "dropped") {
    context.beginPath();
    context.moveTo(-w / 2 + 8, -2);
    context.lineTo(w / 2 - 8, -2);
    context.lineWidth = 1.2;
    context.strokeStyle = grounds().ink;
    context.stroke();
  }
  if (!state.size || h < ONE_LINE) return;
  const value = factOf(node.i, state.size);
  if (!value) return;
  context.fillStyle = grounds().ink;
  context.globalAlpha = 0.55;
  context.fillRect(-w / 2 + 7, h / 2 - 3, (w - 14) * (value / largest(state.size)), 2);
  context.globalAlpha = 1;
}

const largestOf = new Map();
function largest(name) {
  if (!largestOf.has(name)) largestOf.set(name, Math.max(1e-9, ...allPlans.map((plan) => factOf(plan.i, name) || 0)));
  return largestOf.get(name);
}

// Swatches of a colour: a square with the stripe of a plan.
function swatch(colour) {
  const canvas = make("canvas", { width: 44, height: 28, class: "mark", "aria-hidden": "true" });
  const context = canvas.getContext("2d");
  context.scale(2, 2);
  context.fillStyle = colour ? blended(colour, grounds().region, isDark() ? 0.3 : 0.17) : grounds().region;
  context.fillRect(1, 1, 20, 12);
  if (colour) { context.fillStyle = colour; context.fillRect(1, 1, 6, 12); }
  context.strokeStyle = colour ? blended(colour, grounds().ink, 0.75) : grounds().faint;
  context.strokeRect(1, 1, 20, 12);
  return canvas;
}

function pick(key, options) {
  const id = `look-${key}`;
  const list = make("select", { id, on: { change: (event) => change(key === "arrangement" ? arrangementChange(event.target.value) : { [key]: event.target.value }) } },
    options.map(([value, text]) => make("option", { value, text })));
  list.value = state[key];
  return make("div", { class: "field" }, make("label", { for: id, text: say(`look-${key}`) }), list);
}

function showColours() {
  byName("looks").replaceChildren(
    pick("arrangement", [...arrangements.keys()].map((name) => [name, say(`arrangement:${name}`)])),
    ...levelChoice(),
    pick("colour", [["", say("colour:none")], ...COLOURS.map((name) => [name, say(`colour:${name}`)])]),
    pick("size", [["", say("size:none")], ...SIZES.filter(known).map((name) => [name, say(`colour:${name}`)])]),
    pick("lines", ["hot", "all"].map((name) => [name, say(`lines:${name}`)])),
  );
  byName("colours").replaceChildren(...legendOfColours());
}

// How many levels of the arrangement are open.
function levelChoice() {
  const levels = regionLevels();
  if (!levels.length) return [];
  const now = !state.closed.size ? "open" : String((levels.find(([, level]) => same(closedFrom(level), state.closed)) || [, "some"])[1]);
  const options = [["open", say("levels-open")], ...levels.map(([name, level]) => [String(level), say("levels-to", { level: name })]), ...(now === "some" ? [["some", say("levels-some")]] : [])];
  const list = make("select", { id: "look-levels", on: { change: (event) => {
    const { value } = event.target;
    if (value !== "some") { change({ closed: value === "open" ? new Set() : closedFrom(Number(value)), selected: null, lit: null, place: true }); opening(); }
  } } }, options.map(([value, text]) => make("option", { value, text })));
  list.value = now;
  return [make("div", { class: "field" }, make("label", { for: "look-levels", text: say("look-levels") }), list)];
}

// The marks of the picture: [mark, what it means, of how many plans or null]; those of a screen can be pressed.
function legendMarks(onScreen = false) {
  return [
    allPlans.some((plan) => isOpen(plan)) && [flagMark(), say("mark-open"), allPlans.filter((plan) => isOpen(plan)).length],
    onScreen && regionLevels().length > 0 && [closeMark(), say("mark-close"), null],
    arrangementNow().copies.length > 0 && [dashMark(), say(state.arrangement === "theme" ? "mark-copy-theme" : "mark-copy"), null],
    chosenPlans !== null && [swatch(null), say("mark-surrounds"), allPlans.length - chosenPlans.size],
    state.size && [barMark(), say("mark-size", { name: say(`colour:${state.size}`), most: amountText(state.size, largest(state.size)) }), null],
  ].filter(Boolean);
}

function legendOfColours() {
  const row = (mark, label, n, act) => make("li", {}, mark, act ? button(label, act, { class: "link name" }) : make("span", { class: "name", text: label }), n !== null && make("span", { class: "number", text: String(n) }));
  const entries = colouring ? colouring.entries.map((entry) => row(swatch(entry.colour), entry.label, entry.n, entry.act)) : [];
  const title = colouring ? say("coloured-by", { name: say(`colour:${state.colour}`) }) : say("legend");
  return [make("h3", { text: title }), make("ul", {}, entries, legendMarks(true).map((mark) => row(...mark)))];
}

function small(paint) {
  const canvas = make("canvas", { width: 44, height: 28, class: "mark", "aria-hidden": "true" });
  const context = canvas.getContext("2d");
  context.scale(2, 2);
  context.strokeStyle = grounds().faint;
  context.fillStyle = grounds().ink;
  paint(context);
  return canvas;
}

const flagMark = () => small((context) => { context.strokeRect(1, 1, 20, 12); context.translate(11, 7); paintFlag(context, 20, 12); });
const closeMark = () => small((context) => paintMark(context, 11, 7.5, true));
const dashMark = () => small((context) => { context.setLineDash([3, 2]); context.strokeRect(1, 1, 20, 12); });
const barMark = () => small((context) => { context.strokeRect(1, 1, 20, 12); context.fillRect(3, 9.5, 11, 2.5); });
