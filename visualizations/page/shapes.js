// The shapes of the kinds, each a path round (0, 0) of a width and a height.
const corner = (width, height) => Math.min(5, width / 2, height / 2);

function polygon(context, points) {
  context.moveTo(points[0], points[1]);
  for (let at = 2; at < points.length; at += 2) context.lineTo(points[at], points[at + 1]);
  context.closePath();
}

const rounded = (context, w, h, r) => context.roundRect(-w / 2, -h / 2, w, h, r);

const SHAPES = {
  title: (context, w, h) => rounded(context, w, h, 2),
  banner: (context, w, h) => rounded(context, w, h, [8, 8, 0, 0]),
  heading: (context, w, h) => rounded(context, w, h, [5, 5, 0, 0]),
  box: (context, w, h) => rounded(context, w, h, corner(w, h)),
  pill: (context, w, h) => rounded(context, w, h, h / 2),
  double: (context, w, h) => {
    rounded(context, w, h, corner(w, h));
    rounded(context, w - 4, h - 4, 3);
  },
  arrow: (context, w, h) => polygon(context, [
    -w / 2, -h / 2, w / 2 - 6, -h / 2, w / 2, 0, w / 2 - 6, h / 2, -w / 2, h / 2,
  ]),
  slant: (context, w, h) => polygon(context, [-w / 2 + 5, -h / 2, w / 2, -h / 2, w / 2 - 5, h / 2, -w / 2, h / 2]),
  ticket: (context, w, h) => polygon(context, [
    -w / 2, -h / 2, w / 2, -h / 2, w / 2 - 5, 0, w / 2, h / 2, -w / 2, h / 2, -w / 2 + 5, 0,
  ]),
  hexagon: (context, w, h) => polygon(context, [
    -w / 2, 0, -w / 2 + 6, -h / 2, w / 2 - 6, -h / 2, w / 2, 0, w / 2 - 6, h / 2, -w / 2 + 6, h / 2,
  ]),
  page: (context, w, h) => polygon(context, [
    -w / 2, -h / 2, w / 2 - 7, -h / 2, w / 2, -h / 2 + 7, w / 2, h / 2, -w / 2, h / 2,
  ]),
  octagon: (context, w, h) => polygon(context, [
    -w / 2 + 5, -h / 2, w / 2 - 5, -h / 2, w / 2, -h / 2 + 5, w / 2, h / 2 - 5,
    w / 2 - 5, h / 2, -w / 2 + 5, h / 2, -w / 2, h / 2 - 5, -w / 2, -h / 2 + 5,
  ]),
  bubble: (context, w, h) => rounded(context, w, h, [h / 2, h / 2, h / 2, 0]),
  tag: (context, w, h) => polygon(context, [-w / 2, 0, -w / 2 + 7, -h / 2, w / 2, -h / 2, w / 2, h / 2, -w / 2 + 7, h / 2]),
};

// A small picture of a kind, for the legend and the details.
function kindMark(kind) {
  const canvas = make("canvas", { width: 44, height: 28, class: "mark", "aria-hidden": "true" });
  const context = canvas.getContext("2d");
  context.scale(2, 2);
  context.translate(11, 7);
  const colours = paletteOf(kind);
  context.beginPath();
  SHAPES[kinds.get(kind).shape](context, 19, 11);
  context.fillStyle = colours.fill;
  context.fill();
  context.lineWidth = 1.4;
  context.strokeStyle = colours.line;
  context.stroke();
  return canvas;
}

function relationMark(name) {
  const relation = relations.get(name);
  const canvas = make("canvas", { width: 44, height: 28, class: "mark", "aria-hidden": "true" });
  const context = canvas.getContext("2d");
  context.scale(2, 2);
  context.strokeStyle = relation.colour[isDark() ? 1 : 0];
  context.lineWidth = Math.max(1.2, relation.width);
  context.setLineDash(relation.dashes);
  context.beginPath();
  context.moveTo(1, 7);
  context.lineTo(21, 7);
  context.stroke();
  return canvas;
}
