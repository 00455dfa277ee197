import type { Element } from 'hast';

/** Whether an element is hidden by its attributes or inline style. */
export function isHidden({ properties }: Element): boolean {
  if (properties.hidden !== undefined && properties.hidden !== false && properties.hidden !== null)
    return true;
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/iu.test(
    styleOf(properties),
  );
}

export function isCentered({ tagName, properties }: Element): boolean {
  if (tagName === 'center' || tagName === 'figcaption') return true;
  return (
    String(properties.align ?? '').toLowerCase() === 'center' ||
    /(?:^|;)\s*text-align\s*:\s*center/iu.test(styleOf(properties))
  );
}

export function isBold({ tagName, properties }: Element): boolean {
  if (tagName === 'strong' || tagName === 'b') return true;
  return /(?:^|;)\s*font-weight\s*:\s*(?:bold|[6-9]00)/iu.test(styleOf(properties));
}

const FONT_SIZE =
  /(?:^|;)\s*font-size\s*:\s*(\d{1,4}(?:\.\d{1,4})?)\s*(px|pt|em|rem|%)?\s*(?:!important\s*)?(?:;|$)/iu;
const PIXELS_PER_POINT = 4 / 3;
const ROOT_SIZE = 16;

/**
 * Font size in pixels from the inline style; undefined if it has none that is a number.
 * @param inherited in pixels
 */
export function fontSizeOf({ properties }: Element, inherited = ROOT_SIZE): number | undefined {
  const [, number, unit = 'px'] = FONT_SIZE.exec(styleOf(properties)) ?? [];
  if (number === undefined) return undefined;
  const factors: Record<string, number> = {
    px: 1,
    pt: PIXELS_PER_POINT,
    em: inherited,
    rem: ROOT_SIZE,
    '%': inherited / 100,
  };
  return Number(number) * (factors[unit.toLowerCase()] ?? 1);
}

/** Colour from the inline style, as typed, without white space. */
export function colourOf({ properties }: Element): string | undefined {
  const colour = /(?:^|;)\s*color\s*:\s*([^;]{3,40})/iu.exec(styleOf(properties))?.[1];
  return colour?.replace(/\s|!important/giu, '').toLowerCase();
}

function styleOf(properties: Element['properties']): string {
  return typeof properties.style === 'string' ? properties.style : '';
}
