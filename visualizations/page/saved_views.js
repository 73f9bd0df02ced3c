// Saved views, kept by the browser for this document, and a presentation that steps through them.
const VIEWS_KEY = `keikaku-views:${data.documents.map((document) => document.id).join()}`;
let savedViews = readViews();
let stage = null; // the number of the view that is presented

function readViews() {
  try {
    const found = JSON.parse(localStorage.getItem(VIEWS_KEY) || "[]");
    return Array.isArray(found) ? found.filter((each) => typeof each.name === "string" && typeof each.at === "string") : [];
  } catch {
    return [];
  }
}

function keepViews(list) {
  savedViews = list;
  try {
    localStorage.setItem(VIEWS_KEY, JSON.stringify(list));
  } catch {
    toast(say("views-not-kept"));
  }
  showViews();
}

function startSavedViews() {
  byName("views-open").addEventListener("click", () => { showViews(); byName("views-box").showModal(); });
  byName("stage-back").addEventListener("click", () => present(stage - 1));
  byName("stage-next").addEventListener("click", () => present(stage + 1));
  byName("stage-end").addEventListener("click", () => present(null));
  document.addEventListener("keydown", (event) => {
    if (stage === null) return;
    const step = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }[event.key];
    if (step) present(stage + step);
    else if (event.key === "Escape") present(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }, true);
}

function showViews() {
  const box = byName("views-box");
  const name = make("input", { type: "text", id: "view-name", "aria-label": say("view-name"), value: viewName() });
  const save = () => keepViews([...savedViews, { name: name.value || viewName(), at: address() }]);
  const without = (at) => savedViews.filter((_, place) => place !== at);
  const up = (at) => { const list = without(at); list.splice(Math.max(0, at - 1), 0, savedViews[at]); return list; };
  box.replaceChildren(
    make("h2", { id: "views-title", text: say("saved-views") }),
    make("p", { class: "quiet", text: say("about-views") }),
    make("ol", {}, savedViews.map((view, at) => make("li", {},
      button(view.name, () => { box.close(); reopen(view.at); }, { class: "link" }),
      button("↑", () => keepViews(up(at)), { class: "icon", "aria-label": say("view-up"), disabled: at === 0 }),
      button("×", () => keepViews(without(at)), { class: "icon", "aria-label": say("view-delete") })))),
    make("div", { class: "acts" }, name, button(say("view-save"), save, { id: "view-save" })),
    make("div", { class: "acts" },
      button(say("present"), () => { box.close(); present(0); }, { id: "present", disabled: !savedViews.length }),
      button(say("close"), () => box.close())),
  );
}

// What the view at hand would be called.
function viewName() {
  if (state.view !== "map") return say(`view-${state.view}`);
  const about = state.selected && state.selected.node != null ? nodes[state.selected.node].label : TEXTS.filter((key) => state[key]).map((key) => (key === "year" ? yearTold(Number(state.year)) : nodes[byId.get(state[key])].label)).join(say("comma"));
  return [say(`arrangement:${state.arrangement}`), about].filter(Boolean).join(" ");
}

function present(at) {
  stage = at === null ? null : Math.min(Math.max(at, 0), savedViews.length - 1);
  document.body.classList.toggle("presenting", stage !== null);
  byName("stage").hidden = stage === null;
  if (stage === null) return;
  byName("stage-name").textContent = say("stage", { n: stage + 1, all: savedViews.length, name: savedViews[stage].name });
  byName("stage-back").disabled = stage === 0;
  byName("stage-next").disabled = stage === savedViews.length - 1;
  reopen(savedViews[stage].at);
}
