/** A text on the page that is hard to read. */
export interface Faint {
  readonly text: string;
  readonly ratio: number;
}

/**
 * A script for the page: texts whose colour stands out too little from what is behind them, by the formula of WCAG 2.
 * What is behind is the nearest opaque background, or the fill of the box in a drawing.
 */
export const faintTexts = (least: number): string => `(() => {
  const colour = (text) => {
    const [r = 0, g = 0, b = 0, a = 1] = (text.match(/[\\d.]+/g) ?? []).map(Number);
    return text === "none" ? [0, 0, 0, 0] : [r, g, b, a];
  };
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((part) => part / 255).map((x) => (x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratioOf = (one, other) => {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const behind = (element) => {
    const box = element.closest("g")?.querySelector("rect");
    if (box) return colour(getComputedStyle(box).fill);
    for (let up = element; up; up = up.parentElement) {
      const found = colour(getComputedStyle(up).backgroundColor);
      if (found[3] === 1) return found;
    }
    return [255, 255, 255, 1];
  };
  const faint = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.textContent.trim();
    if (text === "" || element.closest("script, title, desc")) continue;
    const style = getComputedStyle(element);
    const ratio = ratioOf(colour(element.closest("svg") ? style.fill : style.color), behind(element));
    if (ratio < ${least}) faint.push({ text, ratio: Math.round(ratio * 100) / 100 });
  }
  return faint;
})()`;
