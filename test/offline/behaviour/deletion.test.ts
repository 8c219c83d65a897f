import { iam, refusal, s3 } from "./refusal";
import { BUCKET, POLICY_ARN, sampleOf } from "./samples";
import { Stack, temporaryWorld, type Fields } from "./support";

describe("a deletion", () => {
  const deployed = async (stack: Stack, ...types: string[]): Promise<Fields[]> => {
    const states: Fields[] = [];
    for (const type of types) states.push(await stack.apply(type, sampleOf(type)));
    return states;
  };

  test("of a bucket that is not empty is refused, unless its state says force_destroy", async () => {
    const world = temporaryWorld();
    const stack = new Stack("aws", world);
    const [state = {}] = await deployed(stack, "aws_s3_bucket");
    await world.mark("aws_s3_bucket", BUCKET, "nonEmpty");

    expect(await refusal(stack.destroy("aws_s3_bucket", state))).toBe(
      s3(
        `deleting S3 Bucket (${BUCKET})`,
        "DeleteBucket",
        409,
        "BucketNotEmpty: The bucket you tried to delete is not empty. You must delete all versions in the bucket.",
      ),
    );
    expect(await refusal(stack.destroy("aws_s3_bucket", { ...state, force_destroy: true }))).toBe("done");
  });

  test("of a schema that is not empty is refused, unless its state says drop_cascade", async () => {
    const world = temporaryWorld();
    const stack = new Stack("postgresql", world);
    const [, state = {}] = await deployed(stack, "postgresql_role", "postgresql_schema");
    await world.mark("postgresql_schema", "orders", "nonEmpty");

    expect(await refusal(stack.destroy("postgresql_schema", state))).toBe(
      "error deleting schema: pq: cannot drop schema orders because other objects depend on it",
    );
    expect(await refusal(stack.destroy("postgresql_schema", { ...state, drop_cascade: true }))).toBe("done");
  });

  test("of a role hands its schemas to the provider's user, or is refused", async () => {
    const world = temporaryWorld();
    const stack = new Stack("postgresql", world);
    const [state = {}] = await deployed(stack, "postgresql_role", "postgresql_schema", "postgresql_grant");

    expect(await refusal(stack.destroy("postgresql_role", { ...state, skip_reassign_owned: true }))).toBe(
      'could not delete role orders__owner: pq: role "orders__owner" cannot be dropped because some objects depend on it',
    );
    await stack.destroy("postgresql_role", state);

    expect(world.get("postgresql_schema", "mesh.orders")?.attributes.owner).toBe("meshwright");
    expect(world.list("postgresql_grant")).toEqual([]);
  });

  test("of a policy in use is refused", async () => {
    const stack = new Stack("aws", temporaryWorld());
    const [state = {}] = await deployed(stack, "aws_iam_policy", "aws_iam_role");

    expect(await refusal(stack.destroy("aws_iam_policy", state))).toBe(
      iam(
        `deleting IAM Policy (${POLICY_ARN})`,
        "DeletePolicy",
        409,
        "DeleteConflict: Cannot delete a policy attached to entities.",
      ),
    );
  });

  test("of a role with policies is refused, unless its state says force_detach_policies", async () => {
    const stack = new Stack("aws", temporaryWorld());
    const [, state = {}] = await deployed(
      stack,
      "aws_iam_policy",
      "aws_iam_role",
      "aws_iam_role_policy_attachment",
    );

    expect(await refusal(stack.destroy("aws_iam_role", state))).toContain(
      "DeleteConflict: Cannot delete entity",
    );
    expect(await refusal(stack.destroy("aws_iam_role", { ...state, force_detach_policies: true }))).toBe(
      "done",
    );
  });

  test("of a bucket takes its settings with it, that of a topic its subscriptions", async () => {
    const world = temporaryWorld();
    const stack = new Stack("aws", world);
    const [bucket = {}, , topic = {}] = await deployed(
      ...([
        stack,
        "aws_s3_bucket",
        "aws_s3_bucket_policy",
        "aws_sns_topic",
        "aws_sns_topic_subscription",
      ] as const),
    );

    await stack.destroy("aws_s3_bucket", bucket);
    await stack.destroy("aws_sns_topic", topic);

    expect(world.list()).toEqual([]);
  });

  test("of what is gone already is no problem", async () => {
    const world = temporaryWorld();
    const stack = new Stack("kafka", world);
    const [state = {}] = await deployed(stack, "kafka_topic");
    await world.remove("kafka_topic", "orders.order-placed.v1");

    expect(await refusal(stack.destroy("kafka_topic", state))).toBe("done");
  });
});
