"use strict";
const body = document.querySelector("tbody"), heads = [...document.querySelectorAll("th")];
const key = (row, column) => {
  const data = row.cells[column].dataset;
  return "number" in data ? Number(data.number) : data.key;
};
const compare = (a, b) => typeof a === "number" ? a - b : (!a - !b) || a.localeCompare(b, undefined, {numeric: true});
heads.forEach((head, column) => {
  const button = document.createElement("button");
  button.type = "button";
  button.append(...head.childNodes);
  head.append(button);
  button.addEventListener("click", () => {
    const before = head.getAttribute("aria-sort");
    const order = before === "ascending" ? "descending" : before === "descending" ? "ascending"
      : head.dataset.first || "ascending";
    heads.forEach(each => each.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", order);
    const sign = order === "ascending" ? 1 : -1;
    body.append(...[...body.rows].sort((a, b) => sign * compare(key(a, column), key(b, column))));
  });
});
