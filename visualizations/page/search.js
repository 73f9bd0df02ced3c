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

// The nodes that a word fits: whole names first, then beginnings, then parts of names.
function searched(typed, most = 30) {
  const word = fold(typed);
  if (!word) return [];
  const found = [];
  for (const { i, keys } of indexed()) {
    const points = Math.min(...keys.map((key) => (key === word ? 0 : key.startsWith(word) ? 1 : key.includes(word) ? 2 : 9)), 9);
    if (points < 9) found.push([points, rank(nodes[i].kind), i]);
  }
  found.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
  const named = found.slice(0, most).map((each) => each[2]);
  if (named.length >= most) return named;
  const more = named.length ? inProse(word) : plansAskedFor(typed) ?? everyWord(typed);
  return [...new Set([...named, ...more])].slice(0, Math.max(most, MOST_ASKED));
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

// A sentence for plans, read with the same words as "ask": names in groups,
// and after each group (in English before it) whether plans are related to it or not.
const ASKED_BY = ["Theme", "Department", "Guideline", "Partner", "SdgTarget", "Goal", "Initiative"];
let book = null;

function sentenceWords() {
  if (book) return book;
  book = new Map();
  const add = (word, token) => {
    if (!word) return;
    const list = book.get(word[0]) ?? book.set(word[0], []).get(word[0]);
    if (!list.some((each) => each.word === word)) list.push({ word, ...token });
  };
  for (const node of nodes) {
    if (!ASKED_BY.includes(node.kind)) continue;
    const { title, name, aliases } = node.facts;
    for (const each of [title, name, ...(aliases || [])]) if (each && fold(each).length > 1) add(fold(each), { role: "name", i: node.i });
  }
  for (const [role, listed] of Object.entries(data.search || {})) {
    for (const word of listed.split(" ")) add(fold(word.replaceAll("_", "")), { role });
  }
  for (const list of book.values()) list.sort((a, b) => b.word.length - a.word.length);
  return book;
}

// The tokens of a sentence; null where a word of it is in no table.
function sentenceTokens(typed) {
  const text = fold(typed);
  const found = [];
  for (let at = 0; at < text.length;) {
    const token = (sentenceWords().get(text[at]) || []).find((each) => text.startsWith(each.word, at));
    if (!token) return null;
    found.push(token);
    at += token.word.length;
  }
  return found;
}

const answersFor = (i) => new Set(nodes[i].kind === "Department"
  ? ends(i, "RESPONSIBLE_FOR").flatMap((edge) => plansAt(edge.to))
  : nodes[i].plans);

// The groups of names side by side, each with how its names are combined and whether it is negated.
function groupsOf(tokens) {
  const groups = [];
  let open = null;
  let before = false;
  const english = tokens[0]?.word && /^[a-z]/.test(tokens[0].word);
  for (const token of tokens) {
    if (token.role === "name") {
      if (!open || nodes[open.names[0]].kind !== nodes[token.i].kind) groups.push((open = { names: [], no: english && before, any: false }));
      open.names.push(token.i);
      before = false;
    } else if (token.role === "or") {
      if (open) open.any = true;
    } else if (token.role === "no" || token.role === "except") {
      if (english) before = true;
      else if (groups.length) groups.at(-1).no = true;
      open = null;
    } else if (token.role === "yes" || token.role === "plan") {
      open = null;
    }
  }
  return groups;
}

// The plans that a sentence asks for; null where it is not such a sentence.
function plansAskedFor(typed) {
  const tokens = sentenceTokens(typed);
  if (!tokens || !tokens.some((each) => each.role === "plan")) return null;
  const groups = groupsOf(tokens);
  if (!groups.length) return null;
  const holds = groups.map((group) => {
    const sets = group.names.map(answersFor);
    const unknown = (plan) => (nodes[plan].facts.unknown_marks || []).some((mark) => group.names.some((i) => nodes[i].facts.name === mark));
    if (group.no) return (plan) => sets.every((set) => !set.has(plan)) && !unknown(plan);
    return (plan) => (group.any ? sets.some((set) => set.has(plan)) : sets.every((set) => set.has(plan)));
  });
  return allPlans.map((node) => node.i).filter((plan) => holds.every((test) => test(plan)));
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
    const found = searched(box.value);
    list.replaceChildren(...found.map((i, at) =>
      make("li", { role: "option", id: `found-${at}`, "aria-selected": "false", data: { node: i }, on: { mousedown: (event) => { event.preventDefault(); choose(i); } } },
        kindMark(nodes[i].kind),
        make("span", { class: "name", text: nodes[i].label }),
        make("span", { class: "kind", text: [kinds.get(nodes[i].kind).label, planOf(i), several && placed(i)].filter(Boolean).join(" · ") })),
    ));
    if (!found.length && fold(box.value)) list.append(make("li", { class: "none", text: say("found-none") }));
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
