export { MARKER, markerStart } from "./marker";
export { DEFAULT_LIMIT, renderMarkdown, type MarkdownOptions } from "./render-markdown";
