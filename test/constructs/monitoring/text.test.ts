import fc from "fast-check";
import {
  escapeMarkdown,
  linkProblem,
  linkTag,
  tagValue,
  textProblem,
} from "../../../constructs/monitoring/text";

describe("text of authors", () => {
  it.each([
    ["a\u0000b", "ControlCharacter: ownerTeam 'a\\u0000b' holds U+0000; remove it"],
    ["a\nb", "ControlCharacter: ownerTeam 'a\\nb' holds U+000A; remove it"],
    ["a\u202eb", "ControlCharacter: ownerTeam 'a\u202eb' holds U+202E; remove it"],
    ["{{ x }}", "TemplateInjection: ownerTeam '{{ x }}' holds '{{'; write it without"],
    ["x }}", "TemplateInjection: ownerTeam 'x }}' holds '}}'; write it without"],
    ["`id`", "TemplateInjection: ownerTeam '`id`' holds '`'; write it without"],
    ["</SCRIPT>", "TemplateInjection: ownerTeam '</SCRIPT>' holds '</script'; write it without"],
    ["${file(1)}", "TemplateInjection: ownerTeam '${file(1)}' holds '${'; write it without"],
    ["%{if 1}", "TemplateInjection: ownerTeam '%{if 1}' holds '%{'; write it without"],
    ["  ", "ownerTeam must have 1 to 20 characters, got none"],
    ["x".repeat(21), "ownerTeam must have 1 to 20 characters, got 21"],
  ])("refuses %j", (value, problem) => {
    expect(textProblem("ownerTeam", value, 20)).toBe(problem);
  });

  it("takes what people call a team", () => {
    expect(textProblem("ownerTeam", "Bestellungen & Rückläufer (EU)", 128)).toBeUndefined();
  });

  it.each([
    ["http://wiki.example.com", "http"],
    ["https://user:secret@wiki.example.com/x", "credentials"],
    ["https://wiki.example.com/a b", "a space"],
    ["https://wiki.example.com/[x](y)", "brackets"],
    ['https://wiki.example.com/"', "a quote"],
    ["javascript:alert(1)", "another scheme"],
  ])("refuses the link %s for %s", (link) => {
    expect(linkProblem("runbookUrl", link)).toBe(
      `runbookUrl '${JSON.stringify(link).slice(1, -1)}' must be an https link without credentials, quotes, brackets or spaces`,
    );
  });

  it("takes a wiki link with a query and a fragment", () => {
    expect(
      linkProblem("runbookUrl", "https://wiki.example.com:8443/p.action?pageId=7&x=%20#lag"),
    ).toBeUndefined();
  });

  it("shows Markdown as text", () => {
    expect(escapeMarkdown("[a](b) *c* <d> #e & f_g")).toBe(
      "\\[a\\]\\(b\\) \\*c\\* &lt;d&gt; \\#e &amp; f\\_g",
    );
  });

  it("tags with characters that every service takes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (value) => {
        expect(tagValue(value)).toMatch(/^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}$/u);
        expect(linkTag(value)).toMatch(/^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}$/u);
      }),
    );
    expect(tagValue("orders & co")).toBe("orders - co");
    expect(linkTag("https://r.example.com/orders/x.v1#lag-time")).toBe("https://r.example.com/orders/x.v1");
  });
});
