import { expect } from 'chai';
import sharp from 'sharp';
import { imageFormat } from '../../../hub/publish/image-format.ts';

const ftyp = (...brands: string[]) => {
  const box = Buffer.from(`....ftyp${brands[0]}\0\0\0\0${brands.slice(1).join('')}`, 'latin1');
  box.writeUInt32BE(box.length);
  return box;
};

describe('imageFormat', () => {
  it('recognises the five formats as they are written', async () => {
    const image = sharp({ create: { width: 3, height: 2, channels: 3, background: 'red' } });
    for (const format of ['jpeg', 'png', 'webp', 'gif', 'avif'] as const)
      expect(imageFormat(await image.clone().toFormat(format).toBuffer()), format).to.equal(format);
  });

  it('knows AVIF by its brands', () => {
    for (const brands of [
      ['avif'],
      ['avis', 'msf1'],
      ['mif1', 'mif1', 'avif'],
      ['miaf', 'MA1B', 'mif1', 'avif'],
    ])
      expect(imageFormat(ftyp(...brands)), brands.join()).to.equal('avif');
    for (const brands of [
      ['heic', 'mif1', 'avif'],
      ['mif1', 'heic'],
      ['hevc'],
      ['isom', 'avif'],
      ['mif1', 'xavi', 'fabc'],
    ])
      expect(imageFormat(ftyp(...brands)), brands.join()).to.equal(undefined);
  });

  it('knows no other format, whatever a decoder could make of it', async () => {
    const tiff = await sharp({ create: { width: 3, height: 2, channels: 3, background: 'red' } })
      .tiff()
      .toBuffer();
    for (const body of [
      '',
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
      '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
      '\u001f\u008b\b\0\0\0\0\0\0\0',
      '%PDF-1.7\n',
      'BM6\0\0\0',
      '\0\0\u0001\0\u0001\0',
      '\u00ff\n',
      '\0\0\0\fJXL \r\n\u0087\n',
      '\0\0\0\fjP  \r\n\u0087\n',
      'P6\n1 1\n255\n',
      '8BPS\0\u0001',
      'v/1\u0001',
      ' GIF89a',
      'RIFF\0\0\0\0WAVE',
    ])
      expect(imageFormat(Buffer.from(body, 'latin1')), JSON.stringify(body)).to.equal(undefined);
    expect(imageFormat(tiff)).to.equal(undefined);
  });
});
