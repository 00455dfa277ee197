import { ROLES } from './schema/article.ts';

export type Role = (typeof ROLES)[number];

/** One name of a byline; role 作者 means that none is printed. */
export interface Person {
  name: string;
  role: Role;
  org?: string;
}

/**
 * Reads the shorthand `记者 甲某、乙某；通讯员 丙某`: groups parted by ；, each a role and its names
 * parted by 、. A group without a role is 作者.
 * @returns the people, or undefined where the text is not of this form
 */
export function parseByline(text: string): Person[] | undefined {
  const people: Person[] = [];
  for (const group of text.split(/[；;]/u)) {
    const words = group
      .trim()
      .split(/[\s：:]+/u)
      .filter(Boolean);
    const role = ROLES.find((known) => known === words[0]);
    const rest = role ? words.slice(1).join(' ') : words.join(' ');
    const names = rest.split(/[、,，]/u).map((name) => name.trim());
    if (names.some((name) => name === '' || /\s/u.test(name))) return undefined;
    for (const name of names) people.push({ name, role: role ?? '作者' });
  }
  return people;
}
