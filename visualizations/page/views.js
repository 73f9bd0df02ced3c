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

const viewTitle = (view) => make("div", { class: "view-head" }, make("h2", { text: say(`view-${view}`) }), make("p", { text: say(`about-${view}`) }),
  make("div", { class: "table-tools" }, button(say("copy-table"), copyTable, { id: "copy-table" }), button("CSV", saveCsv, { id: "save-csv" }), button("Excel", saveXlsx, { id: "save-xlsx" })));
// A node; among several documents, also the document of its row.
const nodeColumn = (key, label, of = (row) => row.node) => ({
  key, label,
  files: nodeFiles(key, label, (row) => row.node, of),
  cell: (row) => [nodeLink(row.node), several && make("small", { text: documentOf(of(row))?.title })],
  value: (row) => nodes[row.node].label,
});
const numberColumn = (key, label, value, about) => ({ key, label, about, number: true, cell: (row) => String(value(row) || "·"), value });

const nothing = () => make("p", { class: "empty", text: say("view-empty") });
