import sharp from 'sharp';
import { encode } from 'uqr';
import { expect, it } from 'vitest';
import { qrCode } from '../../src/assets/qr-code.ts';

it('draws exactly the modules of the code, with four white ones around it', async () => {
  const address = 'https://bulletin.example/daokan/issues/2022-09/park-express-service/';
  const { size, path } = qrCode(address);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"><path stroke="#000" d="${path}"/></svg>`;
  const pixels = await sharp(Buffer.from(svg)).flatten({ background: '#fff' }).greyscale().raw().toBuffer();
  const drawn = Array.from({ length: size }, (_, y) =>
    Array.from({ length: size }, (_, x) => (pixels[y * size + x] ?? 255) < 128),
  );
  expect(drawn).toEqual(encode(address, { ecc: 'M', border: 4 }).data);
  const middle = drawn.slice(4, -4).map((row) => row.slice(4, -4));
  expect(middle.flat().filter(Boolean)).toHaveLength(drawn.flat().filter(Boolean).length);
  expect(path.length).toBeLessThan(6000);
});
