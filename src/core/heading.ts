/** A heading of a body, for its table of contents. */
export interface Heading {
  depth: number;
  id: string;
  text: string;
}
