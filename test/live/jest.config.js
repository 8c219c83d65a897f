/** `npm run test:live`: the shop mesh on real servers. */
module.exports = {
  ...require("../../jest.config.js"),
  rootDir: "../..",
  roots: ["<rootDir>/test/live"],
  testMatch: ["**/*.live.ts"],
};
