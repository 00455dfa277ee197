/** Typst code that evaluates to content. Only the functions of this file and constants of the writer make it. */
export type TypstCode = string;

/** Characters that a string literal of Typst cannot hold as they are. */
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

/** An array; the comma makes it one, also with one element. */
export function array(parts: readonly TypstCode[]): TypstCode {
  return `(${parts.map((part) => `${part}, `).join('')})`;
}

function argument(value: Exclude<Argument, undefined>): TypstCode {
  if (typeof value === 'string') return literal(value);
  return typeof value === 'object' ? value.code : String(value);
}
