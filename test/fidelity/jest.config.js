/** `npm run test:fidelity`: the engine's plans against those of the real providers. */
module.exports = {
  ...require("../../jest.config.js"),
  rootDir: "../..",
  roots: ["<rootDir>/test/fidelity"],
  testMatch: ["**/*.fidelity.ts"],
  globalSetup: "<rootDir>/test/fidelity/find-real-providers.ts",
};
