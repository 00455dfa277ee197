import type { Root } from 'hast';
import { Parser } from 'htmlparser2';
import { visit } from 'unist-util-visit';
import { allText } from '../page-reading.ts';

/** What the scripts of a WeChat page say about its article. */
export interface ScriptValues {
  title?: string;
  nickname?: string;
  /** `2022-09-27 07:50`, in Beijing. */
  published?: string;
  url?: string;
  sourceUrl?: string;
}

/** `var ct = "1664236200";`, `var msg_title = '…'.html(false);`, `nickname: htmlDecode("…")` */
const VALUE =
  /(?:^|[\s;,{.])(ct|oriCreateTime|createTime|nickname|msg_title|msg_link|msg_source_url)\s*[=:]\s*(?:htmlDecode\s*\(\s*)?(?:"([^"\n]{0,600})"|'([^'\n]{0,600})')/gu;
/** Seconds by which the time in Beijing is ahead of UTC. */
const BEIJING_SECONDS = 8 * 3600;

/** Reads values from the text of the scripts; runs nothing. The first value of a name counts. */
export function readScriptValues(tree: Root): ScriptValues {
  const values = new Map<string, string>();
  visit(tree, 'element', (element) => {
    if (element.tagName !== 'script') return;
    for (const [, name = '', double, single] of allText(element).matchAll(VALUE)) {
      const value = unescaped(double ?? single ?? '').trim();
      if (value !== '' && !values.has(name)) values.set(name, value);
    }
  });
  const address = (name: string) => {
    const value = values.get(name);
    return value !== undefined && /^https?:\/\/\S+$/u.test(value) ? value : undefined;
  };
  const [published, url, sourceUrl] = [publishedIn(values), address('msg_link'), address('msg_source_url')];
  const [title, nickname] = [values.get('msg_title'), values.get('nickname')];
  return {
    ...(title && { title }),
    ...(nickname && { nickname }),
    ...(published && { published }),
    ...(url && { url }),
    ...(sourceUrl && { sourceUrl }),
  };
}

function publishedIn(values: Map<string, string>): string | undefined {
  const printed = values.get('createTime');
  if (printed !== undefined && /^\d{4}-\d{1,2}-\d{1,2}/u.test(printed)) return printed;
  const seconds = Number(values.get('ct') ?? values.get('oriCreateTime'));
  if (!Number.isInteger(seconds) || seconds <= 0) return undefined;
  return new Date((seconds + BEIJING_SECONDS) * 1000).toISOString().slice(0, 16).replace('T', ' ');
}

/** A JavaScript string's value, with HTML entities decoded: `\x26amp;`. */
function unescaped(text: string): string {
  const plain = text
    .replace(/\\x([0-9a-f]{2})/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\(.)/gu, '$1');
  let out = '';
  const parser = new Parser({
    ontext: (piece) => {
      out += piece;
    },
  });
  parser.end(plain.replaceAll('<', '&lt;'));
  return out;
}
