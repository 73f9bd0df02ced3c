// Printing: the open view, the selection, or each saved view on its own sheet; A3 or A4.
const SHEET_ROWS = several ? 19 : 29; // of the themes on a sheet, beneath their headings
const SHEET = [4800, 2960]; // pixels of a picture within the margins: 300 an inch on A3
const VIEW_SHEET = [3200, 1970]; // of each of several
const WAYS = ["print-open", "print-selected", "print-views"];

// Paper is white, whatever the screen is.
function onPaper(paint) {
  paperPalette = true;
  palettes.clear();
  try {
    return paint();
  } finally {
    paperPalette = false;
    palettes.clear();
  }
}

function beforePaper() {
  if (["print-details", "print-views"].some((name) => document.body.classList.contains(name))) return;
  onPaper(() => {
    picture(byName("paper"), SHEET, extent());
    byName("paper-legend").replaceChildren(...paperLegend());
  });
  byName("paper-tables").replaceChildren(...sheetsOf(document.querySelector("#other-view .themes")));
  byName("paper-foot").textContent = footOfView();
}

const printedFoot = () => [byName("title").textContent, say("printed-on", { date: new Date().toLocaleDateString(data.lang) })].join(" ／ ");
const footOfView = () => [printedFoot(), ...filterTexts().map((pair) => pair.join(": ")), byName("left").textContent].join(" ／ ");

// What the shapes and lines on the sheet mean.
function paperLegend() {
  const on = new Set([...shown.nodes].map((i) => nodes[i].kind));
  const drawn = new Set(shown.edges.filter((edge) => strength(edge) >= 0).map((edge) => edge.type));
  const row = (mark, text) => make("span", {}, mark, make("span", { text }));
  return [
    ...(colouring ? colouring.entries.map((entry) => row(swatch(entry.colour), say("name-count", { name: entry.label, n: entry.n }))) : []),
    ...legendMarks().map(([mark, text]) => row(mark, text)),
    ...data.kinds.filter((kind) => on.has(kind.name)).map((kind) => row(kindMark(kind.name), kind.label)),
    ...data.relations.filter((relation) => drawn.has(relation.name)).map((relation) => row(relationMark(relation.name), relation.label)),
  ];
}

// Vertical headings are painted only on the first sheet, so each sheet has its own table.
function sheetsOf(table) {
  const rows = table ? [...table.tBodies[0].rows] : [];
  return rows.filter((_, at) => at % SHEET_ROWS === 0).map((row) => {
    const at = rows.indexOf(row);
    const sheet = table.cloneNode(true);
    sheet.tBodies[0].replaceChildren(...rows.slice(at, at + SHEET_ROWS).map((each) => each.cloneNode(true)));
    return sheet;
  });
}

// A saved view as a sheet: its name, the picture or the table, the legend, its filters.
function sheetOfView(view) {
  reopen(view.at);
  const head = make("h2", { text: view.name });
  const foot = make("p", { class: "paper-note", text: footOfView() });
  if (state.view === "map") {
    const canvas = make("canvas");
    const legend = onPaper(() => { picture(canvas, VIEW_SHEET, extent()); return paperLegend(); });
    return make("section", { class: "paper-view" }, head, canvas, make("p", { class: "paper-marks" }, legend), foot);
  }
  const key = document.querySelector("#other-view > .key");
  const table = document.querySelector("#other-view table");
  const tables = !table ? [nothing()] : state.view === "themes" ? sheetsOf(table) : [table.cloneNode(true)];
  return make("section", { class: "paper-view" }, head, key && key.cloneNode(true), tables, foot);
}

function printWith(name) {
  document.body.classList.add(name);
  window.print();
}

function afterPaper() {
  document.body.classList.remove("print-details", "print-views");
  byName("paper-tables").replaceChildren();
  byName("paper-views").replaceChildren();
}

// The details alone, on sheets of A4, with their heading, the date and page numbers.
function printDetails() {
  byName("paper-foot").textContent = printedFoot();
  printWith("print-details");
}

function printViews(list) {
  const before = address();
  byName("paper-views").replaceChildren(...list.map(sheetOfView));
  reopen(before);
  printWith("print-views");
}

function showPrinting() {
  const box = byName("print-box");
  const possible = { "print-open": true, "print-selected": state.selected !== null, "print-views": savedViews.length > 0 };
  const choose = (group, value, text, settings) => make("label", { class: "check" }, make("input", { type: "radio", name: group, value, ...settings }), make("span", { text }));
  const chosen = (group) => box.querySelector(`[name="${group}"]:checked`).value;
  const print = () => {
    document.body.classList.toggle("a4", chosen("paper-size") === "A4");
    const way = chosen("print-what");
    box.close();
    if (way === "print-selected") printDetails();
    else if (way === "print-views") printViews(savedViews);
    else window.print();
  };
  const paper = document.body.classList.contains("a4") ? "A4" : "A3";
  box.replaceChildren(
    make("h2", { id: "print-title", text: say("print") }),
    make("fieldset", {}, make("legend", { text: say("print-what") }), WAYS.map((way, at) => choose("print-what", way, say(way, { n: savedViews.length }), { checked: at === 0, disabled: !possible[way] }))),
    make("fieldset", {}, make("legend", { text: say("paper-size") }), ["A3", "A4"].map((size) => choose("paper-size", size, say(`paper-${size}`), { checked: size === paper }))),
    make("div", { class: "acts" }, button(say("print"), print, { id: "print-now" }), button(say("close"), () => box.close())),
  );
  box.showModal();
}

function startLeaving() {
  byName("save-png").addEventListener("click", savePng);
  byName("print").addEventListener("click", showPrinting);
  window.addEventListener("beforeprint", beforePaper);
  window.addEventListener("afterprint", afterPaper);
}
