// The legend: each kind and relation with its mark and number; clicking shows or hides it.
function startLegend() {
  const counted = (list, of) => list.reduce((sum, each) => sum.set(each[of], (sum.get(each[of]) || 0) + 1), new Map());
  const ofKind = counted(nodes, "kind");
  const ofType = counted(edges, "type");
  const row = (set, key, name, label, number, mark) => {
    const box = make("input", { type: "checkbox", data: { [key]: name }, on: {
      change: () => {
        const next = new Set(state[set]);
        box.checked ? next.add(name) : next.delete(name);
        change({ [set]: next });
      },
    } });
    return make("li", {}, make("label", { class: "check" }, box, mark,
      make("span", { class: "name", text: label }), make("span", { class: "number", text: String(number) })));
  };
  const show = () => {
    for (const box of document.querySelectorAll("#legend [data-kind]")) box.checked = state.kinds.has(box.dataset.kind);
    for (const box of document.querySelectorAll("#legend [data-relation]")) box.checked = state.relations.has(box.dataset.relation);
  };
  const build = () => {
    byName("legend").replaceChildren(
      make("h3", { text: say("kinds") }),
      make("ul", {}, data.kinds.filter((kind) => ofKind.has(kind.name)).map((kind) =>
        row("kinds", "kind", kind.name, kind.label, ofKind.get(kind.name), kindMark(kind.name)))),
      make("h3", { text: say("relations") }),
      make("ul", {}, data.relations.filter((relation) => ofType.has(relation.name)).map((relation) =>
        row("relations", "relation", relation.name, relation.label, ofType.get(relation.name), relationMark(relation.name)))),
    );
    show();
  };
  build();
  let dark = isDark();
  onChange(() => {
    if (dark !== isDark()) build();
    dark = isDark();
    show();
  });
  night.addEventListener("change", build);
}
