import type { Browser } from "playwright-core";
import { renderHtml } from "../../../../src/review/render/html";
import { review } from "../../support/review";
import { chromiumPath, folds, launch, open, shown, type Opened } from "./support/browser";
import { faintTexts, type Faint } from "./support/contrast";
import { shopReview } from "./support/shop-review";

const executable = chromiumPath();
const PAGE = renderHtml(shopReview());

if (executable === undefined) {
  test.skip("the page in a browser: no Chromium found; install it or set MESHWRIGHT_CHROMIUM", () =>
    undefined);
} else {
  describe("in a real browser", () => inBrowser(executable));
}

function inBrowser(executablePath: string): void {
  let browser: Browser;
  let light: Opened;
  beforeAll(async () => {
    browser = await launch(executablePath);
    light = await open(browser, PAGE);
  });
  beforeEach(() => light.page.reload());
  afterAll(() => browser.close());

  test.each(["light", "dark"] as const)(
    "the page is %s, and every text can be read on its ground",
    async (colorScheme) => {
      const { page } = light;
      await page.emulateMedia({ colorScheme });
      await page.keyboard.press("e");

      const ground = await page.evaluate<string>("getComputedStyle(document.body).backgroundColor");
      expect(ground).toBe(colorScheme === "light" ? "rgb(246, 247, 249)" : "rgb(14, 17, 22)");
      expect(await page.innerText("h1")).toBe("Not safe to merge as it is");
      expect(await page.evaluate<Faint[]>(faintTexts(4.5))).toEqual([]);
      await page.emulateMedia({ colorScheme: "light" });
    },
  );

  test.each([320, 390])(
    "nothing is wider than a screen of %i pixels, but the drawing in its frame",
    async (width) => {
      const { page } = light;
      await page.setViewportSize({ width, height: 800 });
      await page.keyboard.press("e");

      expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBe(width);
      expect(
        await page.evaluate<boolean>(
          "(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)(document.querySelector('.scroll'))",
        ),
      ).toBe(true);
      await page.setViewportSize({ width: 1200, height: 900 });
    },
  );

  test("the slash goes to the search, which keeps what it finds and opens it", async () => {
    const { page } = light;
    await page.keyboard.press("c");
    await page.keyboard.press("/");
    await page.keyboard.type("producer_byte_rate");

    expect(await page.inputValue("#search")).toBe("producer_byte_rate");
    expect(await shown(page, "h2")).toEqual(["Stacks"]);
    expect(await shown(page, ".stack > summary .name")).toEqual(["erp"]);
    expect(await shown(page, ".resource > summary .name")).toEqual(["kafka_quota.erp"]);
    expect(await page.innerText("#found")).toBe("1 found");
  });

  test("consumers are found too, in the drawing as well", async () => {
    const { page } = light;
    await page.keyboard.press("/");
    await page.keyboard.type("erp-integration");

    expect(await shown(page, "#approvals li")).toEqual([]);
    expect(await shown(page, "#stacks .consumers li b")).toEqual(["analytics", "erp", "finance"]);
    expect(await shown(page, "svg .node:not(.dim) .label")).toEqual(["erp"]);
  });

  test("Enter goes from hit to hit, Escape brings everything back as it was", async () => {
    const { page } = light;
    const before = [await folds(page), await shown(page, "h2")];

    await page.keyboard.press("/");
    await page.keyboard.type("growth");
    const [count = ""] = (await page.innerText("#found")).split(" ");
    const steps: string[] = [];
    for (const key of ["Enter", "Enter", "Shift+Enter"]) {
      await page.keyboard.press(key);
      steps.push(await page.innerText("#found"));
    }
    expect(steps).toEqual([`1 of ${count}`, `2 of ${count}`, `1 of ${count}`]);
    expect(await page.locator(".here").count()).toBe(1);

    await page.keyboard.press("Escape");
    expect(await page.inputValue("#search")).toBe("");
    expect(await page.locator(".here").count()).toBe(0);
    expect([await folds(page), await shown(page, "h2")]).toEqual(before);
  });

  test("what is not there is said", async () => {
    const { page } = light;
    await page.keyboard.press("/");
    await page.keyboard.type("nowhere");

    expect(await page.innerText("#found")).toBe("nothing found");
  });

  test("e opens everything and c closes it, but not while a word is typed", async () => {
    const { page } = light;
    await page.keyboard.press("e");
    expect(new Set(await folds(page))).toEqual(new Set([true]));
    await page.keyboard.press("c");
    expect(new Set(await folds(page))).toEqual(new Set([false]));

    await page.keyboard.press("/");
    await page.keyboard.type("e");
    expect(await page.inputValue("#search")).toBe("e");
  });

  test("a fold is opened and closed with the keyboard", async () => {
    const { page } = light;
    const states = [await folds(page)];
    await page.focus(".resource > summary");
    for (const key of ["Enter", "Space"]) {
      await page.keyboard.press(key);
      states.push(await folds(page));
    }

    expect(states.map(([first]) => first)).toEqual([false, true, false]);
  });

  test("everything is reached with the tabulator, the tools first", async () => {
    const { page } = light;
    const reached: string[] = [];
    for (let presses = 0; presses < 5; presses++) {
      await page.keyboard.press("Tab");
      reached.push(
        await page.evaluate<string>("document.activeElement.id || document.activeElement.textContent.trim()"),
      );
    }

    expect(reached).toEqual(["How to make this review again", "search", "expand", "collapse", "users"]);
  });

  test("a line is copied", async () => {
    const { page } = light;
    await page.click("#acknowledgements .copy button");
    await page.waitForSelector("text=Copied");

    expect(await page.evaluate<string>("navigator.clipboard.readText()")).toContain("loss:0123456789abcdef");
  });

  test("a link of the table opens its stack", async () => {
    const { page } = light;
    await page.keyboard.press("c");
    await page.click("#domains a:has-text('erp')");

    expect(await folds(page, "#stack-3")).toEqual([true]);
  });

  test("on paper everything is unfolded, without tools, dark on white", async () => {
    const { page } = light;
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");

    expect(new Set(await folds(page))).toEqual(new Set([true]));
    expect(await page.locator("#search").isVisible()).toBe(false);
    expect(await page.evaluate<string>("getComputedStyle(document.body).color")).toBe("rgb(27, 31, 39)");

    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    expect(new Set(await folds(page))).toEqual(new Set([false]));
    await page.emulateMedia({ media: "screen", colorScheme: "light" });
  });

  test("after all that, nothing was asked for, and nothing went wrong", () => {
    expect({ requests: light.requests, messages: light.messages }).toEqual({ requests: [], messages: [] });
  });

  test("without a script all is there, and no tool that would do nothing", async () => {
    const { page, context, messages } = await open(browser, PAGE, { javaScriptEnabled: false });
    await page.focus(".resource > summary");
    await page.keyboard.press("Enter");

    expect(await page.locator(".resource[open]").count()).toBe(1);
    expect(await page.locator("#search").isVisible()).toBe(false);
    expect(await page.locator("button:visible").count()).toBe(0);
    expect(messages).toEqual([]);
    await context.close();
  });

  test("hostile names are text, and run nothing", async () => {
    const evil = `"><img src=https://evil.example/x onerror=alert(1)><script>alert(2)</script>`;
    const { page, context, requests, messages } = await open(
      browser,
      renderHtml(review({ id: evil, environment: evil, unchanged: [{ stack: evil, proven: true }] })),
    );

    expect(await page.textContent("#unchanged code")).toBe(evil);
    expect(await page.locator("img").count()).toBe(0);
    expect({ requests, messages }).toEqual({ requests: [], messages: [] });
    await context.close();
  });
}
