/**
 * The filters. What is shown is in the fragment, `#W6WR?verdict=fail&q=tag`: the clause to open, then the filters; a
 * fragment is all that a page from a file can change of its address.
 */
export const filterScript = `
const form = document.getElementById("filters");
const rows = [...document.querySelectorAll("details.clause")];
const sections = [...document.querySelectorAll("[data-section]")];
const rowById = new Map(rows.map((row) => [row.dataset.id, row]));
const count = document.getElementById("count");
const none = document.getElementById("none");
const texts = new Map();
let current = "";

const textOf = (row) => {
  if (!texts.has(row)) texts.set(row, row.textContent.toLowerCase());
  return texts.get(row);
};

const wanted = () => {
  const data = new FormData(form);
  return {
    area: data.get("area"),
    level: data.get("level"),
    known: data.get("known") ?? "",
    verdict: data.getAll("verdict"),
    differs: data.has("differs"),
    terms: data.get("q").toLowerCase().split(/\\s+/).filter(Boolean),
  };
};

const matches = (row, { area, level, known, verdict, differs, terms }) =>
  (area === "" || row.dataset.area === area) &&
  (level === "" || row.dataset.level === level) &&
  (known === "" || row.dataset.known === known) &&
  (verdict.length === 0 || verdict.includes(row.dataset.verdict)) &&
  (!differs || "differs" in row.dataset) &&
  terms.every((term) => textOf(row).includes(term));

const apply = () => {
  const filter = wanted();
  let shown = 0;
  for (const row of rows) {
    row.hidden = !matches(row, filter);
    if (!row.hidden) shown += 1;
  }
  for (const section of sections) section.hidden = section.querySelector("details.clause:not([hidden])") === null;
  for (const cell of document.querySelectorAll("[data-cell]")) cell.classList.toggle("off", rowById.get(cell.dataset.cell).hidden);
  none.hidden = shown > 0;
  const text = shown + " of " + rows.length + " clauses";
  if (count.textContent !== text) count.textContent = text;
};

const query = () => {
  const params = new URLSearchParams();
  const data = new FormData(form);
  for (const name of new Set(data.keys())) {
    const value = data.getAll(name).join(",");
    if (value !== "") params.set(name, value);
  }
  return params.toString();
};

const keep = () => {
  const filters = query();
  const fragment = current + (filters === "" ? "" : "?" + filters);
  try { history.replaceState(null, "", fragment === "" ? location.pathname + location.search : "#" + fragment); } catch { /* some viewers of files forbid it: the view is then not kept in the address */ }
};

const fill = (params) => {
  for (const field of form.elements) {
    if (field.name === "") continue;
    const value = params.get(field.name) ?? "";
    if (field.type === "checkbox") field.checked = value.split(",").includes(field.value);
    else field.value = value;
    if (field.value !== value && field.tagName === "SELECT") field.value = "";
  }
};

const show = (row) => {
  if (row.hidden) {
    fill(new URLSearchParams());
    apply();
  }
  row.open = true;
  row.firstElementChild.focus({ preventScroll: true });
  row.scrollIntoView({ block: "start" });
};

const follow = () => {
  const [id, filters] = location.hash.slice(1).split(/\\?(.*)/s);
  if (filters !== undefined) fill(new URLSearchParams(filters));
  apply();
  const row = rowById.get(id);
  current = row === undefined ? "" : id;
  if (row !== undefined) show(row);
  if (row !== undefined || filters !== undefined) keep();
  if (row === undefined && filters !== undefined && !first) document.getElementById("clauses").scrollIntoView();
};

let first = true;
for (const place of document.querySelectorAll("[data-filter]")) {
  const link = document.createElement("a");
  link.href = "#?" + place.dataset.filter;
  link.append(...place.childNodes);
  place.append(link);
}
const changed = () => { current = ""; apply(); keep(); };
form.addEventListener("input", changed);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(changed));
document.getElementById("none-reset").addEventListener("click", () => { form.reset(); form.elements.q.focus(); });
document.getElementById("open-all").addEventListener("click", () => { for (const row of rows) if (!row.hidden) row.open = true; });
document.getElementById("close-all").addEventListener("click", () => { for (const row of rows) row.open = false; });
// A link to the fragment that is there already changes nothing that a browser tells of.
document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#"]');
  if (link !== null && link.hash === location.hash) follow();
});
addEventListener("hashchange", follow);
follow();
first = false;
`;
