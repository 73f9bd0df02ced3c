"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const words = data.words;
const [NAME, ABOVE, PLANS] = [0, 1, 2];
const [NUMBER, TITLE, HELD, THEMES, AMOUNT, TIES] = [0, 1, 2, 3, 4, 5];
const SHADES = ["#eef4f8", "#d6e6f1", "#b3d2e6", "#8abad8", "#5f9fc6"];
const BOUNDS = [1e7, 1e8, 1e9, 1e10];
const GAP = 2, HEAD = 22, MOST_LISTED = 100;
const byId = (id) => document.getElementById(id);
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const below = data.headings.map(() => []);
const tops = [];
data.headings.forEach((heading, place) => (heading[ABOVE] < 0 ? tops : below[heading[ABOVE]]).push(place));

/* The plans under each heading, each once, at any depth. */
const held = [];
for (let place = data.headings.length - 1; place >= 0; place--) {
  held[place] = new Set(data.headings[place][PLANS]);
  for (const part of below[place]) for (const plan of held[part]) held[place].add(plan);
}
const money = (plans) => {
  let sum = 0, known = false;
  for (const plan of plans) if (data.plans[plan][AMOUNT] !== null) { sum += data.plans[plan][AMOUNT]; known = true; }
  return known ? sum : null;
};
const amounts = held.map(money);
const yen = (amount) => {
  if (amount === null) return words.unknown;
  for (const [unit, size] of [[words.trillion, 1e12], [words.hundred_million, 1e8], [words.ten_thousand, 1e4]])
    if (Math.abs(amount) >= size) return `${(amount / size).toLocaleString(data.lang, { maximumFractionDigits: amount / size < 10 ? 1 : 0 })}${unit}`;
  return `${amount.toLocaleString(data.lang)}${words.yen}`;
};

const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));
const texts = data.plans.map((plan) => fold([plan[NUMBER], plan[TITLE], ...plan[HELD].map((d) => data.departments[d]), ...plan[THEMES].map((t) => data.themes[t])].join(" ")));
const tops_of = new Map();
tops.forEach((top) => held[top].forEach((plan) => tops_of.set(plan, top)));

let at = -1, chosen = -1, hits = null;

function squares(items, x, y, width, height) {
  /* Squarified treemap (Bruls, Huizing, van Wijk 2000): rows along the shorter side, as square as can be. */
  const total = items.reduce((sum, item) => sum + item.value, 0), placed = [];
  if (!total || width <= 0 || height <= 0) return placed;
  let rest = items.slice(), left = width * height / total;
  while (rest.length) {
    const side = Math.min(width, height);
    let row = [], sum = 0, worst = Infinity;
    for (const item of rest) {
      const next = sum + item.value * left, thick = next / side;
      const bad = Math.max(...[...row, item].map((one) => { const long = one.value * left / thick; return Math.max(long / thick, thick / long); }));
      if (row.length && bad > worst) break;
      row.push(item); sum = next; worst = bad;
    }
    const thick = sum / side;
    let along = 0;
    for (const item of row) {
      const long = item.value * left / thick;
      placed.push(width >= height ? { ...item, x, y: y + along, w: thick, h: long } : { ...item, x: x + along, y, w: long, h: thick });
      along += long;
    }
    if (width >= height) { x += thick; width -= thick; } else { y += thick; height -= thick; }
    rest = rest.slice(row.length);
  }
  return placed;
}

const weight = (count, amount) => (byId("size").value === "amount" ? Math.max(amount ?? 0, 0) : count);
function parts(place) {
  const headings = (place < 0 ? tops : below[place]).map((part) => ({ heading: part, name: data.headings[part][NAME], count: held[part].size, amount: amounts[part] }));
  const plans = (place < 0 ? [] : data.headings[place][PLANS]).map((plan) => ({ plan, name: `${data.plans[plan][NUMBER]} ${data.plans[plan][TITLE]}`, count: 1, amount: data.plans[plan][AMOUNT] }));
  const all = [...headings, ...plans].map((part) => ({ ...part, value: weight(part.count, part.amount) }));
  return all.filter((part) => part.value > 0).sort((a, b) => b.value - a.value);
}
const hitsIn = (part) => (hits === null ? null : part.plan === undefined ? [...held[part.heading]].filter((plan) => hits.has(plan)).length : +hits.has(part.plan));
function shade(part) {
  if (part.amount === null) return "#ffffff";
  const each = part.amount / part.count;
  return SHADES[BOUNDS.filter((bound) => each >= bound).length];
}
function box(part, outer) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = `box${outer ? " outer" : ""}${part.w < 90 || part.h < 40 ? " small" : ""}${part.plan === chosen && chosen >= 0 ? " chosen" : ""}`;
  Object.assign(made.style, { left: `${part.x}px`, top: `${part.y}px`, width: `${Math.max(part.w - GAP, 0)}px`, height: `${Math.max(part.h - GAP, 0)}px` });
  if (!outer) made.style.background = shade(part);
  const found = hitsIn(part);
  if (found !== null) made.classList.add(found ? "hit" : "miss");
  const tally = part.plan === undefined ? fill(!found ? words.tally : words.tally_hits, { n: part.count.toLocaleString(), hits: found, yen: yen(part.amount) }) : yen(part.amount);
  made.title = `${part.name}\n${tally}`;
  const lines = part.w < 56 || part.h < 18 ? [] : part.h < 48 && !outer ? [["name", part.name]] : [["name", part.name], ["tally", tally]];
  for (const [kind, text] of lines) {
    const line = document.createElement("span");
    line.className = kind; line.textContent = text; made.append(line);
  }
  made.addEventListener("click", () => (part.plan === undefined ? go(part.heading, -1) : go(at, part.plan)));
  return made;
}
function draw() {
  const area = byId("boxes"), width = area.clientWidth, height = area.clientHeight, made = [];
  for (const part of squares(parts(at), 0, 0, width, height)) {
    const inner = part.plan === undefined && part.w > 110 && part.h > 70 ? parts(part.heading) : [];
    made.push(box(part, inner.length > 1));
    if (inner.length > 1)
      for (const each of squares(inner, part.x + 4, part.y + HEAD, part.w - GAP - 8, part.h - HEAD - GAP - 4))
        if (each.w > 6 && each.h > 6) made.push(box(each, false));
  }
  area.replaceChildren(...made);
  drawTrail();
  drawSide();
}
function link(text, action) {
  const made = document.createElement("button");
  made.type = "button"; made.textContent = text; made.addEventListener("click", action);
  return made;
}
function drawTrail() {
  const trail = byId("trail"), above = [];
  for (let place = at; place >= 0; place = data.headings[place][ABOVE]) above.unshift(place);
  const every = at < 0 ? data.plans.map((_, plan) => plan) : [...held[at]];
  const tally = fill(words.tally, { n: every.length.toLocaleString(), yen: yen(at < 0 ? money(every) : amounts[at]) });
  trail.replaceChildren(link(words.all, () => go(-1, -1)));
  for (const place of above) trail.append(" › ", link(data.headings[place][NAME], () => go(place, -1)));
  trail.append(`　${tally}`);
}
function entry(name, value) {
  const term = document.createElement("dt"), text = document.createElement("dd");
  term.textContent = name;
  text.append(...[value].flat());
  return [term, text];
}
function planItem(plan) {
  const item = document.createElement("li"), where = document.createElement("div");
  item.append(link(`${data.plans[plan][NUMBER]} ${data.plans[plan][TITLE]}`, () => show(plan)));
  where.className = "quiet"; where.textContent = data.headings[tops_of.get(plan)]?.[NAME] ?? "";
  item.append(where);
  return item;
}
function list(title, plans) {
  const head = document.createElement("h2"), items = document.createElement("ul");
  head.textContent = title;
  items.append(...plans.slice(0, MOST_LISTED).map(planItem));
  if (plans.length > MOST_LISTED) items.append(fill(words.more, { n: (plans.length - MOST_LISTED).toLocaleString() }));
  return [head, items];
}
function drawSide() {
  const side = byId("side");
  side.replaceChildren();
  if (chosen >= 0) {
    const plan = data.plans[chosen], head = document.createElement("h2"), facts = document.createElement("dl");
    head.textContent = `${plan[NUMBER]} ${plan[TITLE]}`;
    facts.append(...entry(words.departments, plan[HELD].map((d) => data.departments[d]).join("、") || words.unknown));
    facts.append(...entry(data.money, yen(plan[AMOUNT])));
    if (plan[THEMES].length) facts.append(...entry(words.themes, plan[THEMES].map((t) => data.themes[t]).join("、")));
    for (const [other, why] of plan[TIES]) facts.append(...entry(why || words.associated, link(`${data.plans[other][NUMBER]} ${data.plans[other][TITLE]}`, () => show(other))));
    side.append(head, facts);
  }
  if (hits !== null) side.append(...list(fill(words.found, { n: hits.size.toLocaleString() }), [...hits]));
  else if (chosen < 0) { const hint = document.createElement("p"); hint.className = "quiet"; hint.textContent = words.hint; side.append(hint); }
}
function show(plan) {
  /* Unfold the lowest heading above it. */
  const homes = data.headings.map((heading, place) => (heading[PLANS].includes(plan) ? place : -1)).filter((place) => place >= 0);
  go(homes.includes(at) ? at : homes.at(-1) ?? -1, plan);
}
function go(place, plan) {
  history.pushState(null, "", `#${place},${plan}`);
  take();
}
function take() {
  const [place, plan] = (location.hash.slice(1) || "-1,-1").split(",").map(Number);
  at = data.headings[place] ? place : -1;
  chosen = data.plans[plan] ? plan : -1;
  draw();
}
function search() {
  const wanted = fold(byId("search").value).split(/\s+/).filter(Boolean);
  hits = wanted.length ? new Set(texts.flatMap((text, plan) => (wanted.every((word) => text.includes(word)) ? [plan] : []))) : null;
  draw();
}
byId("legend").append(words.colour);
SHADES.forEach((colour, place) => {
  const item = document.createElement("span"), swatch = document.createElement("span");
  swatch.className = "swatch"; swatch.style.background = colour;
  item.append(swatch, place ? fill(words.from, { yen: yen(BOUNDS[place - 1]) }) : fill(words.under, { yen: yen(BOUNDS[0]) }));
  byId("legend").append(item);
});
byId("search").addEventListener("input", search);
byId("size").addEventListener("change", draw);
addEventListener("popstate", take);
addEventListener("resize", draw);
take();
document.body.dataset.ready = "yes";
