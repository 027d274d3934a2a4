"use strict";
(() => {
  const drawer = document.getElementById("drawer");
  const lit = [];
  let opener = null;

  const make = (name, text, cls) => {
    const node = document.createElement(name);
    if (text) node.textContent = text;
    if (cls) node.className = cls;
    return node;
  };

  const dim = () => { while (lit.length) lit.pop().classList.remove("lit"); };

  // All pieces of a marked passage, wherever other marks cut it.
  const light = (id) => {
    dim();
    for (const mark of document.querySelectorAll("mark[data-r]")) {
      if (mark.dataset.r === id) { mark.classList.add("lit"); lit.push(mark); }
    }
  };

  const close = () => {
    drawer.hidden = true;
    drawer.replaceChildren();
    if (opener) opener.focus({ preventScroll: true });
    opener = null;
  };

  // The paragraph that holds the passage, without its anchors, so that ids stay unique.
  const passage = (mark) => {
    const copy = mark.closest("p").cloneNode(true);
    for (const node of copy.querySelectorAll("[id]")) node.removeAttribute("id");
    for (const node of copy.querySelectorAll("a.back")) node.remove();
    return copy;
  };

  const open = (id, from) => {
    const mark = document.getElementById(id);
    if (!mark || mark.tagName !== "MARK") return false;
    light(id);
    const source = mark.closest("article.source");
    const head = make("header");
    head.append(source.querySelector("h4").cloneNode(true), make("p", mark.title, "note"));
    const go = make("a", "Read in the article", "go");
    go.href = "#" + encodeURIComponent(id);
    go.addEventListener("click", () => { drawer.hidden = true; opener = null; });
    const shut = make("button", "Close");
    shut.type = "button";
    shut.addEventListener("click", close);
    const row = make("p", "", "row");
    row.append(go, shut);
    drawer.replaceChildren(head, passage(mark), row);
    drawer.hidden = false;
    opener = from;
    drawer.focus({ preventScroll: true });
    const shown = drawer.querySelector("mark.lit");
    if (shown) shown.scrollIntoView({ block: "nearest" });
    return true;
  };

  const target = (link) => decodeURIComponent((link.getAttribute("href") || "").slice(1));

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.ev");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (open(target(link), link)) event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !drawer.hidden) close();
  });

  // A link to an edge, a mark or a record inside a closed <details> opens it.
  const arrive = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const node = id && document.getElementById(id);
    if (!node) return;
    const box = node.closest("details");
    if (box) box.open = true;
    if (node.tagName === "MARK") light(id);
  };
  window.addEventListener("hashchange", arrive);
  arrive();

  const toggle = (part, label, cls) => {
    const box = make("input");
    box.type = "checkbox";
    box.checked = true;
    const line = make("label");
    line.append(box, " " + label);
    box.addEventListener("change", () => part.classList.toggle(cls, !box.checked));
    return line;
  };
  const bar = (part, ...toggles) => {
    const row = make("div", "", "toggles");
    for (const [label, cls] of toggles) row.append(toggle(part, label, cls));
    part.querySelector("h3").after(row);
  };
  for (const part of document.querySelectorAll("section.articles")) {
    bar(part, ["claims", "no-claims"], ["other events", "no-background"], ["quotes", "no-quotes"], ["discrepancies", "no-disc"]);
  }
  for (const table of document.querySelectorAll("table.matrix")) {
    if (table.querySelector("tbody.background")) {
      bar(table.closest("section"), ["other events", "no-background"], ["overtaken and set aside", "no-overtaken"]);
    }
  }
})();
