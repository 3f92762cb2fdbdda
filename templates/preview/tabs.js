// The tabs, and what is in those beside the draft.

import { element } from "./notes.js";

const NAMES = ["html", "text", "pdf", "data", "changes"];
const $ = (id) => document.getElementById(id);

/** What the server says at an address: data, or null where there is nothing. */
export async function other(address) {
  try {
    const said = await fetch(address, { cache: "no-store" });
    return said.ok ? await said.json() : null;
  } catch {
    return null;
  }
}

async function words(address) {
  try {
    const said = await fetch(address, { cache: "no-store" });
    return { ok: said.ok, text: await said.text() };
  } catch {
    return { ok: false, text: "Not connected." };
  }
}

export class Tabs {
  constructor(desk, shown) {
    Object.assign(this, { desk, shown, name: "html", filled: {}, scrolled: {}, at: -1, ready: false });
    $("tabs").addEventListener("click", (event) => event.target.id && event.target.role === "tab" && this.choose(event.target.id.slice(4)));
    $("tabs").addEventListener("keydown", (event) => this.arrow(event));
    $("form").addEventListener("change", () => this.anew("data"));
    $("revision").addEventListener("change", () => this.anew("changes"));
    $("ruler").textContent = [..."12345678"].map((ten) => `....|....${ten}`).join("").replace(/(\d)/g, "$10").replace(/\.(\d0)/g, "$1");
  }

  choose(name) {
    if (name === this.name) return;
    this.scrolled[this.name] = this.desk.scrollTop;
    this.name = name;
    for (const one of NAMES) {
      const tab = $(`tab-${one}`), chosen = one === name;
      tab.setAttribute("aria-selected", chosen);
      tab.tabIndex = chosen ? 0 : -1;
      $(`panel-${one}`).hidden = !chosen;
    }
    $("form-label").hidden = name !== "data";
    $("pdf").hidden = name !== "pdf" || !this.ready;
    $("revision-label").hidden = name !== "changes" || !$("revision").length;
    this.shown(name);
    this.desk.scrollTop = this.scrolled[name] ?? 0;
  }

  arrow(event) {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    this.choose(NAMES[(NAMES.indexOf(this.name) + by + NAMES.length) % NAMES.length]);
    $(`tab-${this.name}`).focus();
  }

  /** Another supplement is shown: what the tabs hold is of no use. */
  forget() {
    this.filled = {};
    this.scrolled = {};
    this.at = -1;
    for (const one of ["text", "data", "pages"]) $(one).replaceChildren();
    $("revision").replaceChildren();
    $("revision-label").hidden = true;
    $("redline").parentElement.hidden = true;
  }

  anew(name) {
    delete this.filled[name];
    this.shown(name);
  }

  /** Fills the chosen tab with what belongs to a draft. */
  async fill(key, part, serial) {
    const name = this.name, stamp = `${key} ${part} ${serial}`;
    if (this.filled[name] === stamp) return;
    const first = !this.filled[name];
    this.filled[name] = stamp;
    this.filling = this[name](key, part, first, () => this.filled[name] === stamp);
    await this.filling;
  }

  async text(key, part, first, current) {
    const said = await words(`text/${key}?part=${part}`);
    if (current()) lines($("text"), said.text, !first);
  }

  async data(key, part, first, current) {
    const said = await words(`data/${key}?part=${part}&form=${$("form").value}`);
    if (current()) lines($("data"), said.text, !first);
  }

  async pdf(key, part, first, current) {
    $("printing").textContent = "The PDF is being set…";
    const said = await other(`printed/${key}?part=${part}`);
    if (!current()) return;
    $("printing").textContent = !said ? "There is no PDF." : said.fault ? `There is no PDF: ${said.fault}` : "";
    this.ready = Boolean(said?.ready);
    $("pdf").hidden = this.name !== "pdf" || !this.ready;
    $("pdf").href = `pdf/${key}?part=${part}`;
    const pages = Array.from({ length: said?.pages ?? 0 }, (_, at) => element("img", {
      src: `picture/${key}/${at}?part=${part}&serial=${said.serial}`, alt: `Page ${at + 1} of ${said.pages} of the PDF`,
    }));
    await Promise.allSettled(pages.map((one) => one.decode()));
    if (current()) $("pages").replaceChildren(...pages);
  }

  async changes(key, part, first, current) {
    if (!$("revision").length) {
      const found = (await other(`revisions/${key}?part=${part}`)) ?? [];
      if (!current()) return;
      $("revision").replaceChildren(...found.map((one) => new Option(`${one.day}  ${one.subject}`, one.name)));
    }
    $("revision-label").hidden = this.name !== "changes" || !$("revision").length;
    const said = await words(`changes/${key}?part=${part}&revision=${$("revision").value}`);
    if (!current()) return;
    $("unchanged").textContent = said.ok ? "" : said.text;
    $("redline").parentElement.hidden = !said.ok;
    if (said.ok) redline(said.text);
  }

  /** The next or previous change of the redline, once it is there. */
  async change(by) {
    await this.filling;
    const inside = $("redline").contentDocument;
    const found = [...inside.querySelectorAll("main ins, main del")].filter((one) => one.offsetParent);
    if (!found.length) return null;
    found[this.at]?.style.removeProperty("outline");
    this.at = this.at < 0 ? (by > 0 ? 0 : found.length - 1) : (this.at + by + found.length) % found.length;
    found[this.at].style.setProperty("outline", "2px solid #2f5d95");
    return found[this.at];
  }
}

function redline(page) {
  const frame = $("redline"), inside = frame.contentDocument;
  inside.documentElement.innerHTML = page.replace(/^[^]*?<html[^>]*>/, "").replace(/<\/html>\s*$/, "");
  frame.style.height = "0";
  frame.style.height = `${inside.documentElement.scrollHeight}px`;
}

/** Shows text, the lines that changed lit for a moment. */
function lines(pre, text, lit) {
  const was = pre.textContent.split("\n"), now = text.split("\n");
  let first = 0, last = 0;
  while (first < now.length && was[first] === now[first]) first++;
  while (last < now.length - first && last < was.length - first && was.at(-1 - last) === now.at(-1 - last)) last++;
  const changed = now.slice(first, now.length - last).join("\n");
  if (!lit || !changed) {
    pre.textContent = text;
    return;
  }
  const mark = element("span", { className: "lit" }, changed);
  const join = (part) => part.join("\n");
  pre.replaceChildren(join(now.slice(0, first)) + (first ? "\n" : ""), mark, (last ? "\n" : "") + join(now.slice(now.length - last)));
  setTimeout(() => { pre.textContent = text; }, 1900);
}
