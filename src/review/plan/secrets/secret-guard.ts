import { formsOf } from "./forms";
import { LiteralMatcher } from "./literal-matcher";

/** Stands for a secret in text. */
export const HIDDEN = "(sensitive)";

/** Shorter ones are part of any text. */
export const SHORTEST_WEAK = 3;

/**
 * Knows the secret literals of plans without telling them: not to JSON, not to a debugger's print-out. Before a report is
 * printed, it has the last word.
 */
export class SecretGuard {
  readonly #strong: ReadonlySet<string>;
  readonly #weak: ReadonlySet<string>;
  #matcher: LiteralMatcher | undefined;

  /**
   * @param strong literals that are hidden wherever they occur, in any form; at least six characters each
   * @param weak literals too short for that: {@link redact} hides them as whole words
   */
  constructor(strong: Iterable<string> = [], weak: Iterable<string> = []) {
    this.#strong = new Set(strong);
    this.#weak = new Set(weak);
  }

  /** True when a secret is in the text, as it is or escaped for JSON, HTML, a URL or base64. */
  holds(text: string): boolean {
    return this.matcher.find(text) !== undefined;
  }

  /** One that knows all of their secrets. */
  merged(others: readonly SecretGuard[]): SecretGuard {
    const all = [this, ...others];
    return new SecretGuard(
      new Set(all.flatMap((guard) => [...guard.#strong])),
      new Set(all.flatMap((guard) => [...guard.#weak])),
    );
  }

  /** The text with `(sensitive)` where secrets were: for what others say, such as an error of Terraform. */
  redact(text: string): string {
    let shown = "";
    let from = 0;
    for (let found = this.matcher.find(text); found !== undefined; found = this.matcher.find(text, from)) {
      shown += `${text.slice(from, found.at)}${HIDDEN}`;
      from = found.at + found.length;
    }
    return this.withoutWeak(shown + text.slice(from));
  }

  /** Nothing: a guard is never part of a report. */
  toJSON(): undefined {
    return undefined;
  }

  private get matcher(): LiteralMatcher {
    this.#matcher ??= new LiteralMatcher([...this.#strong].flatMap(formsOf));
    return this.#matcher;
  }

  private withoutWeak(text: string): string {
    if (this.#weak.size === 0) return text;
    return text.replace(/[A-Za-z0-9]+/g, (word) => (this.#weak.has(word) ? HIDDEN : word));
  }
}
