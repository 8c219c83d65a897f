import type { Block } from "../model";

/** What bindings do not tell of an attribute. */
export interface Flags {
  readonly sensitive?: boolean;
  readonly writeOnly?: boolean;
}

/** The flags of an attribute, by its names from the top of the resource or provider block. */
export type FlagsOf = (path: readonly string[]) => Flags;

/** A block with the flags of its attributes set, at every level. */
export function withFlags(block: Block, flagsOf: FlagsOf, path: readonly string[] = []): Block {
  const attributes = Object.entries(block.attributes).map(
    ([name, attribute]) => [name, { ...attribute, ...flagsOf([...path, name]) }] as const,
  );
  const blocks = Object.entries(block.blocks).map(([name, nested]) => {
    return [name, { ...nested, block: withFlags(nested.block, flagsOf, [...path, name]) }] as const;
  });
  return { ...block, attributes: Object.fromEntries(attributes), blocks: Object.fromEntries(blocks) };
}
