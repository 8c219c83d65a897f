import { at, say, UNKNOWN, type Path, type ResourceChange, type Text, type Value } from "../../model";
import { isTrue, numberOf, same, shown, strings, thingOf, thingWith } from "../../things";

/** A change as a rule looks at it. */
export class Subject {
  constructor(readonly change: ResourceChange) {}

  /** What it is about, as it is called before the change: topic `orders.order-placed.v1`. */
  get thing(): Text {
    return thingOf(this.change);
  }

  /** The same as it is called afterwards. */
  get thingAfter(): Text {
    return thingWith(this.change, this.change.after);
  }

  before(...path: Path): Value | undefined {
    return at(this.change.before, ...path);
  }

  /** How an attribute will be; unknown when what it is in is. */
  after(...path: Path): Value | undefined {
    const isUnknown = path.some((_, steps) => at(this.change.after, ...path.slice(0, steps)) === UNKNOWN);
    return isUnknown ? UNKNOWN : at(this.change.after, ...path);
  }

  /** How an attribute was, as a literal; a dotted path is one step, as configs of Kafka have it. */
  was(...path: Path): string {
    return shown(this.before(...path));
  }

  /** How an attribute will be, as a literal. */
  willBe(...path: Path): string {
    return shown(this.after(...path));
  }

  /** True when the attribute differs, or is not known yet. */
  changes(...path: Path): boolean {
    return !same(this.before(...path), this.after(...path));
  }

  /** True when a flag goes from false or nothing to true. */
  sets(...path: Path): boolean {
    return !isTrue(this.before(...path)) && isTrue(this.after(...path));
  }

  /** True when a flag goes from true to false or nothing. */
  unsets(...path: Path): boolean {
    return isTrue(this.before(...path)) && !isTrue(this.after(...path)) && this.after(...path) !== UNKNOWN;
  }

  /** True when both numbers are known and the new one is less. */
  lowers(...path: Path): boolean {
    const [before, after] = this.numbers(...path);
    return before !== undefined && after !== undefined && after < before;
  }

  /** True when both numbers are known and the new one is more. */
  raises(...path: Path): boolean {
    const [before, after] = this.numbers(...path);
    return before !== undefined && after !== undefined && after > before;
  }

  /** What a set of strings loses. */
  removed(...path: Path): string[] {
    if (this.after(...path) === UNKNOWN) return [];
    const kept = new Set(strings(this.after(...path)));
    return strings(this.before(...path)).filter((each) => !kept.has(each));
  }

  /** What a set of strings gains. */
  added(...path: Path): string[] {
    const had = new Set(strings(this.before(...path)));
    return strings(this.after(...path)).filter((each) => !had.has(each));
  }

  /** `6` → `3`. */
  shift(...path: Path): Text {
    return say`${this.was(...path)} → ${this.willBe(...path)}`;
  }

  private numbers(...path: Path): [number | undefined, number | undefined] {
    return [numberOf(this.before(...path)), numberOf(this.after(...path))];
  }
}
