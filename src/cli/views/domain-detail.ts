import type { DomainDetail } from "../data/domain-detail";
import type { Style } from "../style";
import { renderAgreements } from "./agreements";
import { renderFacts, section } from "./detail";
import { lifecycleText, paintLifecycle } from "./lifecycle";
import { ownerText } from "./owner";
import { table } from "./table";

/** Everything about a domain. */
export function renderDomain(detail: DomainDetail, style: Style): string[] {
  const { domain, description, owner, raci, above, below, products, reads, readBy, environment } = detail;
  return [
    style.bold(domain),
    ...renderFacts(
      [
        ["about", description],
        ["owner", ownerText(owner)],
        ...Object.entries(raci).map(([role, teams]): [string, string] => [role, teams.join(", ")]),
        ["part of", above.join(", part of ")],
        ["has", below.join(", ")],
      ],
      style,
    ),
    ...section("Products", renderProducts(products, style), style),
    ...section("Reads", renderAgreements(reads, style), style),
    ...section("Read by", renderAgreements(readBy, style), style),
    ...section(`Names in ${environment}`, renderNames(detail, style), style),
  ];
}

function renderProducts(products: DomainDetail["products"], style: Style): string[] {
  const rows = products.map(({ name, version, ports, readers, ...state }) => [
    name,
    version,
    lifecycleText(state),
    ports.join(", ") || "no ports",
    readers.length === 0 ? "no readers" : `read by ${readers.join(", ")}`,
  ]);
  return table(rows, {
    indent: 2,
    paint: (cell, column) => (column === 2 ? paintLifecycle(cell, style) : cell),
  });
}

function renderNames({ names }: DomainDetail, style: Style): string[] {
  if (names === undefined) return [];
  const { account, region, stack, boundaryStack, appRoleArns } = names;
  return renderFacts(
    [
      ["account", `${account}, ${region}`],
      ["stacks", `${boundaryStack}, ${stack}`],
      ["topics", `${names.topicPrefix}*`],
      ["bucket", names.bucket],
      ["key", names.keyAlias],
      ["schema", names.schema],
      ["secrets", `${names.secretPrefix}*`],
      ["deploy role", names.deployRoleArn],
      ...Object.entries(appRoleArns).map(([app, arn]): [string, string] => [`role of ${app}`, arn]),
    ],
    style,
  );
}
