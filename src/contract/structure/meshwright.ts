/** What a custom property with `vendor: meshwright` may be; all of them stand on a property of the schema. */
export interface MeshwrightProperty {
  readonly kind: "boolean";
  readonly about: string;
}

/** The vendor of the custom properties that Meshwright itself reads. */
export const MESHWRIGHT_VENDOR = "meshwright";

/** All of them; what the standard has a word for is not among them. */
export const MESHWRIGHT_PROPERTIES: ReadonlyMap<string, MeshwrightProperty> = new Map([
  ["personal", { kind: "boolean", about: "whether it holds personal data" }],
]);
