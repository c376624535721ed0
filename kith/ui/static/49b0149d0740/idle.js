// Says two minutes before that the sitting will end; at the end keeps what was typed and goes to the sign-in page.
import { lastContact, noteContact } from "./contact.js";

const MINUTE = 60000;
const WARNING = 2 * MINUTE;

export function watchIdleness(dialog, keepAll) {
  if (!dialog) return;
  noteContact();
  new Watch(dialog, keepAll).start();
}

class Watch {
  constructor(dialog, keepAll) {
    this.dialog = dialog;
    this.keepAll = keepAll;
    this.limit = Number(dialog.dataset.idleMinutes) * MINUTE;
    this.token = dialog.querySelector("[name=csrfmiddlewaretoken]").value;
  }

  start() {
    this.dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      this.stay();
    });
    this.dialog.querySelector("[data-idle-stay]").addEventListener("click", () => this.stay());
    this.dialog.querySelector("[data-idle-leave]").addEventListener("click", () => this.leave(""));
    this.timer = setInterval(() => this.look(), 1000);
    document.addEventListener("visibilitychange", () => document.hidden || this.look());
  }

  look() {
    const left = lastContact() + this.limit - Date.now();
    if (left <= 0) this.leave("yes");
    else if (left <= WARNING && !this.dialog.open) this.dialog.showModal();
    else if (left > WARNING && this.dialog.open) this.dialog.close();
  }

  async stay() {
    const response = await this.post(this.dialog.dataset.stay);
    if (response?.status === 204) {
      noteContact();
      this.dialog.close();
    } else if (response) {
      this.leave("yes");
    }
  }

  async leave(ended) {
    if (this.isLeaving) return;
    this.isLeaving = true;
    clearInterval(this.timer);
    await this.keepAll();
    await this.post(this.dialog.dataset.end);
    const query = new URLSearchParams({ next: location.pathname });
    if (ended) query.set("ended", ended);
    location.assign(`${this.dialog.dataset.signIn}?${query}`);
  }

  // Without a signal there is no answer; the sitting then ends on the server by itself.
  async post(address) {
    try {
      return await fetch(address, { method: "POST", headers: { "X-CSRFToken": this.token }, redirect: "manual" });
    } catch {
      return null;
    }
  }
}
