// Changes a shown document into a new one in place: what stayed is not touched, what changed is lit for a moment.

const LIT = 1900;

/** Makes the children of `old` those of `made`; returns the elements that changed. */
export function morph(old, made) {
  const changed = new Set();
  children(old, made, changed);
  return changed;
}

/** Lights elements for a moment. */
export function light(elements) {
  for (const one of elements) one.setAttribute("data-lit", "");
  setTimeout(() => { for (const one of elements) one.removeAttribute("data-lit"); }, LIT);
}

function children(old, made, changed) {
  const was = [...old.childNodes], now = [...made.childNodes];
  let first = 0;
  while (first < was.length && first < now.length && was[first].isEqualNode(now[first])) first++;
  let last = 0;
  while (last < was.length - first && last < now.length - first && was.at(-1 - last).isEqualNode(now.at(-1 - last))) last++;
  const gone = was.slice(first, was.length - last), come = now.slice(first, now.length - last);
  const before = was[was.length - last] ?? null;
  const pairs = gone.length === come.length ? gone.length : 0;
  for (let at = 0; at < pairs; at++) node(gone[at], come[at], old, changed);
  if (pairs) return;
  for (const one of gone) one.remove();
  for (const one of come) {
    old.insertBefore(one, before);
    mark(one, old, changed);
  }
  if (gone.length && !come.length) mark(null, old, changed);
}

function node(was, now, parent, changed) {
  if (was.isEqualNode(now)) return;
  const same = was.nodeType === 1 && now.nodeType === 1 && was.tagName === now.tagName;
  if (same && now.childElementCount) {
    for (const name of was.getAttributeNames()) if (!now.hasAttribute(name)) was.removeAttribute(name);
    for (const name of now.getAttributeNames()) {
      if (was.getAttribute(name) !== now.getAttribute(name)) was.setAttribute(name, now.getAttribute(name));
    }
    children(was, now, changed);
    return;
  }
  was.replaceWith(now);
  mark(now, parent, changed);
}

function mark(one, parent, changed) {
  const element = one?.nodeType === 1 ? one : one === null || one.textContent.trim() ? parent : null;
  if (element && element.tagName !== "BODY") changed.add(element);
}
