// Out of the page: a PNG of the map, and a sheet of A3.
const PNG_SIDE = 4000;
const A3 = [4800, 3180]; // pixels of the sheet within its margins, 300 a inch

// The map as it is shown, painted whole on a canvas of at most that size.
function picture(canvas, most, part) {
  const [left, top, right, bottom] = part;
  const margin = 12;
  const [w, h] = [right - left + 2 * margin, bottom - top + 2 * margin];
  const scale = Math.min(most[0] / w, most[1] / h, 4);
  canvas.width = Math.round(w * scale);
  canvas.height = Math.round(h * scale);
  const context = canvas.getContext("2d");
  context.fillStyle = grounds().ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.setTransform(scale, 0, 0, scale, (margin - left) * scale, (margin - top) * scale);
  paintRegions(context, data.regions[shown.layout]);
  paintEdges(context, shown.edges, placesNow(), { strength });
  for (const i of shown.nodes) paintNode(context, nodes[i], placesNow()[i], look(i, scale));
}

// All that is shown, with the regions beneath it.
function whole() {
  const found = extent();
  for (const region of data.regions[shown.layout]) {
    if (region.level === 3 && !state.kinds.has(region.kind)) continue;
    const [x, y, w, h] = region.box;
    found[0] = Math.min(found[0], x);
    found[1] = Math.min(found[1], y);
    found[2] = Math.max(found[2], x + w);
    found[3] = Math.max(found[3], y + h);
  }
  return found;
}

function savePng() {
  const canvas = make("canvas");
  picture(canvas, [PNG_SIDE, PNG_SIDE], whole());
  canvas.toBlob((blob) => {
    const url = URL.createObjectURL(blob);
    make("a", { href: url, download: `${data.documents[0].id}-map.png` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
    toast(say("png-saved"));
  }, "image/png");
}

function beforePaper() {
  paperPalette = true;
  palettes.clear();
  picture(byName("paper"), A3, whole());
  paperPalette = false;
  palettes.clear();
  byName("paper-foot").textContent = [byName("title").textContent, ...TEXTS.filter((key) => state[key]).map((key) => `${say(key)}: ${key === "year" ? yearTold(Number(state.year)) : nodes[byId.get(state[key])].label}`), byName("left").textContent].join(" ／ ");
}

function startLeaving() {
  byName("save-png").addEventListener("click", savePng);
  byName("print").addEventListener("click", () => window.print());
  window.addEventListener("beforeprint", beforePaper);
}
