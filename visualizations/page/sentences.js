// Sentences for plans, read with the words and names of "ask" (data.search, data.known): what a plan
// is tied to, in what year it runs, how many of something it has; each affirmed or denied, all of
// them together. There is no grammar of its own here: a word belongs to what stands beside it.
const amounts = data.known.amounts;
const spaceless = (text) => text.replaceAll("\\s*", "").replaceAll(" ", "");
const AMOUNT = new RegExp(`^(\\d+)(?:${spaceless(amounts.unit)})?(${spaceless(amounts.way)})?`);
const AHEAD = Object.entries(amounts.before).flatMap(([sign, list]) => list.map((word) => [sign, spaceless(word)]));
let book = null;

function sentenceWords() {
  if (book) return book;
  book = new Map();
  const add = (word, token) => {
    if (!word) return;
    const list = book.get(word[0]) ?? book.set(word[0], []).get(word[0]);
    if (!list.some((each) => each.word === word)) list.push({ word, ...token });
  };
  const spelt = (word) => fold(word.replaceAll("_", ""));
  for (const [word, held] of data.known.names) if (held.length && fold(word).length > 1) add(fold(word), { role: "name", kind: nodes[held[0]].kind, names: held });
  for (const [word, plans] of data.known.plans) add(fold(word), { role: "plans", plans: new Set(plans) });
  for (const [word, year] of data.known.years) add(fold(word), { role: "year", year });
  for (const [word, sign] of data.known.bounds) add(spelt(word), { role: "bound", sign });
  for (const word of data.search.plan.split(" ")) add(spelt(word), { role: "plan" });
  data.known.counted.forEach(([listed], at) => listed.split(" ").forEach((word) => add(spelt(word), { role: "counted", at })));
  for (const [role, listed] of Object.entries(data.search)) for (const word of listed.split(" ")) add(spelt(word), { role });
  for (const list of book.values()) list.sort((a, b) => b.word.length - a.word.length);
  return book;
}

// A number with how it compares: 2つ以上, atleast2.
function amountAt(text) {
  const [before, ahead] = AHEAD.find(([, word]) => text.startsWith(word)) || ["", ""];
  const number = AMOUNT.exec(text.slice(ahead.length));
  if (!number) return null;
  const [after] = amounts.ways.find(([, list]) => number[2] && list.some((word) => number[2].startsWith(spaceless(word)))) || [""];
  return { role: "amount", number: Number(number[1]), sign: before || after || "=", word: ahead + number[0] };
}

// The tokens of a sentence; what is in no table stays as a word.
function sentenceTokens(typed) {
  const text = fold(typed);
  const tokens = [];
  for (let at = 0; at < text.length;) {
    const known = (sentenceWords().get(text[at]) || []).find((each) => text.startsWith(each.word, at));
    const amount = amountAt(text.slice(at));
    const token = amount && amount.word.length > (known?.word.length ?? 0) ? amount : known ?? { role: "text", word: text[at] };
    const last = tokens.at(-1);
    if (token.role === "text" && last?.role === "text") last.word += token.word;
    else tokens.push({ ...token });
    at += token.word.length;
  }
  return tokens.map((token) => (token.role === "text" ? nameOf(token) ?? token : token));
}

// The one thing of whose name a word is a part, of a department the end; else nothing.
function nameOf({ word }) {
  if (word.length < 3) return null;
  const fits = data.known.names.filter(([name, held]) => held.length && (nodes[held[0]].kind === "Department" ? fold(name).endsWith(word) : fold(name).includes(word)));
  const things = new Set(fits.map(([, held]) => held.join()));
  return things.size === 1 ? { role: "name", word, kind: nodes[fits[0][1][0]].kind, names: fits[0][1] } : null;
}

const columnFor = new Map((data.answers.columns || []).map((column) => [column.theme, column]));
const partsOf = (i) => [i, ...ends(i, "PART_OF", "in").flatMap((edge) => partsOf(edge.from))];

// The plans that are tied to a node, and those of which the source leaves that open.
function tiedTo(i) {
  const column = columnFor.get(i);
  if (column) return [new Set(column.touches.map((touch) => touch.plan)), new Set(column.unknown)];
  if (nodes[i].kind !== "Department") return [new Set(nodes[i].plans), new Set()];
  return [new Set(partsOf(i).flatMap((each) => ends(each, "RESPONSIBLE_FOR").flatMap((edge) => plansAt(edge.to)))), new Set()];
}

const allOf = (list) => (list.includes(false) ? false : list.includes(null) ? null : true);
const anyOf = (list) => (list.includes(true) ? true : list.includes(null) ? null : false);
const not = (verdict) => (verdict === null ? null : !verdict);

// Whether a plan is tied to one thing that a name may mean: yes, no, or null where that is open.
const isTied = (held) => {
  const ties = held.map(tiedTo);
  return (plan) => (ties.some(([sure]) => sure.has(plan)) ? true : ties.some(([, open]) => open.has(plan)) ? null : false);
};

const COMPARE = { "=": (a, b) => a === b, ">=": (a, b) => a >= b, "<=": (a, b) => a <= b, ">": (a, b) => a > b, "<": (a, b) => a < b };
const boundsOf = (at) => new Map(allPlans.map((plan, place) => [plan.i, data.known.counted[at][1][place]]));

function isCounted({ at, number, sign }) {
  const bounds = boundsOf(at);
  return (plan) => {
    const [low, high] = bounds.get(plan);
    if (sign === "=") return number < low || number > high ? false : low === high ? true : null;
    const [first, last] = [COMPARE[sign](low, number), COMPARE[sign](high, number)];
    return first === last ? first : null;
  };
}

const runsWhile = (year, sign) => (plan) => anyOf(years.filter((each) => COMPARE[sign](each, year)).map((each) => runsOf(each)(plan)));

const runsOf = (year) => (plan) => {
  const own = surest([plan], year);
  const certainty = own === "stated" ? own : planRuns(plan, year) || own;
  return certainty === "stated" ? true : certainty === "possible" ? null : false;
};

// The conditions of a sentence: [tests, how they are joined, whether they are denied].
function groupsOf(tokens) {
  const groups = [];
  const english = tokens.every((each) => each.role === "name" || /^[ -~]*$/.test(each.word));
  let open = null;
  let amount = null; // that stands before what it counts: at least 2 departments
  let before = false;
  const begin = (group) => {
    open = { tests: [], any: false, no: english && before, ...group };
    before = false;
    groups.push(open);
  };
  const last = () => groups.at(-1);
  for (const [at, token] of tokens.entries()) {
    if (token.role === "name") {
      if (open?.kind !== token.kind) begin({ kind: token.kind });
      open.tests.push(isTied(token.names));
    } else if (token.role === "plans") {
      if (open?.kind !== "plans") begin({ kind: "plans" });
      open.tests.push((plan) => token.plans.has(plan));
    } else if (token.role === "year") {
      if (open?.kind !== "year") begin({ kind: "year" });
      open.tests.push(runsOf(token.year));
      open.year = token.year;
    } else if (token.role === "bound") {
      if (!open?.year) return null;
      open.tests = [runsWhile(open.year, token.sign)];
    } else if (token.role === "text") {
      begin({ kind: "text" });
      open.tests.push(holdsWord(token.word));
    } else if (token.role === "counted") {
      begin({ kind: "counted", at: token.at });
      open.tests.push(isCounted({ at: token.at, ...(amount ?? { number: 1, sign: ">=" }) }));
      open.counts = true;
      amount = null;
    } else if (token.role === "amount" || token.role === "several") {
      const held = token.role === "several" ? { number: 2, sign: ">=" } : { number: token.number, sign: token.sign };
      if (last()?.counts && !english) last().tests = [isCounted({ at: last().at, ...held })];
      else amount = held;
      open = null;
    } else if (token.role === "alone") {
      if (!last()?.counts) return null;
    } else if (token.role === "most" || token.role === "least" || token.role === "many") {
      if (!last()?.counts || (token.role === "many" && !last().rank)) return null;
      last().rank ??= token.role;
    } else if (token.role === "or" || (token.role === "perhaps_or" && open && tokens[at + 1]?.role === "name")) {
      if (open) open.any = true;
    } else if (token.role === "no" || token.role === "except") {
      if (english) before = true;
      else if (last()) last().no = true;
      open = null;
    } else if (token.role === "yes" || token.role === "plan") {
      open = null;
    }
  }
  return amount ? null : groups;
}

// Whether a word stands in a plan: its names, its prose, or those of its parts.
function holdsWord(word) {
  return (plan) => indexed().some(({ i, keys }) => {
    if (i !== plan && !(PARTS.has(nodes[i].kind) && nodes[i].plans.includes(plan))) return false;
    const { overview, vision, problem } = nodes[i].facts;
    return [...keys, ...[overview, vision, problem].filter(Boolean).map(fold)].some((key) => key.includes(word));
  });
}

// The plans that a sentence asks for, how many others may belong to them, and what was searched for
// as words; null where it is no such sentence.
function plansAskedFor(typed) {
  const tokens = sentenceTokens(typed);
  if (!tokens.some((each) => each.role === "plan")) return null;
  const groups = groupsOf(tokens);
  if (!groups?.length) return null;
  const tests = groups.filter((group) => !group.rank).map((group) => (plan) => {
    const verdicts = group.tests.map((test) => test(plan));
    // Of names that are denied together, none may hold: 収納課・保育課以外.
    if (group.no) return not(anyOf(verdicts));
    return group.any ? anyOf(verdicts) : allOf(verdicts);
  });
  const verdicts = allPlans.map(({ i }) => [i, allOf(tests.map((test) => test(i)))]);
  let plans = verdicts.filter(([, verdict]) => verdict).map(([i]) => i);
  for (const { rank, at } of groups.filter((group) => group.rank)) {
    const bounds = boundsOf(at);
    const counts = plans.map((plan) => bounds.get(plan)[0]);
    const wanted = rank === "most" ? Math.max(...counts) : Math.min(...counts);
    plans = plans.filter((plan) => bounds.get(plan)[0] === wanted);
  }
  const words = tokens.filter((each) => each.role === "text").map((each) => each.word);
  return { plans, perhaps: verdicts.filter(([, verdict]) => verdict === null).length, words };
}
