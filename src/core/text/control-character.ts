/**
 * Characters that no page may hold: control characters but tab and line feed, the separators U+2028 and
 * U+2029, marks that turn the direction of what follows, noncharacters, halves of surrogate pairs.
 */
const CONTROL = /[^\P{Cc}\t\n]|[\u2028\u2029\u202A-\u202E\u2066-\u2069\p{Cs}\p{Noncharacter_Code_Point}]/u;
const EACH = new RegExp(CONTROL.source, 'gu');

/** The first such character of a text, by its name: `U+0007`; undefined where there is none. */
export function controlCharacter(text: string): string | undefined {
  const found = CONTROL.exec(text)?.[0];
  return found === undefined ? undefined : nameOf(found);
}

/** Which lines of a text hold one, counted from 0, and which it is. */
export function controlCharacterLines(text: string): { line: number; name: string }[] {
  if (!CONTROL.test(text)) return [];
  return text.split('\n').flatMap((each, line) => {
    const name = controlCharacter(each);
    return name === undefined ? [] : [{ line, name }];
  });
}

/** The finding that a line has one. */
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
 * A text for a terminal or a report: what would move the cursor, turn the text or begin a line is written
 * out, `\u001b`.
 * @param keepLines whether a line feed stays one
 */
export function escapeControls(text: string, keepLines = false): string {
  const escaped = text.replace(EACH, escapeOf).replaceAll('\t', keepLines ? '\t' : '\\u0009');
  return keepLines ? escaped : escaped.replaceAll('\n', '\\u000a');
}

/** JSON for a program or a terminal: control characters that JSON itself leaves are escaped too. */
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
