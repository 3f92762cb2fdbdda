// Findings: in the margin beside the words that they are about, and in a strip where they stop the draft.

export const SIGNS = { error: "✕", warning: "▲", info: "i", clean: "✓", waiting: "·" };
export const NAMES = { error: "Error", warning: "Warning", info: "Note" };
const ORDER = Object.keys(NAMES), GAP = 8, FAR = 150, MOST = { new: 2, old: 6, none: Infinity };

/** An element with text and children. No words ever become markup. */
export function element(tag, settings = {}, ...inside) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(settings)) {
    if (value !== undefined && value !== false) made.setAttribute(name === "className" ? "class" : name, value === true ? "" : value);
  }
  made.append(...inside);
  return made;
}

/** A sentence, what is between backticks in it as code. */
export const spelled = (text) => text.split("`").map((part, at) => (at % 2 ? element("code", {}, part) : part));

/** Where a finding stands, as an editor takes it. */
export const place = (one) => `${one.file}:${one.line}:${one.column}`;

/** The strip over the draft: faults with place and remedy. `drawn`: "new", "old" where they stop the draft, or "none".

    What the strip leaves out stands beside the draft; where there is none, it leaves out nothing. `go` is called with a
    finding that has a note. */
export function showStrip(strip, findings, project, drawn, go) {
  const faults = drawn === "none" ? [...findings].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity))
    : findings.filter((one) => one.severity === "error");
  const all = [...project.filter((one) => one.severity !== "info"), ...faults];
  const said = JSON.stringify([all, drawn]);
  if (strip.dataset.said === said) return;
  strip.dataset.said = said;
  strip.classList.toggle("warning", !all.some((one) => one.severity === "error"));
  const out = Math.max(faults.length - MOST[drawn], 0);
  const shown = all.slice(0, all.length - out).map((one) => element("div", { className: "fault" },
    element("p", {}, heading(one, drawn !== "none" && faults.includes(one) && go), " ", ...spelled(one.message)),
    element("p", { className: "help" }, element("span", { className: "place" }, place(one)),
      ...(one.help ? [" \u2002What to do: ", ...spelled(one.help)] : [])),
    ...(drawn !== "new" && one.excerpt.length ? [element("pre", { "aria-hidden": "true" }, one.excerpt.join("\n"))] : [])));
  if (all.length) strip.tabIndex = 0;
  else strip.removeAttribute("tabindex");
  const stops = all.some((one) => one.severity === "error");
  const lead = drawn === "old" ? "Below is the last draft without these faults." : stops ? "`build` writes nothing until this is mended." : "";
  const old = lead ? [element("p", { className: "old" }, ...spelled(lead))] : [];
  const more = out ? [element("p", { className: "more" }, `and ${out} more, beside the draft`)] : [];
  strip.replaceChildren(...(all.length ? [...old, ...shown, ...more] : []));
}

function heading(one, go) {
  const made = element(go ? "button" : "b", go ? { type: "button" } : {}, `${SIGNS[one.severity]} ${NAMES[one.severity]} ${one.code}`);
  if (go) made.addEventListener("click", () => go(one));
  return made;
}

/** The margin's notes, in the order of the words that they are about; `go` is called with a finding. */
export function showNotes(list, findings, spans, go) {
  const order = new Map([...spans.keys()].map((path, at) => [path, at]));
  const sorted = findings.map((one, at) => ({ one, at }))
    .sort((a, b) => (order.get(a.one.anchor) ?? -1) - (order.get(b.one.anchor) ?? -1) || a.at - b.at);
  list.replaceChildren(...sorted.map(({ one }) => {
    const button = heading(one, () => go(note));
    const note = element("li", { className: one.severity }, button, element("p", {}, ...spelled(one.message)),
      ...(one.help ? [element("p", { className: "help" }, ...spelled(one.help))] : []), element("p", { className: "place" }, place(one)));
    note.anchor = spans.get(one.anchor);
    note.told = JSON.stringify(one);
    return note;
  }));
}

/** Puts each note beside its words, below the note before it; the chosen one over the others where they push it too far. */
export function placeNotes(list, offset) {
  let below = 0;
  for (const note of list.children) {
    const words = note.anchor?.isConnected ? offset + note.anchor.getBoundingClientRect().top : 0;
    const top = Math.max(below, words), lifted = Boolean(words) && note.hasAttribute("data-chosen");
    note.toggleAttribute("data-lifted", lifted);
    note.style.setProperty("--top", `${Math.round(lifted && top - words > FAR ? words : top)}px`);
    below = top + note.offsetHeight + GAP;
  }
  list.style.minHeight = `${Math.round(below)}px`;
}

/** Underlines the words that findings are about; `view` is the frame's window. */
export function underline(findings, spans, view) {
  const ranges = { info: [], warning: [], error: [] };
  for (const one of findings) {
    const span = spans.get(one.anchor);
    if (!span || one.anchor !== one.path) continue;
    const found = one.words && view.Highlight ? wordsIn(span, one.words) : null;
    if (found) ranges[one.severity].push(found);
    else if (span.getAttribute("data-found") !== "error") span.setAttribute("data-found", one.severity);
  }
  if (!view.Highlight) return;
  for (const [severity, found] of Object.entries(ranges)) view.CSS.highlights.set(severity, new view.Highlight(...found));
}

function wordsIn(span, words) {
  const text = span.firstChild;
  const at = text?.nodeType === 3 ? text.data.indexOf(words) : -1;
  if (at < 0) return null;
  const range = span.ownerDocument.createRange();
  range.setStart(text, at);
  range.setEnd(text, at + words.length);
  return range;
}
