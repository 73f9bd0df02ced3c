// The views beside the map, of the plans that the filters leave: workload, timeline, themes, indicators.
const VIEWS = ["map", "workload", "timeline", "themes", "indicators"];

function startViews() {
  const tabs = byName("tabs");
  tabs.replaceChildren(...VIEWS.map((view) => button(say(`view-${view}`), () => change({ view }), { role: "tab", id: `tab-${view}`, "aria-controls": view === "map" ? "map-view" : "other-view" })));
  tabs.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const view = VIEWS[(VIEWS.indexOf(state.view) + step + VIEWS.length) % VIEWS.length];
    change({ view });
    byName(`tab-${view}`).focus();
  });
  showView();
  onChange((changes) => {
    const only = Object.keys(changes).every((key) => ["selected", "lit", "start", "unfolded", "kinds", "relations"].includes(key));
    if (!only) showView();
  });
}

function showView() {
  for (const view of VIEWS) {
    const tab = byName(`tab-${view}`);
    tab.setAttribute("aria-selected", String(view === state.view));
    tab.tabIndex = view === state.view ? 0 : -1;
  }
  const onMap = state.view === "map";
  byName("map-view").hidden = !onMap;
  const box = byName("other-view");
  box.hidden = onMap;
  document.body.dataset.view = state.view;
  if (onMap) return;
  box.setAttribute("aria-labelledby", `tab-${state.view}`);
  const build = { workload: workloadView, timeline: timelineView, themes: themesView, indicators: indicatorsView }[state.view];
  const top = box.querySelector(".scroll");
  const keptScroll = top && box.dataset.view === state.view ? [top.scrollLeft, top.scrollTop] : [0, 0];
  box.replaceChildren(...build(plansLeft().map((plan) => plan.i)).filter(Boolean));
  box.dataset.view = state.view;
  const scroll = box.querySelector(".scroll");
  if (scroll) [scroll.scrollLeft, scroll.scrollTop] = keptScroll;
}

const viewTitle = (view) => make("div", { class: "view-head" }, make("h2", { text: say(`view-${view}`) }), make("p", { text: say(`about-${view}`) }));
const nodeColumn = (key, told) => ({ key, told, cell: (row) => nodeLink(row.node), value: (row) => nodes[row.node].label });
const numberColumn = (key, told, value, about) => ({ key, told, about, number: true, cell: (row) => String(value(row) || "·"), value });

// What each department carries: plans led and shared, components, and its steps in each year.
function workloadRows(plans) {
  const kept = new Set(plans);
  const rows = [];
  for (const { i } of nodes.filter((node) => node.kind === "Department")) {
    const row = { node: i, lead: 0, co: 0, component: 0, indicators: 0, years: new Map(years.map((year) => [year, { lead: 0, shared: 0 }])) };
    for (const edge of ends(i, "RESPONSIBLE_FOR")) {
      if (!nodes[edge.to].plans.some((plan) => kept.has(plan)) || !edgePasses(edge)) continue;
      const role = edge.facts.role in row ? edge.facts.role : "co";
      row[role] += 1;
      count(row, edge.to, role);
    }
    if (row.lead + row.co + row.component) rows.push(row);
  }
  return rows.sort((a, b) => b.lead - a.lead || b.co - a.co || b.component - a.component);
}

function count(row, held, role) {
  const list = nodes[held].kind === "Plan" ? actionsOf(held) : actionsOf(nodes[held].plans[0]).filter((action) => action.component === held);
  row.indicators += nodes[held].kind === "Plan" ? indicatorsOf(held).length : ends(held, "MEASURED_BY").length;
  for (const year of years) {
    const steps = list.flatMap((action) => (action.milestones.length ? action.milestones : [action.i])).filter((i) => runsIn(nodes[i].facts, year)).length;
    row.years.get(year)[role === "lead" ? "lead" : "shared"] += steps;
  }
}

function workloadView(plans) {
  const rows = workloadRows(plans);
  const most = Math.max(1, ...rows.flatMap((row) => [...row.years.values()].map((each) => each.lead + each.shared)));
  const sum = (row) => row.lead + row.co + row.component;
  const bar = (row) => {
    const unit = 110 / Math.max(1, ...rows.map(sum));
    const parts = [["lead", row.lead], ["co", row.co], ["component", row.component]];
    let x = 0;
    const picture = drawn("svg", { width: 112, height: 14, role: "img", "aria-label": parts.map(([role, n]) => `${coded(role)} ${n}`).join(say("comma")) });
    for (const [role, n] of parts) {
      picture.append(drawn("rect", { x, y: 1, width: n * unit, height: 12, class: `bar ${role}` }));
      x += n * unit;
    }
    return picture;
  };
  const columns = [
    nodeColumn("department", say("department")),
    { key: "bar", told: say("share"), number: true, cell: bar, value: sum },
    numberColumn("lead", say("led"), (row) => row.lead),
    numberColumn("co", say("shared-plans"), (row) => row.co),
    numberColumn("component", coded("component"), (row) => row.component),
    numberColumn("indicator", say("indicator"), (row) => row.indicators),
    ...years.map((year) => ({
      ...numberColumn(`y${year}`, String(year), (row) => row.years.get(year).lead + row.years.get(year).shared, yearTold(year)),
      css: (row) => `heat h${Math.ceil((6 * (row.years.get(year).lead + row.years.get(year).shared)) / most)}`,
      settings: (row) => ({ title: say("steps-told", row.years.get(year)) }),
    })),
  ];
  const key = make("p", { class: "key" }, ["lead", "co", "component"].map((role) => [make("span", { class: `swatch ${role}` }), make("span", { text: coded(role) })]),
    make("span", { class: "gap", text: say("steps-scale") }), [0, 1, 2, 3, 4, 5, 6].map((step) => make("span", { class: `swatch heat h${step}`, title: String(Math.round((step * most) / 6)) })), make("span", { text: say("up-to", { n: most }) }));
  return [viewTitle("workload"), key, sortable("workload", say("view-workload"), columns, rows)];
}

function timelineView(plans) {
  const rows = plans.map((node) => ({ node, actions: actionsOf(node) }));
  const steps = (row, year) => row.actions.flatMap((action) => action.milestones.filter((m) => nodes[m].facts.first_year === year));
  const running = (row, year) => row.actions.flatMap((a) => [a.i, ...a.milestones]).filter((i) => runsIn(nodes[i].facts, year)).length;
  const columns = [
    nodeColumn("plan", say("plan")),
    ...years.map((year) => ({
      key: `y${year}`,
      told: yearTold(year),
      value: (row) => running(row, year),
      css: (row) => (running(row, year) ? "runs" : ""),
      cell: (row) => {
        const begun = steps(row, year);
        if (!begun.length) return running(row, year) ? make("span", { class: "bar-on", "aria-label": say("goes-on") }) : null;
        return make("ul", { class: "steps" }, begun.map((m) => {
          const [first, last] = yearsOf(nodes[m].facts);
          return make("li", { class: last > first ? "long" : "" }, nodeLink(m, nodes[m].facts.text), last > first && make("span", { class: "until", text: `→ ${shortYear(last)}`, title: yearTold(last) }));
        }));
      },
    })),
  ];
  return [viewTitle("timeline"), sortable("timeline", say("view-timeline"), columns, rows)];
}

function themesView(plans) {
  const kept = new Set(plans);
  const used = nodes.filter((node) => node.kind === "Theme").map((node) => ({
    ...node, n: ends(node.i, "TOUCHES", "in").filter((edge) => kept.has(edge.from) && edgePasses(edge)).length,
  })).filter((theme) => theme.n || plans.some((p) => (nodes[p].facts.unknown_marks || []).includes(theme.facts.name)));
  used.sort((a, b) => b.n - a.n || a.i - b.i);
  const rows = plans.map((node) => ({ node, touches: new Map(ends(node, "TOUCHES").filter(edgePasses).map((edge) => [edge.to, edge])), unknown: new Set(nodes[node].facts.unknown_marks || []) }));
  const SIGNS = { mark: "○", text: "△", both: "◎", unknown: "?" };
  const basis = (row, theme) => {
    const edge = row.touches.get(theme.i);
    if (edge) return edge.facts.basis.length > 1 ? "both" : edge.facts.basis[0];
    return row.unknown.has(theme.facts.name) ? "unknown" : "";
  };
  const value = { both: 3, mark: 2, text: 1, unknown: 0.5, "": 0 };
  const columns = [
    nodeColumn("plan", say("plan")),
    numberColumn("n", say("sum"), (row) => row.touches.size),
    ...used.map((theme) => ({
      key: `t${theme.i}`,
      told: theme.facts.name || theme.label,
      about: say("name-count", { name: theme.label, n: theme.n }),
      number: true,
      value: (row) => value[basis(row, theme)],
      css: (row) => `sign ${basis(row, theme)}`,
      settings: (row) => ({ title: basis(row, theme) ? `${theme.label}: ${say(`basis-${basis(row, theme)}`)}` : null }),
      cell: (row) => {
        const found = basis(row, theme);
        const edge = row.touches.get(theme.i);
        const show = () => { change({ view: "map" }); change({ unfolded: new Set([...state.unfolded, theme.i]), selected: { edge: edge.i } }); };
        return edge ? button(SIGNS[found], show, { class: "link", "aria-label": say(`basis-${found}`) }) : SIGNS[found] || null;
      },
    })),
  ];
  const key = make("p", { class: "key" }, ["both", "mark", "text", "unknown"].map((name) => [make("span", { class: `sign ${name}`, text: SIGNS[name] }), make("span", { text: say(`basis-${name}`) })]));
  return [viewTitle("themes"), key, sortable("themes", say("view-themes"), columns, rows)];
}

function indicatorsView(plans) {
  const rows = plans.flatMap((plan) => indicatorsOf(plan).filter(passes).map((node) => ({ node, plan, facts: nodes[node].facts })));
  const number = (told) => (told ? told.value : null);
  const arrows = { increase: "↗", decrease: "↘", maintain: "→" };
  const same = (row) => row.facts.baseline && row.facts.target && row.facts.baseline.unit === row.facts.target.unit;
  const change100 = (row) => (same(row) && row.facts.baseline.value ? ((row.facts.target.value - row.facts.baseline.value) / Math.abs(row.facts.baseline.value)) * 100 : null);
  const columns = [
    { key: "indicator", told: say("indicator"), cell: (row) => nodeLink(row.node, row.facts.name || nodes[row.node].label), value: (row) => row.facts.name },
    { key: "plan", told: say("plan"), cell: (row) => nodeLink(row.plan), value: (row) => nodes[row.plan].label },
    { key: "baseline", told: say("baseline"), number: true, cell: (row) => measure(row.facts.baseline), value: (row) => number(row.facts.baseline) },
    { key: "to", told: say("direction"), cell: (row) => (row.facts.direction ? make("span", { text: `${arrows[row.facts.direction] || ""} ${coded(row.facts.direction)}` }) : null), value: (row) => row.facts.direction || "" },
    { key: "target", told: say("target"), number: true, cell: (row) => (row.facts.measurable === false ? say("no-number") : measure(row.facts.target)), value: (row) => number(row.facts.target) },
    { key: "change", told: say("change"), number: true, cell: (row) => { const c = change100(row); return c === null ? "" : `${c > 0 ? "+" : ""}${c.toFixed(1)}%`; }, value: change100 },
  ];
  return [viewTitle("indicators"), sortable("indicators", say("view-indicators"), columns, rows)];
}
