import { textWidth } from './text-width';
import { wrapText } from './wrap-text';

const STYLE = { size: 12 };
const NAME =
  'tempest.api.compute.servers.test_server_actions.ServerActionsTestJSON.test_resize_server_confirm_from_stopped';

describe('wrapText()', () => {
  it('should leave out nothing, and make no line longer than asked for', () => {
    const lines = wrapText(NAME, 200, STYLE);
    expect(lines.join('')).toBe(NAME);
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(textWidth(line, STYLE)).toBeLessThanOrEqual(200);
  });

  it('should break a name behind its points and underscores', () => {
    for (const line of wrapText(NAME, 200, STYLE).slice(0, -1)) expect(line).toMatch(/[._]$/);
  });

  it('should break a word that is longer than a line anywhere', () => {
    const word = 'x'.repeat(300);
    expect(wrapText(word, 100, STYLE).join('')).toBe(word);
  });

  it.each([
    ['one line', ['one line']],
    ['', ['']],
    ['日本語のテスト名', ['日本語のテスト名']],
  ])('should give %j as it is where it fits', (text, lines) => {
    expect(wrapText(text, 400, STYLE)).toEqual(lines);
  });
});
