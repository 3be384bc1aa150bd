import { decodePosition, encodePosition, fingerprintOf } from './cursor';

const POSITION = {
  range: { sinceMicros: 1, untilMicros: 5 },
  fingerprint: fingerprintOf(['jobs']),
  after: "0.1 7 it's",
};
const asCursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('decodePosition()', () => {
  it('should give back what was encoded', () => {
    expect(decodePosition(encodePosition(POSITION), POSITION.fingerprint)).toEqual(POSITION);
  });

  it('should refuse a cursor of a list with other filters', () => {
    const decode = () => decodePosition(encodePosition(POSITION), fingerprintOf(['jobs', 'unit']));
    expect(decode).toThrow(expect.objectContaining({ status: 400, code: 'cursor_of_another_list' }));
  });

  it.each([
    '',
    'x',
    '%%%',
    asCursor(null),
    asCursor([]),
    asCursor([1, 5, POSITION.fingerprint]),
    asCursor([5, 1, POSITION.fingerprint, '']),
    asCursor([1.5, 5, POSITION.fingerprint, '']),
    asCursor([1, 1e300, POSITION.fingerprint, '']),
    asCursor([1, 5, POSITION.fingerprint, 7]),
  ])('should refuse the cursor %j', (cursor) => {
    expect(() => decodePosition(cursor, POSITION.fingerprint)).toThrow(
      expect.objectContaining({ status: 400, code: 'invalid_cursor' }),
    );
  });
});
