import type { ResourceReview } from "../../model";
import { isUnprotected } from "../../unprotected";

/** Resources that something like happens to. */
export interface Section {
  readonly title: string;
  readonly resources: readonly ResourceReview[];
}

/** What happens, in the order in which it is told; the first that fits counts. */
const SECTIONS: readonly { readonly title: string; readonly holds: (resource: ResourceReview) => boolean }[] =
  [
    { title: "Access", holds: ({ verdict }) => verdict === "access" },
    { title: "Destroyed", holds: ({ action }) => action === "delete" },
    { title: "Replaced", holds: ({ action }) => action === "replace" },
    { title: "Made", holds: ({ action }) => action === "create" || action === "create-forget" },
    { title: "No longer protected", holds: (resource) => isUnprotected(resource) && stays(resource) },
    {
      title: "State only: moved, imported, forgotten",
      holds: ({ action }) => action === "no-op" || action === "forget",
    },
    { title: "Updated", holds: () => true },
  ];

/** Nothing is done to it, nor to Terraform's notes of it. */
const stays = ({ action, previousAddress, importId }: ResourceReview): boolean =>
  action === "no-op" && previousAddress === undefined && importId === undefined;

/** The order of the sections on the page. */
const ON_PAGE = [
  "Destroyed",
  "Replaced",
  "Updated",
  "Access",
  "Made",
  "No longer protected",
  "State only: moved, imported, forgotten",
];

/** The resources of a stack by what happens to them; sections without any are left out. */
export function sectionsOf(resources: readonly ResourceReview[]): Section[] {
  const byTitle = new Map<string, ResourceReview[]>(ON_PAGE.map((title) => [title, []]));
  for (const resource of resources) {
    const section = SECTIONS.find(({ holds }) => holds(resource));
    if (section !== undefined) byTitle.get(section.title)?.push(resource);
  }
  return [...byTitle]
    .map(([title, held]) => ({ title, resources: held }))
    .filter((section) => section.resources.length > 0);
}
