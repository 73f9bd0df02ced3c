// Takes a table out of the page: copied, as CSV, as a workbook. The values come from its
// columns, not from what is painted: a column for each year, numbers as numbers, what may go on apart.
const tableShown = { view: "", caption: "", columns: [], rows: [] };

// The words of a cell, without its pictures.
function wordsIn(content) {
  if (content == null || content === false) return "";
  if (Array.isArray(content)) return content.map(wordsIn).filter(Boolean).join(" ");
  return content instanceof SVGElement ? "" : content instanceof Element ? content.textContent : String(content);
}

// The columns that a column becomes in a file: {label, value(row), look}; mostly one.
const fileColumns = (column) => (column.files || [{ label: column.label, value: column.number ? column.value : (row) => wordsIn(column.cell(row)), look: column.look }]).filter(Boolean);

function tableInFiles() {
  const columns = tableShown.columns.flatMap(fileColumns);
  return {
    heads: columns.map((column) => column.label),
    looks: columns.map((column) => column.look || "number"),
    rows: tableShown.rows.map((row) => columns.map((column) => column.value(row) ?? "")),
  };
}

// A plan as its number and its title, with its document where there are several.
function nodeFiles(key, label, of, about) {
  const plan = key === "plan";
  return [
    plan && { label: say("plan-number"), value: (row) => nodes[of(row)].facts.number || "" },
    { label, value: (row) => { const node = nodes[of(row)]; return (plan ? node.facts.title : node.facts.name) || node.label; } },
    several && { label: say("document"), value: (row) => documentOf(about(row))?.title || "" },
  ];
}

// A value as a number, and as it is printed, with its unit and its time.
const measureFiles = (key, label) => [
  { label, value: (row) => (row.facts[key] && row.facts[key].value != null ? row.facts[key].value : "") },
  { label: say("as-printed", { name: label }), value: (row) => (key === "target" && row.facts.measurable === false ? say("no-number") : row.facts[key] ? measureText(row.facts[key]) : "") },
];

function shownAs(value, look) {
  if (typeof value !== "number") return String(value);
  if (look === "percent") return `${value < 0 ? "-" : ""}${fixed(Math.abs(value) * 100, 1)}%`;
  return String(Number(value.toFixed(6)));
}

// A cell that a spreadsheet would make a date (1-2-2) or a formula gets a tab, or a quote, before it.
const sheetCell = (text) => (/^\d{1,4}([-/])\d{1,2}(?:\1\d{1,4})?$/.test(text) ? `\t${text}` : /^[=+@-]/.test(text) && Number.isNaN(Number(text.replace(/[%,]/g, ""))) ? `'${text}` : text);

function linesInFiles() {
  const { heads, looks, rows } = tableInFiles();
  return [heads, ...rows.map((row) => row.map((value, at) => shownAs(value, looks[at])))].map((line) => line.map(sheetCell));
}

async function copyTable() {
  const text = linesInFiles().map((line) => line.map((cell) => cell.replace(/^\t/, "").replace(/[\t\n]+/g, " ")).join("\t")).join("\n");
  try {
    await navigator.clipboard.writeText(text);
    toast(say("table-copied"));
  } catch {
    toast(say("table-not-copied"));
  }
}

function saveFile(blob, name) {
  const url = URL.createObjectURL(blob);
  make("a", { href: url, download: `${data.documents.slice(0, 3).map((document) => document.id).join("-")}-${name}` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

function saveCsv() {
  const quoted = (text) => (/[",\n\r\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const text = `\ufeff${linesInFiles().map((line) => line.map(quoted).join(",")).join("\r\n")}\r\n`;
  saveFile(new Blob([text], { type: "text/csv" }), `${state.view}.csv`);
  toast(say("csv-saved"));
}

// The filters in use, each as [what, value].
const filterTexts = () => [
  ...TEXTS.filter((key) => state[key]).map((key) => [say(key), key === "year" ? yearText(Number(state.year)) : nodes[byId.get(state[key])].label]),
  ...(state.readings.size < READINGS.length ? [[say("reading"), [...state.readings].map((name) => say(name)).join(say("comma"))]] : []),
];

// What the signs and the counts of the table mean.
const signTexts = () => ({
  workload: ["fractional", "share"].map((key) => `${say(key)}: ${say(`about-${key}`)}`),
  timeline: [`→: ${say("goes-on")}`, `⇢: ${say("may-go-on")}`],
  themes: Object.keys(SIGNS).map((name) => `${SIGNS[name]}: ${say(`basis-${name}`)}`),
  indicators: [`${say("change")}: ${say("about-change")}`],
})[tableShown.view];

// The sheet that says what the table is of: document, view, filters, and what is not known.
function aboutTable() {
  const unknown = unknownTexts();
  return [
    [say("document"), data.documents.map((document) => document.title).join(say("comma"))],
    [say("table-of"), tableShown.caption],
    [say("signs"), signTexts().join("\n")],
    [say("filters"), filterTexts().map((pair) => pair.join(": ")).join("\n") || say("any")],
    [say("plans"), byName("left").textContent],
    [say("not-known"), unknown.join(say("comma")) || say("nothing-unknown")],
    [say("made-on"), new Date().toLocaleDateString(data.lang)],
  ];
}

function saveXlsx() {
  const { heads, looks, rows } = tableInFiles();
  saveFile(workbook([
    { name: tableShown.caption, heads, rows, looks, frozen: true },
    { name: say("about-table"), heads: null, rows: aboutTable(), looks: ["title", "text"], frozen: false },
  ]), `${state.view}.xlsx`);
  toast(say("xlsx-saved"));
}
