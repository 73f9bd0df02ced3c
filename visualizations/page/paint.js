// Painting regions, relations and nodes on any canvas: the screen, a picture, a sheet of paper.
const GROUNDS = {
  light: { ground: "#f6f7f9", document: "#e9edf1", region: "#ffffff", inner: "#f1f4f7", edge: "#ccd4dc", ink: "#16202a", faint: "#66727e" },
  dark: { ground: "#12171d", document: "#0d1116", region: "#1a2129", inner: "#212a34", edge: "#3a4653", ink: "#eef2f6", faint: "#9fabb6" },
};
const FONT = '"Noto Sans CJK JP","Noto Sans JP","Yu Gothic UI","Meiryo","Hiragino Sans",sans-serif';
const FADED_INK = { light: "#8b9199", dark: "#6f7a85" }; // 3:1 against their ground, so that they can be read
const ONE_LINE = 24; // a box that is lower has its words in one line
const WORDS_FROM = 3.2; // pixels: smaller letters are not drawn
const MANY_EDGES = 1500;

const night = window.matchMedia("(prefers-color-scheme: dark)");
let paperPalette = false; // paper is white
const isDark = () => !paperPalette && (state.dark === null ? night.matches : state.dark);
const grounds = () => GROUNDS[isDark() ? "dark" : "light"];

const channels = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

function blended(colour, ground, share) {
  const [a, b] = [channels(colour), channels(ground)];
  return `rgb(${a.map((value, at) => Math.round(value * share + b[at] * (1 - share))).join(",")})`;
}

const STRONG = new Set(["title", "banner"]); // filled with their colour
const HEADED = new Set(["title", "banner", "heading"]); // their words stand at the left
const palettes = new Map();
function paletteOf(kind) {
  const key = `${kind}:${isDark()}`;
  if (!palettes.has(key)) {
    const { region, ink } = grounds();
    const line = kinds.get(kind).colour[isDark() ? 1 : 0];
    const strong = STRONG.has(kinds.get(kind).shape);
    palettes.set(key, {
      line,
      fill: blended(line, region, strong ? 1 : isDark() ? 0.2 : 0.1),
      ink: strong ? region : ink,
    });
  }
  return palettes.get(key);
}

function paintRegions(context, regions) {
  const colours = grounds();
  for (const region of regions) {
    if (!isShown(region)) continue;
    const [x, y, w, h] = region.box;
    context.beginPath();
    context.roundRect(x, y, w, h, [3, 9, 6, 6][region.level] ?? 5);
    context.fillStyle = [colours.document, colours.region, colours.inner, colours.region][region.level] || (region.level % 2 ? colours.inner : colours.region);
    context.fill();
    context.lineWidth = region.level === 1 ? 1.5 : 1;
    context.strokeStyle = colours.edge;
    context.stroke();
    const label = region.level === 3 ? kinds.get(region.kind).label : region.text ? say(region.text) : "";
    context.font = `600 11px ${FONT}`;
    context.textBaseline = "middle";
    context.fillStyle = colours.faint;
    context.textAlign = "left";
    if (label) context.fillText(label, x + 8, y + 11);
  }
}

// The point where the line from the middle of a place towards another place leaves its box.
function border(place, towards) {
  const dx = towards[0] - place[0];
  const dy = towards[1] - place[1];
  if (!dx && !dy) return [place[0], place[1]];
  const scale = Math.min(
    dx ? place[2] / 2 / Math.abs(dx) : Infinity,
    dy ? place[3] / 2 / Math.abs(dy) : Infinity,
  );
  return [place[0] + dx * Math.min(scale, 1), place[1] + dy * Math.min(scale, 1)];
}

function paintEdges(context, list, places, options) {
  const groups = new Map();
  for (const edge of list) {
    const strength = options.strength(edge);
    if (strength < 0 || !places[edge.from] || !places[edge.to]) continue;
    const key = `${edge.type}:${strength}`;
    if (!groups.has(key)) groups.set(key, { type: edge.type, strength, edges: [] });
    groups.get(key).edges.push(edge);
  }
  const ordered = [...groups.values()].sort((a, b) => a.strength - b.strength);
  for (const group of ordered) paintGroup(context, group, places);
  context.setLineDash([]);
  context.globalAlpha = 1;
}

function paintGroup(context, group, places) {
  const style = relations.get(group.type);
  const loud = group.type === "DEPENDS_ON" || group.type === "RELATED_TO";
  context.globalAlpha = group.strength === 2 ? 1 : group.strength === 1 ? (loud ? 0.75 : 0.38) : 0.06;
  context.strokeStyle = style.colour[isDark() ? 1 : 0];
  context.fillStyle = context.strokeStyle;
  context.lineWidth = style.width * (group.strength === 2 ? 1.8 : 1);
  context.setLineDash(style.dashes);
  const heads = [];
  context.beginPath();
  for (const edge of group.edges) {
    const route = shown.routes.get(edge.i);
    if (route) {
      paintRoute(context, route);
      heads.push([route[route.length - 2], route[route.length - 1]]);
      continue;
    }
    const start = border(places[edge.from], places[edge.to]);
    const end = border(places[edge.to], places[edge.from]);
    context.moveTo(start[0], start[1]);
    context.lineTo(end[0], end[1]);
    if (group.strength === 2 || group.type === "DEPENDS_ON") heads.push([start, end]);
  }
  context.stroke();
  if (group.type === "RELATED_TO" || group.strength === 0) return;
  context.setLineDash([]);
  context.beginPath();
  for (const [start, end] of heads) arrowHead(context, start, end, 4 + style.width * 2);
  context.fill();
}

// A line with slightly rounded corners.
function paintRoute(context, route) {
  context.moveTo(...route[0]);
  for (let at = 1; at < route.length - 1; at += 1) context.arcTo(...route[at], ...route[at + 1], 4);
  context.lineTo(...route[route.length - 1]);
}

function arrowHead(context, start, end, size) {
  const angle = Math.atan2(end[1] - start[1], end[0] - start[0]);
  const point = (turn) => [end[0] - size * Math.cos(angle + turn), end[1] - size * Math.sin(angle + turn)];
  polygon(context, [...end, ...point(0.45), ...point(-0.45)]);
}

function paintNode(context, node, place, look) {
  const kind = kinds.get(node.kind);
  const colours = look.faded ? fadedPalette(node.kind) : coloursOf(node);
  const [x, y, w, h] = place;
  const plain = kind.shape === "heading";
  context.save();
  context.translate(x, y);
  context.beginPath();
  SHAPES[kind.shape](context, w, h);
  context.fillStyle = colours.fill;
  context.fill();
  context.lineWidth = look.selected ? 3 : look.lit ? 2.2 : plain ? 0 : 1.1;
  context.strokeStyle = look.selected ? (isDark() ? "#ffffff" : "#000000") : colours.line;
  context.setLineDash(look.why ? [4, 3] : []);
  if (context.lineWidth && (!plain || look.selected || look.lit)) context.stroke();
  context.setLineDash([]);
  if (colours.stripe) paintStripe(context, colours.stripe, w, h);
  if (node.kind === "Plan" && !look.faded) paintSize(context, node, w, h);
  if (kind.font * look.scale >= WORDS_FROM) paintWords(context, node, kind, colours, look, w, h);
  if (look.scale > 0.5 && isOpen(node) && !look.faded) paintFlag(context, w, h);
  context.restore();
}

const isOpen = (node) => node.findings.some((finding) => !finding.settled && finding.severity !== "info");

// Faded nodes are grey but legible; nothing is translucent.
function fadedPalette(kind) {
  const { region, edge } = grounds();
  const ink = FADED_INK[isDark() ? "dark" : "light"];
  const strong = STRONG.has(kinds.get(kind).shape);
  return { fill: strong ? blended(ink.startsWith("#") ? ink : "#888888", region, 0.25) : region, line: edge, ink, stripe: null };
}

// The colour of a fact is strong at the left edge of a plan, and a tint on the rest.
function paintStripe(context, colour, w, h) {
  context.save();
  context.clip();
  context.fillStyle = colour;
  context.fillRect(-w / 2, -h / 2, 6, h);
  context.restore();
}

function paintWords(context, node, kind, colours, look, width, height) {
  const strong = HEADED.has(kind.shape);
  const single = height < ONE_LINE && (node.lines.length > 1 || node.foot);
  const font = single ? Math.min(kind.font, 10.5) : kind.font;
  context.font = `${strong || (single && !look.why && width > 200) ? "600 " : ""}${font}px ${FONT}`;
  context.textAlign = strong || single ? "left" : "center";
  context.textBaseline = "middle";
  context.fillStyle = colours.ink;
  if (single) {
    context.fillText(cutToFit(context, `${look.why === "basis-unknown" ? "? " : ""}${node.label}`, width - 14), -width / 2 + (colours.stripe ? 10 : 7), 0.5);
    return;
  }
  const step = font * data.line;
  const foot = node.foot ? kind.foot * data.line : 0;
  const top = (-(node.lines.length - 1) * step - foot) / 2;
  const x = strong ? -width / 2 + 9 : 0;
  node.lines.forEach((line, at) => context.fillText(line, x, top + at * step + 0.5));
  if (foot) paintFoot(context, node, kind, colours, look, [width, height]);
}

// The lead department below the words of a plan; on a copy, also why it stands there.
function paintFoot(context, node, kind, colours, look, [width, height]) {
  context.font = `600 ${kind.foot}px ${FONT}`;
  context.fillStyle = colours.foot || colours.ink;
  const text = look.why ? cutToFit(context, `${say(look.why)}・${node.foot}`, width - 16) : node.foot;
  context.fillText(text, 0, height / 2 - kind.foot * 0.85);
}

const cuts = new Map(); // measuring is slow, and each frame asks for the same
function cutToFit(context, text, width) {
  const key = `${context.font}:${Math.round(width)}:${text}`;
  if (cuts.has(key)) return cuts.get(key);
  let end = text.length;
  const cut = () => (end === text.length ? text : `${text.slice(0, end)}…`);
  while (end > 1 && context.measureText(cut()).width > width) end -= 1;
  cuts.set(key, cut());
  return cut();
}

// A plan with open findings bears a mark at its corner; the legend says so.
function paintFlag(context, w, h) {
  context.beginPath();
  polygon(context, [w / 2 - 8, -h / 2, w / 2, -h / 2, w / 2, -h / 2 + 8]);
  context.fillStyle = isDark() ? "#f0e442" : "#d55e00";
  context.fill();
}
