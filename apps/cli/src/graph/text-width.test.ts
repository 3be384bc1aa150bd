import { readFileSync } from 'node:fs';
import { textWidth } from './text-width';

/** Advance width of a character, in thousandths of the font's size, read from the font's own tables. */
function advanceOf(font: Buffer, character: string): number {
  const tables = new Map(
    Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
      const at = 12 + 16 * index;
      return [font.toString('latin1', at, at + 4), font.readUInt32BE(at + 8)] as const;
    }),
  );
  const table = (name: string) => tables.get(name) ?? 0;
  const unitsPerEm = font.readUInt16BE(table('head') + 18);
  return Math.round(
    (1000 * font.readUInt16BE(table('hmtx') + 4 * glyphOf(font, table('cmap'), character))) / unitsPerEm,
  );
}

/** By the subtable for Windows, format 4. */
function glyphOf(font: Buffer, cmap: number, character: string): number {
  const code = character.charCodeAt(0);
  const subtables = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, index) => cmap + 4 + 8 * index);
  const entry = subtables.find((at) => font.readUInt16BE(at) === 3 && font.readUInt16BE(at + 2) === 1) ?? 0;
  const table = cmap + font.readUInt32BE(entry + 4);
  const doubled = font.readUInt16BE(table + 6);
  for (let at = 0; at < doubled; at += 2) {
    if (code > font.readUInt16BE(table + 14 + at)) continue;
    const start = font.readUInt16BE(table + 16 + doubled + at);
    const delta = font.readInt16BE(table + 16 + 2 * doubled + at);
    const place = table + 16 + 3 * doubled + at;
    const offset = font.readUInt16BE(place);
    return offset === 0 ? (code + delta) & 0xffff : font.readUInt16BE(place + offset + 2 * (code - start));
  }
  return 0;
}

describe('textWidth()', () => {
  it('should know the widths that the font has', () => {
    const font = readFileSync(require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'));
    for (let code = 32; code < 127; code++) {
      const character = String.fromCharCode(code);
      expect([character, textWidth(character, { size: 1000 })]).toEqual([character, advanceOf(font, character)]);
    }
  });

  it('should take no line of bold letters for narrower than it is', () => {
    const font = readFileSync(require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'));
    const line = 'Run time of tempest.api.compute.ServersTest.test_list (42)';
    const width = [...line].reduce((sum, character) => sum + advanceOf(font, character), 0);
    expect(textWidth(line, { size: 1000, bold: true })).toBeGreaterThan(width * 0.98);
  });
});
