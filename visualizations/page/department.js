// A department as its head reads it: what it answers for, by when, measured how, who depends on whom.
const SIGNS_OF_YEARS = { stated: "→", possible: "⇢" };

const plansOfDepartment = (department) => [...new Set(data.answers.loads.filter((load) => load.department === department).map((load) => load.plan))];

function departmentSections(node) {
  const plans = plansOfDepartment(node.i);
  const [duties, others] = [neighbourSections(node, (edge) => edge.type === "RESPONSIBLE_FOR"), neighbourSections(node, (edge) => edge.type !== "RESPONSIBLE_FOR")];
  const ties = (way) => plans.flatMap((plan) => ends(plan, "DEPENDS_ON", way).map((edge) => [edge, plan]));
  const shared = (find) => sharedList(plans.flatMap((plan) => find(plan).map((end) => [end, plan])));
  return [
    section(say("facts"), factList(node)),
    plans.length > 0 && make("p", { class: "quiet", text: countsText(node.i, plans) }),
    ...duties,
    section(say("due-by-year"), dueTable(plans)),
    section(say("indicators"), indicatorTable(plans.flatMap(indicatorsOf), true)),
    section(say("ours-depend-on"), tieList(ties("out"))),
    section(say("ours-needed-by"), tieList(ties("in"))),
    section(say("shared-with"), shared((plan) => answeringFor(plan).filter((i) => i !== node.i))),
    section(say("guidelines"), shared((plan) => ends(plan, "GROUNDED_IN").map((edge) => edge.to))),
    section(say("themes"), shared((plan) => ends(plan, "TOUCHES").map((edge) => edge.to))),
    section(say("budgets-led"), budgetTable(data.answers.loads.filter((load) => load.department === node.i && load.role === "lead").map((load) => load.plan))),
    ...others,
  ];
}

function countsText(department, plans) {
  const loads = data.answers.loads.filter((load) => load.department === department);
  const sum = (name) => loads.reduce((total, load) => total + load[name], 0);
  return say("department-counts", { plans: plans.length, lead: loads.filter((load) => load.role === "lead").length, actions: sum("actions"), indicators: sum("indicators") });
}

// The departments that answer for a plan, or for a part of it.
function answeringFor(plan) {
  return [...new Set(data.answers.loads.filter((load) => load.plan === plan).map((load) => load.department))];
}

const numberOf = (plan) => nodes[plan].facts.number || nodes[plan].label;

// Each action with the years in which something begins (●), surely goes on (→) or may (⇢).
function dueTable(plans) {
  const rows = plans.flatMap((plan) => actionsOf(plan).map((action) => [plan, action]));
  const parts = rows.flatMap(([, action]) => [action.i, ...action.milestones]);
  const all = years.filter((year) => surest(parts, year));
  if (!rows.length || !all.length) return null;
  const sign = (action, year) => {
    const begun = action.milestones.filter((m) => nodes[m].facts.first_year === year);
    if (begun.length) return begun.map((m) => button("●", () => go(m), { class: "link", "aria-label": nodes[m].facts.text, title: nodes[m].facts.text }));
    const runs = surest([action.i, ...action.milestones], year);
    const label = runs && say(runs === "stated" ? "goes-on" : "may-go-on");
    return runs && make("span", { text: SIGNS_OF_YEARS[runs], role: "img", "aria-label": label, title: label });
  };
  return [
    make("div", { class: "scroll" }, make("table", { class: "plain signs" },
      make("thead", {}, make("tr", {}, make("th", { text: say("action"), scope: "col" }), all.map((year) => make("th", { text: String(year), scope: "col" })))),
      make("tbody", {}, rows.map(([plan, action]) => make("tr", {},
        make("th", { scope: "row" }, nodeLink(action.i, nodes[action.i].facts.title || nodes[action.i].label), make("small", { text: numberOf(plan) })),
        all.map((year) => make("td", {}, sign(action, year)))))))),
    make("p", { class: "quiet", text: say("due-signs") }),
  ];
}

// Plans on the other side of a dependency, with ours and the words that state it.
function tieList(ties) {
  return ties.length > 0 && make("ul", { class: "neighbours" }, ties.map(([edge, plan]) => {
    const quote = edge.evidence.map((piece) => piece.quote).find(Boolean) || edge.facts.term;
    const words = [numberOf(plan), quote && say("quoted", { text: quote })].filter(Boolean).join(" ");
    return make("li", {}, kindMark("Plan"), nodeLink(other(edge, plan)), button(words, () => select({ edge: edge.i }), { class: "carried link" }));
  }));
}

// What several plans have in common: the most plans first, each with their numbers.
function sharedList(pairs) {
  const numbers = new Map();
  for (const [end, plan] of pairs) numbers.set(end, (numbers.get(end) || new Set()).add(numberOf(plan)));
  const list = [...numbers].sort((a, b) => b[1].size - a[1].size);
  return list.length > 0 && make("ul", { class: "neighbours" }, list.map(([end, plans]) =>
    make("li", {}, kindMark(nodes[end].kind), nodeLink(end), make("span", { class: "carried", text: [...plans].join(say("comma")) }))));
}

// What the plans cost, by fiscal year and stage, with how many of them state it.
function budgetTable(plans) {
  const sums = new Map();
  for (const plan of plans) {
    for (const { to } of ends(plan, "HAS_BUDGET")) {
      const { fiscal_year: year, stage, total = null, hours = null } = nodes[to].facts;
      if (total === null && hours === null) continue;
      const key = `${year} ${stage}`;
      const row = sums.get(key) || { year, stage, plans: 0, total: null, hours: null };
      sums.set(key, { ...row, plans: row.plans + 1, total: total === null ? row.total : row.total + total, hours: hours === null ? row.hours : row.hours + hours });
    }
  }
  const rows = [...sums.values()].sort((a, b) => a.year - b.year || ordered(a.stage, b.stage));
  return rows.length > 0 && make("div", { class: "scroll" }, make("table", { class: "plain amounts" },
    make("thead", {}, make("tr", {}, ["year", "budget-stage", "plans", "yen-total", "hours-total"].map((key) => make("th", { text: say(key), scope: "col" })))),
    make("tbody", {}, rows.map((row) => make("tr", {},
      make("th", { scope: "row", text: yearText(row.year) }), make("td", { text: coded(row.stage) }),
      [row.plans, row.total, row.hours].map((value) => make("td", { class: "number", text: value === null ? "—" : amount(Math.round(value * 100) / 100) })))))));
}

// Plans and their parts, with their open findings.
function findingsOfPlans(plans) {
  const about = plans.flatMap((plan) => [nodes[plan], ...partsOfPlan(plan)]);
  return [...new Set(about)].map((node) => ({ ...node, findings: node.findings.filter((finding) => !finding.settled) }));
}
