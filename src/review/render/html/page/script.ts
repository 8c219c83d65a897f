/**
 * The page's behaviour: search, folding of everything, copying. Plain script, small enough to read in the page; it starts no
 * request and keeps nothing.
 */
export const PAGE_SCRIPT = `"use strict";
(() => {
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const search = document.getElementById("search");
  const found = document.getElementById("found");
  const entries = all(".find").map((element) => ({ element, text: element.textContent.toLowerCase() }));
  const folds = all("details");
  const nodes = all("svg .node");
  let before;
  let hits = [];
  let at = -1;

  for (const element of all(".js")) element.hidden = false;

  const filter = () => {
    const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
    const matches = (text) => words.every((word) => text.includes(word));
    if (words.length > 0) before ??= folds.map((fold) => fold.open);
    const kept = new Set(entries.filter(({ text }) => matches(text)).map(({ element }) => element));
    for (const { element } of entries) {
      // A part of something that matches stays, so that it can be read whole.
      const inside = element.parentElement.closest(".find");
      element.classList.toggle("out", !kept.has(element) && !(inside && kept.has(inside)));
    }
    for (const node of nodes) node.classList.toggle("dim", words.length > 0 && !matches(node.textContent.toLowerCase()));
    for (const place of all("section, .stack")) {
      place.classList.toggle("out", words.length > 0 && all(".find", place).every((part) => part.classList.contains("out")) && !all("svg .node:not(.dim)", place).length);
    }
    if (words.length === 0) {
      if (before) folds.forEach((fold, number) => { fold.open = before[number]; });
      before = undefined;
      hits = [];
    } else {
      hits = [...kept].filter((element) => !all(".find", element).some((part) => kept.has(part)));
      for (const hit of hits) for (let up = hit.parentElement; up; up = up.parentElement) if (up.localName === "details") up.open = true;
    }
    at = -1;
    found.textContent = words.length === 0 ? "" : hits.length === 0 ? "nothing found" : hits.length === 1 ? "1 found" : hits.length + " found";
    for (const mark of all(".here")) mark.classList.remove("here");
  };

  const step = (by) => {
    if (hits.length === 0) return;
    for (const mark of all(".here")) mark.classList.remove("here");
    at = (at + by + hits.length) % hits.length;
    const hit = hits[at];
    hit.classList.add("here");
    if (hit.localName === "details") hit.open = true;
    hit.scrollIntoView({ block: "center" });
    found.textContent = at + 1 + " of " + hits.length;
  };

  const clear = () => { search.value = ""; filter(); search.blur(); };
  const fold = (open) => { for (const each of folds) if (each.matches(".stack, .resource")) each.open = open; };

  search.addEventListener("input", filter);
  search.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    step(event.shiftKey ? -1 : 1);
  });
  document.getElementById("expand").addEventListener("click", () => fold(true));
  document.getElementById("collapse").addEventListener("click", () => fold(false));

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && (search.value !== "" || event.target === search)) return clear();
    if (event.target instanceof HTMLInputElement) return;
    if (event.key === "/") {
      event.preventDefault();
      search.focus();
      search.select();
    } else if (event.key === "e") fold(true);
    else if (event.key === "c") fold(false);
  });

  for (const button of all(".copy button")) {
    button.addEventListener("click", async () => {
      const line = button.parentElement.querySelector("pre");
      try {
        await navigator.clipboard.writeText(line.textContent);
        button.textContent = "Copied";
      } catch {
        getSelection().selectAllChildren(line);
        button.textContent = "Selected";
      }
      setTimeout(() => { button.textContent = "Copy"; }, 2000);
    });
  }

  const open = () => {
    const target = location.hash.startsWith("#stack-") && document.getElementById(location.hash.slice(1));
    if (target) target.open = true;
  };
  addEventListener("hashchange", open);
  open();

  // Paper has no folds.
  let screen;
  addEventListener("beforeprint", () => { screen = folds.map((each) => each.open); for (const each of folds) each.open = true; });
  addEventListener("afterprint", () => { folds.forEach((each, number) => { each.open = screen[number]; }); });
})();
`;
