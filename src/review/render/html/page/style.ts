import { COLOURS } from "./colours";
import { PART_STYLE } from "./part-style";
import { PRINT_STYLE } from "./print-style";

const BASE_STYLE = `
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:4.5rem}
body{margin:0;background:var(--page);color:var(--text);font:400 1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
header,main,footer,.toolbar{max-width:68rem;margin-inline:auto;padding-inline:clamp(1rem,4vw,2rem)}
h1,h2,h3,p,ul,dl,dd,pre{margin:0;padding:0}
h1{font-size:clamp(1.6rem,1.1rem + 2.4vw,2.5rem);line-height:1.15;letter-spacing:-.02em;font-weight:700;text-wrap:balance}
h2{font-size:1.2rem;line-height:1.3;letter-spacing:-.01em;font-weight:650}
h3{font-size:1rem;line-height:1.4;font-weight:600}
a{color:inherit;text-decoration-color:var(--quiet);text-underline-offset:.2em}
a:hover{text-decoration-thickness:2px}
code,pre,kbd,.counts,.sign{font-family:ui-monospace,"SF Mono","Cascadia Code",Menlo,Consolas,"DejaVu Sans Mono",monospace}
code,kbd{font-size:.875em}
code{background:var(--sunk);border-radius:.3em;padding:.1em .28em;box-decoration-break:clone;-webkit-box-decoration-break:clone}
kbd{border:1px solid var(--line);border-bottom-width:2px;border-radius:.3em;padding:0 .35em;color:var(--quiet);background:var(--surface)}
ul{list-style:none}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:.3rem}
[hidden],.out{display:none!important}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.quiet,.lead,.legend,footer{color:var(--quiet)}
.quiet,.lead,footer{font-size:.9rem}
.here{outline:3px solid var(--focus);outline-offset:2px}
section{margin-top:2.75rem}
h2+*,.lead+*{margin-top:.9rem}
h2+.lead{margin-top:.2rem}
footer{margin-block:3.5rem 2rem;padding-top:1rem}
`;

const BANNER_STYLE = `
.banner{max-width:none;background:var(--tint);border-top:.4rem solid var(--edge);border-bottom:1px solid var(--line);padding-block:2rem 1.5rem}
.banner>*{max-width:64rem;margin-inline:auto}
.banner .over{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem;color:var(--ink);font-size:.9rem;font-weight:600;margin-bottom:.8rem}
.banner h1{color:var(--ink)}
.banner .answer{font-size:1.1rem;margin-top:.6rem}
.banner code{background:var(--surface)}
.banner .facts{margin-top:1.1rem}
.banner details{margin-top:.8rem}
.toolbar{position:sticky;top:0;z-index:1;max-width:none;padding-inline:max(clamp(1rem,4vw,2rem),calc(50% - 32rem));display:flex;flex-wrap:wrap;align-items:center;gap:.5rem .75rem;padding-block:.6rem;background:var(--surface);border-bottom:1px solid var(--line);font-size:.9rem}
.toolbar input{flex:1 1 14rem;max-width:32rem;min-width:0;font:inherit;font-size:1rem;padding:.4rem .8rem;color:var(--text);background:var(--page);border:1px solid var(--line);border-radius:2rem}
.toolbar input::placeholder{color:var(--quiet);opacity:1}
.toolbar output:empty{display:none}
.toolbar output{min-width:5.5rem;font-weight:600}
.keys{color:var(--quiet);margin-right:auto}
button{font:inherit;font-size:.875rem;line-height:1.4;color:var(--text);background:var(--surface);border:1px solid var(--line);border-radius:.5rem;padding:.35rem .75rem;cursor:pointer}
button:hover{background:var(--sunk)}
`;

/** The page's style sheet. */
export const PAGE_STYLE = [COLOURS, BASE_STYLE, BANNER_STYLE, PART_STYLE, PRINT_STYLE].join("\n");
