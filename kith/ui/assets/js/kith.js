// Starts what the browser adds to a page that already works without it.
import { initAll } from "./nhsuk-frontend.min.js";

document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) document.body.classList.add("nhsuk-frontend-supported");
initAll();
