// When what is done: plans × fiscal years, with the steps that begin in each.
function timelineView(plans) {
  const rows = plans.map((node) => ({ node, actions: actionsOf(node) }));
  if (!rows.length) return [viewTitle("timeline"), nothing()];
  const running = (row, year) => row.actions.flatMap((a) => [a.i, ...a.milestones]).filter((i) => runsIn(nodes[i].facts, year)).length;
  const columns = [
    nodeColumn("plan", say("plan")),
    ...years.map((year) => ({
      key: `y${year}`,
      told: yearTold(year),
      value: (row) => running(row, year),
      css: (row) => (running(row, year) ? "runs" : ""),
      cell: (row) => stepsOf(row, year, running(row, year)),
    })),
  ];
  return [viewTitle("timeline"), sortable("timeline", say("view-timeline"), columns, rows)];
}

// What begins in a year; a bar where something goes on that began before.
function stepsOf(row, year, running) {
  const begun = row.actions.flatMap((action) => action.milestones.filter((m) => nodes[m].facts.first_year === year).map((m) => [action, m]));
  if (!begun.length) return running ? make("span", { class: "bar-on", role: "img", "aria-label": say("goes-on"), title: say("goes-on") }) : null;
  return make("ul", { class: "steps" }, begun.map(([action, m]) => {
    const [first, last] = yearsOf(nodes[m].facts);
    return make("li", { title: nodes[action.i].facts.title }, nodeLink(m, nodes[m].facts.text),
      last > first && make("span", { class: "until", text: `→ ${shortYear(last)}`, title: yearTold(last) }));
  }));
}
