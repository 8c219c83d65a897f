import { formatDuration } from "../../mesh";
import { policyRule } from "../policy-rule";
import { inProduct } from "../source";
import { builtProducts, describeProduct } from "../subjects";

/**
 * Per cent. A page is sent when the error budget burns 14.4 times too fast (Google, The Site Reliability Workbook,
 * chapter 5); below this objective that would need more than 100 per cent of errors.
 */
export const LOWEST_AVAILABILITY = 93.06;

/** Seconds. Brokers and S3 report once a minute, so that no alarm can see less. */
export const SHORTEST_FRESHNESS = 60;

const isPercentage = (objective: number): boolean => objective > 0 && objective < 100;
const isAvailability = (objective: number): boolean => objective >= LOWEST_AVAILABILITY && objective < 100;

/** An objective can be missed, and be seen to be missed. */
export const sloInvalidRule = policyRule({
  code: "SloInvalid",
  severity: "error",
  description: "An objective leaves room for errors, and can be watched.",
  *find({ mesh }) {
    for (const product of builtProducts(mesh)) {
      const { availability, completeness, freshness } = product.slo;
      const subject = describeProduct(product);
      for (const [name, objective, isAllowed, rule] of [
        ["availability", availability, isAvailability, `at least ${LOWEST_AVAILABILITY} and less than 100`],
        ["completeness", completeness, isPercentage, "more than 0 and less than 100"],
      ] as const) {
        if (objective === undefined || isAllowed(objective)) continue;
        yield {
          message: `${subject} promises ${objective} % ${name}, which no alarm can watch`,
          value: String(objective),
          rule: `${rule} per cent`,
          fix: `write ${name}: 99.5`,
          at: inProduct(product, "slo", name),
        };
      }
      if (freshness !== undefined && freshness < SHORTEST_FRESHNESS) {
        yield {
          message: `${subject} promises a freshness of ${formatDuration(freshness)}, which no metric can show`,
          value: formatDuration(freshness),
          rule: `at least ${formatDuration(SHORTEST_FRESHNESS)}`,
          fix: `write freshness: ${formatDuration(SHORTEST_FRESHNESS)}`,
          at: inProduct(product, "slo", "freshness"),
        };
      }
    }
  },
});
