import type { Measurement } from './measurements.ts';
import { RUN_LABELS, TOOL_LABELS } from './labels.ts';
import { type Machine, machineLine } from '../lib/machine.ts';

const WIDTH = 860;
const LEFT = 350;
const BAR = 16;
const STEP = 24;
const HEAD = 72;
const COLOURS = { ours: '#a3222b', peer: '#8a8f98', index: 0.55 };

/** An SVG for the README: bars of wall time for each number of articles, with the index in a lighter colour. */
export function timeChart(rows: Measurement[], machine: Machine): string {
  const counts = [...new Set(rows.map(({ articles }) => articles))];
  const groups = counts.map((articles) => rows.filter((row) => row.articles === articles));
  const parts: string[] = [];
  let y = HEAD;
  for (const group of groups) {
    const longest = Math.max(...group.map(({ wall }) => wall));
    const scale = (seconds: number) => Number(((seconds / longest) * (WIDTH - LEFT - 80)).toFixed(1));
    parts.push(`<text x="20" y="${y + 14}" font-weight="bold">${group[0]?.articles} 篇稿件</text>`);
    y += STEP;
    for (const { tool, run, wall, indexWall } of group) {
      const colour = tool === 'ours' ? COLOURS.ours : COLOURS.peer;
      const [pages, index] = [scale(wall - indexWall), scale(indexWall)];
      parts.push(
        `<text x="${LEFT - 10}" y="${y + 13}" text-anchor="end">${TOOL_LABELS[tool]}，${RUN_LABELS[run]}</text>`,
        `<rect x="${LEFT}" y="${y}" width="${pages}" height="${BAR}" fill="${colour}"/>`,
        `<rect x="${LEFT + pages}" y="${y}" width="${index}" height="${BAR}" fill="${colour}" fill-opacity="${COLOURS.index}"/>`,
        `<text x="${Number((LEFT + pages + index + 6).toFixed(1))}" y="${y + 13}">${wall.toFixed(1)} 秒</text>`,
      );
      y += STEP;
    }
    y += STEP / 2;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${y}" viewBox="0 0 ${WIDTH} ${y}" font-family="sans-serif" font-size="13" fill="#222" role="img" aria-labelledby="t">
<title id="t">生成网站和检索要多少秒</title>
<rect width="100%" height="100%" fill="#fff"/>
<text x="20" y="28" font-size="16" font-weight="bold">生成网站和检索要多少秒（越短越好）</text>
<text x="20" y="50" fill="#666">深色是页面，浅色是页面之后的检索。${machineLine(machine)}</text>
${parts.join('\n')}
</svg>
`;
}
