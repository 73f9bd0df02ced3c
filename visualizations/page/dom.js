// Making elements. Text is always text: nothing here, or elsewhere, reads a string as markup.
const byName = (id) => document.getElementById(id);

function make(tag, settings = {}, ...children) {
  const element = document.createElement(tag);
  put(element, settings);
  element.append(...children.flat(Infinity).filter((child) => child != null && child !== false));
  return element;
}

function put(element, settings) {
  for (const [name, value] of Object.entries(settings)) {
    if (value == null || value === false) continue;
    if (name === "text") element.textContent = value;
    else if (name === "on") for (const [type, act] of Object.entries(value)) element.addEventListener(type, act);
    else if (name === "data") Object.assign(element.dataset, value);
    else element.setAttribute(name, value === true ? "" : value);
  }
}

function drawn(tag, settings = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  put(element, settings);
  element.append(...children);
  return element;
}

function button(text, act, settings = {}) {
  return make("button", { type: "button", text, on: { click: act }, ...settings });
}

// A node to click: it leads to the map.
function nodeLink(i, text = nodes[i].label) {
  return button(text, () => go(i), { class: "link", data: { node: i } });
}

let toastTimer = 0;
function toast(text) {
  const box = byName("toast");
  box.textContent = text;
  box.hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { box.hidden = true; }, 5000);
}
