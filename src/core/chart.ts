/** One bar of a chart. */
export interface Bar {
  label: string;
  value: number;
  /** The number as printed: `4209.0`. */
  printed: string;
}

/**
 * Parses the data of a bar chart, `计划投资 4209.0；完成投资 4122.0`.
 * @returns the bars in order, or undefined if a part is not a name and a non-negative number
 */
export function parseBars(data: string): Bar[] | undefined {
  const bars: Bar[] = [];
  for (const part of data.split(/[；;]/u)) {
    if (part.trim() === '') continue;
    const [, label, printed = ''] = /^\s*(\S.*?)[\s：:]+(\d+(?:\.\d+)?)\s*$/u.exec(part) ?? [];
    if (!label) return undefined;
    bars.push({ label, printed, value: Number(printed) });
  }
  return bars.length > 0 ? bars : undefined;
}
