// Comforts for those who answer: nothing typed is lost, places are found while typing, the page is read aloud. All works without this file.
(() => {
  const main = document.getElementById("main");
  const form = document.querySelector("form[data-draft]");

  // What was typed and not sent yet stays in this tab, for this page of this person, until any other page is shown.
  const PREFIX = "draft ";
  const draftKey = form && PREFIX + main.dataset.mark + location.pathname;
  let store;
  try { store = sessionStorage; } catch { store = null; }
  const fieldsOf = () => [...form.elements].filter((e) => e.name && e.type !== "hidden" && e.type !== "submit" && e.type !== "button");
  const read = (e) => (e.type === "radio" || e.type === "checkbox" ? e.checked : e.value);
  const write = (e, value) => { if (e.type === "radio" || e.type === "checkbox") e.checked = value; else e.value = value; };

  if (store) {
    for (const key of Object.keys(store)) if (key.startsWith(PREFIX) && key !== draftKey) store.removeItem(key);
    if (form) {
      const kept = main.dataset.fresh !== undefined && JSON.parse(store.getItem(draftKey) || "null");
      if (kept && kept.length === fieldsOf().length) fieldsOf().forEach((e, i) => write(e, kept[i]));
      form.addEventListener("input", () => {
        try { store.setItem(draftKey, JSON.stringify(fieldsOf().map(read))); } catch { /* full: the page works without */ }
      });
    }
  }

  // A double click sends once. Without a connection nothing is sent, and the page stays as it is.
  document.addEventListener("submit", (event) => {
    const sent = event.target;
    if (sent.dataset.sent) { event.preventDefault(); return; }
    if (navigator.onLine === false) {
      event.preventDefault();
      offline();
      return;
    }
    sent.dataset.sent = "yes";
    setTimeout(() => { delete sent.dataset.sent; }, 3000);
  });
  window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((f) => { delete f.dataset.sent; }));

  const offline = () => {
    let note = document.getElementById("offline");
    if (!note) {
      note = Object.assign(document.createElement("p"), { id: "offline", className: "notice" });
      note.setAttribute("role", "alert");
      main.prepend(note);
    }
    note.textContent = main.dataset.offline;
    note.scrollIntoView({ block: "nearest" });
  };

  const summary = document.querySelector(".problems, .notice[role=alert]");
  if (summary) { summary.tabIndex = -1; summary.focus(); }

  // Read aloud: the question, then every answer.
  const button = document.querySelector("[data-read]");
  if (button && "speechSynthesis" in window) {
    button.hidden = false;
    const stop = () => { speechSynthesis.cancel(); button.setAttribute("aria-pressed", "false"); };
    button.setAttribute("aria-pressed", "false");
    button.addEventListener("click", () => {
      if (speechSynthesis.speaking) { stop(); return; }
      const lines = [...document.querySelectorAll(".ask :is(h1, h2, .hint, .option label, .name, .day label, .what), .ask + .notice p")];
      lines.filter((e) => !e.closest("h1") || e.matches("h1")).forEach((e) => {
        const said = new SpeechSynthesisUtterance(e.textContent.trim());
        said.lang = document.documentElement.lang;
        said.rate = 0.9;
        speechSynthesis.speak(said);
      });
      button.setAttribute("aria-pressed", "true");
    });
    window.addEventListener("pagehide", stop);
  }

  // Suggestions while typing (the ARIA combobox pattern). Whatever is typed is taken; the list only helps.
  const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f'’.]/g, "").toLowerCase();
  const parts = (text) => plain(text).split(/[\s-]+/).filter(Boolean);
  const fits = (typed, words) => typed.every((part) => words.some((word) => word.startsWith(part)));
  document.querySelectorAll("input[list]").forEach((input) => {
    const source = document.getElementById(input.getAttribute("list"));
    const all = [...source.options].map((o) => ({ name: o.value, words: parts(`${o.value} ${o.dataset.also || ""}`), own: parts(o.value) }));
    const list = Object.assign(document.createElement("ul"), { className: "found", id: `${input.id}-found`, hidden: true });
    const count = Object.assign(document.createElement("p"), { className: "unseen" });
    const box = Object.assign(document.createElement("div"), { className: "find" });
    input.before(box);
    box.append(input, list, count);
    count.setAttribute("role", "status");
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", source.dataset.found);
    input.removeAttribute("list");
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id]]) input.setAttribute(name, value);
    let at = -1;
    let choosing = false;

    const close = () => { list.hidden = true; at = -1; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };
    const mark = (index) => {
      at = index;
      [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === at)));
      const item = list.children[at];
      if (item) { input.setAttribute("aria-activedescendant", item.id); item.scrollIntoView({ block: "nearest" }); } else input.removeAttribute("aria-activedescendant");
    };
    const choose = (item) => {
      input.value = item.textContent;
      choosing = true;
      input.dispatchEvent(new Event("input", { bubbles: true }));
      choosing = false;
      close();
    };
    const show = () => {
      const typed = parts(input.value);
      const fitting = typed.length ? all.filter((one) => fits(typed, one.words)) : [];
      const found = [...fitting.filter((one) => fits(typed, one.own)), ...fitting.filter((one) => !fits(typed, one.own))].slice(0, 7);
      list.replaceChildren(...found.map((one, i) => {
        const item = Object.assign(document.createElement("li"), { id: `${list.id}-${i}`, textContent: one.name });
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", "false");
        return item;
      }));
      list.hidden = !found.length;
      at = -1;
      input.removeAttribute("aria-activedescendant");
      input.setAttribute("aria-expanded", String(found.length > 0));
      count.textContent = found.length ? `${found.length} ${source.dataset.found}` : "";
    };
    input.addEventListener("input", () => { if (!choosing) show(); });
    input.addEventListener("blur", close);
    list.addEventListener("pointerdown", (event) => { event.preventDefault(); });
    list.addEventListener("click", (event) => { const item = event.target.closest("li"); if (item) choose(item); });
    input.addEventListener("keydown", (event) => {
      const items = list.children.length;
      if (event.key === "Escape" && !list.hidden) { close(); event.preventDefault(); }
      else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (list.hidden) show();
        if (!list.hidden) { mark((at + (event.key === "ArrowDown" ? 1 : at < 0 ? 0 : -1) + items) % items); event.preventDefault(); }
      } else if (event.key === "Enter" && at >= 0 && !list.hidden) { choose(list.children[at]); event.preventDefault(); }
    });
  });
})();
