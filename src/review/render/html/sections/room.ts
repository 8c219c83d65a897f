import { BY_RISK, type ResourceReview, type Review, type Verdict } from "../../../model";

/** How much is told of a resource, most first: all of it, what it means, its address, or its type's number. */
export const ROOMS = ["full", "brief", "address", "counted"] as const;

/** How much of the page a resource gets. */
export type Room = (typeof ROOMS)[number];

/** Most resources that a page tells in this way or a fuller one: about 8 megabytes each, which a phone still opens. */
const MOST: Readonly<Record<Room, number>> = {
  full: 3_000,
  brief: 20_000,
  address: 80_000,
  counted: Number.POSITIVE_INFINITY,
};

/** The least that is told of each, whatever the size of the page: what hurts is never left out. */
const LEAST: Readonly<Record<Verdict, Room>> = {
  ...{ planFailed: "brief", dataLoss: "brief", breaks: "brief" },
  ...{ access: "address", interruption: "address", cost: "address" },
  ...{ additive: "counted", none: "counted" },
};

/** By verdict: how much a page has room for. The worst come first; all of one verdict are told alike. */
export function roomsOf({ stacks }: Pick<Review, "stacks">): Readonly<Record<Verdict, Room>> {
  const numbers = new Map<Verdict, number>();
  for (const { resources, drift } of stacks) {
    for (const { verdict } of [...resources, ...drift]) numbers.set(verdict, (numbers.get(verdict) ?? 0) + 1);
  }
  let used = 0;
  const rooms: Record<Verdict, Room> = { ...LEAST };
  for (const verdict of BY_RISK) {
    const number = numbers.get(verdict) ?? 0;
    const fits = ROOMS.find((room) => used + number <= MOST[room]) ?? "counted";
    rooms[verdict] = ROOMS.indexOf(fits) < ROOMS.indexOf(LEAST[verdict]) ? fits : LEAST[verdict];
    if (rooms[verdict] !== "counted") used += number;
  }
  return rooms;
}

/** Resources by how much is told of them. */
export function byRoom(
  resources: readonly ResourceReview[],
  rooms: Readonly<Record<Verdict, Room>>,
): Readonly<Record<Room, readonly ResourceReview[]>> {
  const of = (room: Room) => resources.filter(({ verdict }) => rooms[verdict] === room);
  return { full: of("full"), brief: of("brief"), address: of("address"), counted: of("counted") };
}
