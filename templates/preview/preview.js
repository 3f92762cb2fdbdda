// The preview's page: one supplement shown, refreshed in place whenever the server says that it was loaded again.

import { Supplements } from "./list.js";
import { light, morph } from "./morph.js";
import { placeNotes, showNotes, showStrip, underline } from "./notes.js";
import { printing } from "./print.js";
import { showSource } from "./source.js";
import { other, Tabs } from "./tabs.js";

const $ = (id) => document.getElementById(id);
const frame = $("draft"), desk = $("desk"), notes = $("notes"), root = document.documentElement;
const supplements = new Supplements($("list"), $("counts"), $("find"));
const tabs = new Tabs(desk, show);
let key = "", part = 0, draft = null, project = [], spans = new Map(), chosen = "", asking = false, again = false;
let listed = false, events = null;
const early = [];  // what was heard before the list was there

// --- What is shown -------------------------------------------------------------------------------------------------

async function select(next) {
  if (!next || next === key) return;
  key = next;
  part = 0;
  draft = null;
  chosen = "";
  $("source").hidden = true;
  tabs.forget();
  supplements.choose(key);
  const one = supplements.entries.get(key);
  $("name").textContent = one.name;
  $("file").textContent = one.file;
  await refresh();
  desk.scrollTop = 0;
}

/** Asks for the draft until the newest is shown; however often it is called meanwhile, once more is enough. */
async function refresh() {
  again = true;
  if (asking) return;
  asking = true;
  while (again) {
    again = false;
    const wanted = key;
    const said = await other(`draft/${wanted}?part=${part}`);
    if (wanted !== key) again = true;
    else if (said) take(said);
  }
  asking = false;
}

function take(said) {
  if (draft && draft.name === said.name && said.serial < draft.serial) return;
  const first = !draft || draft.part !== said.part, top = first ? null : topmost();
  draft = said;
  $("name").textContent = said.title.replace(/^Supplement: /, "") || said.name;
  $("file").textContent = said.file;
  document.title = `${said.name} – Supplement preview`;
  parts(said);
  warn();
  $("empty").hidden = Boolean(said.body);
  desk.classList.toggle("bare", !said.body);
  if (said.body) draw(said, first);
  else tabs.forget();
  keep(top);
  $("live").textContent = `Refreshed ${new Date().toLocaleTimeString()}`;
  $("live").classList.remove("off");
  root.dataset.serial = said.serial;
  if (chosen && !$("source").hidden) tell(chosen, false);
  show(tabs.name);
}

/** Says over the draft what is wrong with it, and with the project. */
function warn() {
  showStrip($("strip"), draft?.findings ?? [], project, !draft?.body ? "none" : draft.stale ? "old" : "new", (one) => {
    const note = [...notes.children].find((other) => other.told === JSON.stringify(one));
    if (note) go(note);
  });
}

function draw(said, first) {
  const inside = frame.contentDocument, body = inside.body;
  for (const name of ["data-found", "data-chosen", "data-lit"]) {
    for (const one of body.querySelectorAll(`[${name}]`)) one.removeAttribute(name);
  }
  const made = inside.createElement("body");
  made.innerHTML = said.body.content;
  body.setAttribute("style", said.body.style);
  const changed = morph(body, made);
  spans = new Map();
  for (const one of body.querySelectorAll("[data-path]")) if (!spans.has(one.dataset.path)) spans.set(one.dataset.path, one);
  underline(said.findings, spans, frame.contentWindow);
  if (chosen) spans.get(chosen)?.setAttribute("data-chosen", "");
  showNotes(notes, said.findings, spans, (note) => (note.hasAttribute("data-chosen") ? leave() : go(note)));
  settle();
  if (!first) light(changed);
}

/** The first value that is in sight, with its place in the window, where it is to stay; none at the top of the draft. */
function topmost() {
  const above = frame.getBoundingClientRect().top, sight = desk.getBoundingClientRect().top - above;
  if (sight <= 0) return null;
  for (const element of spans.values()) {
    const at = element.getBoundingClientRect().top;
    if (at >= sight) return { element, was: above + at };
  }
  return null;
}

/** Scrolls so that a value is where it was, whatever has come or gone above it: findings, the strip, words. */
function keep(top) {
  if (!top?.element.isConnected) return;
  desk.scrollTop += frame.getBoundingClientRect().top + top.element.getBoundingClientRect().top - top.was;
}

/** Makes the frame as high as what is in it, and puts the notes beside their words. */
function settle() {
  const body = frame.contentDocument?.body;
  if (!body || $("panel-html").hidden) return;
  const at = desk.scrollTop;
  frame.style.height = "0";
  frame.style.height = `${Math.ceil(Math.max(body.scrollHeight, body.getBoundingClientRect().bottom))}px`;
  beside();
  desk.scrollTop = at;
}

const beside = () => placeNotes(notes, frame.getBoundingClientRect().top - notes.getBoundingClientRect().top);

function parts(said) {
  $("part-label").hidden = said.parts.length < 2;
  $("part").replaceChildren(...said.parts.map((name, at) => new Option(name, at, false, at === said.part)));
}

function show(name) {
  if (name === "html") requestAnimationFrame(settle);
  else if (draft?.body) tabs.fill(key, part, draft.serial);
}

// --- Findings and sources ------------------------------------------------------------------------------------------

function go(note) {
  tabs.choose("html");
  leave();
  note.setAttribute("data-chosen", "");
  beside();
  choose(note.anchor);
  note.querySelector("button").focus({ preventScroll: true });
  bring(note.anchor ?? note, note.anchor ? frame : null);
}

/** No finding is chosen any more. */
function leave() {
  for (const one of notes.children) one.removeAttribute("data-chosen");
  beside();
  choose(null);
}

/** Scrolls so that an element, of a frame where one is given, is in sight. */
function bring(element, within) {
  const above = within ? within.getBoundingClientRect().top : 0;
  const at = above + element.getBoundingClientRect().top, box = desk.getBoundingClientRect();
  if (at < box.top + 40 || at > box.bottom - 80) desk.scrollTop += at - box.top - box.height / 3;
}

function choose(span) {
  for (const one of frame.contentDocument.querySelectorAll("[data-chosen]")) one.removeAttribute("data-chosen");
  span?.setAttribute("data-chosen", "");
}

async function tell(path, focus = true) {
  const said = await other(`source/${key}?part=${part}&path=${encodeURIComponent(path)}`);
  if (!said) return shut();
  chosen = path;
  showSource($("source-title"), $("source-body"), said);
  $("source").hidden = false;
  choose(spans.get(path));
  if (focus) $("source-title").focus();
  if (focus && spans.get(path)) bring(spans.get(path), frame);
}

function shut() {
  if ($("source").hidden) return;
  $("source").hidden = true;
  const span = spans.get(chosen);
  chosen = "";
  choose(null);
  span?.focus({ preventScroll: true });
}

function step(by) {
  const all = [...notes.children];
  if (!all.length) return;
  const at = all.findIndex((one) => one.hasAttribute("data-chosen"));
  go(all[at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length]);
}

async function change(by) {
  tabs.choose("changes");
  const found = await tabs.change(by);
  if (found) bring(found, $("redline"));
}

// --- Keys and the rest ---------------------------------------------------------------------------------------------

const KEYS = {
  j: () => step(1), n: () => step(1), k: () => step(-1), p: () => step(-1), "]": () => change(1), "[": () => change(-1),
  "/": () => { drawer(true); $("find").focus(); $("find").select(); }, "?": () => $("help").showModal(),
  Escape: () => { drawer(false); leave(); shut(); },
};
["html", "text", "pdf", "data", "changes"].forEach((name, at) => { KEYS[at + 1] = () => tabs.choose(name); });

function keyed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || $("help").open) return;
  const typing = event.target.matches?.("input, select");
  if (typing && event.key !== "Escape") return;
  if (typing) event.target.blur();
  const act = Object.hasOwn(KEYS, event.key) && KEYS[event.key];
  if (act) {
    event.preventDefault();
    act();
  }
}

function drawer(open) {
  document.body.classList.toggle("drawer", open);
  $("menu").setAttribute("aria-expanded", open);
}

function inFrame(inside) {
  const pathOf = (event) => event.target.closest?.("[data-path]")?.dataset.path;
  inside.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]"), path = pathOf(event);
    if (link) {  // notes of tables lead to each other; nothing leads anywhere else
      event.preventDefault();
      const name = link.getAttribute("href").replace(/^#/, "");
      const target = [...inside.querySelectorAll("a[name]")].find((one) => one.name === name);
      if (target) bring(target, frame);
    } else if (path) tell(path);
  });
  inside.addEventListener("keydown", (event) => {
    const path = pathOf(event);
    if (event.key === "Enter" && path) tell(path);
    else keyed(event);
  });
  inside.addEventListener("focusin", (event) => {
    if (event.target.matches(":focus-visible")) bring(event.target, frame);  // what a click moved would not be clicked
  });
}

/** Listens while the page is in sight. Why not always: a browser has six lines to a server, and each listener keeps one;
    with a sixth page open none was answered any more. */
function listen() {
  events?.close();
  events = document.hidden ? null : new EventSource("events");
  if (!events) return;
  const heard = (name, act) => events.addEventListener(name, (event) => act(JSON.parse(event.data)));
  heard("list", (said) => (listed ? listen.list(said) : early.push(said)));
  listen.list = (said) => {
    supplements.take(said.entries, said.gone);
    if (said.gone.includes(key)) warnOf(draft?.body ? "The file is gone; this is its last draft." : "The file is gone.");
    if (!key) select(wanted());
  };
  heard("project", (said) => {
    const top = topmost();
    project = said.findings;
    warn();
    keep(top);
  });
  heard("draft", (said) => { if (said.key === key && said.serial > (draft?.serial ?? 0)) refresh(); });
  events.onopen = begin;
  events.onerror = () => warnOf("Not connected. If the preview has ended, start it again: it prints a new address.");
}

function warnOf(words) {
  $("live").textContent = words;
  $("live").classList.add("off");
}

const wanted = () => (supplements.named(decodeURI(location.hash.slice(1))) ?? supplements.entries.values().next().value)?.key;

/** Takes everything as the server has it: at the start, and when the stream was broken. */
async function begin() {
  listed = false;
  const said = await other("list");
  if (!said) return;
  project = said.project.findings ?? [];
  supplements.reset(said.entries);
  listed = true;
  early.splice(0).forEach(listen.list);
  warn();
  if (supplements.entries.has(key)) refresh();
  else if (key) listen.list({ entries: [], gone: [key] });
  else select(wanted());
}

addEventListener("hashchange", () => { drawer(false); select(wanted()); });
addEventListener("keydown", keyed);
printing(frame, $("paper"));
addEventListener("resize", settle);
$("menu").addEventListener("click", () => drawer(!document.body.classList.contains("drawer")));
$("ask").addEventListener("click", () => $("help").showModal());
$("close").addEventListener("click", shut);
$("part").addEventListener("change", (event) => { part = Number(event.target.value); tabs.forget(); refresh(); });
const ready = () => frame.contentDocument?.readyState === "complete" && frame.contentWindow.location.pathname.endsWith("/frame");
const run = () => {
  inFrame(frame.contentDocument);
  document.addEventListener("visibilitychange", listen);
  listen();
};
if (ready()) run();
else frame.addEventListener("load", run, { once: true });
