// Tables that sort by a click on a heading; a click on a row leads to the map.
const sorted = new Map(); // view → {column, down}

function compared(a, b) {
  if (a == null || a === "") return b == null || b === "" ? 0 : 1;
  if (b == null || b === "") return -1;
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a).localeCompare(String(b), data.lang, { numeric: true });
}

// columns: {key, label, number, cell(row) → text or element, value(row) → what sorts, about, width, files → what it becomes in a file}
// `width` is how many columns a cell spans; a column of width 0 is covered by the one before.
function sortable(view, caption, columns, rows) {
  const order = sorted.get(view) || { column: null, down: false };
  const column = columns.find((each) => each.key === order.column);
  const list = column
    ? rows.map((row, at) => [row, at]).sort(([a, i], [b, j]) => (order.down ? -1 : 1) * compared(column.value(a), column.value(b)) || i - j).map(([row]) => row)
    : rows;
  Object.assign(tableShown, { view, caption, columns, rows: list });
  const heads = columns.map((each) => {
    const on = each.key === order.column;
    const turn = () => {
      sorted.set(view, { column: each.key, down: on ? !order.down : Boolean(each.number) });
      showView();
      document.querySelector(`[data-sort="${CSS.escape(each.key)}"]`).focus();
    };
    return make("th", { scope: "col", class: each.number ? "number" : "", "aria-sort": on ? (order.down ? "descending" : "ascending") : "none" },
      make("button", { type: "button", on: { click: turn }, data: { sort: each.key }, title: each.about || each.label },
        make("span", { text: each.label }), each.below && make("small", { text: each.below })));
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
    const content = each.cell(row);
    const settings = { colspan: each.width, class: [each.number ? "number" : "", each.css ? each.css(row) : ""].join(" ").trim(), ...(each.settings ? each.settings(row) : {}) };
    if (at === 0) return make("th", { scope: "row", ...settings }, content);
    return make("td", settings, content);
  }));
}
