// Which plan touches which theme, and by what: the answers to `themes`, for the plans left.
const SIGNS = { both: "◎", mark: "○", text: "△", unknown: "?" };
const WEIGHT = { both: 3, mark: 2, text: 1, unknown: 0.5 };

function themeColumns(plans) {
  const left = new Set(plans);
  const found = data.answers.columns.map(({ theme, touches, unknown }) => ({
    theme,
    touches: new Map(touches.filter((touch) => left.has(touch.plan) && touch.bonds.some((i) => edgePasses(edges[i]))).map((touch) => [touch.plan, touch])),
    unknown: new Set(unknown.filter((plan) => left.has(plan))),
  }));
  return found.filter((each) => each.touches.size || each.unknown.size).sort((a, b) => b.touches.size - a.touches.size);
}

function basisOf(column, plan) {
  const touch = column.touches.get(plan);
  if (touch) return touch.basis.length > 1 ? "both" : touch.basis[0];
  return column.unknown.has(plan) ? "unknown" : null;
}

function themesView(plans) {
  const found = themeColumns(plans);
  if (!found.length) return [viewTitle("themes"), nothing()];
  const rows = plans.map((node) => ({ node }));
  const touched = (row) => ends(row.node, "TOUCHES").filter(edgePasses).length;
  const columns = [
    nodeColumn("plan", say("plan")),
    numberColumn("n", say("themes-touched"), touched),
    ...found.map((column) => themeColumn(column)),
  ];
  const key = make("p", { class: "key" }, Object.keys(SIGNS).map((name) => [make("span", { class: `sign ${name}`, text: SIGNS[name] }), make("span", { text: say(`basis-${name}`) })]));
  return [viewTitle("themes"), key, sortable("themes", say("view-themes"), columns, rows)];
}

function themeColumn(column) {
  const { label, facts } = nodes[column.theme];
  const name = facts.name || label;
  return {
    key: `t${column.theme}`,
    label: name,
    below: String(column.touches.size),
    about: say("name-count", { name, n: column.touches.size }),
    number: true,
    value: (row) => WEIGHT[basisOf(column, row.node)] || 0,
    files: [{ label: name, value: (row) => SIGNS[basisOf(column, row.node)] || "" }],
    css: (row) => `sign ${basisOf(column, row.node) || ""}`,
    settings: (row) => { const basis = basisOf(column, row.node); return { title: basis && say("basis-of", { theme: name, basis: say(`basis-${basis}`) }) }; },
    cell: (row) => themeCell(column, row.node),
  };
}

// The sign of how a plan touches a theme; it leads to the relation on the map, with its evidence.
function themeCell(column, plan) {
  const basis = basisOf(column, plan);
  const touch = column.touches.get(plan);
  if (!touch) return basis && SIGNS[basis];
  const show = () => {
    const edge = touch.bonds[0];
    change({ view: "map" });
    change({ unfolded: new Set([...state.unfolded, edges[edge].to]), unfoldedAt: plan, selected: { edge }, lit: null });
  };
  return button(SIGNS[basis], show, { class: "link", "aria-label": say(`basis-${basis}`) });
}
