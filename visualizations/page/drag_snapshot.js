// While the map is dragged, or a large one is zoomed, one picture of it and of its surroundings
// moves in place of all nodes: so a frame takes the same time for any graph.
const REACH = 2; // the picture is so many times as wide and as high as the view
const LARGEST = 2; // and is drawn at most so many times as large as it was taken
let film = null; // {canvas, left, top, width, height, scale} in units of the map

function filmed(scale, centre) {
  const box = byName("map");
  const ratio = window.devicePixelRatio || 1;
  const [width, height] = [(box.clientWidth * REACH) / scale, (box.clientHeight * REACH) / scale];
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * scale * ratio);
  canvas.height = Math.round(height * scale * ratio);
  const context = canvas.getContext("2d");
  const [left, top] = [centre.x - width / 2, centre.y - height / 2];
  context.setTransform(scale * ratio, 0, 0, scale * ratio, -left * scale * ratio, -top * scale * ratio);
  paintGround(context);
  for (const { i, box: place, why } of paintings()) {
    const [x, y, w, h] = place;
    if (x + w / 2 < left || x - w / 2 > left + width || y + h / 2 < top || y - h / 2 > top + height) continue;
    paintNode(context, nodes[i], place, { ...look(i, scale), why });
  }
  paintFront(context, scale);
  paintNotes(context, shown.regions);
  return { canvas, left, top, width, height, scale };
}

// Paints the picture, and makes a new one where the view has left it; false without a picture.
function paintFilm(context) {
  if (!film) return false;
  const [scale, centre, box] = [network.getScale(), network.getViewPosition(), byName("map")];
  const [w, h] = [box.clientWidth / scale, box.clientHeight / scale];
  const inside = scale <= film.scale * LARGEST && centre.x - w / 2 >= film.left && centre.y - h / 2 >= film.top
    && centre.x + w / 2 <= film.left + film.width && centre.y + h / 2 <= film.top + film.height;
  if (!inside) film = filmed(scale, centre);
  context.drawImage(film.canvas, film.left, film.top, film.width, film.height);
  return true;
}
