import type { Effect, Rename, ResourceReview } from "../../../model";
import { code, html, NOTHING, pill, sentence, startedSentence, toCopy, type Markup } from "../markup";
import { attributeDiffs } from "./attributes";
import { consumerList } from "./consumers";

/** What is done to a resource, in a word and a sign. */
const ACTIONS = {
  create: ["+", "created"],
  update: ["~", "updated"],
  replace: ["±", "replaced"],
  delete: ["−", "deleted"],
  forget: ["⌫", "let go"],
  "create-forget": ["+", "let go and made anew"],
  read: ["→", "read"],
  "no-op": ["=", "stays"],
  other: ["?", "changed in a way not known here"],
} as const satisfies Record<ResourceReview["action"], readonly [string, string]>;

/** One resource, folded. */
export function resource(review: ResourceReview): Markup {
  const { address, deposed, verdict, effects, attributes, unknown, consumers, rename } = review;
  const [sign] = ACTIONS[review.action];
  return html`<details class="resource find v-${verdict}">
    <summary>
      <span class="sign a-${review.action}" aria-hidden="true">${sign}</span>
      <span class="name"
        >${code(address)}${deposed === undefined ? NOTHING : html` <span class="quiet">deposed ${code(deposed)}</span>`}</span
      >
      <span class="action">${actionWords(review)}</span> ${pill(verdict)}
    </summary>
    <div class="body">
      ${place(review)}${
        effects.length === 0
          ? NOTHING
          : html`<ul class="lines">
              ${effects.map(effect)}
            </ul> `
      }${attributeDiffs(attributes, unknown)}${renamed(rename)}${consumerList(consumers)}
    </div>
  </details> `;
}

function actionWords({ action, createFirst, previousAddress, importId, refused }: ResourceReview): string {
  const [, word] = ACTIONS[action];
  const stateOnly = action === "no-op" && (previousAddress !== undefined || importId !== undefined);
  return [
    ...(stateOnly ? [] : [createFirst && action === "replace" ? "replaced, the new one first" : word]),
    ...(previousAddress === undefined ? [] : ["moved"]),
    ...(importId === undefined ? [] : ["imported"]),
    ...(refused ? ["refused by Terraform"] : []),
  ].join(", ");
}

function place({ constructPath, previousAddress, importId, ports }: ResourceReview): Markup {
  const facts: (readonly [string, string | undefined])[] = [
    ["Construct", constructPath],
    ["Was", previousAddress],
    ["Imported as", importId],
    ...ports.map((port) => ["Port", port] as const),
  ];
  const known = facts.flatMap(([title, text]) =>
    text === undefined
      ? []
      : [
          html`<div>
            <dt>${title}</dt>
            <dd>${code(text)}</dd>
          </div> `,
        ],
  );
  return known.length === 0 ? NOTHING : html`<dl class="facts">${known}</dl> `;
}

function effect({ sentence: said, wayOut }: Effect): Markup {
  return html`<li>
    ${startedSentence(said)}${wayOut === undefined ? NOTHING : html`<br /><span class="way-out"><b>Instead:</b> ${sentence(wayOut)}</span>`}
  </li> `;
}

function renamed(rename: Rename | undefined): Markup {
  if (rename === undefined) return NOTHING;
  return html`<p>
      This looks like one thing under two addresses: ${sentence(rename.because)}. To keep it, say that
      ${code(rename.from)} moved to ${code(rename.to)}:
    </p>
    ${toCopy(rename.moved)}`;
}
