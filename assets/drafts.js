// What somebody writes is kept on the server while they write, so that a closed tab loses nothing.
const AFTER = 1500;

function said(form, text) {
  const place = form.querySelector("[data-draft-says]");
  if (place) place.textContent = text;
}

async function keep(form) {
  const body = new URLSearchParams(new FormData(form));
  try {
    const answer = await fetch(form.dataset.draft, { method: "POST", body, credentials: "same-origin", redirect: "error" });
    if (!answer.ok) throw new Error(String(answer.status));
    const words = await answer.json();
    said(form, words.says);
    form.dataset.kept = "yes";
  } catch {
    form.dataset.kept = "no";
    said(form, "Your words could not be kept just now. They are safe on this page: do not close it. Saving the form keeps them even if you have been signed out.");
  }
}

export function keepDrafts() {
  for (const form of document.querySelectorAll("form[data-draft]")) {
    let waiting;
    const later = () => {
      form.dataset.kept = "no";
      clearTimeout(waiting);
      waiting = setTimeout(() => keep(form), AFTER);
    };
    form.addEventListener("input", later);
    form.addEventListener("submit", () => {
      clearTimeout(waiting);
      form.dataset.kept = "sent";
    });
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden" && form.dataset.kept === "no") {
        clearTimeout(waiting);
        navigator.sendBeacon(form.dataset.draft, new URLSearchParams(new FormData(form)));
        form.dataset.kept = "yes";
      }
    });
  }
}
