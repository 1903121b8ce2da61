// Makes the style sheet and the scripts of Lapwing's pages: node build.mjs OUT
// Each has a hash of what it says in its name, so that a browser keeps it for good, and a compressed copy beside it.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { compile } from "sass";

const out = process.argv[2];
const files = {};

function give(name, text) {
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 12);
  const hashed = name.replace(/\.(\w+)$/, `.${hash}.$1`);
  writeFileSync(`${out}/assets/${hashed}`, text);
  writeFileSync(`${out}/assets/${hashed}.gz`, gzipSync(text, { level: 9 }));
  files[name] = `/assets/${hashed}`;
}

rmSync(out, { recursive: true, force: true });
mkdirSync(`${out}/assets`, { recursive: true });

const sheet = compile("lapwing.scss", { loadPaths: ["node_modules"], style: "compressed", quietDeps: true });
give("lapwing.css", sheet.css);

const govuk = readFileSync("node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.js", "utf8");
give("govuk.js", govuk.replace(/\/\/# sourceMappingURL=.*\s*$/, ""));

// Scripts name each other by the names of this folder; in the browser they have their hashes.
const relative = (text) => text.replace(/"\.\/([\w-]+\.js)"/g, (_, name) => `"${files[name]}"`);
for (const name of ["drafts.js", "passkeys.js", "lapwing.js"]) give(name, relative(readFileSync(name, "utf8")));

give("lapwing.svg", readFileSync("lapwing.svg", "utf8"));
writeFileSync(`${out}/files.json`, JSON.stringify(files, null, 1) + "\n");
