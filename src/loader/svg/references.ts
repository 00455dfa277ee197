import { decodeAddress } from '#core/text/decode-address.ts';
import { HREF_TARGETS, REFERENCES } from './vocabulary.ts';
import { SvgError } from './svg-error.ts';
import type { Shape } from './shapes.ts';
import { idsIn, replaceIds } from './values.ts';

/** A reference from one shape to another, and its kind. */
interface Use {
  target: Shape;
  by: 'use' | 'paint' | 'marker' | 'effect';
}

/** The cost of drawing a shape. */
interface Cost {
  shapes: number;
  /** Vertices: a marker is drawn at each. */
  corners: number;
  /** Length of the longest chain of references, and the number of `<use>` elements in it. */
  chain: number;
  uses: number;
}

/** Shapes after expanding references: limits the work of the browser. */
const MAX_SHAPES_DRAWN = 20_000;
const MAX_REFERENCE_CHAIN = 10;
const MAX_NESTED_USES = 3;
const EXPAND_FIX = '在绘图软件里“取消链接克隆”“扩展外观”后另存，或存成 PNG';

/** The shapes below a shape, itself first, in the order of the document. */
export function shapesBelow(shape: Shape): Shape[] {
  const all = [shape];
  for (const child of shape.children) if (typeof child !== 'string') all.push(...shapesBelow(child));
  return all;
}

/**
 * Resolves every reference, numbers the referenced shapes in document order (`i1`, `i2`), and removes
 * references without a target.
 * @returns the new id of each referenced shape
 * @throws SvgError if a drawing contains itself, or expands beyond the limits
 */
export function bindReferences(root: Shape): Map<Shape, string> {
  const shapes = shapesBelow(root);
  const byId = new Map<string, Shape>();
  for (const shape of shapes) if (shape.id !== undefined && !byId.has(shape.id)) byId.set(shape.id, shape);
  const find = (id: string) => byId.get(id) ?? byId.get(decodeAddress(id));
  const used = new Map<Shape, Use[]>();
  const named = new Set<Shape>();
  for (const shape of shapes) {
    const uses: Use[] = [];
    const targets = HREF_TARGETS.get(shape.name);
    if (shape.href !== undefined && targets) {
      const target = find(shape.href);
      if (target && targets.has(target.name)) {
        uses.push({ target, by: shape.name === 'use' ? 'use' : 'effect' });
      } else {
        throw SvgError.at(shape.line, `的 <${shape.name}> 引用的图形不在图里，或不能这样用`);
      }
    }
    for (const [attribute, value] of shape.attributes) {
      const [id] = idsIn(value);
      const allowed = REFERENCES.get(attribute);
      if (id === undefined || !allowed) continue;
      const target = find(id);
      if (target && allowed.has(target.name)) uses.push({ target, by: kindOf(attribute, target) });
      else dropReference(shape, attribute, value);
    }
    for (const { target } of uses) named.add(target);
    for (const [attribute, ids] of shape.labels) {
      const found = ids.filter((id) => find(id) !== undefined);
      for (const id of found) named.add(find(id) as Shape);
      shape.labels.set(attribute, found);
    }
    used.set(shape, uses);
  }
  measure(root, used);
  const ids = new Map<Shape, string>();
  for (const shape of shapes) if (named.has(shape)) ids.set(shape, `i${ids.size + 1}`);
  const newId = (id: string) => ids.get(find(id) as Shape) ?? '';
  for (const shape of shapes) {
    if (shape.href !== undefined) shape.href = newId(shape.href);
    for (const [attribute, value] of shape.attributes) {
      if (REFERENCES.has(attribute) && idsIn(value).length > 0) {
        shape.attributes.set(
          attribute,
          replaceIds(value, (id) => `url(#${newId(id)})`),
        );
      }
    }
    for (const [attribute, list] of shape.labels) shape.labels.set(attribute, list.map(newId));
  }
  return ids;
}

/** Replaces a reference without a target by what browsers draw instead: the fallback colour, or nothing. */
function dropReference(shape: Shape, attribute: string, value: string): void {
  const rest = replaceIds(value, () => '').trim();
  if (rest !== '') shape.attributes.set(attribute, rest);
  else if (attribute === 'fill' || attribute === 'stroke') shape.attributes.set(attribute, 'none');
  else shape.attributes.delete(attribute);
}

function kindOf(attribute: string, { name }: Shape): Use['by'] {
  if (attribute.startsWith('marker')) return 'marker';
  return name === 'pattern' ? 'paint' : 'effect';
}

/** Counts the shapes drawn after expanding references: a few lines must not become a million shapes. */
function measure(root: Shape, used: ReadonlyMap<Shape, Use[]>): void {
  const known = new Map<Shape, Cost | 'begun'>();
  const costOf = (shape: Shape, chain: number): Cost => {
    const before = known.get(shape);
    if (before === 'begun') throw SvgError.at(shape.line, `的 <${shape.name}> 引用了自己`, EXPAND_FIX);
    if (before) return before;
    known.set(shape, 'begun');
    const total: Cost = { shapes: 1, corners: cornersOf(shape), chain: 0, uses: 0 };
    const add = (more: Cost, times = 1) => {
      total.shapes += more.shapes * times;
      total.corners += more.corners * times;
      total.chain = Math.max(total.chain, more.chain);
      total.uses = Math.max(total.uses, more.uses);
    };
    for (const child of shape.children) if (typeof child !== 'string') add(costOf(child, chain));
    const uses = used.get(shape) ?? [];
    // Content first: paint and markers are drawn for each shape in it.
    for (const by of ['use', 'effect', 'paint', 'marker']) {
      for (const use of uses) {
        if (use.by !== by) continue;
        const inner = chain < MAX_REFERENCE_CHAIN ? costOf(use.target, chain + 1) : undefined;
        const isGradient = use.target.name.endsWith('Gradient');
        const chainLength = (inner?.chain ?? MAX_REFERENCE_CHAIN) + 1;
        const useCount = (inner?.uses ?? 0) + (by === 'use' ? 1 : 0);
        if (!inner || chainLength > MAX_REFERENCE_CHAIN || useCount > MAX_NESTED_USES) {
          throw SvgError.at(shape.line, '的引用套了太多层', EXPAND_FIX);
        }
        const times = by === 'paint' ? total.shapes : by === 'marker' ? Math.max(1, total.corners) : 1;
        const cost = isGradient ? { shapes: 0, corners: 0 } : inner;
        add({ ...cost, chain: chainLength, uses: useCount }, times);
      }
    }
    if (total.shapes > MAX_SHAPES_DRAWN) {
      throw SvgError.at(shape.line, `的图形展开后超过 ${MAX_SHAPES_DRAWN} 个`, EXPAND_FIX);
    }
    known.set(shape, total);
    return total;
  };
  costOf(root, 0);
}

function cornersOf({ attributes }: Shape): number {
  const data = attributes.get('d') ?? attributes.get('points') ?? '';
  return Math.ceil((data.match(/\d+/gu)?.length ?? 0) / 2);
}
