import { UnreadableError } from '../../manuscript.ts';

/** A part of a MIME message that is not a container. */
export interface MimePart {
  /** Lower case: `text/html`. */
  type: string;
  charset?: string;
  /** Address of the file that was saved. */
  location?: string;
  /** Content-ID without brackets; texts refer to it as `cid:…`. */
  id?: string;
  bytes: Buffer;
}

/** Limits against hostile files: number of parts, and levels of nesting. */
const MAX_PARTS = 3000;
const MAX_DEPTH = 5;

/**
 * Splits a MIME message (RFC 2045, 2046) into its parts, in order. The text is Latin-1, one character a byte.
 * @throws UnreadableError if it has too many parts, or is nested too deep
 */
export function mimeParts(message: string, depth = 0): MimePart[] {
  if (depth > MAX_DEPTH) throw tooManyError();
  const end = /\r?\n\r?\n/u.exec(message);
  if (!end) return [];
  const headers = headersOf(message.slice(0, end.index));
  const content = message.slice(end.index + end[0].length);
  const contentType = headers.get('content-type') ?? 'text/plain';
  const type = /^[^;\s]*/u.exec(contentType)?.[0].toLowerCase() ?? '';
  const boundary = parameterOf(contentType, 'boundary');
  if (type.startsWith('multipart/') && boundary) {
    const pieces = `\n${content}`.split(`\n--${boundary}`).slice(1);
    if (pieces.length > MAX_PARTS) throw tooManyError();
    return pieces
      .filter((piece) => !piece.startsWith('--'))
      .flatMap((piece) => mimeParts(piece.replace(/^[ \t]*\r?\n/u, ''), depth + 1));
  }
  const [charset, location] = [parameterOf(contentType, 'charset'), headers.get('content-location')];
  const id = /<([^<>]+)>/u.exec(headers.get('content-id') ?? '')?.[1];
  return [
    {
      type,
      bytes: decodedContent(content, headers.get('content-transfer-encoding')),
      ...(charset && { charset: charset.toLowerCase() }),
      ...(location && { location }),
      ...(id && { id }),
    },
  ];
}

/** Headers by lower-case name; folded lines are joined. */
function headersOf(text: string): Map<string, string> {
  const out = new Map<string, string>();
  for (const line of text.replace(/\r?\n[ \t]+/gu, ' ').split(/\r?\n/u)) {
    const [, name, value] = /^([A-Za-z-]+):[ \t]*(.*)$/u.exec(line) ?? [];
    if (name && value !== undefined && !out.has(name.toLowerCase())) {
      out.set(name.toLowerCase(), value.trim());
    }
  }
  return out;
}

function parameterOf(header: string, name: string): string | undefined {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, 'iu').exec(header);
  return found?.[1] ?? found?.[2];
}

function decodedContent(content: string, encoding = '7bit'): Buffer {
  switch (encoding.toLowerCase()) {
    case 'base64':
      return Buffer.from(content, 'base64');
    case 'quoted-printable':
      return Buffer.from(
        content
          .replace(/[ \t]+$/gmu, '')
          .replace(/=\r?\n/gu, '')
          .replace(/=([0-9A-F]{2})/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
        'latin1',
      );
    default:
      return Buffer.from(content, 'latin1');
  }
}

function tooManyError(): UnreadableError {
  return new UnreadableError(
    '网页存档里的文件多得不像一篇文章',
    '用浏览器打开它，复制文章正文，存成 .txt 再导入',
  );
}
