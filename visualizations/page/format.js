// Values in words, as a planner writes them.
const COMPARED = { ">=": "at-least", ">": "more-than", "<=": "at-most", "<": "less-than", "=": "exactly" };
const CODED = new Set(["type", "direction", "role", "level", "stage", "by", "continues", "kind"]);

// The era of a year, and which of its years it is: 1989 → [平成, H, 1]; nothing before 明治.
function eraOf(year) {
  const era = data.eras.find(([, , first]) => year >= first);
  return era && [era[0], era[1], year - era[2] + 1];
}

function yearText(year) {
  const era = data.lang === "ja" && eraOf(year);
  return era ? say("fiscal-year", { year, era: era[0] + (era[2] === 1 ? "元" : era[2]) }) : data.lang === "ja" ? `${year}年度` : say("fiscal-year", { year });
}

function shortYear(year) {
  const era = data.lang === "ja" && eraOf(year);
  return era ? `${era[1]}${era[2]}` : String(year);
}

function amount(value) {
  return Math.abs(value) >= 1000 ? value.toLocaleString("en-US", { maximumFractionDigits: 6 }) : String(value);
}

// A number of 0 or more with so many digits, rounded as the command line does: a tie to the even digit.
function fixed(value, digits) {
  const text = value.toFixed(digits);
  const tie = /^50*$/.test(value.toFixed(60).split(".")[1].slice(digits));
  return tie && Number(text.at(-1)) % 2 ? (Number(text) - 10 ** -digits).toFixed(digits) : text;
}

function measureText(measure) {
  if (!measure) return "—";
  const number = measure.value == null ? say("range", { low: end(measure.low), high: end(measure.high) }) : amount(measure.value);
  const value = `${measure.qualifier || ""}${number}${measure.unit || ""}`;
  const compared = say(COMPARED[measure.comparator] || "exactly", { value });
  return measure.as_of ? say("as-of", { value: compared, date: measure.as_of }) : compared;
}

const end = (value) => (value == null ? "" : amount(value));

// 2024年度 実績 12件、2025年度 目標 15件
function yearly(values) {
  return values.map((each) => say("of-year", { year: shortYear(each.fiscal_year), kind: coded(each.kind), value: measureText({ ...each, as_of: null }) })).join(say("comma"));
}

function span(facts) {
  const found = yearsOf(facts);
  if (!found) return "";
  return found[0] === found[1] ? String(found[0]) : `${found[0]}–${found[1]}`;
}

const coded = (code) => (Object.hasOwn(words, `code:${code}`) ? words[`code:${code}`] : String(code));

// theme:A, theme:B → テーマ: A、B
function reasonsText(reasons) {
  return reasons.map((reason) => {
    const at = reason.indexOf(":");
    return at < 0 ? coded(reason) : say("shared", { sort: coded(reason.slice(0, at)), name: reason.slice(at + 1) });
  }).join(say("comma"));
}

// The facts of a relation in words, without its two ends.
function carried(edge) {
  const { role, basis, reason, words: stated, score, strength, reasons } = edge.facts;
  const texts = [];
  if (role) texts.push(coded(role));
  if (basis) texts.push(basis.map(coded).join("・"));
  if (reason) texts.push(coded(reason));
  if (stated) texts.push(say("quoted", { text: stated }));
  if (strength) texts.push(coded(strength));
  if (score != null) texts.push(say("score", { score: score.toFixed(2) }));
  if (reasons) texts.push(reasonsText(reasons));
  return texts.join(say("comma"));
}

function factText(kind, name, value) {
  if (name === "values") return yearly(value);
  if (Array.isArray(value)) return value.join(say("comma"));
  if (typeof value === "boolean") return say(value ? "yes" : "no");
  if (value && typeof value === "object") return measureText(value);
  if (CODED.has(name)) return coded(value);
  if (typeof value === "number" && !name.endsWith("year")) return amount(value);
  return String(value);
}

function evidenceList(evidence) {
  const documents = new Map(data.documents.map((document) => [document.id, document.title]));
  return make("ul", { class: "evidence" }, evidence.map((piece) => {
    const page = piece.page == null ? "" : say("page", { page: piece.page });
    const place = [page, piece.line != null ? say("line", { line: piece.line }) : [piece.sheet, piece.cell].filter(Boolean).join(" ")].filter(Boolean).join(" ");
    const reading = piece.reading || "stated";
    const sure = piece.confidence == null ? "" : say("confidence", { percent: Math.round(piece.confidence * 100) });
    return make("li", {},
      make("span", { class: "where", text: [documents.size > 1 ? documents.get(piece.document) : "", place, piece.section].filter(Boolean).join(" · ") }),
      make("span", { class: `reading ${READINGS.includes(reading) ? reading : ""}`, text: `${coded(reading)}${sure}` }),
      piece.quote && make("q", { text: piece.quote }),
      piece.note && make("span", { class: "note", text: piece.note }));
  }));
}
