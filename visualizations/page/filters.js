// Filters by goal, department, theme, year and reading, combined; and how many plans are left.
const TEXTS = ["document", "goal", "department", "theme", "year"];
let kept = null; // the plans that pass, or null where nothing is asked
let keptWithout = null; // the same without the filter by department

const asked = () => Boolean(state.document || state.goal || state.department || state.theme || state.year);
const all = () => !asked() && state.readings.size === READINGS.length;

function keep() {
  kept = asked() ? keptBy([state.document, state.goal, state.department, state.theme]) : null;
  const others = [state.document, state.goal, state.theme];
  keptWithout = state.department && (others.some(Boolean) || state.year) ? keptBy(others) : state.department ? null : kept;
}

// The whole of a share: the plans that pass all filters but that by department.
const passesButDepartment = (plan) => state.readings.has(nodes[plan].reading) && (keptWithout === null || keptWithout.has(plan));

function keptBy(ids) {
  const by = ids.filter(Boolean).map((id) => {
    const theme = nodes[byId.get(id)];
    const under = theme.kind === "Theme" ? ends(theme.i, "PART_OF", "in").map((edge) => edge.from) : [];
    return new Set([theme.i, ...under].flatMap((i) => plansHeld(i)));
  });
  const year = Number(state.year);
  return new Set(allPlans.map((plan) => plan.i).filter((i) => by.every((set) => set.has(i)) && (!year || planRuns(i, year))));
}

// A department keeps the plans that it answers for, not those that only name it.
function plansHeld(i) {
  if (nodes[i].kind !== "Department") return nodes[i].plans;
  return [...new Set(ends(i, "RESPONSIBLE_FOR").flatMap((edge) => nodes[edge.to].plans))];
}

// How certain it is that a plan runs in a year: stated, possible, or null.
function planRuns(plan, year) {
  return surest(actionsOf(plan).flatMap((action) => [action.i, ...action.milestones]), year);
}

function passes(i) {
  const node = nodes[i];
  if (!state.readings.has(node.reading)) return false;
  if (kept === null) return true;
  if (state.year && node.kind === "Milestone" && !runsIn(node.facts, Number(state.year))) return false;
  return node.plans.some((plan) => kept.has(plan));
}

const edgePasses = (edge) => state.readings.has(edge.reading);
const plansLeft = () => allPlans.filter((plan) => passes(plan.i));

const numbered = (kind) => nodes.filter((node) => node.kind === kind);
const inOrder = (list) => list.sort((a, b) => a.label.localeCompare(b.label, "ja", { numeric: true }));

// options: [value, text, group]; several groups have headings
function choice(key, options) {
  const id = `filter-${key}`;
  const optionsOf = (list) => list.map(([value, text]) => make("option", { value, text }));
  const groups = new Map(options.map(([, , group]) => [group, options.filter((each) => each[2] === group)]));
  const list = make("select", { id, on: { change: (event) => change({ [key]: event.target.value }) } },
    make("option", { value: "", text: say("any") }),
    groups.size > 1 ? [...groups].map(([label, each]) => make("optgroup", { label }, optionsOf(each))) : optionsOf(options));
  list.value = state[key];
  return make("div", { class: "field" }, make("label", { for: id, text: say(key) }), list);
}

function startFilters() {
  const held = (list, group) => list.map((node) => [node.id, say("name-count", { name: node.label, n: plansHeld(node.i).length }), group && group(node)]);
  const inDocument = (node) => documentOf(node.i)?.title;
  const inCity = (node) => node.id.split("/")[0];
  const reading = (name) => {
    const box = make("input", { type: "checkbox", id: `reading-${name}`, checked: state.readings.has(name), on: {
      change: () => {
        const readings = new Set(state.readings);
        box.checked ? readings.add(name) : readings.delete(name);
        change({ readings });
      },
    } });
    return make("label", { class: "check" }, box, make("span", { text: say(name) }));
  };
  const mode = (name) => make("label", { class: "check" },
    make("input", { type: "radio", name: "mode", value: name, checked: state.mode === name, on: { change: () => change({ mode: name }) } }),
    make("span", { text: say(name) }));
  byName("filters").replaceChildren(...[
    several && choice("document", held(numbered("PlanDocument"))),
    choice("goal", numbered("Goal").map((node) => [node.id, node.label, inDocument(node)])),
    choice("department", held(inOrder(numbered("Department")), inCity)),
    choice("theme", held(inOrder(numbered("Theme")))),
    choice("year", years.map((year) => [String(year), yearText(year)])),
    make("fieldset", {}, make("legend", { text: say("reading") }), READINGS.map(reading)),
    make("fieldset", {}, make("legend", { text: say("filtered-out") }), mode("fade"), mode("hide")),
  ].filter(Boolean));
  byName("reset").addEventListener("click", () => change({ ...Object.fromEntries(TEXTS.map((key) => [key, ""])), readings: new Set(READINGS) }));
  showFilters();
  onChange(showFilters);
}

function showFilters() {
  keep();
  for (const key of TEXTS) {
    const box = byName(`filter-${key}`);
    if (!box) continue;
    box.value = state[key];
    box.classList.toggle("set", Boolean(state[key]));
  }
  for (const name of READINGS) byName(`reading-${name}`).checked = state.readings.has(name);
  for (const radio of document.querySelectorAll("[name=mode]")) radio.checked = radio.value === state.mode;
  const perhaps = state.year ? plansLeft().filter((plan) => planRuns(plan.i, Number(state.year)) === "possible").length : 0;
  byName("left").textContent = say("left", { n: plansLeft().length, all: allPlans.length }) + (perhaps ? say("left-perhaps", { n: perhaps }) : "");
  byName("reset").disabled = all();
}
