// Writes actions.txt.gz and required.txt beside this file from the models of AWS's services that npm aws-sdk carries:
//
//     npm install --no-save --prefix FOLDER aws-sdk@2.1693.0
//     node actions.mjs FOLDER/node_modules/aws-sdk
//
// actions.txt.gz has a line for each service: its name in Step Functions, and its operations. required.txt has a line
// for each optimized integration that is an operation of a service: its name, and the parameters it cannot do without.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const folder = join(process.argv[2], "apis");

// The names are those of AWS's SDK for Java, as package names: the service's id without spaces, without a leading
// "Amazon" or "AWS" and without a "Service" at the end.
const nameOf = (id) =>
  id.replace(/[^A-Za-z0-9]/g, "").toLowerCase().replace(/^(amazon|aws)/, "").replace(/service$/, "");

const models = new Map();
for (const file of readdirSync(folder).filter((f) => f.endsWith(".min.json")).sort()) {
  const model = JSON.parse(readFileSync(join(folder, file), "utf8"));
  const { serviceId, apiVersion } = model.metadata;
  const name = serviceId && nameOf(serviceId);
  if (name && !(models.get(name)?.metadata.apiVersion > apiVersion)) models.set(name, model);
}

const byName = [...models].sort(([a], [b]) => (a < b ? -1 : 1));
const lines = byName.map(([name, m]) => [name, ...Object.keys(m.operations).sort()].join(" "));
writeFileSync(join(here, "actions.txt.gz"), gzipSync(lines.join("\n") + "\n", { level: 9 }));

// Optimized integrations go by other names than the SDK where the service is older than either.
const sdkName = {
  databrew: "databrew", events: "eventbridge", states: "sfn", "emr-containers": "emrcontainers",
  "emr-serverless": "emrserverless", bedrock: "bedrock",
};
// What the models, of which aws-sdk 2 has got none since September 2024, say to be required and is not any more.
const optionalNow = new Set(["hyperParameters"]);
const table = readFileSync(join(here, "integrations.go"), "utf8");
const required = [];
for (const [, service, rows] of table.matchAll(/^\t"([a-z-]+)": +`([^`]*)`,$/gm)) {
  for (const row of rows.trim().split("\n")) {
    const action = row.trim().split(" ")[0];
    const operation = action[0].toUpperCase() + action.slice(1);
    const model = models.get(sdkName[service] ?? service);
    const input = model?.operations[operation]?.input;
    const members = (input?.required ?? []).filter((m) => !input.members[m].idempotencyToken && !optionalNow.has(m));
    if (members.length > 0) {
      required.push([`${service}:${action}`, ...members.map((m) => m[0].toUpperCase() + m.slice(1))].join(" "));
    }
  }
}
writeFileSync(join(here, "required.txt"), required.sort().join("\n") + "\n");
