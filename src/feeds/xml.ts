const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
/** Marks to escape, and characters to leave out: those that XML 1.0 forbids, and the noncharacters that it discourages. */
const SPECIAL = /[&<>"]|[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]|\p{Noncharacter_Code_Point}/gu;

/** Escapes a text for an element or a quoted attribute; characters that XML forbids are left out. */
export function escapeXml(text: string): string {
  return text.replace(SPECIAL, (sign) => ENTITIES[sign] ?? '');
}

/**
 * An element as XML.
 * @param content text, which is escaped, or lines of XML that are nested
 */
export function element(
  name: string,
  content: string | readonly string[] = [],
  attributes: Readonly<Record<string, string>> = {},
): string {
  const opened = [
    name,
    ...Object.entries(attributes).map(([key, value]) => `${key}="${escapeXml(value)}"`),
  ].join(' ');
  if (typeof content === 'string') return `<${opened}>${escapeXml(content)}</${name}>`;
  return content.length === 0 ? `<${opened}/>` : `<${opened}>\n${content.join('\n')}\n</${name}>`;
}

/** A whole XML file. */
export function xmlFile(root: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${root}\n`;
}
