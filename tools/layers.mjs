/**
 * Which folders a folder may import from, besides itself: data flows one way, from manifests to Terraform.
 * `constructs` and `stacks` are on no manifest's path: they know typed props only.
 */
export const LAYERS = {
  "src/names": [],
  "src/finding": ["src/names"],
  "src/migration": ["src/names"],
  "src/manifest": ["src/finding", "src/names"],
  "src/contract": ["src/manifest", "src/finding", "src/names"],
  "src/mesh": ["src/contract", "src/manifest", "src/finding", "src/names"],
  "src/governance": ["src/mesh", "src/contract", "src/manifest", "src/finding", "src/names"],
  "src/providers": [],
  constructs: ["src/names", "src/cdk.ts", "src/providers"],
  stacks: ["constructs", "src/names", "src/cdk.ts", "src/providers"],
  "src/synth": [
    ...["stacks", "constructs", "src/cdk.ts"],
    ...["src/governance", "src/mesh", "src/contract", "src/manifest", "src/finding", "src/names"],
  ],
  "src/offline": ["src/names"],
  "src/deploy": [
    "src/review",
    "src/synth",
    "src/offline",
    "src/mesh",
    "src/manifest",
    "src/finding",
    "src/names",
  ],
  "src/review": ["src/mesh", "src/contract", "src/manifest", "src/finding", "src/names"],
  "src/preview": [
    ...["src/review", "src/deploy", "src/offline", "src/synth"],
    ...["src/governance", "src/mesh", "src/contract", "src/manifest", "src/finding", "src/names"],
  ],
  "src/posting": [],
  "src/cli": [
    ...[
      "src/posting",
      "src/preview",
      "src/review",
      "src/deploy",
      "src/offline",
      "src/synth",
      "src/governance",
      "src/mesh",
      "src/contract",
      "src/manifest",
      "src/migration",
    ],
    ...["src/finding", "src/names"],
  ],
};

const ROOTS = ["./src", "./constructs", "./stacks"];

/** The zones of eslint-plugin-import-x's `no-restricted-paths`. */
export function zonesOf(layers) {
  return Object.entries(layers).flatMap(([folder, allowed]) =>
    ROOTS.map((from) => ({
      target: `./${folder}`,
      from,
      except: [folder, ...allowed]
        .filter((path) => isBelow(path, from))
        .map((path) => relativeTo(path, from)),
      message: `${folder} may import from: ${allowed.join(", ") || "nothing of ours"}`,
    })),
  );
}

const isBelow = (path, root) => `./${path}` === root || `./${path}`.startsWith(`${root}/`);
const relativeTo = (path, root) => (`./${path}` === root ? "." : `./${`./${path}`.slice(root.length + 1)}`);
