// The timeline as a Gantt chart: a row for each action, a bar over its years, hatched where it may go on.
function timelineView(plans) {
  const rows = plans.flatMap((node) => {
    const list = actionsOf(node);
    return list.length ? list.map((action) => ({ node, action })) : [{ node, action: null }];
  });
  if (!rows.length) return [viewTitle("timeline"), nothing()];
  const parts = (row) => (row.action ? [row.action.i, ...row.action.milestones] : []);
  const sure = (row, year) => ["possible", "stated"].indexOf(surest(parts(row), year)) + 1;
  let before = null;
  const columns = [
    {
      ...nodeColumn("plan", say("plan")),
      css: (row) => { const again = row.node === before; before = row.node; return again ? "again" : ""; },
    },
    { key: "action", label: say("action"), css: () => "action", cell: actionName, value: (row) => (row.action ? nodes[row.action.i].label : ""), files: actionFiles() },
    ...years.map((year, at) => ({
      key: `y${year}`,
      label: yearText(year),
      value: (row) => sure(row, year),
      css: () => "gantt",
      files: [{ label: yearText(year), value: (row) => (row.action ? yearWords(row.action, year) : "") }],
      width: at === 0 ? years.length : 0,
      cell: bars,
    })),
  ];
  return [viewTitle("timeline"), timelineKey(), sortable("timeline", say("view-timeline"), columns, rows)];
}

function actionName(row) {
  if (!row.action) return make("span", { class: "quiet", text: say("no-actions") });
  return [nodeLink(row.action.i, nodes[row.action.i].facts.title || nodes[row.action.i].label),
    row.action.component !== null && make("small", { text: nodes[row.action.component].label })];
}

const actionFiles = () => [
  { label: say("action"), value: (row) => (row.action ? nodes[row.action.i].facts.title || nodes[row.action.i].label : say("no-actions")) },
  nodes.some((node) => node.kind === "Component") && { label: kinds.get("Component").label, value: (row) => (row.action && row.action.component !== null ? nodes[row.action.component].label : "") },
];

// The bars of an action over all years, in as few lanes as possible without overlaps.
function bars(row) {
  const list = row.action ? [row.action.i, ...row.action.milestones].filter((i) => yearsOf(nodes[i].facts)) : [];
  if (!list.length) return row.action && make("span", { class: "quiet", text: say("no-years") });
  const box = make("div", { class: "lanes" });
  box.style.gridTemplateColumns = `repeat(${years.length}, minmax(0, 1fr))`;
  box.style.backgroundSize = `${100 / years.length}% 100%`; // a line where each year begins
  const ends = [];
  for (const i of list) {
    const [earliest, latest] = [earliestOf(nodes[i].facts), latestOf(nodes[i].facts)];
    let lane = ends.findIndex((end) => end < earliest);
    if (lane < 0) lane = ends.push(0) - 1;
    ends[lane] = latest;
    box.append(barOf(i, lane));
  }
  return box;
}

function barOf(i, lane) {
  const { facts } = nodes[i];
  const [[first, last], earliest, latest] = [yearsOf(facts), earliestOf(facts), latestOf(facts)];
  const perhaps = [
    earliest < first && [say("may-begin-from", { year: yearText(earliest) }), 0, first - earliest],
    latest > last && [say("may-go-on-to", { year: yearText(latest) }), last + 1 - earliest, latest - last],
  ].filter(Boolean);
  const when = [span(facts), ...perhaps.map(([words]) => words)].filter(Boolean).join(say("comma"));
  const text = facts.text || "→";
  const share = (n) => `${(100 * n) / (latest - earliest + 1)}%`;
  const part = (css, from, wide, settings = {}) => {
    const piece = make("span", { class: css, ...settings });
    piece.style.left = share(from);
    piece.style.width = share(wide);
    return piece;
  };
  const bar = make("div", { class: "run", title: `${text} ${when}` },
    part("surely", first - earliest, last - first + 1),
    perhaps.map(([words, from, wide]) => part("perhaps", from, wide, { role: "img", "aria-label": words })),
    nodeLink(i, text));
  bar.style.gridRow = String(lane + 1);
  bar.style.gridColumn = `${years.indexOf(earliest) + 1} / ${years.indexOf(latest) + 2}`;
  return bar;
}

function timelineKey() {
  return make("p", { class: "key" },
    make("span", { class: "swatch surely" }), make("span", { text: say("surely-runs") }),
    make("span", { class: "swatch perhaps" }), make("span", { text: say("may-go-on") }));
}
