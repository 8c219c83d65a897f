import { ACCOUNT, REGION, Stack, temporaryWorld, type Fields } from "./support";

const TYPE = "aws_secretsmanager_secret_version";
const NAME = "mesh/dev/orders/app/kafka";

async function opened(stack: Stack, secret: string): Promise<Fields> {
  return (await stack.provider.openEphemeral(TYPE, { secret_id: secret })).result as Fields;
}

describe("the text of a secret", () => {
  test("is a place-holder, always the same for the same secret of a world and seed", async () => {
    const [one, same, other] = [{}, {}, { seed: "other" }].map(
      (options) => new Stack("aws", temporaryWorld(options)),
    );
    const text = (await opened(one as Stack, NAME)).secret_string;

    expect(text).toMatch(/^offline-[0-9a-f]{24}$/);
    expect((await opened(same as Stack, NAME)).secret_string).toBe(text);
    expect((await opened(one as Stack, "another")).secret_string).not.toBe(text);
    expect((await opened(other as Stack, NAME)).secret_string).not.toBe(text);
  });

  test("is the same by the secret's name and by its ARN", async () => {
    const stack = new Stack("aws", temporaryWorld());
    const { arn } = await stack.apply("aws_secretsmanager_secret", { name: NAME });

    expect((await opened(stack, String(arn))).secret_string).toBe((await opened(stack, NAME)).secret_string);
    expect((await opened(stack, NAME)).arn).toBe(arn);
  });

  test("is what a person has put into the world, which an update leaves there", async () => {
    const world = temporaryWorld();
    const stack = new Stack("aws", world);
    const state = await stack.apply("aws_secretsmanager_secret", { name: NAME });
    const identity = `${ACCOUNT}/${REGION}/${NAME}`;
    const thing = world.get("aws_secretsmanager_secret", identity);
    await world.put("aws_secretsmanager_secret", identity, {
      attributes: { ...thing?.attributes, secret_string: "from the world" },
    });
    await stack.apply("aws_secretsmanager_secret", { name: NAME, description: "b" }, state);

    expect((await opened(stack, NAME)).secret_string).toBe("from the world");
  });

  test("is the only ephemeral thing there is", async () => {
    const { diagnostics } = await new Stack("aws").provider.openEphemeral("random_password", {});

    expect(diagnostics[0]?.summary).toBe(
      "the offline engine does not know ephemeral resource 'random_password'",
    );
  });
});
