/** Terraform's text without the frame and the line breaks that it adds. */
export const unwrapped = (text: string): string => text.replace(/\n│ ?/g, " ").replace(/\s+/g, " ");
