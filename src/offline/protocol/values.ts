import { completeBlock, CtyError, decodeJsonValue, decodeValue, encodeValue, impliedType } from "../cty";
import type { Block, CtyType, Value } from "../model";
import { UNKNOWN } from "../model";
import type { DynamicValue } from "./messages";

/** Reads and writes the values of one block: a resource's, a provider's or an ephemeral resource's. */
export class BlockCodec {
  readonly type: CtyType;

  constructor(private readonly block: Block) {
    this.type = impliedType(block);
  }

  /** @throws CtyError when the value is missing or does not fit the schema. */
  read(sent: DynamicValue | null): Value {
    if (hasBytes(sent?.msgpack)) return decodeValue(this.type, sent.msgpack);
    if (hasBytes(sent?.json)) return decodeJsonValue(this.type, sent.json);
    throw new CtyError([], "a value is required");
  }

  /**
   * Write-only values are never written: what is planned or stored must not have them.
   *
   * @throws CtyError when the value does not fit the schema.
   */
  write(value: Value): DynamicValue {
    return {
      msgpack: encodeValue(this.type, withoutWriteOnly(this.block, completeBlock(this.block, value))),
    };
  }
}

function hasBytes(bytes: Buffer | undefined): bytes is Buffer {
  return bytes !== undefined && bytes.length > 0;
}

function withoutWriteOnly(block: Block, value: Value): Value {
  if (value === null || value === UNKNOWN || typeof value !== "object") return value;
  const entries = Object.entries(value as Record<string, Value>).map(([name, item]): [string, Value] => {
    if (block.attributes[name]?.writeOnly === true) return [name, null];
    const inner = block.blocks[name]?.block;
    if (inner === undefined) return [name, item];
    if (!Array.isArray(item)) return [name, withoutWriteOnly(inner, item)];
    return [name, item.map((element: Value) => withoutWriteOnly(inner, element))];
  });
  return Object.fromEntries(entries);
}
