const CARDS = `
.pill{display:inline-flex;align-items:center;gap:.35em;white-space:nowrap;font-size:.8rem;line-height:1.5;font-weight:600;color:var(--ink);background:var(--tint);border:1px solid var(--edge);border-radius:2rem;padding:.05rem .6rem}
.pill::before{content:"";width:.55rem;height:.55rem;border-radius:50%;background:var(--edge)}
.cards{display:grid;gap:.75rem}
.card,.stack,.rows{background:var(--surface);border:1px solid var(--line);border-radius:.75rem}
.card{border-left:.3rem solid var(--edge);padding:.9rem 1.1rem}
article.card+article.card{margin-top:.75rem}
.card>*+*{margin-top:.5rem}
.card h3{display:flex;flex-wrap:wrap;align-items:center;gap:.3rem .6rem}
.tags{display:flex;flex-wrap:wrap;align-items:center;gap:.3rem .5rem}
.effect{font-size:1.05rem}
.way-out{color:var(--text)}
.way-out b,.small-title{color:var(--quiet);font-weight:600}
.small-title{font-size:.85rem;margin-top:.9rem}
.facts{display:flex;flex-wrap:wrap;gap:.35rem 1.75rem;font-size:.9rem}
.facts div{display:flex;flex-wrap:wrap;gap:0 .5rem;max-width:100%}
.facts dt{color:var(--quiet)}
.lines{display:grid;gap:.45rem}
.lines li{position:relative;padding-left:1rem}
.lines li::before{content:"";position:absolute;left:.15rem;top:.62em;width:.3rem;height:.3rem;border-radius:50%;background:var(--quiet)}
.signed li::before{content:none}
.signed li,.policy li{position:relative;padding-left:1.6rem}
.signed .sign,.policy .sign{position:absolute;left:.1rem}
.sign{flex:none;width:1.35rem;text-align:center;font-weight:700;color:var(--ink)}
.system{display:inline-block;font-size:.78rem;font-weight:600;color:var(--quiet);border:1px solid var(--line);border-radius:.3rem;padding:0 .4rem}
.weight{font-size:.78rem;font-weight:600;color:var(--ink);background:var(--tint);border-radius:.3rem;padding:.1rem .45rem;white-space:nowrap}
.columns{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(min(17rem,100%),1fr))}
.columns>div{background:var(--surface);border:1px solid var(--line);border-radius:.75rem;padding:.9rem 1.1rem}
.columns h3,#access h3{margin-bottom:.5rem}
#access .signed{background:var(--surface);border:1px solid var(--line);border-radius:.75rem;padding:.8rem 1rem}
#access h3:not(:first-of-type){margin-top:1.1rem}
.copy{display:flex;gap:.5rem;align-items:flex-start;margin-top:.5rem}
.copy pre{flex:1;min-width:0;overflow-x:auto;font-size:.85rem;line-height:1.5;background:var(--sunk);border:1px solid var(--line);border-radius:.5rem;padding:.45rem .7rem;overflow-wrap:normal}
@media (max-width:40rem){.copy{flex-direction:column}.copy pre{width:100%;box-sizing:border-box;white-space:pre-wrap;overflow-wrap:anywhere}}
.error,.remark{border-left:.25rem solid var(--edge);padding:.3rem .8rem;background:var(--tint);border-radius:.3rem}
`;

const TABLE = `
.rows{width:100%;border-collapse:separate;border-spacing:0;overflow:hidden}
.rows th,.rows td{text-align:left;font-weight:400;padding:.6rem 1rem;vertical-align:baseline}
.rows thead th{font-size:.8rem;font-weight:600;color:var(--quiet);background:var(--sunk)}
.rows tbody th{font-weight:600}
.rows tbody tr>*{border-top:1px solid var(--line)}
.counts{white-space:nowrap;font-size:.9rem}
.legend{display:flex;flex-wrap:wrap;gap:.1rem 1rem;margin-top:.5rem;font-size:.8rem}
.legend b{font-family:ui-monospace,Menlo,Consolas,monospace}
@media (max-width:40rem){
.rows thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.rows,.rows tbody,.rows tr,.rows th,.rows td{display:block}
.rows tr{padding:.6rem .9rem;border-top:1px solid var(--line)}
.rows tr:first-child{border-top:0}
.rows tbody tr>*{border:0;padding:.1rem 0}
.rows td::before{content:attr(data-label);display:inline-block;min-width:6.2rem;color:var(--quiet);font-size:.85rem;font-family:system-ui,sans-serif}
.keys,.toolbar kbd{display:none}
.toolbar{position:static}
.toolbar input{flex-basis:100%;max-width:none}
.toolbar button{flex:1}
}
`;

const FOLDS = `
summary{cursor:pointer;list-style:none}
summary::-webkit-details-marker{display:none}
.plain>summary::before,.stack>summary::before,.resource>summary::before{content:"";flex:none;display:inline-block;width:.45em;height:.45em;margin-right:.65em;border:solid var(--quiet);border-width:0 2px 2px 0;transform:rotate(-45deg) translate(-.1em,-.1em)}
details[open]>summary::before{transform:rotate(45deg) translate(-.1em,-.1em)}
.plain>summary{color:var(--quiet);font-size:.9rem}
.plain[open]>summary{margin-bottom:.5rem}
.stack{margin-top:.75rem;border-left:.3rem solid var(--edge);content-visibility:auto;contain-intrinsic-size:auto 3.2rem}
.stack>summary,.resource>summary{display:flex;flex-wrap:wrap;align-items:center;gap:.3rem .75rem}
.stack>summary{padding:.75rem 1.1rem;border-radius:.5rem}
.stack[open]>summary{border-bottom:1px solid var(--line);border-radius:.5rem .5rem 0 0}
.stack>summary::before,.resource>summary::before{margin-right:0}
.stack>summary:hover,.resource>summary:hover{background:var(--sunk)}
.name{flex:1 1 12rem;min-width:0;font-weight:600}
.name code{background:none;padding:0}
.action{color:var(--quiet);font-size:.9rem}
.stack>.body{padding:.4rem 1.1rem .9rem}
.stack>.body>.error,.stack>.body>.remark{margin-top:.5rem}
.resource+.resource{border-top:1px solid var(--line)}
.resource>summary{padding:.55rem .25rem;border-radius:.3rem}
.resource>summary .name{font-weight:500}
.resource>.body{padding:.1rem 0 1rem 1.6rem;display:grid;gap:.7rem}
.resource>.body>*{min-width:0}
`;

const DIFFS = `
.diff{font-size:.9rem;border:1px solid var(--line);border-radius:.5rem;overflow:hidden}
.diff>div{display:grid;grid-template-columns:minmax(9rem,16rem) 1fr;gap:.1rem 1rem;padding:.4rem .8rem}
.diff>div+div{border-top:1px solid var(--line)}
.diff dt code{background:none;padding:0}
.diff dd{min-width:0}
del,ins{text-decoration:none;font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.875em;border-radius:.3em;padding:.1em .4em;box-decoration-break:clone;-webkit-box-decoration-break:clone;white-space:pre-wrap}
del{color:var(--red-ink);background:var(--red-tint)}
ins{color:var(--green-ink);background:var(--green-tint)}
del::before{content:"− "}
ins::before{content:"+ "}
.policy{display:grid;gap:.15rem}
.policy li{background:var(--tint);border-radius:.3rem;padding:.15rem .5rem .15rem 1.7rem}
.policy code{background:none;color:var(--ink);padding:0;font-weight:600}
@media (max-width:40rem){.diff>div{grid-template-columns:1fr}.resource>.body{padding-left:.4rem}}
`;

const LINEAGE = `
.scroll{overflow-x:auto;background:var(--surface);border:1px solid var(--line);border-radius:.75rem;padding:.75rem}
.scroll+.plain{margin-top:.6rem}
.lineage{display:block;margin-inline:auto;flex:none;font-family:inherit}
.lineage .node rect{fill:var(--surface);stroke:var(--line);stroke-width:1.5}
.lineage .port rect{fill:var(--tint);stroke:var(--edge)}
.lineage .reader rect{stroke:var(--edge)}
.lineage .label{fill:var(--text);font-size:13px;font-weight:600}
.lineage .port .label{fill:var(--ink)}
.lineage .note{fill:var(--quiet);font-size:12px}
.lineage .dot{fill:var(--edge)}
.lineage .edge{fill:none;stroke:var(--quiet);stroke-width:1.5;opacity:.75}
.lineage .further{stroke-dasharray:5 4}
.lineage marker path{fill:var(--quiet)}
.lineage .dim{opacity:.2}
.tree ul{padding-left:1.3rem}
.tree li{margin-top:.35rem}
`;

/** The style of everything on the page below the banner. */
export const PART_STYLE = [CARDS, TABLE, FOLDS, DIFFS, LINEAGE].join("\n");
