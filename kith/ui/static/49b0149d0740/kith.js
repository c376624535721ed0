// Starts what the browser adds to a page that already works without it.
import { initAll } from "./nhsuk-frontend.min.js";
import { askForPasskeys } from "./passkeys.js";
import { keepForms } from "./keep.js";
import { listenForKeys } from "./keys.js";
import { revealChosen } from "./reveal.js";
import { watchIdleness } from "./idle.js";

document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) document.body.classList.add("nhsuk-frontend-supported");
initAll();
askForPasskeys(document.querySelectorAll("form[data-passkey]"));
revealChosen(document.querySelectorAll("[data-reveal]"));
listenForKeys(document.querySelector("[data-keys]"));
const keepAll = keepForms(document.querySelectorAll("form[data-keep]"));
watchIdleness(document.getElementById("kith-idle"), keepAll);
