// The draft on paper: while the browser prints, a copy stands in the page itself, for a frame is cut where a sheet ends.

/** Puts a copy of what a frame shows into a place of the page for as long as the browser prints. */
export function printing(frame, place) {
  addEventListener("beforeprint", () => copy(frame.contentDocument.body, place));
  addEventListener("afterprint", () => place.replaceChildren());
}

function copy(body, place) {
  const made = document.importNode(body, true), sheet = document.createElement("div");
  const looks = [body, ...body.querySelectorAll("[style]")].map((one) => one.style.cssText);
  [sheet, ...made.querySelectorAll("[style]")].forEach((one, at) => { one.style.cssText = looks[at]; });
  sheet.append(...made.childNodes);
  place.replaceChildren(sheet);
}
