// Saved views, kept by the browser for this document, sent to others as a link or a file, and a
// presentation that steps through them.
const VIEWS_SCHEMA = "keikaku-views/1";
const MOST_VIEWS = 100;
const LONGEST_NAME = 100;
const VIEWS_KEY = `keikaku-views:${data.documents.map((document) => document.id).join()}`;
let savedViews = readViews();
let stage = null; // the number of the view that is presented

function readViews() {
  try {
    return asViews(JSON.parse(localStorage.getItem(VIEWS_KEY) || "[]"));
  } catch {
    return [];
  }
}

// The valid views in a list from somebody else; the rest is ignored.
function asViews(list) {
  if (!Array.isArray(list)) return [];
  const found = list.filter((each) => each && typeof each.name === "string" && typeof each.at === "string");
  return found.slice(0, MOST_VIEWS).map(({ name, at }) => ({ name: name.slice(0, LONGEST_NAME), at }));
}

// Adds views from others after the own ones, each only once.
function addViews(list) {
  const there = new Set(savedViews.map((view) => JSON.stringify(view)));
  keepViews([...savedViews, ...list.filter(({ name, at }) => !there.has(JSON.stringify({ name, at })))].slice(0, MOST_VIEWS));
}

// The address of the page with all saved views in it: #views=[[name, address], …].
const viewsLink = () => `${location.href.split("#")[0]}#views=${encodeURIComponent(JSON.stringify(savedViews.map(({ name, at }) => [name, at])))}`;

function viewsInLink(text) {
  const list = parsed(new URLSearchParams(text).get("views") || "[]", []);
  return asViews((Array.isArray(list) ? list : []).map((each) => (Array.isArray(each) ? { name: each[0], at: each[1] } : null)));
}

// Adds the views of a link and shows the first; false for a link without views.
function receiveViews(text) {
  const list = viewsInLink(text);
  if (!list.length) return false;
  addViews(list);
  reopen(list[0].at);
  byName("views-box").showModal();
  return true;
}

async function copyViews() {
  try {
    await navigator.clipboard.writeText(viewsLink());
    toast(say("views-link-copied", { n: savedViews.length }));
  } catch {
    location.hash = viewsLink().split("#")[1];
  }
}

function saveViews() {
  const content = { schema: VIEWS_SCHEMA, documents: data.documents.map((document) => document.id), views: savedViews };
  saveFile(new Blob([`${JSON.stringify(content, null, 1)}\n`], { type: "application/json" }), "views.json");
  toast(say("views-saved", { n: savedViews.length }));
}

async function openViews(file) {
  const content = parsed(await file.text(), null);
  const list = content && content.schema === VIEWS_SCHEMA ? asViews(content.views) : [];
  if (!list.length) toast(say("views-not-read"));
  else {
    addViews(list);
    const same = String(content.documents) === String(data.documents.map((document) => document.id));
    toast(say(same ? "views-read" : "views-of-another", { n: list.length }));
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
      button(say("print"), () => { box.close(); printViews(savedViews); }, { id: "views-print", disabled: !savedViews.length }),
      button(say("close"), () => box.close())),
    make("p", { class: "quiet", text: say("about-sending") }),
    make("div", { class: "acts" },
      button(say("views-link"), copyViews, { id: "views-link", disabled: !savedViews.length }),
      button(say("views-file"), saveViews, { id: "views-file", disabled: !savedViews.length }),
      button(say("views-open-file"), () => byName("views-input").click()),
      make("input", { type: "file", id: "views-input", accept: ".json,application/json", hidden: true, on: { change: (event) => event.target.files[0] && openViews(event.target.files[0]) } })),
  );
}

// A name for the current view.
function viewName() {
  if (state.view !== "map") return say(`view-${state.view}`);
  const about = state.selected && state.selected.node != null ? nodes[state.selected.node].label : TEXTS.filter((key) => state[key]).map((key) => (key === "year" ? yearText(Number(state.year)) : nodes[byId.get(state[key])].label)).join(say("comma"));
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
