"use strict";
(() => {
  const all = (query, root = document) => [...root.querySelectorAll(query)];
  const one = (query, root = document) => root.querySelector(query);
  const cards = all("#findings > .card");
  const rows = all(".ledger tbody tr");
  const chips = all("button[data-filter=severity]");
  const selects = all("select[data-filter]");
  const search = one("input[data-filter=text]");
  const shown = one(".shown");
  const dialog = one("dialog.keys");
  const plain = (text) =>
    text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d");

  // The address holds what is shown: #severity=major&cause=coverage&text=…&sort=…&at=…
  const read = () => {
    const hash = location.hash.slice(1);
    if (!hash.includes("=")) return new URLSearchParams(hash ? { at: decodeURIComponent(hash) } : {});
    return new URLSearchParams(hash);
  };
  const write = (state) => {
    const text = state.toString();
    history.replaceState(null, "", text ? `#${text}` : location.pathname + location.search);
  };
  const put = (key, value) => {
    const state = read();
    if (value) state.set(key, value);
    else state.delete(key);
    write(state);
  };

  const texts = new WeakMap();
  const textOf = (element) => {
    if (!texts.has(element)) texts.set(element, plain(element.textContent));
    return texts.get(element);
  };
  const filter = () => {
    const off = new Set(chips.filter((c) => c.ariaPressed === "false").map((c) => c.dataset.value));
    const [cause, check] = ["cause", "check"].map(
      (name) => selects.find((s) => s.dataset.filter === name).value,
    );
    const needle = plain(search.value.trim());
    const fits = (element) =>
      !off.has(element.dataset.severity) &&
      (!cause || element.dataset.cause === cause) &&
      (!check || element.dataset.check.split(" ").includes(check)) &&
      (!needle || textOf(element).includes(needle));
    let count = 0;
    for (const card of cards) {
      card.hidden = !fits(card);
      count += !card.hidden;
    }
    for (const row of rows) row.hidden = !fits(row);
    const narrowed = off.size || cause || check || needle;
    shown.textContent = narrowed ? `${count} of ${cards.length}` : "";
    one(".nothing").hidden = count > 0 || !cards.length;
    put("severity", chips.filter((c) => !off.has(c.dataset.value)).length === chips.length ? ""
      : chips.filter((c) => !off.has(c.dataset.value)).map((c) => c.dataset.value).join(",") || "none");
    put("cause", cause);
    put("check", check);
    put("text", search.value.trim());
  };

  let at = -1;
  const visible = () => cards.filter((card) => !card.hidden);
  const open = (target) => {
    for (let e = target; e; e = e.parentElement) if (e.localName === "details") e.open = true;
  };
  const go = (id) => {
    const target = document.getElementById(id);
    if (!target) return;
    open(target);
    for (const old of all(".current")) old.classList.remove("current");
    if (target.matches(".card, .line")) target.classList.add("current");
    target.scrollIntoView({ block: target.matches("section") ? "start" : "nearest" });
    if (target.matches(".card")) {
      target.hidden = false;
      at = cards.indexOf(target);
      target.focus({ preventScroll: true });
    }
    put("at", id);
  };
  const step = (by) => {
    const list = visible();
    if (!list.length) return;
    const here = list.indexOf(cards[at]);
    const next = here < 0 ? (by > 0 ? 0 : list.length - 1) : here + by;
    go(list[Math.min(Math.max(next, 0), list.length - 1)].id);
  };

  const sort = (table, column, down) => {
    const head = all("thead th", table)[column];
    const key = (row) => {
      const cell = row.cells[column];
      return cell.dataset.value ?? cell.textContent.trim();
    };
    const numbers = head.dataset.sort === "number";
    const order = new Intl.Collator("vi", { numeric: true });
    const body = table.tBodies[0];
    const sorted = [...body.rows].map((row) => [key(row), row]);
    sorted.sort(([a], [b]) => (numbers ? a.replace(/,/g, "") - b.replace(/,/g, "") : order.compare(a, b)));
    if (down) sorted.reverse();
    body.append(...sorted.map(([, row]) => row));
    for (const other of all("thead th", table)) other.removeAttribute("aria-sort");
    head.ariaSort = down ? "descending" : "ascending";
  };
  for (const table of all("table.sortable")) {
    all("thead th", table).forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const down = head.ariaSort === "ascending";
        sort(table, column, down);
        put("sort", `${table.id}.${column}${down ? ".down" : ""}`);
      });
    });
  }

  const reset = () => {
    for (const chip of chips) chip.ariaPressed = "true";
    for (const select of selects) select.value = "";
    search.value = "";
    filter();
  };
  const does = {
    next: () => step(1),
    previous: () => step(-1),
    list: () => go("findings"),
    search: () => search.focus(),
    reset,
    close: () => dialog.close(),
    keys: () => dialog.showModal(),
  };
  for (const button of all("button[data-does]")) {
    button.addEventListener("click", () => does[button.dataset.does]());
  }
  const shortcuts = all("[data-shortcut]");
  for (const button of shortcuts) {
    const key = document.createElement("dt");
    const word = document.createElement("dd");
    key.append(Object.assign(document.createElement("kbd"), { textContent: button.dataset.shortcut }));
    word.textContent = one(".sr", button).textContent;
    one("dl", dialog).append(key, word);
  }
  document.addEventListener("keydown", (event) => {
    // Vietnamese input methods compose; their keys are not ours
    if (event.isComposing || event.keyCode === 229) return;
    const field = event.target.closest?.("input, select, textarea, [contenteditable]");
    if (field && event.key === "Escape") field.blur();
    if (field || dialog.open || event.ctrlKey || event.metaKey || event.altKey) return;
    const button = shortcuts.find((b) => b.dataset.shortcut === event.key);
    if (!button) return;
    event.preventDefault();
    button.click();
  });

  // Spans that answer one another light up together.
  const light = (event, on) => {
    const mark = event.target.closest?.("mark[data-n]");
    if (!mark) return;
    const home = mark.closest(".whole, #article, .card");
    if (!home) return;
    for (const other of all(`mark[data-n="${mark.dataset.n}"]`, home)) other.classList.toggle("lit", on);
  };
  document.addEventListener("mouseover", (event) => light(event, true));
  document.addEventListener("mouseout", (event) => light(event, false));
  document.addEventListener("focusin", (event) => light(event, true));
  document.addEventListener("focusout", (event) => light(event, false));

  for (const chip of chips) {
    chip.addEventListener("click", () => {
      chip.ariaPressed = chip.ariaPressed === "true" ? "false" : "true";
      filter();
    });
  }
  for (const select of selects) select.addEventListener("change", filter);
  search.addEventListener("input", (event) => event.isComposing || filter());
  search.addEventListener("compositionend", filter);
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(decodeURIComponent(link.hash.slice(1)));
  });

  const restore = () => {
    const state = read();
    const severities = state.get("severity");
    for (const chip of chips) {
      chip.ariaPressed = String(!severities || severities.split(",").includes(chip.dataset.value));
    }
    for (const select of selects) select.value = state.get(select.dataset.filter) ?? "";
    for (const select of selects) if (select.selectedIndex < 0) select.value = "";
    search.value = state.get("text") ?? "";
    filter();
    const [id, column, down] = (state.get("sort") ?? "").split(".");
    const table = id ? document.getElementById(id) : null;
    if (table?.matches("table.sortable") && all("thead th", table)[column]) sort(table, +column, !!down);
    if (state.get("at")) go(state.get("at"));
  };
  addEventListener("hashchange", restore);
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = all("details:not([open])");
    for (const details of closed) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of closed) details.open = false;
  });
  one(".tools").hidden = false;
  restore();
})();
