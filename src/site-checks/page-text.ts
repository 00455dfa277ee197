/** Elements whose text is separate from the text around it. */
const BLOCKS =
  'address|article|aside|blockquote|br|button|caption|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]|head|header|hr|label|legend|li|main|nav|ol|option|p|pre|script|section|select|style|table|tbody|td|text|th|thead|title|tr|ul';
const BLOCK = new RegExp(`</?(?:${BLOCKS})\\b[^>]*>`, 'giu');
const TAG = /<[^>]*>/gu;
/** Attributes that readers see, hear, or follow. */
const PRINTED = /\s(?:alt|aria-label|content|href|placeholder|title|value)="([^"]*)"/gu;
/** The hash in the address of a picture: it may look like a number of a person. */
const PICTURE_HASH = /(?<=\/pictures\/)[0-9a-f]{12}(?=[-.])/gu;
const REFERENCES = /\s(?:action|href|poster|src|srcset)="([^"]+)"/gu;

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
};

/**
 * The text of an HTML page, XML or JSON file, blocks separated by line breaks, then that of its attributes. The
 * hashes of pictures are left out.
 */
export function printedText(written: string): string {
  const markup = written.replace(PICTURE_HASH, '');
  const attributes = [...markup.matchAll(PRINTED)].map(([, value = '']) => value);
  return decoded([markup.replace(BLOCK, '\n').replace(TAG, ''), ...attributes].join('\n'));
}

/** The addresses that a page refers to, as written, without duplicates. */
export function referencesIn(html: string): string[] {
  const found = new Set<string>();
  for (const [attribute, value = ''] of html.matchAll(REFERENCES)) {
    const addresses = attribute.startsWith(' srcset')
      ? value.split(',').map((each) => each.trim().split(' ')[0] ?? '')
      : [value];
    for (const address of addresses) found.add(address);
  }
  return [...found].map(decoded);
}

function decoded(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/giu, (whole, decimal, hexadecimal, name) => {
    if (name !== undefined) return NAMED[String(name)] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal);
    return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
  });
}
