/** The colour of the paper in each theme (app/globals.css), for the browser's own frame. */
export const PAPER = { light: "#fafcfd", dark: "#0c1418" };

/**
 * Stands in every page's head and runs before anything is painted: a chosen theme never flashes, and what it works
 * (the theme's switch, the button that copies the page's address) needs no other script. It alone knows the choice:
 * kept in this browser, in no cookie, "light", "dark" or, where there is none, as the system has it. `data-script` on
 * <html> brings its buttons to sight. The text is the same on every page, for a policy that admits it by its hash.
 */
export const PAGE_SCRIPT = `(() => {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const papers = ${JSON.stringify(PAPER)};
  const bar = document.createElement("meta");
  bar.name = "theme-color";
  let chosen;
  const read = () => {
    try { chosen = localStorage.getItem("theme") } catch {}
    if (chosen !== "light" && chosen !== "dark") chosen = null;
    show();
  };
  const show = () => {
    if (chosen) {
      root.dataset.theme = chosen;
      bar.content = papers[chosen];
      document.head.prepend(bar);
    } else {
      delete root.dataset.theme;
      bar.remove();
    }
    for (const button of document.querySelectorAll("[data-theme-switch]"))
      button.ariaLabel = button.title = "Theme: " + (chosen || "as the system");
  };
  // First the one that is not shown, then the other, then back to the system's.
  const change = () => {
    const shown = system.matches ? "dark" : "light", other = system.matches ? "light" : "dark";
    chosen = chosen === other ? shown : chosen ? null : other;
    try { chosen ? localStorage.setItem("theme", chosen) : localStorage.removeItem("theme") } catch {}
    show();
  };
  const copy = async (button) => {
    const link = location.origin + location.pathname;
    let copied = true;
    try { await navigator.clipboard.writeText(link) } catch {
      // Sites served without TLS have no clipboard of the new kind.
      const area = document.createElement("textarea");
      area.value = link;
      document.body.append(area);
      area.select();
      copied = document.execCommand("copy");
      area.remove();
      button.focus();
    }
    for (const place of [button.querySelector("span"), button.nextElementSibling])
      place.textContent = copied ? "Link copied" : "Copy it from the address bar";
  };
  root.dataset.script = "";
  read();
  for (const news of ["DOMContentLoaded", "pageshow", "storage"]) addEventListener(news, read);
  addEventListener("click", ({ target }) => {
    const button = target.closest?.("[data-theme-switch], [data-copy-link]");
    if (button) "copyLink" in button.dataset ? copy(button) : change();
  });
})()`;
