import { accessDiff, policyDiff, type References } from "../../../src/review/access";
import { plain, type ResourceChange } from "../../../src/review/model";

/** `gained IAM: role `x` may …`: one line for each change of access. */
export const accessLines = (changes: readonly ResourceChange[], references?: References): string[] =>
  accessDiff(changes, references).map(
    ({ direction, system, sentence }) => `${direction} ${system}: ${plain(sentence)}`,
  );

/** One statement, or several, as a policy. */
export const policy = (...statements: readonly object[]): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements });

/** The lines of a policy's diff. */
export const diffLines = (before: string, after: string): string[] =>
  policyDiff(before, after).map(({ sign, text }) => `${sign} ${plain(text)}`);
