import { Token } from "../../src/cdk";
import { releasingTokens, withoutTokenTraces } from "../../src/synth/framework-memory";

const tokenCount = () =>
  (globalThis as { __cdktfTokenMap?: { stringTokenMap: Map<string, unknown> } }).__cdktfTokenMap
    ?.stringTokenMap.size;
const anyToken = () => Token.asString({ resolve: () => "x", creationStack: [], toString: () => "x" });

describe("the framework's global memory", () => {
  test("keeps the tokens from before, and lets go of those made since", () => {
    anyToken();
    const before = tokenCount();

    releasingTokens(() => {
      anyToken();
      expect(tokenCount()).toBe((before ?? 0) + 1);
    });

    expect(before).toBeGreaterThan(0);
    expect(tokenCount()).toBe(before);
  });

  test("lets go of tokens when the work fails", () => {
    const before = tokenCount();

    const failing = () =>
      releasingTokens(() => {
        anyToken();
        throw new Error("no");
      });

    expect(failing).toThrow("no");
    expect(tokenCount()).toBe(before);
  });

  test("traces errors as ever, within the work and after it", () => {
    const before = Object.getOwnPropertyDescriptor(Error, "captureStackTrace");

    const { stack } = withoutTokenTraces(() => new Error("within"));

    expect(stack).toContain("framework-memory.test.ts");
    expect(Object.getOwnPropertyDescriptor(Error, "captureStackTrace")).toEqual(before);
  });
});
