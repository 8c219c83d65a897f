import { context, custom, definitions, id } from "./common";
import {
  either,
  formatted,
  formerly,
  list,
  number,
  object,
  oneOf,
  required,
  scalar,
  since,
  text,
  texts,
} from "./spec";
import type { FieldSpec, ObjectSpec } from "./spec";

/** An object since v3.1 (RFC 16); the bare list goes away in v4. */
const team: FieldSpec = {
  ...formerly(0, list("TeamMember"), either(object("Team"), list("TeamMember"))),
  deprecated: { since: 1, asList: true, fix: "put the list below 'team.members'" },
};

/** The root and what stands beside the schema. */
export const CONTRACT_OBJECTS: Readonly<Record<string, ObjectSpec>> = {
  Contract: {
    label: "a contract",
    fields: {
      version: required(text),
      apiVersion: required(text),
      kind: required(oneOf("DataContract")),
      id: required(text),
      // Optional since v3.2.
      status: { ...text, required: { until: 1 } },
      name: text,
      tenant: text,
      tags: texts,
      domain: text,
      dataProduct: {
        ...text,
        deprecated: { since: 1, fix: "take it out; a product's manifest names its contract" },
      },
      description: object("Description"),
      context,
      servers: list("Server"),
      schema: list("SchemaObject"),
      support: list("SupportChannel"),
      price: object("Price"),
      team,
      roles: list("Role"),
      slaProperties: list("Sla"),
      slaDefaultElement: {
        ...text,
        deprecated: { since: 1, fix: "give every entry of 'slaProperties' its own 'element'" },
      },
      contractCreatedTs: formatted("dateTime"),
      ...definitions,
      ...custom,
    },
  },
  Description: {
    label: "the description",
    fields: { usage: text, purpose: text, limitations: text, ...definitions, ...custom },
  },
  SupportChannel: {
    label: "a support channel",
    fields: {
      id,
      channel: required(text),
      url: { ...text, required: { until: 0 } },
      description: text,
      tool: text,
      scope: text,
      invitationUrl: text,
      customProperties: since(1, list("CustomProperty")),
    },
  },
  Price: {
    label: "the price",
    fields: { id, priceAmount: number, priceCurrency: text, priceUnit: text },
  },
  Team: {
    label: "the team",
    fields: {
      id,
      name: text,
      description: text,
      members: list("TeamMember"),
      tags: texts,
      ...definitions,
      ...custom,
    },
  },
  TeamMember: {
    label: "a team member",
    fields: {
      id,
      username: required(text),
      name: text,
      description: text,
      role: text,
      dateIn: formatted("date"),
      dateOut: formatted("date"),
      replacedByUsername: text,
      tags: since(1, texts),
      customProperties: since(1, list("CustomProperty")),
      authoritativeDefinitions: since(1, list("AuthoritativeDefinition")),
    },
  },
  Sla: {
    label: "an SLA property",
    fields: {
      id,
      property: required(text),
      value: required(scalar),
      valueExt: scalar,
      unit: text,
      element: text,
      driver: text,
      description: since(1, text),
      scheduler: since(1, text),
      schedule: since(1, text),
      customProperties: since(2, list("CustomProperty")),
      authoritativeDefinitions: since(2, list("AuthoritativeDefinition")),
    },
  },
};
