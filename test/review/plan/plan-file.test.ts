import { MAX_NESTING, PlanFileError, readPlan } from "../../../src/review/plan";
import { bytesOf, entry, planOf, planText, read } from "./support/plans";

const MAKE = "terraform plan -out=plan.tfplan && terraform show -json plan.tfplan > plan.json";
const NEEDED = `what is needed is the saved plan as one JSON document: ${MAKE}`;

function problemOf(content: string | Uint8Array): { problem: string; message: string } {
  try {
    readPlan(typeof content === "string" ? bytesOf(content) : content, { stack: "orders" });
  } catch (error) {
    if (error instanceof PlanFileError) return { problem: error.problem, message: error.message };
    throw error;
  }
  throw new Error("it was read");
}

describe("a file that is no plan", () => {
  const event = { "@level": "info", "@message": "Terraform 1.11.4", type: "version", ui: "1.2" };

  it.each([
    ["nothing", "", "empty", `the file is empty; ${NEEDED}`],
    ["white space", " \n\t", "empty", `the file is empty; ${NEEDED}`],
    [
      "an event stream",
      `${JSON.stringify(event)}\n${JSON.stringify(event)}\n`,
      "events",
      `this is the event stream of \`terraform plan -json\`, which has no values in it; ${NEEDED}`,
    ],
    ["a list of events", JSON.stringify([event]), "events", undefined],
    [
      "a state",
      JSON.stringify({ version: 4, terraform_version: "1.11.4", serial: 6, lineage: "4ac1", resources: [] }),
      "state",
      `this is a Terraform state, which says what is there and not what would change; ${NEEDED}`,
    ],
    ["a state as JSON", JSON.stringify({ format_version: "1.0", values: {} }), "state", undefined],
    ["no state as JSON", JSON.stringify({ format_version: "1.0" }), "state", undefined],
    [
      "a saved plan",
      new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]),
      "binary",
      "this is a saved plan in Terraform's own binary form; what is needed is the same as JSON: terraform show -json plan.tfplan > plan.json",
    ],
    [
      "an encrypted plan",
      JSON.stringify({ meta: {}, encrypted_data: "x", encryption_version: "v0" }),
      "encrypted",
      "this is an encrypted plan of OpenTofu; what is needed is the same as JSON: tofu show -json plan.tfplan > plan.json",
    ],
    [
      "cdk.tf.json",
      JSON.stringify({ "//": { metadata: {} }, terraform: {}, resource: {} }),
      "configuration",
      `this is Terraform configuration, as \`cdktf synth\` writes it to cdk.tf.json, and not yet planned; in its folder run: ${MAKE}`,
    ],
    ["schemas", JSON.stringify({ format_version: "1.0", provider_schemas: {} }), "schema", undefined],
    ["a validation", JSON.stringify({ valid: true, error_count: 0 }), "validation", undefined],
    [
      "text",
      "Terraform will perform the following actions:",
      "text",
      `this is text for people and not JSON; ${NEEDED}`,
    ],
    ["other JSON", '{"a":1}', "other", undefined],
    ["a number", "12", "other", undefined],
    [
      "two documents",
      '{"format_version":"1.2","resource_changes":[]}\n {}',
      "several",
      `there is something behind the end of the JSON document; ${NEEDED} (line 2, column 2)`,
    ],
    [
      "a plan of the future",
      '{"format_version":"2.0","resource_changes":[]}',
      "version",
      "this plan's format_version is not one this program can read; what is needed is 0.x or 1.x: show the plan with a Terraform that writes it, or update meshwright (it is 2.0)",
    ],
    ["a version that is none", '{"format_version":"new","resource_changes":[]}', "version", undefined],
    [
      "deep JSON",
      `{"format_version":"1.2","resource_changes":${"[".repeat(MAX_NESTING + 1)}`,
      "nesting",
      undefined,
    ],
    [
      "JSON with a slip",
      '{"format_version":"1.2",\n"resource_changes":[{"password": hunter2}]}',
      "invalid",
      `this is not JSON; ${NEEDED} (in \`resource_changes\`, which begins at line 2, column 20)`,
    ],
    ["no keys", '{1:2,"format_version":"1.2"}', "invalid", undefined],
  ])("is refused: %s", (_what, content, problem, message) => {
    const found = problemOf(content);

    expect(found.problem).toBe(problem);
    if (message !== undefined) expect(found.message).toBe(`plan of orders: ${message}`);
  });

  it("is refused wherever it is cut off", () => {
    const text = planText("terraform-0.12.json").trim();

    for (let end = 1; end < text.length; end += 97)
      expect(problemOf(text.slice(0, end)).problem).toBe("truncated");
  });
});

describe("an encoding", () => {
  const text = planText("terraform-1.12.json");
  const plain = read(text).plan.changes;
  const bigEndian = (buffer: Buffer) => Buffer.from(buffer).swap16();

  it.each([
    ["UTF-8 with a mark", Buffer.from(`\ufeff${text}`, "utf8")],
    ["UTF-16 LE with a mark", Buffer.from(`\ufeff${text}`, "utf16le")],
    ["UTF-16 LE", Buffer.from(text, "utf16le")],
    ["UTF-16 BE with a mark", bigEndian(Buffer.from(`\ufeff${text}`, "utf16le"))],
    ["UTF-16 BE", bigEndian(Buffer.from(text, "utf16le"))],
  ])("is read: %s", (_name, bytes) => {
    expect(readPlan(bytes, { stack: "orders" }).plan.changes).toEqual(plain);
  });
});

describe("what stands before a plan", () => {
  const text = planText("opentofu-1.10.json");
  const alone = read(text).plan;

  it.each([
    [
      "OpenTofu's warnings of its own settings",
      '\nWarning: Unable to open CLI configuration file\n\nThe file "/ci/.tofurc" does not exist.\n',
    ],
    ["the command that a pipeline's wrapper ran", "[command]/opt/tofu-bin show -json plan.tfplan\n"],
  ])("is passed over: %s", (_what, before) => {
    expect(read(before + text).plan).toEqual(alone);
    expect(read(before + JSON.stringify(JSON.parse(text))).plan).toEqual(alone);
  });

  it("is never JSON itself", () => {
    expect(problemOf(`{}\n${text}`).problem).toBe("other");
    expect(problemOf(`[${text}]`).problem).not.toBe("text");
  });
});

describe("numbers", () => {
  it("are exact, whatever their size, and texts that look like them stay texts", () => {
    const text = JSON.stringify(planOf(entry({ after: { n: 0, text: "number0:9007199254740993" } }))).replace(
      '"n":0',
      '"n":[9007199254740993,-9007199254740993,9007199254740991,12345678901234567890,1.5,1e3,1e400,0.1234567890123456]',
    );

    expect(read(text).plan.changes[0]?.after).toEqual({
      n: [
        9007199254740993n,
        -9007199254740993n,
        9007199254740991,
        12345678901234567890n,
        1.5,
        1000,
        "1e400",
        0.1234567890123456,
      ],
      text: "number0:9007199254740993",
    });
  });

  it("are exact beside texts of any length", () => {
    const long = `${"x".repeat(3_000_000)}${"\\n".repeat(1_000_000)}`;
    const text = JSON.stringify(planOf(entry({ after: { long, n: 0 } }))).replace(
      '"n":0',
      '"n":9007199254740993',
    );

    expect(read(text).plan.changes[0]?.after).toEqual({ long, n: 9007199254740993n });
  });
});
