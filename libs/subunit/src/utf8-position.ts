/**
 * Whether `bytes[at]`, a byte B3, continues a UTF-8 character that begins in the up to three bytes before it.
 *
 * Inside text such a byte is part of a letter (`ó` is C3 B3), not the start of a packet.
 *
 * @param from - the first byte that belongs to the text
 */
export function continuesCharacter(bytes: ArrayLike<number>, from: number, at: number): boolean {
  for (let back = 1; back <= 3 && at - back >= from; back++) {
    const byte = bytes[at - back] as number;
    if (byte >= 0x80 && byte < 0xc0) continue;
    if (byte < 0xc2 || byte > 0xf4) return false;
    const followers = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
    if (back > followers) return false;
    return isSecondByte(byte, back === 1 ? 0xb3 : (bytes[at - back + 1] as number));
  }
  return false;
}

/** Some first bytes allow less than 80 to BF as their second: no overlong forms, surrogates or values over 10FFFF. */
function isSecondByte(first: number, second: number): boolean {
  if (first === 0xe0) return second >= 0xa0;
  if (first === 0xed) return second <= 0x9f;
  if (first === 0xf0) return second >= 0x90;
  if (first === 0xf4) return second <= 0x8f;
  return true;
}
