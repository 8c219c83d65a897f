// Runs as a process of its own: `node child.cjs <store> <name> <count>` puts `count` things, one per transaction, and
// prints the identity of each once it is kept.
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { transformSync } = require("@swc/core");

require.extensions[".ts"] = (module, file) => {
  const { code } = transformSync(readFileSync(file, "utf8"), {
    filename: file,
    jsc: { target: "es2022", parser: { syntax: "typescript" } },
    module: { type: "commonjs" },
  });
  module._compile(code, file);
};

const { World } = require(join(__dirname, "../../../src/offline/world/index.ts"));

async function main([file, name, count]) {
  const world = World.open(file);
  for (let index = 0; index < Number(count); index++) {
    const identity = `${name}/${String(index).padStart(5, "0")}`;
    await world.transact((draft) => {
      const total = draft.get("counter", "all")?.attributes.total ?? 0;
      draft.put("counter", "all", { attributes: { total: total + 1 } });
      draft.put("thing", identity, { attributes: { name, index, text: "x".repeat(200) } });
    });
    process.stdout.write(`${identity}\n`);
    if (index % 25 === 24) await world.fold();
  }
}

void main(process.argv.slice(2));
