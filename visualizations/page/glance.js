// The line over the map: first an overview for newcomers, later the headings above the selection.
function startGlance() {
  showGlance();
  onChange(showGlance);
}

function showGlance() {
  const strip = byName("glance");
  const at = state.selected ? state.selected.node : null;
  strip.replaceChildren(...(at != null ? crumbs(at) : glance()));
}

// The headings from the whole map down to the node, to click.
function crumbs(i) {
  const above = [i];
  for (let at = wholeOf(i); at !== null && nodes[at].kind !== "Municipality"; at = wholeOf(at)) above.unshift(at);
  const whole = button(say("whole"), () => { select(null); opening(); }, { class: "link" });
  return [make("nav", { class: "crumbs", "aria-label": say("breadcrumb") }, whole, above.map((at) => nodeLink(at)))];
}

// The plans that the line speaks of: of a map of a part those that were chosen, not what surrounds them.
const plansOfGlance = () => allPlans.filter((plan) => chosenPlans === null || chosenPlans.has(plan.i));

function numbersText(plans) {
  const count = (kind) => nodes.filter((node) => node.kind === kind).length;
  if (!data.conditions.length) return ["Plan", "Department", "Indicator"].filter(count).map((kind) => say("kind-count", { kind: kinds.get(kind).label, n: count(kind) })).join(say("comma"));
  const conditions = data.conditions.map(([key, name]) => `${say(key)}: ${name}`).join(say("comma"));
  return say("glance-part", { conditions, n: plans.length, rest: allPlans.length - plans.length });
}

// Who has most plans, what is late, what is unknown: each part colours the map by its fact.
function glance() {
  const plans = plansOfGlance();
  const parts = [make("span", { class: "numbers", text: numbersText(plans) })];
  const loads = new Map();
  for (const plan of plans) for (const lead of factOf(plan.i, "leads") || []) loads.set(lead, (loads.get(lead) || 0) + 1);
  const most = [...loads].sort((a, b) => b[1] - a[1] || ordered(a[0], b[0])).slice(0, 3).map(([i, n]) => `${data.names[i]} ${n}`);
  const part = (key, text, colour) => parts.push(button(say(key, { text }), () => change({ colour, selected: null, lit: null }), { class: "part", disabled: !COLOURS.includes(colour), data: { part: key } }));
  if (most.length) part("glance-load", most.join(say("comma")), "leads");
  const late = plans.filter((plan) => factOf(plan.i, "progress") === "behind").length;
  const unjudged = plans.filter((plan) => [null, "unknown"].includes(factOf(plan.i, "progress"))).length;
  if (known("progress")) part("glance-late", say("items-n", { n: late }) + (unjudged ? say("glance-unjudged", { n: unjudged }) : ""), "progress");
  else part("glance-late", say("glance-no-progress"), "progress");
  const unknown = unknownTexts(plans);
  if (unknown.length) part("glance-unknown", unknown.join(say("comma")), "findings");
  return parts;
}

// What is open or unknown of the plans, in words.
function unknownTexts(plans = allPlans) {
  const open = plans.filter((plan) => isOpen(plan)).length;
  const marks = plans.filter((plan) => factOf(plan.i, "unknown_marks")).length;
  return [[open, "glance-open"], [marks, "glance-marks"]].filter(([n]) => n).map(([n, key]) => say(key, { n }));
}
