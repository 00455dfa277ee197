import { UnreadableError } from '../../manuscript.ts';
import { decodeAs, type DecodedText, type Encoding } from '../decode-text.ts';
import { decodeHtml, NAMED_ENCODINGS } from '../read-html.ts';
import { type MimePart, mimeParts } from './mime-parts.ts';

/** A page saved as one file: `.mhtml`, `.mht`. */
export interface SavedPage {
  html: string;
  /** Its pictures by the addresses that the page uses. */
  attached: Map<string, Uint8Array>;
}

/**
 * Reads a web page saved as one file (MHTML, RFC 2557), by a browser, Word or WPS.
 * @throws UnreadableError if it has no page
 */
export function openMhtml(bytes: Uint8Array): SavedPage {
  const parts = mimeParts(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));
  const page = parts.find(({ type }) => type === 'text/html');
  if (!page) {
    throw new UnreadableError(
      '网页存档里没有网页，可能没有存完整',
      '用浏览器打开原来的网页，再存一次：“另存为—网页，全部”',
    );
  }
  return { html: decodePage(page).text, attached: picturesOf(parts, page.location) };
}

function decodePage({ bytes, charset }: MimePart): DecodedText {
  const encoding: Encoding | undefined = NAMED_ENCODINGS[charset ?? ''];
  return (encoding && decodeAs(bytes, encoding)) ?? decodeHtml(bytes);
}

function picturesOf(parts: MimePart[], base: string | undefined): Map<string, Uint8Array> {
  const out = new Map<string, Uint8Array>();
  const folder = base?.slice(0, base.lastIndexOf('/') + 1);
  for (const { type, location, id, bytes } of parts) {
    if (!type.startsWith('image/')) continue;
    if (id !== undefined) out.set(`cid:${id}`, bytes);
    if (location === undefined) continue;
    out.set(location, bytes);
    if (folder && location.startsWith(folder)) out.set(location.slice(folder.length), bytes);
  }
  return out;
}
