import { initAll } from "./govuk.js";
import { keepDrafts } from "./drafts.js";
import { offerPasskeys } from "./passkeys.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();
keepDrafts();
offerPasskeys();

// A filter that is changed by one choice answers at once; its button stays for those without JavaScript.
for (const form of document.querySelectorAll("form[data-at-once]")) {
  form.addEventListener("change", () => form.requestSubmit());
}

for (const button of document.querySelectorAll("button[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
