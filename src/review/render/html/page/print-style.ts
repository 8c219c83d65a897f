/** On paper: no tools, nothing cut, colours kept where they mean something. */
export const PRINT_STYLE = `
@media print{
@page{margin:15mm}
body{background:none;font-size:10pt}
.toolbar,button,.keys{display:none!important}
.banner{border-bottom:0;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.pill,del,ins,.weight,.policy li{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.card,.rows tr,.resource{break-inside:avoid}
h2,h3,summary{break-after:avoid}
.stack{content-visibility:visible}
.scroll{overflow:visible}
.lineage{max-width:100%;height:auto}
.copy pre{white-space:pre-wrap;overflow-wrap:anywhere}
}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
`;
