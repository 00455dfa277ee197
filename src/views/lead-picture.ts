/**
 * Maximum characters before a picture that is still in the first screen of a phone, and of a wide window. The
 * estimate is generous: a picture just below the first screen is seen soon.
 */
const MAX_BEFORE = 300;
const LAZY_PICTURE = /<img (?:[^">]|"[^"]*")*?loading="lazy"/u;
const TAG = /<(?:[^">]|"[^"]*")*>/gu;

/**
 * Makes the browser load the first picture of a finished body eagerly and with high priority, if it is in the first
 * screen; for articles without a cover.
 */
export function leadPictureFirst(html: string): string {
  const found = LAZY_PICTURE.exec(html);
  if (!found) return html;
  const before = html.slice(0, found.index).replace(TAG, '').trim();
  if (before.length > MAX_BEFORE) return html;
  const [picture] = found;
  const first = picture.replace(/loading="lazy"$/u, 'loading="eager" fetchpriority="high"');
  return html.slice(0, found.index) + first + html.slice(found.index + picture.length);
}
