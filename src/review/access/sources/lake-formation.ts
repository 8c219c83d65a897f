import { at, joined, listed, say, type Fields, type Text } from "../../model";
import { NO_ACCESS, one, type Choice, type Grant } from "../grant";
import { principalText } from "../words";
import { eachSide, named, textAt, textsAt, type Source } from "./source";

/** `aws_lakeformation_permissions` */
export const lakeFormation: Source = eachSide((values) => {
  const what = subjectOf(values);
  const handOn = new Set(textsAt(values, "permissions_with_grant_option"));
  const names = [...new Set([...textsAt(values, "permissions"), ...handOn])];
  return {
    ...NO_ACCESS,
    grants: names.map((name): Grant => {
      const both = handOn.has(name);
      return {
        ...{ system: "Lake Formation", effect: "allow", conditions: [], phrase: "action", what },
        who: whoOf(textAt(values, "principal")),
        action: one(`${name.toLowerCase()}${both ? " and grant" : ""}`, [
          { code: name },
          ...(both ? [" (and hand it on)"] : []),
        ]),
      };
    }),
  };
});

function whoOf(principal: string): Choice {
  if (principal === "IAM_ALLOWED_PRINCIPALS") return one("*", ["anyone whom IAM lets"]);
  const key = /^\d{12}$/.test(principal) ? `Account:${principal}` : `AWS:${principal}`;
  return one(key, principalText(key));
}

/** The blocks that say what permissions are about, and their words. */
const BLOCKS: readonly (readonly [block: string, text: (values: Fields) => Text])[] = [
  ["table_with_columns", (values) => say`${columns(values)} of ${table(values, "table_with_columns")}`],
  ["table", (values) => table(values, "table")],
  ["database", (values) => named("database", textAt(values, "database", 0, "name"))],
  ["data_location", (values) => named("location", textAt(values, "data_location", 0, "arn"))],
  ["data_cells_filter", (values) => named("data filter", textAt(values, "data_cells_filter", 0, "name"))],
  ["lf_tag", (values) => tag(values, ["lf_tag", 0])],
  ["lf_tag_policy", tagPolicy],
];

function subjectOf(values: Fields): Choice {
  const found = BLOCKS.find(([block]) => at(values, block, 0) !== undefined);
  if (found === undefined) return one("catalog", ["the whole catalog"]);
  const [block, text] = found;
  const words = text(values);
  return one(JSON.stringify([block, words, textAt(values, "catalog_id")]), words);
}

function table(values: Fields, block: string): Text {
  const database = textAt(values, block, 0, "database_name");
  if (at(values, block, 0, "wildcard") === true) return say`every table of database ${database}`;
  return named("table", `${database}.${textAt(values, block, 0, "name")}`);
}

function columns(values: Fields): Text {
  const names = textsAt(values, "table_with_columns", 0, "column_names");
  const without = textsAt(values, "table_with_columns", 0, "excluded_column_names");
  if (names.length > 0) return say`columns ${listed([...names].sort())}`;
  return without.length === 0 ? ["all columns"] : say`all columns but ${listed([...without].sort())}`;
}

function tagPolicy(values: Fields): Text {
  const expressions = at(values, "lf_tag_policy", 0, "expression");
  const count = Array.isArray(expressions) ? expressions.length : 0;
  const tags = Array.from({ length: count }, (_, index) =>
    tag(values, ["lf_tag_policy", 0, "expression", index]),
  );
  const kind = textAt(values, "lf_tag_policy", 0, "resource_type").toLowerCase();
  return [`every ${kind} that is `, ...joined(tags, " and ")];
}

const tag = (values: Fields, path: readonly (string | number)[]): Text =>
  say`whatever has tag ${textAt(values, ...path, "key")} of ${listed([...textsAt(values, ...path, "values")].sort(), "or")}`;
