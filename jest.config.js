/** Types are checked once by `tsc --noEmit`; inside jest, swc only strips them. */
module.exports = {
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts"],
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      { jsc: { target: "es2022", parser: { syntax: "typescript" } }, module: { type: "commonjs" } },
    ],
  },
  testEnvironment: "node",
  clearMocks: true,
  // Most of the time is spent waiting for processes that tests start: no core is kept back.
  maxWorkers: "100%",
  // The slowest start the real Terraform or PostgreSQL several times, and share two cores with the others.
  testTimeout: 120_000,
};
