import { existsSync } from "node:fs";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";

/** Where distributions and vendors put it. */
const WELL_KNOWN = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The Chromium to test with; undefined when there is none. */
export function chromiumPath(): string | undefined {
  const named = process.env.MESHWRIGHT_CHROMIUM ?? "";
  return named === "" ? WELL_KNOWN.find((path) => existsSync(path)) : named;
}

/** Chromium refuses its sandbox to root, as which containers run. */
export function launch(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
}

/** Where the page is served from, by the test itself. */
const ADDRESS = "https://review.invalid/";

/** A page that is open, and what happened beside it. */
export interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Every request but that of the page itself; none of them is answered. */
  readonly requests: string[];
  /** Everything on the console, and every error. */
  readonly messages: string[];
}

/** How it is opened. */
export interface Look {
  readonly colorScheme?: "light" | "dark";
  readonly javaScriptEnabled?: boolean;
}

/** Opens a page of HTML, with no way out. */
export async function open(
  browser: Browser,
  html: string,
  { colorScheme = "light", javaScriptEnabled = true }: Look = {},
): Promise<Opened> {
  const context = await browser.newContext({
    ...{ colorScheme, javaScriptEnabled, viewport: { width: 1200, height: 900 } },
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const requests: string[] = [];
  const messages: string[] = [];
  await context.route("**", (route) => {
    const url = route.request().url();
    if (url === ADDRESS) return route.fulfill({ body: html, contentType: "text/html; charset=utf-8" });
    requests.push(url);
    return route.abort();
  });
  const page = await context.newPage();
  page.on("console", (message) => messages.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => messages.push(String(error)));
  await page.goto(ADDRESS);
  return { page, context, requests, messages };
}

/** Whether each fold is open. */
export const folds = (page: Page, selector = ".resource"): Promise<boolean[]> =>
  page.evaluate<boolean[]>(
    `[...document.querySelectorAll(${JSON.stringify(selector)})].map((fold) => fold.open)`,
  );

/** The texts of what is shown, in the order of the page. */
export const shown = (page: Page, selector: string): Promise<string[]> =>
  page.evaluate<string[]>(
    `[...document.querySelectorAll(${JSON.stringify(selector)})]
      .filter((element) => element.getClientRects().length > 0)
      .map((element) => element.textContent.replace(/\\s+/g, " ").trim())`,
  );
