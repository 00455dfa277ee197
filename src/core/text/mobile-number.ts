/** Mobile numbers of the Chinese mainland, also when set in groups; never inside longer figures or names. */
const MOBILE = /(?<![\dA-Za-z])(?:\+?86[- ]?)?(1[3-9]\d)[- —]?(\d{4})[- —]?(\d{4})(?![\dA-Za-z])/gu;

/** The mobile numbers in a text, as eleven figures each. */
export function mobileNumbers(text: string): string[] {
  return [...text.matchAll(MOBILE)].map(([, head, middle, tail]) => `${head}${middle}${tail}`);
}
