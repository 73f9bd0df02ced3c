// Saves the map as a picture (PNG).
const PNG_SIDE = 4000;

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
  paintRegions(context, shown.regions);
  paintEdges(context, shown.edges, placesNow(), { strength });
  for (const { i, box, why } of paintings()) paintNode(context, nodes[i], box, { ...look(i, scale), why });
  paintNotes(context, shown.regions);
}

function savePng() {
  const canvas = make("canvas");
  picture(canvas, [PNG_SIDE, PNG_SIDE], extent());
  canvas.toBlob((blob) => { saveFile(blob, "map.png"); toast(say("png-saved")); }, "image/png");
}
