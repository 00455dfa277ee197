import { parseBars } from '#core/chart.ts';

interface ComponentRule {
  required: readonly string[];
  optional: readonly string[];
  /** A valid use. */
  example: string;
  /** The problem of the attributes' values, or undefined. */
  problem(attributes: Record<string, string>): string | undefined;
}

/** The components that an `.mdx` article may use; src/components/article/ implements them. */
export const ARTICLE_COMPONENTS: ReadonlyMap<string, ComponentRule> = new Map([
  [
    'BarChart',
    {
      required: ['caption', 'data'],
      optional: ['unit', 'source'],
      example:
        '<BarChart caption="投资进度" unit="亿元" data="计划投资 4209.0；完成投资 4122.0" source="省商务厅" />',
      problem: ({ data = '' }) => (parseBars(data) ? undefined : 'data 要写成“名称 数字；名称 数字”'),
    },
  ],
]);
