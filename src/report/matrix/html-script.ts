/**
 * What the page can do with a script: find and filter clauses, show two targets only, open what a link points into.
 * Written without `<` and `&`, so that the page is well-formed XML, too.
 */
export const pageScript = `
"use strict";
const all = (selector) => [...document.querySelectorAll(selector)];
const byId = (id) => document.getElementById(id);
const show = byId("show"), find = byId("find");
const apply = () => {
  const words = find.value.toLowerCase();
  const wanted = (element) => {
    if (show.value !== "all") if (element.dataset[show.value] !== "true") return false;
    return element.dataset.clause.toLowerCase().includes(words);
  };
  for (const element of all("[data-clause]")) element.hidden = !wanted(element);
  for (const group of all("tbody")) if (group.querySelector(".area")) group.hidden = !group.querySelector("tr[data-clause]:not([hidden])");
  byId("count").textContent = all("tr[data-clause]:not([hidden])").length + " clauses";
};
const sides = () => {
  const pair = [byId("left").value, byId("right").value];
  for (const element of all(".side")) element.hidden = !(pair.includes("all") || pair.includes(element.dataset.target));
};
const open = () => {
  const target = byId(location.hash.slice(1));
  if (!target) return;
  for (let node = target; node; node = node.parentElement) if (node.localName === "details") node.open = true;
  target.scrollIntoView();
};
byId("controls").hidden = false;
byId("controls").addEventListener("submit", (event) => event.preventDefault());
show.addEventListener("change", apply);
find.addEventListener("input", apply);
if (byId("left")) for (const id of ["left", "right"]) byId(id).addEventListener("change", sides);
addEventListener("hashchange", open);
apply();
open();
`;
