import { at, listed, say, type Fields } from "../../model";
import { NO_ACCESS, type Guard, type Verdicts } from "../grant";
import { eachSide, LATER, named, textAt, type Source } from "./source";

const NONE = "";

/** The permissions boundary of a role or a user: to go without one is a widening. */
export const boundaryGuard = (kind: "role" | "user", values: Fields): Guard => {
  const who = named(kind, textAt(values, "name"));
  return {
    system: "IAM",
    key: JSON.stringify(["boundary", kind, textAt(values, "name")]),
    value: textAt(values, "permissions_boundary"),
    says: (before, after): Verdicts => {
      if (before === after || before === undefined || after === undefined) return {};
      if (after === NONE) return { gained: say`${who} is no longer held within boundary ${before}` };
      if (before === NONE && after !== LATER)
        return { lost: say`${who} is now held within boundary ${after}` };
      return { changed: say`${who} is held within boundary ${after}, before within ${before || "(none)"}` };
    },
  };
};

const BLOCKS = ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"];

/** `aws_s3_bucket_public_access_block`, and that of a whole account. */
export const publicAccessBlock = (kind: "bucket" | "account"): Source =>
  eachSide((values) => {
    const name = textAt(values, kind === "bucket" ? "bucket" : "account_id");
    const it = named(kind, name);
    const of = `${kind} ${name}`;
    return {
      ...NO_ACCESS,
      guards: [
        {
          ...{ system: "S3", key: JSON.stringify(["public", kind, name]), of },
          value: BLOCKS.filter((block) => at(values, block) === true).join(" "),
          says: (before = NONE, after = NONE): Verdicts => {
            const [was, is] = [words(before), words(after)];
            const off = was.filter((block) => !is.includes(block));
            const on = is.filter((block) => !was.includes(block));
            return {
              ...(off.length > 0 && {
                gained: say`${it} can be opened to anyone: ${listed(off)} no longer holds`,
              }),
              ...(on.length > 0 && {
                lost: say`${it} can no longer be opened to anyone by what ${listed(on)} stops`,
              }),
            };
          },
        },
      ],
    };
  });

const words = (list: string): readonly string[] => (list === "" ? [] : list.split(" "));

const OWNER_ALONE = "BucketOwnerEnforced";

/** `aws_s3_bucket_ownership_controls`: access control lists count unless the owner alone decides. */
export const ownershipControls: Source = eachSide((values) => {
  const name = textAt(values, "bucket");
  return {
    ...NO_ACCESS,
    guards: [
      {
        ...{ system: "S3", key: JSON.stringify(["ownership", name]), of: `bucket ${name}` },
        value: textAt(values, "rule", 0, "object_ownership"),
        says: (before = NONE, after = NONE): Verdicts => {
          if (before === OWNER_ALONE && after !== OWNER_ALONE)
            return {
              gained: say`whoever an access control list names may use bucket ${name}: its owner no longer decides alone`,
            };
          if (before !== OWNER_ALONE && after === OWNER_ALONE)
            return { lost: say`access control lists no longer let anyone into bucket ${name}` };
          return {};
        },
      },
    ],
  };
});
