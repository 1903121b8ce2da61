// Says before anything is drawn that there is JavaScript, as GOV.UK Frontend expects.
document.documentElement.classList.add("js-is-here");
document.addEventListener("DOMContentLoaded", () => {
  document.body.classList.add("js-enabled", "govuk-frontend-supported");
});
