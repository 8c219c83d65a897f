import type { ProductDetail } from "../data/product-detail";
import type { Style } from "../style";
import { renderAgreements } from "./agreements";
import { renderFacts, section, type Fact } from "./detail";
import { lifecycleText, paintLifecycle } from "./lifecycle";
import { ownerText } from "./owner";
import { table } from "./table";
import { counted } from "./text";

/** Everything about one major of a product. */
export function renderProduct(detail: ProductDetail, style: Style): string[] {
  const { product, version, description, otherMajors, downstream, madeFrom, readBy, environment } = detail;
  const others = otherMajors.map((other) => `${other.product} (${lifecycleText(other)})`);
  return [
    `${style.bold(product)} ${version}`,
    ...renderFacts(
      [
        ["about", description],
        ["state", paintLifecycle(lifecycleText(detail), style)],
        ["owner", ownerText(detail.owner)],
        ["promises", sloText(detail.slo)],
        ["other majors", others.join(", ")],
        ["made from", madeFrom.ports.join(", ")],
        ["feeds", downstream.ports.join(", ")],
        ["a change hurts", downstream.domains.join(", ")],
      ],
      style,
    ),
    ...section("Read by", renderAgreements(readBy, style), style),
    ...section(`Ports in ${environment}`, renderFacts(portFacts(detail), style), style),
    ...contractSections(detail, style),
  ];
}

function sloText({ freshness, availabilityPercent, completenessPercent }: ProductDetail["slo"]): string {
  return [
    freshness && `at most ${freshness} old`,
    availabilityPercent && `${availabilityPercent} % available`,
    completenessPercent && `${completenessPercent} % complete`,
  ]
    .filter(Boolean)
    .join(", ");
}

function portFacts({ ports: { topic, bucket, schema }, writerRoleArn }: ProductDetail): Fact[] {
  return [
    ["topic", topic && `${topic.name} (${topicText(topic)})`],
    ["dead letters", topic?.deadLetterTopic],
    ["retries", topic?.retryTopics.join(", ")],
    ["bucket", bucket && `s3://${bucket.name}/${bucket.prefix} (${bucketText(bucket)})`],
    ["schema", schema && `${schema.name} of database ${schema.database} (${schema.tables.join(", ")})`],
    ["written by", writerRoleArn],
  ];
}

function topicText(topic: NonNullable<ProductDetail["ports"]["topic"]>): string {
  const kept = topic.retention === undefined ? "last record of a key kept" : `kept ${topic.retention}`;
  return `${counted(topic.partitions, "partition")}, ${kept}`;
}

function bucketText({ format, retention }: NonNullable<ProductDetail["ports"]["bucket"]>): string {
  return retention === undefined ? format : `${format}, kept ${retention}`;
}

function contractSections({ contract, contractFile }: ProductDetail, style: Style): string[] {
  if (contract === undefined) return section("Contract", [`  none to read in ${contractFile}`], style);

  const { id, version, apiVersion } = contract;
  const facts = renderFacts(
    [
      ["file", contractFile],
      ["id", `${id} ${version}, ODCS ${apiVersion}`],
    ],
    style,
  );
  return [
    ...section("Contract", facts, style),
    ...contract.objects.flatMap(({ name, physicalType, fields }) =>
      section(`${physicalType ?? "object"} ${name}`, renderFields(fields, style), style),
    ),
  ];
}

type Fields = NonNullable<ProductDetail["contract"]>["objects"][number]["fields"];

function renderFields(fields: Fields, style: Style): string[] {
  const rows = fields.map(({ path, logicalType, physicalType, required, primaryKey, ...about }) => [
    path,
    physicalType ?? logicalType ?? "-",
    primaryKey ? "key" : required ? "required" : "optional",
    about.classification ?? "-",
    about.personal ? "personal" : "",
  ]);
  return table(rows, {
    indent: 2,
    paint: (cell, column) => (column === 4 ? style.yellow(cell) : column === 2 ? style.dim(cell) : cell),
  });
}
