// Tables that sort by a click on a heading; a click on a row leads to the map.
const sorted = new Map(); // view → {column, down}

function compared(a, b) {
  if (a == null || a === "") return b == null || b === "" ? 0 : 1;
  if (b == null || b === "") return -1;
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a).localeCompare(String(b), data.lang, { numeric: true });
}

// columns: {key, told, number, cell(row) → text or element, value(row) → what sorts, about, width}
// A column of a width fills so many; those of width 0 are filled by the one before.
function sortable(view, caption, columns, rows) {
  const order = sorted.get(view) || { column: null, down: false };
  const column = columns.find((each) => each.key === order.column);
  const list = column
    ? rows.map((row, at) => [row, at]).sort(([a, i], [b, j]) => (order.down ? -1 : 1) * compared(column.value(a), column.value(b)) || i - j).map(([row]) => row)
    : rows;
  const heads = columns.map((each) => {
    const on = each.key === order.column;
    const turn = () => {
      sorted.set(view, { column: each.key, down: on ? !order.down : Boolean(each.number) });
      showView();
      document.querySelector(`[data-sort="${CSS.escape(each.key)}"]`).focus();
    };
    return make("th", { scope: "col", class: each.number ? "number" : "", "aria-sort": on ? (order.down ? "descending" : "ascending") : "none" },
      make("button", { type: "button", on: { click: turn }, data: { sort: each.key }, title: each.about || each.told },
        make("span", { text: each.told }), each.below && make("small", { text: each.below })));
  });
  return make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": caption },
    make("table", { class: `sortable ${view}` },
      make("caption", { text: caption }),
      make("thead", {}, make("tr", {}, heads)),
      make("tbody", {}, list.map((row) => tableRow(row, columns)))));
}

function tableRow(row, columns) {
  const lead = (event) => { if (!event.target.closest("button")) go(row.node); };
  return make("tr", { data: { node: row.node }, on: { click: lead } }, columns.filter((each) => each.width !== 0).map((each, at) => {
    const told = each.cell(row);
    const settings = { colspan: each.width, class: [each.number ? "number" : "", each.css ? each.css(row) : ""].join(" ").trim(), ...(each.settings ? each.settings(row) : {}) };
    if (at === 0) return make("th", { scope: "row", ...settings }, told);
    return make("td", settings, told);
  }));
}

// What a view shows as rows of text: its headings, then a line for each row.
function rowsShown() {
  const table = document.querySelector("#other-view table");
  if (!table) return [];
  const told = (cell) => [...cell.querySelectorAll("title")].reduce((text, each) => text.replace(each.textContent, ""), cell.innerText || cell.textContent).replace(/\s*\n\s*/g, " ").replace(/ [▲▼]$/, "").trim();
  return [...table.rows].map((row) => [...row.cells].flatMap((cell) => [told(cell), ...new Array(cell.colSpan - 1).fill("")]));
}

// A cell that a spreadsheet would make a date (1-2-2) or a formula keeps a tab, or a quote, before it.
const sheetCell = (text) => (/^\d{1,4}([-/])\d{1,2}(?:\1\d{1,4})?$/.test(text) ? `\t${text}` : /^[=+@-]/.test(text) && Number.isNaN(Number(text.replace(/[%,]/g, ""))) ? `'${text}` : text);

async function copyTable() {
  const text = rowsShown().map((row) => row.map(sheetCell).map((cell) => cell.replace(/^\t/, "")).join("\t")).join("\n");
  try {
    await navigator.clipboard.writeText(text);
    toast(say("table-copied"));
  } catch {
    toast(say("table-not-copied"));
  }
}

function saveCsv() {
  const quoted = (text) => (/[",\n\r\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const text = `\ufeff${rowsShown().map((row) => row.map(sheetCell).map(quoted).join(",")).join("\r\n")}\r\n`;
  const url = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  make("a", { href: url, download: `${data.documents.slice(0, 3).map((document) => document.id).join("-")}-${state.view}.csv` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
  toast(say("csv-saved"));
}
