// The list of supplements with their states.

import { element, SIGNS } from "./notes.js";

const SAID = { waiting: "not looked at yet", clean: "nothing found", info: "notes only" };

/** The list in an element; an entry's address is its name behind `#`. */
export class Supplements {
  constructor(list, counts, find) {
    Object.assign(this, { list, counts, find, entries: new Map(), items: new Map(), current: "" });
    find.addEventListener("input", () => this.count());
  }

  /** Takes entries that are new or changed, and keys that are gone. */
  take(entries, gone = []) {
    for (const key of gone) {
      this.items.get(key)?.remove();
      this.items.delete(key);
      this.entries.delete(key);
    }
    for (const one of entries) this.put(one);
    clearTimeout(this.counting);
    this.counting = setTimeout(() => this.count(), 30);
  }

  put(one) {
    const item = this.items.get(one.key) ?? element("li");
    const known = this.entries.get(one.key);
    if (known && known.serial > one.serial) return;
    this.entries.set(one.key, one);
    const cut = one.name.lastIndexOf("/") + 1;
    const said = one.errors || one.warnings ? [plural(one.errors, "error"), plural(one.warnings, "warning")].filter(Boolean).join(", ") : SAID[one.state] ?? "";
    const link = item.firstChild ?? item.appendChild(element("a"));
    link.href = `#${encodeURI(one.name)}`;
    link.title = one.title;
    link.replaceChildren(element("span", { className: `mark ${one.state}`, "aria-hidden": "true" }, SIGNS[one.state]),
      element("span", { className: "entry" }, ...(cut ? [element("small", {}, one.name.slice(0, cut))] : []), one.name.slice(cut)),
      element("span", { className: `said ${one.state}` }, said));
    if (known) return;
    this.items.set(one.key, item);
    if (one.key === this.current) link.setAttribute("aria-current", "page");  // it was gone, and is there again
    const after = [...this.entries.values()].filter((other) => other.name > one.name).sort((a, b) => (a.name < b.name ? -1 : 1))[0];
    this.list.insertBefore(item, after && after.key !== one.key ? this.items.get(after.key) : null);
  }

  /** Takes the whole list at once, in the server's order; where there is one, what is new in it. */
  reset(entries) {
    const keys = new Set(entries.map((one) => one.key));
    if (this.entries.size) return this.take(entries, [...this.entries.keys()].filter((key) => !keys.has(key)));
    for (const one of entries) {
      this.items.set(one.key, this.list.appendChild(element("li")));
      this.entries.set(one.key, one);
      this.put(one);
    }
    this.choose(this.current);
    this.count();
  }

  choose(key) {
    this.items.get(this.current)?.firstChild.removeAttribute("aria-current");
    this.current = key;
    const link = this.items.get(key)?.firstChild;
    link?.setAttribute("aria-current", "page");
    link?.scrollIntoView({ block: "nearest" });
  }

  named(name) {
    return [...this.entries.values()].find((one) => one.name === name);
  }

  /** Hides what does not have the words that are looked for; returns how many are left. */
  filter() {
    const words = this.find.value.toLowerCase().split(/\s+/);
    for (const [key, item] of this.items) {
      const one = this.entries.get(key);
      const text = `${one.name} ${one.title} ${one.state}`.toLowerCase();
      item.hidden = !words.every((word) => text.includes(word));
    }
    return [...this.items.values()].filter((item) => !item.hidden).length;
  }

  count() {
    const shown = this.filter(), all = this.entries.size;
    const states = [...this.entries.values()].map((one) => one.state);
    const number = (state) => states.filter((one) => one === state).length;
    const waiting = number("waiting");
    const parts = [shown < all ? `${shown} of ${plural(all, "supplement")}` : plural(all, "supplement"), number("error") && `${number("error")} with errors`, waiting && `${waiting} to look at`];
    this.counts.textContent = parts.filter(Boolean).join(", ");
  }
}

const plural = (count, word) => (count ? `${count} ${word}${count === 1 ? "" : "s"}` : "");
