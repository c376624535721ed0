// Keeps what is being typed into a form with `data-keep`, so that a time-out or a dead battery loses no words.
import { noteContact } from "./contact.js";

const WAIT = 2000;
const NEVER_KEPT = new Set(["csrfmiddlewaretoken", "key", "keep"]);

export function keepForms(forms) {
  const keepers = [...forms].map((form) => new Keeper(form));
  return () => Promise.all(keepers.map((keeper) => keeper.keep()));
}

class Keeper {
  constructor(form) {
    this.form = form;
    this.kept = this.typed();
    form.addEventListener("input", () => this.soon());
    form.addEventListener("change", () => this.soon());
    form.addEventListener("submit", () => this.stop());
    document.addEventListener("visibilitychange", () => document.hidden && this.keep());
    window.addEventListener("pageshow", (event) => event.persisted && (this.isSent = false));
  }

  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep(), WAIT);
  }

  // What is sent is saved by the form itself: a draft must not arrive after it.
  stop() {
    this.isSent = true;
    clearTimeout(this.timer);
    this.underWay?.abort();
  }

  typed() {
    const found = {};
    for (const [name, value] of new FormData(this.form)) {
      if (typeof value === "string" && !NEVER_KEPT.has(name) && !this.isSecret(name)) (found[name] ??= []).push(value);
    }
    return JSON.stringify(found);
  }

  isSecret(name) {
    return this.form.elements[name]?.type === "password";
  }

  async keep() {
    clearTimeout(this.timer);
    const typed = this.typed();
    if (this.isSent || typed === this.kept) return;
    this.underWay = new AbortController();
    try {
      const response = await fetch(this.form.dataset.keepAddress, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-CSRFToken": this.form.elements.csrfmiddlewaretoken.value },
        body: `{"keep": ${JSON.stringify(this.form.elements.keep.value)}, "typed": ${typed}}`,
        signal: this.underWay.signal,
        keepalive: true,
      });
      if (response.ok) noteContact();
      if (response.ok || response.status === 401) this.kept = typed;
    } catch {
      // No signal, or the form was sent meanwhile: the next change tries again.
    }
  }
}
