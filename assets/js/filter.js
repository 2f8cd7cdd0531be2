// Chooses among the actions in place. Every row is made by a template: what is not on this page is
// taken from the page that the choice links to, and what is only planned from the list of that.
// Without script the links lead to the same rows.
const list = document.querySelector("[data-lista]");
const links = document.querySelector(".choices nav");
const older = document.querySelector("nav[data-aldre]");
const addressOf = (row) => row.querySelector("a").pathname;
const keyOf = (row) => `${row.dataset.dag} ${addressOf(row)}`;
const own = new Set(list.querySelectorAll("li"));
const known = new Set([...own].map(addressOf));
const fetched = new Set();

const status = document.createElement("p");
status.setAttribute("role", "status");
const controls = document.createElement("div");
controls.className = "filter";
const selects = [...links.querySelectorAll("[data-val]")].map(selectFor);
const button = document.createElement("button");
button.type = "button";
button.className = "button plain";
button.textContent = "Rensa valen";
button.hidden = true;
controls.append(button);
links.before(controls, status);
links.hidden = true;

function selectFor(group) {
  const field = document.createElement("p");
  const label = document.createElement("label");
  const select = document.createElement("select");
  select.name = group.dataset.val;
  select.id = `val-${select.name}`;
  label.htmlFor = select.id;
  label.textContent = group.querySelector("summary").textContent;
  select.autocomplete = "off";
  select.append(new Option(group.dataset.alla, ""));
  for (const link of group.querySelectorAll("a")) {
    const number = Number(link.dataset.antal) || link.nextElementSibling.textContent;
    select.append(new Option(`${link.textContent} (${number})`, link.dataset.id));
  }
  select.addEventListener("change", choose);
  field.append(label, select);
  controls.append(field);
  return select;
}

const chosen = () => selects.filter((select) => select.value);

const linkOf = ({ name, value }) =>
  links.querySelector(`[data-val="${name}"] a[data-id="${CSS.escape(value)}"]`);

function has(row, { name, value }) {
  return name === "manad"
    ? row.dataset.dag.startsWith(value)
    : row.getAttribute(`data-val-${name}`).split(" ").includes(value);
}

const isChosen = (row) => chosen().every((select) => has(row, select));

function show(failed = false) {
  const anything = chosen().length > 0;
  for (const row of list.querySelectorAll("li")) {
    row.hidden = anything ? !isChosen(row) : !own.has(row);
  }
  for (const section of list.querySelectorAll("section")) {
    section.hidden = !section.querySelector("li:not([hidden])");
  }
  for (const count of list.querySelectorAll("h2 .small, [data-del]")) count.hidden = anything;
  if (older) older.hidden = anything && !failed;
  links.hidden = !failed;
  button.hidden = !anything;
  const found = anything ? told() : "";
  status.textContent = failed
    ? `Det gick inte att hämta fler insatser. ${found} Länkarna här leder till alla.`
    : found;
}

// What was called off is shown but not counted, as in every other number on the site.
function told() {
  const shown = [...list.querySelectorAll("li:not([hidden])")];
  const off = shown.filter((row) => "installd" in row.dataset).length;
  const planned = shown.filter((row) => !row.closest("[data-manad]")).length;
  if (!shown.length) return "Ingen insats passar valet.";
  const number = shown.length - off;
  const noun = number === 1 ? "insats" : "insatser";
  const ofThem = planned ? `, varav ${planned} ${planned === 1 ? "planerad" : "planerade"}` : "";
  const also = off ? ` Dessutom visas ${off} ${off === 1 ? "inställd" : "inställda"}.` : "";
  return `${number.toLocaleString("sv")} ${noun} visas${ofThem}.${also}`;
}

// The links to pages that may have more of what is chosen.
function missing() {
  if (!chosen().length) return [];
  return [...planned(), ...smallest()];
}

// None when all that is planned of one of the choices is here.
function planned() {
  const here = [...list.querySelectorAll("section:not([data-manad]) li")];
  const size = (select) => here.filter((row) => has(row, select)).length;
  if (chosen().some((select) => Number(linkOf(select).dataset.planerade) <= size(select))) return [];
  return [...list.querySelectorAll("[data-del] a")].filter((page) => !fetched.has(page));
}

// The choice with the fewest actions has all that can be shown: its pages are enough.
function smallest() {
  if (!list.dataset.lista) return [];
  const pages = chosen().map(linkOf);
  if (pages.some((page) => fetched.has(page))) return [];
  return [pages.reduce((a, b) => (Number(b.dataset.antal) < Number(a.dataset.antal) ? b : a))];
}

async function read(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

async function collect(link) {
  const newest = await read(link.href);
  const others = [...newest.querySelectorAll("a[data-aldre]")].map(({ href }) => read(href));
  const planned = link.closest("[data-lista] section")?.querySelector("ol");
  for (const page of [newest, ...(await Promise.all(others))]) take(page, planned);
  fetched.add(link);
}

// Planned rows stand in the order of their own list, others by month.
function take(page, planned) {
  for (const section of page.querySelectorAll("section[data-manad]")) {
    const rows = [...section.querySelectorAll("li")].filter((row) => !known.has(addressOf(row)));
    for (const row of rows) known.add(addressOf(row));
    if (planned) {
      planned.append(...rows);
      continue;
    }
    const month = monthLike(section);
    for (const row of rows) {
      const after = [...month.children].find((other) => keyOf(other) < keyOf(row));
      month.insertBefore(row, after ?? null);
    }
  }
}

// The list of the section's month on this page; the section itself is moved here when there is none.
function monthLike(section) {
  const months = [...list.querySelectorAll("section[data-manad]")];
  const key = section.dataset.manad;
  const same = months.find((month) => month.dataset.manad === key);
  if (same) return same.querySelector("ol");
  section.querySelector("ol").replaceChildren();
  list.insertBefore(section, months.find((month) => month.dataset.manad < key) ?? null);
  return section.querySelector("ol");
}

let latest = 0;

async function choose() {
  const turn = ++latest;
  keep();
  const pages = missing();
  if (!pages.length) return show();
  status.textContent = "Hämtar fler insatser …";
  try {
    await Promise.all(pages.map(collect));
  } catch {
    if (turn === latest) show(true);
    return;
  }
  if (turn === latest) show();
}

function keep() {
  const words = new URLSearchParams(location.search);
  for (const { name, value } of selects) value ? words.set(name, value) : words.delete(name);
  const query = String(words);
  history.replaceState(history.state, "", location.pathname + (query && `?${query}`));
}

// An older link to a month leads to its place in the list, or chooses it when it is not here.
function addressed() {
  const words = new URLSearchParams(location.search);
  const month = location.hash.slice(1);
  const isMonth = /^\d{4}-\d{2}$/.test(month);
  if (isMonth && !document.getElementById(month)) words.set("manad", month);
  for (const select of selects) {
    const value = words.get(select.name);
    const isKnown = [...select.options].some((option) => option.value === value);
    select.value = isKnown ? value : "";
  }
  return chosen().length > 0;
}

button.addEventListener("click", () => {
  for (const select of selects) select.value = "";
  choose();
  selects[0].focus();
});
if (addressed()) choose();
