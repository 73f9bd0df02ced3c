// The workload of each department: the answers to `workload`, added up over the plans left.
const ROLES = ["lead", "co", "part"];
const DIGITS = 4; // as in the answer to `workload`
const NO_RUN = { actions: 0, milestones: 0, more: 0, moreMilestones: 0 };
const COUNTED = ["components", "actions", "milestones", "indicators"];

function workloadRows(plans) {
  const left = new Set(plans);
  const holds = (load) => load.bonds.some((i) => edgePasses(edges[i]));
  const loads = data.answers.loads.filter((load) => left.has(load.plan) && holds(load));
  const answered = new Map(); // document → its plans that any department answers for, of whichever department
  for (const load of data.answers.loads.filter((each) => passesButDepartment(each.plan) && holds(each))) {
    if (!answered.has(load.document)) answered.set(load.document, new Set());
    answered.get(load.document).add(load.plan);
  }
  const rows = new Map();
  for (const load of loads) {
    const key = `${load.document} ${load.department}`;
    if (!rows.has(key)) rows.set(key, emptyRow(load));
    addLoad(rows.get(key), load);
  }
  const name = (row) => nodes[row.node].facts.name || nodes[row.node].label;
  for (const row of rows.values()) {
    row.share = Number(fixed(row.fractional / answered.get(row.document).size, DIGITS));
    row.fractional = Number(fixed(row.fractional, DIGITS));
  }
  return [...rows.values()].sort((a, b) => ordered(a.document, b.document) || b.plans - a.plans || b.lead - a.lead || ordered(name(a), name(b)));
}

const ordered = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

function emptyRow(load) {
  const counts = Object.fromEntries([...ROLES, ...COUNTED].map((name) => [name, 0]));
  return { node: load.department, document: load.document, plans: 0, fractional: 0, partners: new Set(), years: new Map(), ...counts };
}

function addLoad(row, load) {
  row.plans += 1;
  row[load.role] += 1;
  row.fractional += 1 / load.among;
  for (const name of COUNTED) row[name] += load[name];
  for (const partner of load.partners) row.partners.add(partner);
  for (const [year, actions, milestones, more, moreMilestones] of load.years) {
    const before = row.years.get(year) || NO_RUN;
    row.years.set(year, {
      actions: before.actions + actions, milestones: before.milestones + milestones,
      more: before.more + more, moreMilestones: before.moreMilestones + moreMilestones,
    });
  }
}

function workloadView(plans) {
  const rows = workloadRows(plans);
  if (!rows.length) return [viewTitle("workload"), nothing()];
  const running = (row, year) => row.years.get(year) || NO_RUN;
  const most = Math.max(1, ...rows.flatMap((row) => years.map((year) => running(row, year).actions)));
  const widest = Math.max(...rows.map((row) => row.plans));
  const columns = [
    nodeColumn("department", say("department"), (row) => byId.get(row.document)),
    { key: "plans", label: say("plans"), css: () => "bars", cell: (row) => [rolesBar(row, widest), make("span", { text: String(row.plans) })], value: (row) => row.plans, number: true },
    ...ROLES.map((role) => numberColumn(role, coded(role), (row) => row[role])),
    { key: "fractional", label: say("fractional"), about: say("about-fractional"), number: true, cell: (row) => fixed(row.fractional, 2), value: (row) => row.fractional },
    { key: "share", label: say("share"), about: say("about-share"), number: true, cell: (row) => `${fixed(100 * row.share, 1)}%`, value: (row) => row.share, files: [{ label: say("share"), value: (row) => row.share, look: "percent" }] },
    numberColumn("actions", kinds.get("Action").label, (row) => row.actions),
    numberColumn("milestones", kinds.get("Milestone").label, (row) => row.milestones),
    numberColumn("indicators", say("indicator"), (row) => row.indicators),
    numberColumn("partners", kinds.get("Partner").label, (row) => row.partners.size),
    ...years.map((year) => ({
      ...numberColumn(`y${year}`, shortYear(year), (row) => running(row, year).actions, yearText(year)),
      files: [
        { label: yearText(year), value: (row) => running(row, year).actions },
        rows.some((row) => running(row, year).more) && { label: say("year-perhaps", { year: yearText(year) }), value: (row) => running(row, year).more },
      ],
      css: (row) => `heat h${Math.ceil((6 * running(row, year).actions) / most)}${running(row, year).more ? " may" : ""}`,
      settings: (row) => ({ title: stepsText(year, running(row, year)), data: { more: running(row, year).more } }),
    })),
  ];
  return [viewTitle("workload"), workloadKey(most), sortable("workload", say("view-workload"), columns, rows)];
}

// What surely runs in a year, and what else may.
function stepsText(year, run) {
  return [say("steps-text", { year: yearText(year), ...run }), run.more && say("steps-more", { actions: run.more, milestones: run.moreMilestones })].filter(Boolean).join(say("comma"));
}

function rolesBar(row, widest) {
  const unit = 96 / widest;
  const picture = drawn("svg", { width: 96, height: 12, role: "img", "aria-label": ROLES.map((role) => `${coded(role)} ${row[role]}`).join(say("comma")) });
  let x = 0;
  for (const role of ROLES) {
    picture.append(drawn("rect", { x, y: 0, width: row[role] * unit, height: 12, class: `bar ${role}` }));
    x += row[role] * unit;
  }
  return picture;
}

function workloadKey(most) {
  return make("p", { class: "key" },
    ROLES.map((role) => [make("span", { class: `swatch ${role}` }), make("span", { text: coded(role) })]),
    make("span", { class: "gap", text: say("steps-scale") }), make("span", { text: "0" }),
    make("span", { class: "scale" }, [0, 1, 2, 3, 4, 5, 6].map((step) => make("span", { class: `swatch heat h${step}` }))),
    make("span", { text: String(most) }),
    make("span", { class: "swatch perhaps gap" }), make("span", { text: say("steps-perhaps") }));
}
