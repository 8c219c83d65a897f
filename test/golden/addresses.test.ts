import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { shopWorkspace } from "../support/shop";

const GOLDEN = join(__dirname, "addresses");

/** Set by `npm run golden`, and by nobody else: an address that changes without a `moved` entry is data that is lost. */
const update = process.env.MESHWRIGHT_UPDATE_GOLDEN === "1";

describe.each(["dev", "prod"])("the addresses of %s", (environment) => {
  const shop = shopWorkspace();
  shop.synth(environment);

  test.each(shop.stackNames())("%s", (name) => {
    const addresses = Object.entries(shop.stack(name).resource)
      .flatMap(([type, byId]) => Object.keys(byId).map((id) => `${type}.${id}`))
      .sort();
    const file = join(GOLDEN, environment, `${name}.txt`);
    if (update) {
      mkdirSync(join(GOLDEN, environment), { recursive: true });
      writeFileSync(file, `${addresses.join("\n")}\n`);
    }

    expect(existsSync(file)).toBe(true);
    expect(addresses).toEqual(readFileSync(file, "utf8").trim().split("\n"));
  });
});
