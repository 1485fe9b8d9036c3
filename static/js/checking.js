// Checking rows with the keyboard, and without loading the whole page for the next card. The page works without this file.
(() => {
  const KEPT = "waymark-keys";
  const TEXT = "input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable]";
  const root = document.documentElement;
  const card = () => document.querySelector("[data-card]");
  let used = true;
  let busy = false;

  try { used = localStorage.getItem(KEPT) !== "off"; } catch { /* a browser that keeps nothing: the keys are on each time */ }

  // The part of the page that speaks must be there before it has something to say.
  const voice = document.createElement("p");
  voice.className = "visually-hidden";
  voice.setAttribute("role", "status");
  document.body.append(voice);

  const showKeys = () => {
    root.classList.toggle("keys-used", used);
    const legend = document.querySelector("[data-keys]");
    if (!legend) return;
    legend.hidden = false;
    legend.querySelector("[data-keys-used]").checked = used;
  };

  document.addEventListener("change", (event) => {
    if (!event.target.matches("[data-keys-used]")) return;
    used = event.target.checked;
    try { localStorage.setItem(KEPT, used ? "on" : "off"); } catch { /* kept until the page is left */ }
    showKeys();
  });

  document.addEventListener("keydown", (event) => {
    if (!used || busy || event.repeat || event.isComposing || event.defaultPrevented) return;
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest(TEXT)) return;
    const key = event.key.toLowerCase();
    const button = /^[a-z0-9]$/.test(key) && card()?.querySelector(`[data-key~="${key}"]`);
    if (!button) return;
    event.preventDefault();
    button.click();
  });

  const failed = () => {
    busy = false;
    const notice = card()?.querySelector("[data-failed]");
    if (!notice) return;
    notice.hidden = false;
    notice.setAttribute("role", "alert");
    notice.scrollIntoView({ block: "center" });
  };

  document.addEventListener("htmx:beforeRequest", () => { busy = true; });
  document.addEventListener("htmx:sendError", failed);
  document.addEventListener("htmx:timeout", failed);
  document.addEventListener("htmx:responseError", failed);

  // Somebody who is signed out meanwhile is sent to sign in: that page does not belong inside this one.
  document.addEventListener("htmx:beforeSwap", (event) => {
    const { xhr, target } = event.detail;
    if (target.id !== "main" || xhr.status !== 200 || xhr.responseText.includes("data-card")) return;
    event.detail.shouldSwap = false;
    location.reload();
  });

  document.addEventListener("htmx:afterSettle", () => {
    busy = false;
    const now = card();
    if (!now) return;
    showKeys();
    const place = now.querySelector("[data-focus]") || document.querySelector("h1");
    place.tabIndex = -1;
    window.scrollTo(0, 0);
    place.focus();
    voice.textContent = "";
    setTimeout(() => { voice.textContent = now.dataset.said; }, 100);
  });

  showKeys();
})();
