// From baseline to target: the answers to `indicators`, for the plans left.
function indicatorsView(plans) {
  const left = new Set(plans);
  const rows = data.answers.measured.filter((each) => left.has(each.plan) && passes(each.indicator)).map((each) => ({ ...each, node: each.indicator, facts: nodes[each.indicator].facts }));
  if (!rows.length) return [viewTitle("indicators"), nothing()];
  const number = (measure) => (measure ? measure.value : null);
  const columns = [
    { key: "indicator", label: say("indicator"), cell: (row) => [nodeLink(row.node, row.facts.name || nodes[row.node].label), row.component && make("small", { text: row.component })], value: (row) => row.facts.name },
    { key: "plan", label: say("plan"), files: nodeFiles("plan", say("plan"), (row) => row.plan, (row) => row.plan), cell: (row) => [nodeLink(row.plan), several && make("small", { text: documentOf(row.plan)?.title })], value: (row) => nodes[row.plan].label },
    { key: "departments", label: say("department"), cell: (row) => row.departments.join(say("comma")), value: (row) => row.departments.join(" ") },
    { key: "baseline", label: say("baseline"), number: true, files: measureFiles("baseline", say("baseline")), cell: (row) => measureCell(row.facts.baseline), value: (row) => number(row.facts.baseline) },
    { key: "way", label: say("way"), css: () => "way", files: [], cell: wayPicture, value: (row) => row.facts.direction || "" },
    { key: "target", label: say("target"), number: true, files: measureFiles("target", say("target")), cell: (row) => (row.facts.measurable === false ? make("span", { class: "quiet", text: say("no-number") }) : measureCell(row.facts.target)), value: (row) => number(row.facts.target) },
    { key: "change", label: say("change"), number: true, files: changeFiles, cell: (row) => [changeText(row.change), row.rate !== null && make("small", { text: percent(row.rate * 100) })], value: (row) => row.rate ?? row.change?.value ?? null },
    { key: "reached", label: say("reached"), files: [{ label: say("reached"), value: (row) => wordsIn(standing(row)) }], cell: standing, value: (row) => (row.at_target === null ? null : Number(row.at_target)) },
  ];
  return [viewTitle("indicators"), sortable("indicators", say("view-indicators"), columns, rows)];
}

// Whether the target is reached; a target that keeps a value is never "already reached".
function standing({ at_target: reached, facts: { direction, target } }) {
  if (reached === null) return null;
  const held = direction === "maintain" && (reached || target.comparator === "=");
  const word = held ? "reached-held" : reached ? "reached-yes" : "reached-no";
  return make("span", { class: reached ? "reached" : "quiet", text: say(word) });
}

// The number and, in small letters, the time that it is for.
function measureCell(measure) {
  if (!measure) return make("span", { class: "quiet", text: "—" });
  return [make("span", { text: measureText({ ...measure, as_of: null }) }), measure.as_of && make("small", { text: measure.as_of })];
}

const signOf = (value) => (value > 0 ? "+" : value < 0 ? "−" : "±");
const percent = (value) => `${signOf(value)}${Math.abs(value).toFixed(1)}%`;

// +4.3ポイント, −3件: how far the target is from the baseline.
function changeText(moved) {
  if (!moved) return "";
  const unit = (moved.unit || "").replace("ポイント", say("points"));
  return `${signOf(moved.value)}${amount(Math.abs(moved.value))}${unit}`;
}

const changeFiles = [
  { label: say("change"), value: (row) => row.change?.value ?? "" },
  { label: say("as-printed", { name: say("change") }), value: (row) => changeText(row.change) },
  { label: say("change-rate"), value: (row) => row.rate ?? "", look: "percent" },
];

// A small chart: over the years where yearly values are known, or else from the baseline to the target.
function wayPicture({ points, facts: { direction } }) {
  if (points.length < 2) return null;
  const texts = points.map(({ fiscal_year: year, kind, value }) => say("of-year", { year: year ? shortYear(year) : "", kind: say(`point-${kind}`), value: amount(value) }).trim()).join(say("comma"));
  const label = [direction && coded(direction), texts].filter(Boolean).join(say("comma"));
  const hasYears = points.some(({ kind }) => kind === "actual" || kind === "forecast") || points.filter(({ kind }) => kind === "target").length > 1;
  return drawn("svg", { width: 96, height: hasYears ? 40 : 14, role: "img", "aria-label": label, class: hasYears ? "years" : "" },
    drawn("title", {}, document.createTextNode(label)), ...(hasYears ? yearlyLine(points) : straightLine(points)));
}

// From the baseline (a ring) to the target (a dot), on an axis from nothing to the larger.
function straightLine(points) {
  const values = points.map(({ value }) => value);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const at = (value) => 6 + (84 * (value - low)) / (high - low || 1);
  const [from, to] = [at(values[0]), at(values.at(-1))];
  return [
    drawn("line", { x1: 6, x2: 90, y1: 7, y2: 7, class: "axis" }),
    drawn("line", { x1: from, x2: to, y1: 7, y2: 7, class: "span" }),
    drawn("circle", { cx: from, cy: 7, r: 3.5, class: "from" }),
    drawn("circle", { cx: to, cy: 7, r: 4, class: "to" }),
  ];
}

// What was reached (a line of dots) and what is aimed at (dots, dashed), year by year.
function yearlyLine(points) {
  const known = points.map((point) => point.fiscal_year).filter(Boolean);
  const [first, last] = [Math.min(...known), Math.max(...known)];
  const yearOf = (point) => point.fiscal_year || (point.kind === "baseline" ? first - 1 : last + 1);
  const all = points.map(yearOf);
  const [from, to] = [Math.min(...all), Math.max(...all)];
  const values = points.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const place = (point) => [6 + (84 * (yearOf(point) - from)) / (to - from || 1), high === low ? 20 : 35 - (30 * (point.value - low)) / (high - low)];
  const line = (kinds, css) => {
    const through = points.filter(({ kind }) => kinds.includes(kind)).map(place);
    return through.length > 1 && drawn("polyline", { points: through.map((at) => at.join(",")).join(" "), class: css });
  };
  return [
    drawn("line", { x1: 6, x2: 90, y1: 38.5, y2: 38.5, class: "axis" }),
    line(["target"], "aim"),
    line(["baseline", "actual"], "done"),
    ...points.map((point) => {
      const [cx, cy] = place(point);
      return drawn("circle", { cx, cy, r: point.kind === "target" ? 3 : 2.8, class: { baseline: "from", actual: "is", forecast: "may", target: "to" }[point.kind] });
    }),
  ].filter(Boolean);
}
