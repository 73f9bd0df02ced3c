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
    { key: "change", label: say("change"), number: true, files: [{ label: say("change"), value: (row) => { const change = changeOf(row); return change === null ? "" : change / 100; }, look: "percent" }], cell: (row) => percent(changeOf(row)), value: changeOf },
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

// The change from baseline to target in percent of the baseline; null where they cannot be compared.
function changeOf({ comparable, facts: { baseline, target } }) {
  return comparable && baseline.value ? ((target.value - baseline.value) / Math.abs(baseline.value)) * 100 : null;
}

const percent = (value) => (value === null ? "" : `${value > 0 ? "+" : value < 0 ? "−" : "±"}${Math.abs(value).toFixed(1)}%`);

// A line from the baseline (a ring) to the target (a dot), on an axis from nothing to the larger.
function wayPicture({ comparable, facts: { baseline, target, direction } }) {
  if (!comparable) return null;
  const [low, high] = [Math.min(0, baseline.value, target.value), Math.max(0, baseline.value, target.value)];
  const at = (value) => 6 + (84 * (value - low)) / (high - low || 1);
  const [from, to] = [at(baseline.value), at(target.value)];
  return drawn("svg", { width: 96, height: 14, role: "img", "aria-label": direction ? coded(direction) : "" },
    drawn("line", { x1: 6, x2: 90, y1: 7, y2: 7, class: "axis" }),
    drawn("line", { x1: from, x2: to, y1: 7, y2: 7, class: "span" }),
    drawn("circle", { cx: from, cy: 7, r: 3.5, class: "from" }),
    drawn("circle", { cx: to, cy: 7, r: 4, class: "to" }));
}
