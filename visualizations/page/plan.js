// A plan as a planner reads it.
const PLAN_FACTS = ["category", "priority", "first_year", "last_year"];

function planSections(node) {
  const link = (type, way) => ends(node.i, type, way);
  const prose = (name) => node.facts[name] && section(kinds.get("Plan").facts[name], make("p", { class: "prose", text: node.facts[name] }));
  const unknown = node.facts.unknown_marks || [];
  return [
    section(say("departments"), link("RESPONSIBLE_FOR", "in").length > 0 && neighbourList(link("RESPONSIBLE_FOR", "in"), node.i), componentList(node.i)),
    section(say("facts"), factList({ ...node, facts: Object.fromEntries(PLAN_FACTS.map((name) => [name, node.facts[name]])) })),
    prose("problem"),
    prose("overview"),
    prose("vision"),
    section(say("actions"), actionTable(node.i)),
    section(say("indicators"), indicatorTable(indicatorsOf(node.i))),
    section(say("themes"), link("TOUCHES").length > 0 && neighbourList(link("TOUCHES"), node.i),
      unknown.length > 0 && make("p", { class: "quiet", text: say("marks-unknown", { names: unknown.join(say("comma")) }) })),
    linkSection("logic", ends(node.i, "HAS_PART").filter((edge) => nodes[edge.to].kind === "LogicStep"), node.i),
    linkSection("budgets", link("HAS_BUDGET"), node.i),
    linkSection("evaluations", link("EVALUATED_AS"), node.i),
    linkSection("guidelines", link("GROUNDED_IN"), node.i),
    linkSection("depends-on", link("DEPENDS_ON"), node.i),
    linkSection("needed-by", link("DEPENDS_ON", "in"), node.i),
    linkSection("associated", [...link("ASSOCIATED_WITH"), ...link("ASSOCIATED_WITH", "in")], node.i),
    editionSection(node.i),
    linkSection("related", strongestFirst([...link("RELATED_TO"), ...link("RELATED_TO", "in")]), node.i),
    linkSection("involves", link("INVOLVES"), node.i),
    linkSection("sdgs", link("CONTRIBUTES_TO"), node.i),
    linkSection("channels", link("DISCLOSED_ON"), node.i),
  ];
}

// What became of a plan from one edition to the other, and its plans there.
function editionSection(plan) {
  const { change: what, beside } = planFacts.get(plan) || {};
  const tied = [...ends(plan, "SUCCEEDS"), ...ends(plan, "SUCCEEDS", "in")];
  const list = [...new Set([...(beside || []), ...tied.map((edge) => other(edge, plan))])];
  if (!what && !list.length) return null;
  return section(say("editions"),
    what && make("p", { text: say(`change:${what}`) }),
    make("ul", { class: "neighbours" }, list.map((i) => make("li", {}, kindMark("Plan"), nodeLink(i), make("span", { class: "carried", text: documentOf(i)?.title || "" })))));
}

const linkSection = (title, list, i) => (list.length ? section(say(title), neighbourList(list, i)) : null);

const strongestFirst = (list) => list.sort((a, b) => b.facts.score - a.facts.score);

function componentList(plan) {
  const components = ends(plan, "HAS_PART").map((edge) => edge.to).filter((i) => nodes[i].kind === "Component");
  return components.length > 0 && make("ul", { class: "neighbours" }, components.map((i) => {
    const held = ends(i, "RESPONSIBLE_FOR", "in").map((edge) => nodes[edge.from].label);
    return make("li", {}, kindMark("Component"), nodeLink(i), make("span", { class: "carried", text: held.join(say("comma")) }));
  }));
}

function actionTable(plan) {
  const list = actionsOf(plan);
  if (!list.length) return null;
  const parts = list.flatMap((a) => [a.i, ...a.milestones]);
  const all = years.filter((year) => surest(parts, year));
  return make("div", { class: "scroll" }, make("table", { class: "plain" },
    make("thead", {}, make("tr", {}, make("th", { text: say("action"), scope: "col" }), all.map((year) => make("th", { text: String(year), scope: "col" })))),
    make("tbody", {}, list.map((action) => make("tr", {},
      make("th", { scope: "row" }, nodeLink(action.i, nodes[action.i].facts.title || nodes[action.i].label), action.component !== null && make("small", { text: nodes[action.component].label })),
      all.map((year) => make("td", {}, yearCell(action, year))))))));
}

// The same as plain text, for files.
function yearWords(action, year) {
  const begun = action.milestones.filter((m) => nodes[m].facts.first_year === year);
  if (begun.length) return begun.map((m) => nodes[m].facts.text).join("\n");
  return { stated: "→", possible: "⇢" }[surest([action.i, ...action.milestones], year)] || "";
}

// What begins in a year, and an arrow where something continues, or may.
function yearCell(action, year) {
  const begun = action.milestones.filter((m) => nodes[m].facts.first_year === year);
  if (begun.length) return begun.map((m) => nodeLink(m, nodes[m].facts.text));
  const runs = surest([action.i, ...action.milestones], year);
  if (!runs) return null;
  const label = say(runs === "stated" ? "goes-on" : "may-go-on");
  return make("span", { class: "arrow", text: runs === "stated" ? "→" : "⇢", role: "img", "aria-label": label, title: label });
}

function indicatorTable(list, withPlan = false) {
  if (!list.length) return null;
  const plan = (i) => withPlan && make("small", { text: nodes[i].plans.map((each) => nodes[each].facts.number || nodes[each].label).join(say("comma")) });
  return make("div", { class: "scroll" }, make("table", { class: "plain" },
    make("thead", {}, make("tr", {}, ["indicator", "baseline", "target"].map((key) => make("th", { text: say(key), scope: "col" })))),
    make("tbody", {}, list.map((i) => make("tr", {},
      make("th", { scope: "row" }, nodeLink(i, nodes[i].facts.name || nodes[i].label), plan(i)),
      make("td", { text: measureText(nodes[i].facts.baseline) }),
      make("td", { text: nodes[i].facts.measurable === false ? say("no-number") : measureText(nodes[i].facts.target) }))))));
}
