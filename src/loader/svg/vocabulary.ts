/** Allowlists for published drawings. `shapes.ts` refuses or leaves out everything else. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/u));

export const SVG = 'http://www.w3.org/2000/svg';
export const XLINK = 'http://www.w3.org/1999/xlink';
export const XML = 'http://www.w3.org/XML/1998/namespace';
export const XHTML = 'http://www.w3.org/1999/xhtml';

/** Elements whose text is drawn. */
export const TEXT_ELEMENTS = words('text tspan textPath');

/** Elements that describe a drawing. */
export const DESCRIPTION_ELEMENTS = words('title desc');

/** Elements that draw, or are referred to by drawing elements; none of them runs or loads anything. */
export const ELEMENTS = new Set([
  ...words('svg g defs symbol use path rect circle ellipse line polyline polygon'),
  ...words('linearGradient radialGradient stop clipPath mask pattern marker filter'),
  ...words('feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting'),
  ...words('feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR'),
  ...words('feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting'),
  ...words('feSpotLight feTile feTurbulence'),
  ...TEXT_ELEMENTS,
  ...DESCRIPTION_ELEMENTS,
]);

/** Chinese names of the refused elements that drawings are likely to contain. */
export const REFUSED_ELEMENTS: ReadonlyMap<string, string> = new Map([
  ['script', '脚本'],
  ['handler', '脚本'],
  ['listener', '脚本'],
  ['foreignObject', '网页内容'],
  ['iframe', '网页内容'],
  ['audio', '音频'],
  ['video', '视频'],
  ['animate', '动画'],
  ['animateColor', '动画'],
  ['animateMotion', '动画'],
  ['animateTransform', '动画'],
  ['set', '动画'],
  ['discard', '动画'],
  ['a', '链接'],
  ['image', '嵌入的图片'],
  ['feImage', '嵌入的图片'],
]);

/** Fixes for reasons that saving as plain SVG does not remove. */
export const FIXES_BY_REASON: ReadonlyMap<string, string> = new Map([
  ['嵌入的图片', '整张图存成 PNG 或 JPG'],
  ['链接', '在绘图软件里删去链接再存，或存成 PNG'],
]);

/** CSS properties that are also attributes. */
export const PRESENTATION = words(`
  alignment-baseline baseline-shift clip-path clip-rule color color-interpolation
  color-interpolation-filters color-rendering direction display dominant-baseline fill fill-opacity
  fill-rule filter flood-color flood-opacity font-family font-kerning font-size font-size-adjust
  font-stretch font-style font-variant font-weight glyph-orientation-horizontal
  glyph-orientation-vertical image-rendering letter-spacing lighting-color marker-end marker-mid
  marker-start mask mask-type opacity overflow paint-order shape-rendering stop-color stop-opacity
  stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit
  stroke-opacity stroke-width text-anchor text-decoration text-overflow text-rendering transform
  transform-box transform-origin unicode-bidi vector-effect visibility white-space word-spacing
  writing-mode`);

/** Geometry attributes that CSS can set. */
export const GEOMETRY = words('x y cx cy r rx ry width height');

/** CSS properties without an attribute; they stay in `style`. */
export const STYLE_ONLY = words(`
  background-color font font-feature-settings font-variant-caps font-variant-east-asian
  font-variant-ligatures font-variant-numeric isolation mix-blend-mode text-transform`);

/** CSS properties that would change the drawing and are not supported: refused. */
export const REFUSED_PROPERTIES = words(`
  all animation animation-name behavior content d mask-image offset-path rotate scale translate zoom`);

/** Attributes whose values are numbers, colours and keywords. */
export const ATTRIBUTES = new Set([
  ...PRESENTATION,
  ...GEOMETRY,
  ...words(`
  x1 y1 x2 y2 fx fy fr dx dy rotate textLength lengthAdjust startOffset method spacing side offset
  gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits patternTransform
  clipPathUnits maskUnits maskContentUnits markerUnits markerWidth markerHeight refX refY orient
  viewBox preserveAspectRatio pathLength points filterUnits primitiveUnits in in2 result stdDeviation
  mode values type operator k1 k2 k3 k4 radius scale xChannelSelector yChannelSelector order
  kernelMatrix divisor bias targetX targetY edgeMode preserveAlpha baseFrequency numOctaves seed
  stitchTiles surfaceScale diffuseConstant specularConstant specularExponent azimuth elevation z
  pointsAtX pointsAtY pointsAtZ limitingConeAngle tableValues slope intercept amplitude exponent
  kernelUnitLength role aria-hidden`),
]);

/** Attributes that hide an element in some programs only. */
export const CONDITIONS = words('requiredExtensions systemLanguage');

/** Attributes that can contain `url(#a)`, with the elements that each may refer to. */
export const REFERENCES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['fill', words('linearGradient radialGradient pattern')],
  ['stroke', words('linearGradient radialGradient pattern')],
  ['clip-path', words('clipPath')],
  ['mask', words('mask')],
  ['filter', words('filter')],
  ['marker-start', words('marker')],
  ['marker-mid', words('marker')],
  ['marker-end', words('marker')],
]);

/** Elements with `href`, with the elements that it may refer to. */
export const HREF_TARGETS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['use', words('svg g symbol use path rect circle ellipse line polyline polygon text tspan')],
  ['linearGradient', words('linearGradient radialGradient')],
  ['radialGradient', words('linearGradient radialGradient')],
  ['pattern', words('pattern')],
  ['textPath', words('path rect circle ellipse line polyline polygon')],
]);

/** CSS functions that return a colour, a length, a transform or a filter, and load nothing. */
export const FUNCTIONS = words(`
  rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix calc min max clamp
  matrix translate translatex translatey scale scalex scaley rotate skewx skewy
  blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia
  circle ellipse inset polygon`);
