const shapes = {
  sms: "M4 5h16v11H9l-5 4z",
  whatsapp: "M12 4a8 8 0 1 1-3.9 15L4 20l1-4.1A8 8 0 0 1 12 4zM9.5 9.5c.3 2.6 2.4 4.7 5 5",
  picture: "M4 5h16v14H4zM4 16l5-5 4 4 2.5-2.5L20 17M15.5 9.2v.01",
  send: "M12 19V5M6 11l6-6 6 6",
  cross: "M6 6l12 12M18 6L6 18",
  tick: "M5 12.5l4.5 4.5L19 7.5",
  ticks: "M2 12.5l4.5 4.5L16 7.5M11 16l1 1 9.5-9.5",
  warning: "M12 4l9 16H3zM12 10v4M12 17v.01",
  wait: "M12 7v5l3 2M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16z",
  numbers: "M4 7h10M18 7h2M4 17h2M10 17h10M16 5v4M8 15v4",
  sun: "M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6L19 19M19 5l-1.4 1.4M6.4 17.6L5 19",
  moon: "M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z",
  towards: "M5 12h14M13 6l6 6-6 6",
  back: "M19 12H5M11 6l-6 6 6 6",
};

/** A line drawing by name. `path` draws one that is not in the list. */
export function icon(name, path = shapes[name]) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  const look = { d: path, fill: "none", stroke: "currentColor", "stroke-width": "1.8" };
  const ends = { "stroke-linecap": "round", "stroke-linejoin": "round" };
  for (const [attribute, value] of Object.entries({ ...look, ...ends })) line.setAttribute(attribute, value);
  svg.append(line);
  return svg;
}
