"use strict";
const entries = JSON.parse(document.getElementById("entries").textContent);
const field = document.getElementById("words");
const hits = document.getElementById("hits");
const count = document.getElementById("count");
const fold = (text) => text.normalize("NFKC").toLowerCase();
const MOST = 200;
for (const entry of entries) entry.folded = fold(entry.title + " " + entry.text);
function search() {
  const words = fold(field.value).split(/\s+/).filter(Boolean);
  const found = words.length ? entries.filter((e) => words.every((w) => e.folded.includes(w))) : [];
  hits.replaceChildren(...found.slice(0, MOST).map((entry) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = entry.address;
    link.textContent = entry.title;
    item.append(link, " " + entry.kind);
    return item;
  }));
  count.textContent = words.length ? count.dataset.words.replace("N", String(found.length)) : "";
}
field.addEventListener("input", search);
search();
