import { markdownFile, type PeerBulletin, put } from './peer-content.ts';

/** Writes a bulletin as Hugo reads it; its templates are in scripts/bench/peers/hugo. */
export async function writeHugo(dir: string, { data, articles, pictures }: PeerBulletin): Promise<void> {
  const page = (name: string, front: Record<string, unknown>, body = '') =>
    put(dir, `content/${name}.md`, markdownFile(front, body));
  await put(dir, 'data/years.json', JSON.stringify(data.years));
  await put(dir, 'data/categories.json', JSON.stringify(data.kinds[0]?.entries));
  await put(dir, 'data/latest.json', JSON.stringify({ id: data.issues[0]?.id }));
  await page('issues/_index', { title: '往期' });
  await page('issues/latest', { title: '最新一期', type: 'latest' });
  for (const [at, issue] of data.issues.entries()) {
    await page(`issues/${issue.id}/_index`, {
      title: issue.label,
      type: 'issue',
      ofYear: issue.year,
      serial: issue.serial,
      weight: issue.serial,
      previous: data.issues[at + 1]?.id,
      next: data.issues[at - 1]?.id,
    });
  }
  for (const [at, year] of data.years.entries()) {
    await page(`issues/${year}/_index`, {
      title: `${year}年`,
      type: 'year',
      year,
      previous: data.years[at + 1]?.toString(),
      next: data.years[at - 1]?.toString(),
    });
  }
  for (const { kind, title, entries } of data.kinds) {
    await page(`${kind}/_index`, { title });
    for (const { id, name, ...facts } of entries)
      await page(`${kind}/${id}/_index`, { title: name, ...facts });
  }
  await page('about', { title: '关于' }, '为测速而造。');
  await page('search', { title: '检索' });
  for (const { issue, slug, front, body } of articles) {
    const [category] = front.categories;
    await page(`issues/${issue}/${slug}`, { ...front, category }, body);
  }
  for (const [name, bytes] of pictures) await put(dir, `assets/pictures/${name}`, bytes);
}
