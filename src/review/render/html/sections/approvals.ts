import { joined, type Approval, type Review } from "../../../model";
import { code, html, NOTHING, section, sentence, type Markup } from "../markup";

const KINDS = [
  ["approves", "Has to approve"],
  ["consulted", "Is consulted"],
  ["informed", "Is told"],
] as const satisfies readonly (readonly [Approval["kind"], string])[];

/** Who has a say, and why. */
export function approvals(review: Review): Markup {
  const groups = KINDS.map(([kind, title]) => ({
    title,
    teams: review.approvals.filter((approval) => approval.kind === kind),
  })).filter(({ teams }) => teams.length > 0);
  if (groups.length === 0) return NOTHING;
  return section("approvals", "Approvals", [
    html`<div class="columns">
      ${groups.map(
        ({ title, teams }) =>
          html`<div>
            <h3>${title}</h3>
            <ul class="lines">
              ${teams.map(({ team, reasons }) => html`<li class="find">${code(team)} <span class="quiet">${sentence(joined(reasons, ", "))}</span></li> `)}
            </ul>
          </div> `,
      )}
    </div>`,
  ]);
}
