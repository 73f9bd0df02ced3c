// Out of the page: a PNG of the map, and a sheet of A3.
const PNG_SIDE = 4000;
const SHEET_ROWS = several ? 19 : 29; // of the themes on a sheet of A3, beneath their headings
const A3 = [4800, 2960]; // pixels of the sheet within its margins, 300 a inch

// The map as it is shown, painted whole on a canvas of at most that size.
function picture(canvas, most, part) {
  const [left, top, right, bottom] = part;
  const margin = 12;
  const [w, h] = [right - left + 2 * margin, bottom - top + 2 * margin];
  const scale = Math.min(most[0] / w, most[1] / h, 4);
  canvas.width = Math.round(w * scale);
  canvas.height = Math.round(h * scale);
  const context = canvas.getContext("2d");
  context.fillStyle = grounds().ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.setTransform(scale, 0, 0, scale, (margin - left) * scale, (margin - top) * scale);
  paintRegions(context, shown.regions);
  paintEdges(context, shown.edges, placesNow(), { strength });
  for (const { i, box, why } of paintings()) paintNode(context, nodes[i], box, { ...look(i, scale), why });
  paintNotes(context, shown.regions);
}

function savePng() {
  const canvas = make("canvas");
  picture(canvas, [PNG_SIDE, PNG_SIDE], extent());
  canvas.toBlob((blob) => {
    const url = URL.createObjectURL(blob);
    make("a", { href: url, download: `${data.documents.slice(0, 3).map((document) => document.id).join("-")}-map.png` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
    toast(say("png-saved"));
  }, "image/png");
}

function beforePaper() {
  paperPalette = true;
  palettes.clear();
  if (document.body.classList.contains("print-details")) return;
  picture(byName("paper"), A3, extent());
  byName("paper-legend").replaceChildren(...paperLegend());
  byName("paper-tables").replaceChildren(...sheetsOf(document.querySelector("#other-view .themes")));
  paperPalette = false;
  palettes.clear();
  byName("paper-foot").textContent = [printedFoot(), ...TEXTS.filter((key) => state[key]).map((key) => `${say(key)}: ${key === "year" ? yearTold(Number(state.year)) : nodes[byId.get(state[key])].label}`), byName("left").textContent].join(" ／ ");
}

// What the shapes and lines on the sheet mean.
function paperLegend() {
  const on = new Set([...shown.nodes].map((i) => nodes[i].kind));
  const drawn = new Set(shown.edges.map((edge) => edge.type));
  const row = (mark, told) => make("span", {}, mark, make("span", { text: told }));
  return [
    ...(colouring ? colouring.entries.map((entry) => row(swatch(entry.colour), say("name-count", { name: entry.told, n: entry.n }))) : []),
    ...data.kinds.filter((kind) => on.has(kind.name)).map((kind) => row(kindMark(kind.name), kind.told)),
    ...data.relations.filter((relation) => drawn.has(relation.name)).map((relation) => row(relationMark(relation.name), relation.told)),
  ];
}

// Headings that stand upright are painted on the first sheet only, so each sheet has a table of its own.
function sheetsOf(table) {
  const rows = table ? [...table.tBodies[0].rows] : [];
  return rows.filter((_, at) => at % SHEET_ROWS === 0).map((row) => {
    const at = rows.indexOf(row);
    const sheet = table.cloneNode(true);
    sheet.tBodies[0].replaceChildren(...rows.slice(at, at + SHEET_ROWS).map((each) => each.cloneNode(true)));
    return sheet;
  });
}

// The details alone, on sheets of A4, with their heading, the date and page numbers.
function printDetails() {
  document.body.classList.add("print-details");
  byName("paper-foot").textContent = printedFoot();
  window.print();
  document.body.classList.remove("print-details");
}

const printedFoot = () => [byName("title").textContent, say("printed-on", { date: new Date().toLocaleDateString(data.lang) })].join(" ／ ");

function startLeaving() {
  byName("save-png").addEventListener("click", savePng);
  byName("print").addEventListener("click", () => window.print());
  window.addEventListener("beforeprint", beforePaper);
  window.addEventListener("afterprint", () => byName("paper-tables").replaceChildren());
}
