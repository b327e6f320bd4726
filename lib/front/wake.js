// Runs inside a page whose scripts are held back (hold-scripts.ts), as it stands here. It brings them in when the
// reader first does something, and then repeats what was done before they had come.
{
  const held = JSON.parse(document.getElementById("held").textContent);
  const typed = new Map();
  let begun = false;
  let sent;

  const isText = (element) => element?.matches?.("input, textarea, select, [contenteditable]");
  const isShortcut = ({ key, ctrlKey, metaKey, target }) =>
    ctrlKey || metaKey ? key.toLowerCase() === "k" : key === "/" && !isText(target);

  const begin = () => {
    if (begun) return;
    begun = true;
    self.__next_f ??= [];
    for (const part of held.flight) self.__next_f.push(part);
    self.TURBOPACK ??= [];
    self.TURBOPACK.push(held.runtime);
    for (const src of held.scripts) {
      const script = document.createElement("script");
      script.src = src;
      // Without the scripts the page does what it does for readers who have none.
      script.onerror = finish;
      document.head.append(script);
    }
  };

  const hears = {
    pointerover: begin,
    pointerdown: begin,
    touchstart: begin,
    focusin: begin,
    keydown: (event) => {
      begin();
      if (!isShortcut(event)) return;
      event.preventDefault();
      // At once: what is typed next belongs there.
      const field = document.querySelector("[aria-keyshortcuts]");
      field?.focus();
      field?.select();
    },
    input: ({ target }) => {
      begin();
      // As it is now: a form that comes to life may put back what it began with.
      typed.set(target, target.value);
    },
    submit: (event) => {
      begin();
      event.preventDefault();
      sent = event;
    },
  };

  const finish = () => {
    removeEventListener("awake", finish);
    for (const type in hears) removeEventListener(type, hears[type], true);
    for (const [element, value] of typed) retype(element, value);
    // Later: what was typed is in the form's fields when the form has been drawn again.
    if (sent) setTimeout(({ target, submitter }) => target.requestSubmit(submitter), 0, sent);
    sent = undefined;
  };

  // React hears of a value only when it differs from the one that it knows.
  const retype = (element, value) => {
    const native = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), "value");
    if (!native || element.type === "checkbox" || element.type === "radio") return;
    element.value = "";
    native.set.call(element, value);
    element.dispatchEvent(new Event("input", { bubbles: true }));
  };

  for (const type in hears) addEventListener(type, hears[type], { capture: true, passive: false });
  addEventListener("awake", finish);
}
