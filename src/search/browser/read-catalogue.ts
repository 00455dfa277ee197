import type { Catalogue } from '../shared/catalogue.ts';
import { LoadError, loadJson } from './load.ts';

/** The catalogue is the one file of the index that has to be asked for each time. */
export async function readCatalogue(folder: string, fresh: boolean, loaded?: Catalogue): Promise<Catalogue> {
  const address = `${folder}catalogue.json`;
  const catalogue = loaded ?? (await loadJson<Catalogue>(address, { cache: fresh ? 'reload' : 'no-cache' }));
  if (!catalogue?.release || !Array.isArray(catalogue.segments)) throw new LoadError('damaged', address);
  return catalogue;
}
