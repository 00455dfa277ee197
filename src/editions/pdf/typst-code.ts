/** Typst code that evaluates to content. Create it only with the functions of this file or from constants. */
export type TypstCode = string;

/** Characters that must be escaped in a string literal of Typst. */
const ESCAPED = /[\\"]|\p{Cc}/gu;

/** A string literal: whatever the text is, Typst prints it and never runs it. */
export function literal(text: string): TypstCode {
  const escaped = text.toWellFormed().replaceAll(ESCAPED, (character) => {
    if (character === '\\' || character === '"') return `\\${character}`;
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
  });
  return `"${escaped}"`;
}

/** A value as an argument: strings become literals. */
export type Argument = string | number | boolean | undefined | { code: TypstCode };

/** The call of a function of the template; named arguments that are undefined are left out. */
export function call(
  name: string,
  named: Readonly<Record<string, Argument>>,
  ...content: TypstCode[]
): TypstCode {
  const written = Object.entries(named).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${argument(value)}`],
  );
  return `${name}(${[...written, ...content].join(', ')})`;
}

/** Content one after another. */
export function sequence(parts: readonly TypstCode[]): TypstCode {
  return parts.length === 0 ? '[]' : `{\n${parts.join('\n')}\n}`;
}

/** Content that links can lead to. */
export function labelled(content: TypstCode, name: string): TypstCode {
  return `[#${content}#label(${literal(name)})]`;
}

/** An array; the trailing comma is needed for an array of one element. */
export function array(parts: readonly TypstCode[]): TypstCode {
  return `(${parts.map((part) => `${part}, `).join('')})`;
}

function argument(value: Exclude<Argument, undefined>): TypstCode {
  if (typeof value === 'string') return literal(value);
  return typeof value === 'object' ? value.code : String(value);
}
