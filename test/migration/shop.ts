import type { TabularContract } from "../../src/migration";

/** A contract as a domain team would write it. */
export const ORDER_CONTRACT: TabularContract = {
  schema: [
    {
      name: "orders",
      physicalType: "table",
      description: "One row per order.\nNever deleted; it's kept for 10 years.",
      properties: [
        { name: "order_id", logicalType: "string", logicalTypeOptions: { format: "uuid" }, primaryKey: true },
        { name: "customer_id", logicalType: "string", required: true, description: "See users/user-profile" },
        { name: "number", logicalType: "integer", logicalTypeOptions: { format: "u32" }, unique: true },
        {
          name: "status",
          logicalType: "string",
          required: true,
          enum: [{ value: "NEW" }, { value: "PAID" }, { value: "it's odd" }],
        },
        {
          name: "total",
          logicalType: "number",
          physicalType: "NUMERIC(12, 2)",
          logicalTypeOptions: { minimum: 0 },
        },
        { name: "currency", logicalType: "string", logicalTypeOptions: { minLength: 3, maxLength: 3 } },
        { name: "placed_at", logicalType: "timestamp", required: true },
        { name: "local_day", logicalType: "date" },
        { name: "local_time", logicalType: "time" },
        { name: "is_gift", logicalType: "boolean" },
        { name: "address", logicalType: "object" },
        { name: "tags", logicalType: "array", logicalTypeOptions: { maxItems: 3 } },
        { name: "labels", logicalType: "map" },
        { name: "embedding", logicalType: "vector", logicalTypeOptions: { dimensions: 2 } },
      ],
    },
    {
      id: "lines",
      name: "order-lines",
      physicalName: "order_lines",
      physicalType: "table",
      properties: [
        { name: "position", logicalType: "integer", primaryKey: true, primaryKeyPosition: 2 },
        {
          name: "order_id",
          logicalType: "string",
          physicalType: "uuid",
          primaryKey: true,
          primaryKeyPosition: 1,
          relationships: [{ to: "orders.order_id" }],
        },
        { name: "product_id", logicalType: "string", relationships: [{ to: "catalog.odcs.yaml#items.id" }] },
        { name: "order", logicalType: "integer", logicalTypeOptions: { format: "i8" } },
      ],
    },
    { name: "daily_orders", physicalType: "view", properties: [{ name: "day", logicalType: "date" }] },
  ],
};
