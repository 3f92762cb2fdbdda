// The panel that says where a value is typed and how it came about.

import { element, NAMES, SIGNS, spelled } from "./notes.js";

/** Fills the panel with what the server says of a path. */
export function showSource(title, body, said) {
  title.textContent = said.shown.length > 160 ? `${said.shown.slice(0, 160)}…` : said.shown;
  const place = element("p", {},
    said.typed ? "Typed at " : "Not typed as such: it follows from ",
    element("span", { className: "place" }, `${said.file}:${said.line}:${said.column}`));
  const typed = element("div", {}, place, element("p", { className: "path place" }, said.path), lines(said));
  body.replaceChildren(typed, ...working(said.working), ...findings(said.findings));
}

function lines(said) {
  const rows = said.lines.map((one) => element("tr", one.here ? { className: "here" } : {},
    element("th", { scope: "row" }, String(one.number)), element("td", {}, one.text)));
  const table = element("table", { "aria-label": "Lines of the file" }, element("tbody", {}, ...rows));
  return element("div", { className: "lines", tabindex: "0", role: "region", "aria-label": "Lines of the file" }, table);
}

function working(said) {
  if (!said) return [];
  const row = ([words, figure], result) => element("tr", result ? { className: "result" } : {},
    element("th", { scope: "row" }, words), element("td", {}, figure));
  const rows = [...said.lines.map((one) => row(one, false)), row(["Result", said.result], true)];
  return [element("div", {}, element("h3", {}, `How it came about: ${said.title}`),
    element("table", { className: "working" }, element("tbody", {}, ...rows)))];
}

function findings(found) {
  if (!found.length) return [];
  const items = found.map((one) => element("p", {}, `${SIGNS[one.severity]} ${NAMES[one.severity]} ${one.code}: `, ...spelled(one.message)));
  return [element("div", {}, element("h3", {}, "Found here"), ...items)];
}
