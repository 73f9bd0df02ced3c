// A small map of the whole, with the visible part marked, while not all is visible; a click moves there.
const MINI = [168, 108];

function startMinimap() {
  const canvas = byName("minimap");
  canvas.width = MINI[0] * 2;
  canvas.height = MINI[1] * 2;
  const move = (event) => {
    if (event.type === "pointermove" && !event.buttons) return;
    const box = canvas.getBoundingClientRect();
    const { left, top, scale } = miniFrame();
    camera({ position: { x: left + (event.clientX - box.left) / scale, y: top + (event.clientY - box.top) / scale } }, false);
    network.redraw();
  };
  canvas.addEventListener("pointerdown", move);
  canvas.addEventListener("pointermove", move);
  network.on("afterDrawing", () => { if (!moving) paintMinimap(); });
}

function miniFrame() {
  const [left, top, right, bottom] = extent();
  const scale = Math.min(MINI[0] / (right - left), MINI[1] / (bottom - top));
  return { left: left - (MINI[0] / scale - (right - left)) / 2, top: top - (MINI[1] / scale - (bottom - top)) / 2, scale, all: [left, top, right, bottom] };
}

function paintMinimap() {
  const canvas = byName("minimap");
  if (!shown.nodes.size) return;
  const { left, top, scale, all } = miniFrame();
  canvas.hidden = isInView(all);
  if (canvas.hidden) return;
  const context = canvas.getContext("2d");
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.setTransform(2 * scale, 0, 0, 2 * scale, -2 * left * scale, -2 * top * scale);
  for (const region of shown.regions.filter(isShown)) {
    context.fillStyle = region.level === 2 ? grounds().inner : grounds().edge;
    context.fillRect(...region.box);
  }
  for (const { i, box } of paintings()) {
    if (!box || nodes[i].kind !== "Plan") continue;
    context.fillStyle = coloursOf(nodes[i]).stripe || paletteOf("Plan").line;
    context.fillRect(box[0] - box[2] / 2, box[1] - box[3] / 2, box[2], box[3]);
  }
  const map = byName("map");
  const [a, b] = [network.DOMtoCanvas({ x: 0, y: 0 }), network.DOMtoCanvas({ x: map.clientWidth, y: map.clientHeight })];
  context.lineWidth = 2 / scale;
  context.strokeStyle = isDark() ? "#ffffff" : "#000000";
  context.strokeRect(a.x, a.y, b.x - a.x, b.y - a.y);
}
