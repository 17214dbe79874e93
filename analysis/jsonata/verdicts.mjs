// Writes testdata/verdicts.txt: what npm jsonata says of expressions, and of those with a piece taken out, doubled or
// replaced. Each line is ok or no, and the expression as a JSON string.
//
//     node verdicts.mjs FOLDER/node_modules/jsonata
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readFileSync, writeFileSync } from "node:fs";

const here = dirname(fileURLToPath(import.meta.url));
const jsonata = createRequire(import.meta.url)(process.argv[2]);
const seeds = readFileSync(join(here, "testdata/seeds.txt"), "utf8").trim().split("\n");

let state = 1;
const random = (n) => (state = (state * 48271) % 2147483647) % n;
const pieces = (text) => text.match(/[A-Za-z0-9_]+|\s+|[^A-Za-z0-9_\s]/g) ?? [];
const extra = ["(", ")", "[", "]", "{", "}", ",", ";", ":", ":=", "?", ".", "..", "$", "$x", "/", '"', "^", "@", "#", "%", "|", "!", "~>", "\\", "and", "function", "<", "*", "1", "-"];

const verdict = (text) => {
  try {
    jsonata(text);
    return "ok";
  } catch {
    return "no";
  }
};
const expressions = new Set(seeds);
for (const seed of seeds) {
  for (let i = 0; i < 24; i++) {
    const p = pieces(seed), at = random(p.length);
    if (i % 3 === 0) p.splice(at, 1);
    if (i % 3 === 1) p.splice(at, 0, extra[random(extra.length)]);
    if (i % 3 === 2) p[at] = extra[random(extra.length)];
    expressions.add(p.join(""));
  }
}
writeFileSync(join(here, "testdata/verdicts.txt"), [...expressions].map((e) => `${verdict(e)} ${JSON.stringify(e)}\n`).join(""));
