/** Ink, tint and line of one meaning. */
type Shades = readonly [ink: string, tint: string, line: string];

/** The page's own colours, for paper and for the dark. Each ink stands on its tint and on the surface with 4.5:1 or more. */
const BASE = {
  light: {
    page: "#f6f7f9",
    surface: "#ffffff",
    text: "#1b1f27",
    quiet: "#566072",
    line: "#dfe3ea",
    sunk: "#f1f3f6",
    focus: "#175cd3",
  },
  dark: {
    page: "#0e1116",
    surface: "#161a22",
    text: "#e7eaf0",
    quiet: "#a0a9b8",
    line: "#2b313d",
    sunk: "#1d222c",
    focus: "#84caff",
  },
} as const;

const HUES = {
  light: {
    red: ["#a8201a", "#fdeceb", "#e5484d"],
    amber: ["#8a4b08", "#fff4dc", "#e79a0c"],
    violet: ["#5b34c9", "#f1eefe", "#8062ee"],
    blue: ["#1557b0", "#e9f2fe", "#3b8bea"],
    teal: ["#0c6b62", "#e2f6f3", "#1fa697"],
    green: ["#0f6b3c", "#e4f6eb", "#2aa567"],
    grey: ["#4a5364", "#eef0f4", "#a3acba"],
  },
  dark: {
    red: ["#ffaaa3", "#3b1614", "#e5484d"],
    amber: ["#ffcf70", "#33240a", "#d28a0a"],
    violet: ["#c6bbff", "#271f4d", "#7d62e8"],
    blue: ["#98ceff", "#10294a", "#3b82d6"],
    teal: ["#6fe3d2", "#0b302c", "#1b9688"],
    green: ["#80e0ac", "#0d2f1e", "#25935c"],
    grey: ["#b7bfcc", "#242a34", "#566072"],
  },
} as const satisfies Record<string, Record<string, Shades>>;

/** Which hue means what. */
const MEANINGS = {
  red: ".error, .v-planFailed, .v-dataLoss, .r-unsafe, .s-error, .major, .minus, .lost, .a-delete, .a-replace",
  amber: ".remark, .v-breaks, .r-care, .r-unknown, .s-warning, .a-forget",
  violet: ".v-access, .r-approval",
  blue: ".v-interruption, .s-note, .minor, .changed, .a-update",
  teal: ".v-cost",
  green: ".v-additive, .r-safe, .accepted, .plus, .gained, .a-create, .a-create-forget",
  grey: ".v-none, .r-nothing, .none, .a-no-op, .a-read, .a-other",
} as const;

/** The variables of one theme. */
function theme(name: "light" | "dark"): string {
  const base = Object.entries(BASE[name]).map(([key, colour]) => `--${key}:${colour};`);
  const hues = Object.entries(HUES[name]).map(
    ([hue, [ink, tint, line]]) => `--${hue}-ink:${ink};--${hue}-tint:${tint};--${hue}-line:${line};`,
  );
  return `:root{${[...base, ...hues].join("")}}`;
}

const meanings = Object.entries(MEANINGS).map(
  ([hue, selector]) =>
    `${selector}{--ink:var(--${hue}-ink);--tint:var(--${hue}-tint);--edge:var(--${hue}-line)}`,
);

/** Colours by meaning, for light and dark. */
export const COLOURS = [
  ":root{color-scheme:light dark}",
  theme("light"),
  `@media screen and (prefers-color-scheme:dark){${theme("dark")}}`,
  ...meanings,
].join("\n");
