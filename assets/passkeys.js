// Passkeys: a form marked data-passkey asks the browser for one, and sends what it says. Without JavaScript such a form
// stays hidden, and what is marked data-without-passkeys says what works instead.
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const identified = (some) => (some || []).map((one) => ({ ...one, id: bytes(one.id) }));

function toAdd(asked) {
  return {
    ...asked,
    challenge: bytes(asked.challenge),
    user: { ...asked.user, id: bytes(asked.user.id) },
    excludeCredentials: identified(asked.excludeCredentials),
    // One that the device keeps and unlocks by itself, so that it signs somebody in without a password.
    authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
  };
}

const toGet = (asked) => ({
  ...asked,
  challenge: bytes(asked.challenge),
  allowCredentials: identified(asked.allowCredentials),
});

function said(credential) {
  const { response } = credential;
  const parts = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];
  const given = parts.filter((name) => response[name]).map((name) => [name, text(response[name])]);
  return {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response: Object.fromEntries(given),
    clientExtensionResults: credential.getClientExtensionResults(),
  };
}

async function options(form) {
  if (form.dataset.options) return JSON.parse(form.dataset.options);
  const headers = { "X-Requested-With": "XMLHttpRequest", Accept: "application/json" };
  const answer = await fetch(form.dataset.optionsFrom, { headers, credentials: "same-origin", redirect: "error" });
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()).request_options;
}

async function ask(form) {
  const { publicKey } = await options(form);
  const credential =
    form.dataset.passkey === "add"
      ? await navigator.credentials.create({ publicKey: toAdd(publicKey) })
      : await navigator.credentials.get({ publicKey: toGet(publicKey) });
  form.elements.credential.value = JSON.stringify(said(credential));
  form.submit();
}

export function offerPasskeys() {
  if (!window.PublicKeyCredential) return;
  for (const other of document.querySelectorAll("[data-without-passkeys]")) other.hidden = true;
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const place = form.querySelector("[data-passkey-says]");
      place.textContent = "";
      ask(form).catch((fault) => {
        place.textContent =
          fault.name === "InvalidStateError"
            ? "This device has a passkey for you already."
            : "No passkey was used. Try again, or go on in another way.";
      });
    });
  }
}
