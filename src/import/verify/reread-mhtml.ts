/**
 * Finds the page in an MHTML file a second time, without the reader: the text between the headers of the
 *first HTML part and the next boundary.
 */
export function pageInMhtml(bytes: Uint8Array): string {
  const text = new TextDecoder('latin1').decode(bytes).replaceAll('\r\n', '\n');
  const start = /(?:^|\n)Content-Type:\s*text\/html/iu.exec(text);
  if (!start) return '';
  const headersFrom = text.lastIndexOf('\n--', start.index);
  const headersTo = text.indexOf('\n\n', start.index);
  const headers = text.slice(headersFrom, headersTo);
  const boundary = /^\n(--[^\n]*?)[ \t]*\n/u.exec(headers)?.[1] ?? '\0';
  const end = text.indexOf(`\n${boundary}`, headersTo);
  const content = text.slice(headersTo + 2, end < 0 ? undefined : end);
  const charset = /charset\s*=\s*"?([\w-]+)/iu.exec(headers)?.[1];
  const raw = bytesOf(content, /Content-Transfer-Encoding:\s*(\S+)/iu.exec(headers)?.[1]?.toLowerCase());
  const named = /charset\s*=\s*["']?([\w-]+)/iu.exec(raw.subarray(0, 4096).toString('latin1'))?.[1];
  return decoded(raw, [charset, 'utf-8', named, 'gb18030']);
}

function bytesOf(content: string, encoding: string | undefined): Buffer {
  if (encoding === 'base64') return Buffer.from(content, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(content, 'latin1');
  const [first = '', ...rest] = content.replace(/=[ \t]*\n/gu, '').split('=');
  const pieces = rest.map((piece) => {
    const code = piece.slice(0, 2);
    return /^[0-9A-F]{2}$/iu.test(code)
      ? String.fromCharCode(Number(`0x${code}`)) + piece.slice(2)
      : `=${piece}`;
  });
  return Buffer.from(first + pieces.join(''), 'latin1');
}

/** Decodes with the first encoding that decodes all bytes. */
function decoded(raw: Buffer, encodings: (string | undefined)[]): string {
  for (const encoding of encodings) {
    try {
      if (encoding !== undefined) return new TextDecoder(encoding, { fatal: true }).decode(raw);
    } catch (error) {
      // An unknown encoding, or bytes that it cannot decode.
      if (!(error instanceof RangeError || error instanceof TypeError)) throw error;
    }
  }
  return raw.toString('latin1');
}
