import type { Problem } from "../../finding";
import { error, shown } from "../problem";
import { LOCK_FORMAT } from "../schema";

const NUMBER = /^meshwright\.lock\/([1-9][0-9]{0,3})$/;

/** One problem for a lock of another format, in place of one for each field that differs. */
export function lockFormatProblem(file: string, lock: unknown): Problem | undefined {
  if (typeof lock !== "object" || lock === null || Array.isArray(lock)) return undefined; // The schema says it.

  const { format } = lock as { readonly format?: unknown };
  if (format === LOCK_FORMAT) return undefined;
  return error(
    "LockFormatUnknown",
    { file, path: format === undefined ? [] : ["format"] },
    {
      message:
        format === undefined
          ? "this lock does not say its format"
          : `this lock has the format ${shown(format, true)}`,
      ...(format === undefined ? {} : { value: shown(format) }),
      rule: `this version reads ${LOCK_FORMAT}`,
      fix: isNewer(format)
        ? "update meshwright to the version that wrote it"
        : "compare it with the mesh by hand, remove it, then run meshwright lock",
    },
  );
}

const isNewer = (format: unknown): boolean => numberOf(format) > numberOf(LOCK_FORMAT);

const numberOf = (format: unknown): number =>
  typeof format === "string" ? Number(NUMBER.exec(format)?.[1] ?? 0) : 0;
