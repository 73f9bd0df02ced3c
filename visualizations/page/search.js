// Search as one types: width, kana, case and spaces do not matter.
function fold(text) {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60))
    .replace(/[‐‑‒–—―−]/g, "-")
    .replace(/(\d)ー(?=\d)/g, "$1-")
    .replace(/\s+/g, "");
}

const ORDER = data.kinds.map((kind) => kind.name);
const RANKS = ["Plan", "Department", "Theme", "Guideline", "Initiative", "Goal"];
const rank = (kind) => (RANKS.includes(kind) ? RANKS.indexOf(kind) : RANKS.length + ORDER.indexOf(kind));
const MOST_ASKED = 200; // plans that a sentence lists
let index = null;

function indexed() {
  index ??= nodes.map((node) => {
    const { number, title, name, text, code, aliases } = node.facts;
    const names = [node.label, title, name, text, code, number, ...(aliases || [])];
    return { i: node.i, keys: [...new Set(names.filter((each) => typeof each === "string").map(fold))] };
  });
  return index;
}

// The nodes that a word fits: whole names first, then beginnings, then parts of names; what fits no
// name is read as a sentence for plans, or else searched for as words, and `said` says which.
function searched(typed, most = 30) {
  const word = fold(typed);
  if (!word) return { hits: [], said: "" };
  const found = [];
  for (const { i, keys } of indexed()) {
    const points = Math.min(...keys.map((key) => (key === word ? 0 : key.startsWith(word) ? 1 : key.includes(word) ? 2 : 9)), 9);
    if (points < 9) found.push([points, rank(nodes[i].kind), i]);
  }
  found.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
  const named = found.slice(0, most).map((each) => each[2]);
  if (named.length >= most) return { hits: named, said: "" };
  const sentence = named.length ? null : plansAskedFor(typed);
  const more = named.length ? inProse(word) : sentence?.plans ?? everyWord(typed);
  const hits = [...new Set([...named, ...more])].slice(0, Math.max(most, MOST_ASKED));
  return { hits, said: named.length ? "" : sentence ? sentenceSaid(sentence) : say("found-by-words") };
}

function sentenceSaid({ plans, perhaps, words }) {
  const told = say("found-plans", { n: plans.length }) + (perhaps ? say("found-perhaps", { n: perhaps }) : "");
  return words.length ? told + say("found-as-words", { words: words.map((word) => say("quoted", { text: word })).join("") }) : told;
}

// A word that is a name is also searched for in the prose of plans.
const inProse = (word) => (word.length < 2 ? [] : allPlans.filter(({ facts }) => [facts.overview, facts.vision, facts.problem].some((text) => text && fold(text).includes(word))).map((plan) => plan.i));

// A part of a plan shows its plan.
const planOf = (i) => (PARTS.has(nodes[i].kind) && nodes[i].plans.length === 1 ? nodes[nodes[i].plans[0]].label : "");

// Several words: the nodes with all of them, in their names or prose.
function everyWord(typed) {
  const parts = typed.normalize("NFKC").split(/[\s、,]+/).map(fold).filter(Boolean);
  if (!parts.length) return [];
  return indexed().filter(({ i, keys }) => {
    const { overview, vision, problem } = nodes[i].facts;
    const text = [...keys, ...[overview, vision, problem].filter(Boolean).map(fold)].join("\n");
    return parts.every((part) => text.includes(part));
  }).map((each) => each.i);
}

// Among several documents, the city of a node, or else its document.
const placed = (i) => documentOf(i)?.municipality || (nodes[i].kind === "Department" ? nodes[i].id.split("/")[0] : "");

function startSearch() {
  const box = byName("search");
  const list = byName("found");
  let active = -1;
  const close = () => {
    list.hidden = true;
    active = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  };
  const choose = (i) => {
    close();
    box.value = nodes[i].label;
    go(i);
  };
  const point = (to) => {
    const options = [...list.querySelectorAll("[role=option]")];
    if (!options.length) return;
    active = (to + options.length) % options.length;
    options.forEach((option, at) => option.setAttribute("aria-selected", String(at === active)));
    options[active].scrollIntoView({ block: "nearest" });
    box.setAttribute("aria-activedescendant", options[active].id);
  };
  const show = () => {
    const { hits: found, said } = searched(box.value);
    list.replaceChildren(...found.map((i, at) =>
      make("li", { role: "option", id: `found-${at}`, "aria-selected": "false", data: { node: i }, on: { mousedown: (event) => { event.preventDefault(); choose(i); } } },
        kindMark(nodes[i].kind),
        make("span", { class: "name", text: nodes[i].label }),
        make("span", { class: "kind", text: [kinds.get(nodes[i].kind).label, planOf(i), several && placed(i)].filter(Boolean).join(" · ") })),
    ));
    if (!found.length && fold(box.value)) list.append(make("li", { class: "none", text: say("found-none") }));
    if (said) list.prepend(make("li", { class: "none said", role: "presentation", text: said }));
    list.hidden = !fold(box.value);
    box.setAttribute("aria-expanded", String(!list.hidden));
    active = -1;
  };
  box.addEventListener("input", show);
  box.addEventListener("focus", () => { box.select(); });
  box.addEventListener("blur", close);
  box.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const first = list.querySelectorAll("[role=option]")[Math.max(active, 0)];
    if (event.key === "ArrowDown") point(active + 1);
    else if (event.key === "ArrowUp") point(active - 1);
    else if (event.key === "Enter" && first) choose(Number(first.dataset.node));
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
}
