/**
 * Characters that no page may contain: control characters except tab and line feed, the separators U+2028 and
 * U+2029, bidirectional controls, noncharacters, lone surrogates.
 */
const CONTROL = /[^\P{Cc}\t\n]|[\u2028\u2029\u202A-\u202E\u2066-\u2069\p{Cs}\p{Noncharacter_Code_Point}]/u;
const EACH = new RegExp(CONTROL.source, 'gu');

/** The code point of the first such character in a text, `U+0007`; undefined if there is none. */
export function controlCharacter(text: string): string | undefined {
  const found = CONTROL.exec(text)?.[0];
  return found === undefined ? undefined : nameOf(found);
}

/** The lines of a text with such a character, counted from 0, with its code point. */
export function controlCharacterLines(text: string): { line: number; name: string }[] {
  if (!CONTROL.test(text)) return [];
  return text.split('\n').flatMap((each, line) => {
    const name = controlCharacter(each);
    return name === undefined ? [] : [{ line, name }];
  });
}

/** The finding for such a character. */
export function controlCharacterFinding(name: string, line: number) {
  return {
    rule: 'control-character' as const,
    line,
    column: 1,
    problem: `这里有看不见的控制字符 ${name}`,
    fix: '删去；看不见的话，把这一行重新打一遍',
  };
}

/**
 * Escapes control characters (`\u001b`) for a terminal or a report, so that a text cannot move the cursor,
 * change the direction or begin a new line.
 * @param keepLines whether line feeds and tabs stay
 */
export function escapeControls(text: string, keepLines = false): string {
  const escaped = text.replace(EACH, escapeOf).replaceAll('\t', keepLines ? '\t' : '\\u0009');
  return keepLines ? escaped : escaped.replaceAll('\n', '\\u000a');
}

/** Formats JSON and also escapes the control characters that `JSON.stringify` leaves. */
export function jsonText(value: unknown): string {
  return escapeControls(JSON.stringify(value, null, 2), true);
}

function escapeOf(sign: string): string {
  return sign
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}

function nameOf(sign: string): string {
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
