// Starts all parts of the page, and the keys that work everywhere in it.
function applyDark() {
  palettes.clear();
  document.documentElement.dataset.theme = state.dark === null ? "" : state.dark ? "dark" : "light";
  byName("dark").setAttribute("aria-pressed", String(isDark()));
}

function togglePanel(open = document.body.classList.contains("closed")) {
  document.body.classList.toggle("closed", !open);
  byName("panel-toggle").setAttribute("aria-expanded", String(open));
}

function startHelp() {
  const box = byName("help-box");
  const keys = ["help-search", "help-arrows", "help-zoom", "help-fit", "help-unfold", "help-views", "help-escape"];
  box.append(
    make("h2", { id: "help-title", text: say("help") }),
    make("p", { text: say("help-about") }),
    make("dl", {}, keys.map((key) => { const [name, ...text] = say(key).split("|"); return [make("dt", { text: name }), make("dd", { text: text.join("|") })]; })),
    button(say("close"), () => box.close(), { class: "wide" }),
  );
  byName("help").addEventListener("click", () => box.showModal());
}

const isTyping = (element) => ["INPUT", "SELECT", "TEXTAREA"].includes(element.tagName);

// From node to node by the arrow keys: the nearest shown one in that direction.
function step(dx, dy) {
  const list = [...shown.nodes].filter((i) => stands(i) || shown.docked.has(i) || placesNow()[i]).filter((i) => passes(i) || state.mode === "fade");
  if (!state.selected || state.selected.node == null) {
    const centre = network.getViewPosition();
    return nearest(list, (x, y) => Math.hypot(x - centre.x, y - centre.y));
  }
  const [sx, sy] = placesNow()[state.selected.node];
  return nearest(list.filter((i) => i !== state.selected.node), (x, y) => {
    const along = (x - sx) * dx + (y - sy) * dy;
    const aside = Math.abs((x - sx) * dy) + Math.abs((y - sy) * dx);
    return along > 1 ? along + 2.5 * aside : Infinity;
  });
}

function nearest(list, far) {
  let [best, least] = [null, Infinity];
  for (const i of list) {
    const distance = far(placesNow()[i][0], placesNow()[i][1]);
    if (distance < least) [best, least] = [i, distance];
  }
  return best;
}

const ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

function mapKey(event) {
  if (ARROWS[event.key]) {
    const next = step(...ARROWS[event.key]);
    if (next !== null) {
      select({ node: next });
    }
  } else if (event.key === "Enter" && state.selected && state.selected.node != null) byName("details").focus();
  else if (event.key === " " && state.selected && state.selected.node != null) regionOf(state.selected.node) ? toggleRegion(regionOf(state.selected.node)) : toggleFold(state.selected.node);
  else if (event.key === "+" || event.key === ";") zoomBy(1.25);
  else if (event.key === "-") zoomBy(0.8);
  else if (event.key === "0") fit();
  else return;
  event.preventDefault();
}

const zoomBy = (factor) => camera({ scale: Math.min(8, Math.max(0.02, network.getScale() * factor)) });

function startKeys() {
  byName("map").addEventListener("keydown", mapKey);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "/" && !isTyping(event.target)) {
      event.preventDefault();
      byName("search").focus();
    } else if (event.key === "Escape" && !byName("help-box").open && !isTyping(event.target)) {
      if (state.selected || state.lit || state.start !== null) change({ selected: null, lit: null, start: null });
      byName("map").focus();
    } else if (/^[1-5]$/.test(event.key) && !isTyping(event.target)) change({ view: VIEWS[Number(event.key) - 1] });
  });
  byName("zoom-in").addEventListener("click", () => zoomBy(1.25));
  byName("zoom-out").addEventListener("click", () => zoomBy(0.8));
  byName("fit").addEventListener("click", () => fit());
  byName("panel-toggle").addEventListener("click", () => togglePanel());
  byName("dark").addEventListener("click", () => { change({ dark: !isDark() }); applyDark(); network.redraw(); });
}

const titles = data.documents.map((document) => document.title).join(" ／ ");
byName("title").textContent = titles;
byName("title").title = titles;
if (window.innerWidth < 800) togglePanel(false);
if (data.focus.length) state.selected = { node: data.focus[0] };
state.closed = new Set(closedAtFirst("goal"));
startFilters();
startColours();
startLegend();
startDetails();
startBoard();
startGlance();
startMinimap();
startViews();
startSavedViews();
startSearch();
startLeaving();
startHelp();
startKeys();
startLink();
document.body.dataset.ready = "yes";
