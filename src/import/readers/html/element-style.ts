import type { Element } from 'hast';

/** Whether an element is hidden by its attributes or inline style. */
export function isHidden({ properties }: Element): boolean {
  if (properties.hidden !== undefined && properties.hidden !== false && properties.hidden !== null)
    return true;
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0+(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:!important\s*)?(?:;|$))/iu.test(
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

function styleOf(properties: Element['properties']): string {
  return typeof properties.style === 'string' ? properties.style : '';
}
