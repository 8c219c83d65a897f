import { positionAt, type Problem, type SourceRef } from "../../finding";
import type { ManifestCode } from "../codes";
import { error, placeOf, type Wording } from "../problem";
import { invisibleIn, invisibleInFile, invisibleWording } from "./characters";
import { injectionWording, openerIn } from "./injection";
import { REDACTED } from "./redact";
import { leavesFolder, outsideWording } from "./references";
import { isSecretKey, secretsByForm, secretUnderKey } from "./secrets";

type Path = SourceRef["path"];

/** Whose text it is: a manifest is ours in every word; a contract is the standard's, and holds prose and queries. */
export type TextProfile = "manifest" | "contract";

/** Keys of a contract under which code of other tools stands; it is carried along, never run or shown by us. */
const CODE_KEYS: ReadonlySet<string> = new Set(["query", "implementation", "transformLogic", "pattern"]);
const CONTROL_IN_CONTRACT: ReadonlySet<string> = new Set(["\n", "\t"]);
/** One look that clears nearly every string. */
const SUSPECT = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}`]|[$%{]\{|<\//u;

/** What is wrong with a file's texts. */
export interface TextFindings {
  readonly problems: readonly Problem[];
  /** Places of values, as {@link placeKey} writes them, about which something is said already. */
  readonly places: ReadonlySet<string>;
}

/** A path as the member of a set. */
export const placeKey = (path: Path): string => JSON.stringify(path);

/** Looks at every text of a file: what cannot be seen, what could be run, what is secret, what leads elsewhere. */
export function checkText(file: string, text: string, value: unknown, profile: TextProfile): TextFindings {
  const check = new TextCheck(file, text, profile);
  check.fileAsText();
  check.visit(value, "", false);
  check.secretsOutsideValues();
  return check;
}

class TextCheck implements TextFindings {
  public readonly problems: Problem[] = [];
  public readonly places = new Set<string>();
  private readonly secretLiterals: string[] = [];
  /** Where the visit is. */
  private readonly path: (string | number)[] = [];
  private readonly secretsInFile: ReturnType<typeof secretsByForm>;
  /** Forms are looked for in values only when the file holds one, or could hide one behind escapes. */
  private readonly looksForForms: boolean;
  private invisible: ReadonlySet<string> = new Set();

  public constructor(
    private readonly file: string,
    private readonly text: string,
    private readonly profile: TextProfile,
  ) {
    this.secretsInFile = secretsByForm(text);
    this.looksForForms = this.secretsInFile.length > 0 || text.includes("\\");
  }

  public fileAsText(): void {
    const { problems, found } = invisibleInFile(this.file, this.text);
    this.problems.push(...problems);
    this.invisible = found;
  }

  /** @param underSecret a key above says that everything below is secret. */
  public visit(value: unknown, key: string, underSecret: boolean): void {
    if (typeof value === "string") {
      this.string(value, key, underSecret);
    } else if (typeof value === "number") {
      if (underSecret) this.secret("a literal secret", String(value));
    } else if (Array.isArray(value)) {
      value.forEach((item, index) => this.below(index, () => this.visit(item, key, underSecret)));
    } else if (typeof value === "object" && value !== null) {
      this.fields(value as Record<string, unknown>, underSecret);
    }
  }

  /** What stands in comments, in keys, or across values. */
  public secretsOutsideValues(): void {
    for (const { name, literal, offset } of this.secretsInFile) {
      const compact = withoutSpace(literal);
      if (this.secretLiterals.some((known) => known.includes(compact))) continue;
      this.secretLiterals.push(compact);
      this.secretAt({ file: this.file, path: [], position: positionAt(this.text, offset) }, name);
    }
  }

  private fields(fields: Record<string, unknown>, underSecret: boolean): void {
    /** ODCS writes custom properties as `{ property: apiToken, value: … }`. */
    const named = typeof fields.property === "string" ? fields.property : "";
    for (const key of Object.keys(fields)) {
      const meaning = key === "value" && named !== "" ? named : key;
      this.below(key, () => {
        this.keyText(key);
        this.visit(fields[key], meaning, underSecret || isSecretKey(meaning));
      });
    }
  }

  private below(step: string | number, visit: () => void): void {
    this.path.push(step);
    visit();
    this.path.pop();
  }

  private here(): SourceRef {
    return { file: this.file, path: [...this.path] };
  }

  private keyText(key: string): void {
    if (SUSPECT.test(key)) this.shape(key, { ...this.here(), onKey: true }, "a key", false);
    if (!this.looksForForms || this.secretsInFile.some(({ literal }) => key.includes(literal))) return;
    const [hidden] = secretsByForm(key);
    if (hidden !== undefined) this.secret(hidden.name, key);
  }

  private string(value: string, key: string, underSecret: boolean): void {
    const name =
      secretUnderKey(underSecret ? "secret" : key, value) ??
      (this.looksForForms ? secretsByForm(value)[0]?.name : undefined);
    if (name !== undefined) return this.secret(name, value);

    const isReference = key === "$ref" || (key === "contract" && this.profile === "manifest");
    if (isReference && leavesFolder(value)) {
      this.say("PathOutsideRoot", this.here(), outsideWording(value, placeOf(this.path)));
    } else if (SUSPECT.test(value)) {
      const isCode = this.profile === "contract" && CODE_KEYS.has(key);
      this.shape(value, this.here(), placeOf(this.path) || "the file", isCode);
    }
  }

  private shape(value: string, at: SourceRef, place: string, isCode: boolean): void {
    const isContract = this.profile === "contract";
    const invisible = invisibleIn(value, (character) => isContract && CONTROL_IN_CONTRACT.has(character));
    if (invisible !== undefined) {
      this.say("ControlCharacter", at, invisibleWording(invisible, place), invisible);
    }
    const opener = isCode ? undefined : openerIn(value, isContract);
    if (opener !== undefined) {
      this.say("TemplateInjection", at, injectionWording(value, opener, place, isContract));
    }
  }

  /** @param character that the problem is about; in the file as it is, it has been told with its exact place. */
  private say(code: ManifestCode, at: SourceRef, wording: Wording, character = ""): void {
    if (at.position === undefined) this.places.add(placeKey(at.path));
    if (!this.invisible.has(character)) this.problems.push(error(code, at, wording));
  }

  private secret(name: string, literal: string): void {
    this.secretLiterals.push(withoutSpace(literal));
    this.secretAt(this.here(), name);
  }

  private secretAt(at: SourceRef, name: string): void {
    this.say("SecretInManifest", at, {
      message: `${placeOf(at.path) || "the file"} holds ${name}`,
      value: REDACTED,
      rule: "no secret in a file that is committed",
      fix: "remove it, revoke it, and keep the new one in a secret store",
    });
  }
}

/** Line breaks and indentation differ between a file and the value it means. */
const withoutSpace = (text: string): string => text.replace(/\\[nrt]|\s/g, "");
