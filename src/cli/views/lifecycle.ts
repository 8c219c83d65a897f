import type { Product } from "../../mesh";
import type { Style } from "../style";

const PAINTS: Readonly<Record<Product["lifecycle"], "green" | "yellow" | "dim">> = {
  draft: "dim",
  active: "green",
  deprecated: "yellow",
  retired: "dim",
};

/** `active`, `deprecated until 2027-03-31`. */
export function lifecycleText({ lifecycle, sunset }: Pick<Product, "lifecycle" | "sunset">): string {
  return lifecycle === "deprecated" && sunset !== undefined ? `deprecated until ${sunset}` : lifecycle;
}

/** Colours a text that starts with a lifecycle. */
export function paintLifecycle(text: string, style: Style): string {
  const [lifecycle = ""] = text.split(" ");
  const paint = Object.hasOwn(PAINTS, lifecycle) ? PAINTS[lifecycle as Product["lifecycle"]] : undefined;
  return paint === undefined ? text : style[paint](text);
}
