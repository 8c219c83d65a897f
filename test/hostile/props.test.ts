import type { TerraformStack, App } from "../../src/cdk";
import { BoundaryStack } from "../../stacks/boundary";
import { DomainStack } from "../../stacks/domain";
import { PlatformStack } from "../../stacks/platform";
import { boundaryProps, devOrdersProps, ordersProps, STATE, synthesised } from "../stacks/fixtures";
import { PROD } from "../support/fixtures";
import { MARK, PAYLOADS, stringLeaves, withLeaf } from "./payloads";

interface Input {
  readonly name: string;
  readonly props: object;
  readonly define: (app: App, props: never) => TerraformStack;
}

const platformProps = {
  environment: PROD,
  state: STATE,
  alertEmails: ["oncall@shop.example"],
  deployProvider: "token.actions.githubusercontent.com",
  domainAccounts: ["777788889999"],
  databaseRunbookUrl: "https://runbooks.shop.example/postgres",
};
const describedOrders = {
  ...ordersProps,
  apps: ["report"],
  runbookBaseUrl: "https://runbooks.shop.example",
  products: ordersProps.products.map((product) => ({
    ...product,
    runbookUrl: "https://runbooks.shop.example/order-placed",
    topic: { ...product.topic, config: { "segment.ms": "3600000" } },
  })),
};

const INPUTS: readonly Input[] = [
  {
    name: "DomainStack in prod",
    props: describedOrders,
    define: (app, props) => new DomainStack(app, "orders", props),
  },
  {
    name: "DomainStack in dev",
    props: devOrdersProps,
    define: (app, props) => new DomainStack(app, "orders", props),
  },
  {
    name: "BoundaryStack",
    props: boundaryProps,
    define: (app, props) => new BoundaryStack(app, "orders-boundary", props),
  },
  {
    name: "PlatformStack",
    props: platformProps,
    define: (app, props) => new PlatformStack(app, "platform", props),
  },
];

/** What a stack came to: an error, which is what hostile input should get, or its text. */
function outcome({ define }: Input, props: object): { readonly error?: string; readonly text?: string } {
  try {
    return { text: JSON.stringify(synthesised((app) => define(app, props as never)).json) };
  } catch (error) {
    return { error: String(error) };
  }
}

describe.each(INPUTS)("every string in the props of a $name", (input) => {
  test("is taken as it is meant", () => {
    expect(outcome(input, input.props).error).toBeUndefined();
  });

  test.each(stringLeaves(input.props).map((path) => [path.join("."), path] as const))(
    "%s",
    (_label, path) => {
      const leaked = PAYLOADS.filter((payload) =>
        outcome(input, withLeaf(input.props, path, payload)).text?.includes(MARK),
      );

      expect(leaked).toEqual([]);
    },
  );
});
