/** Characters that make a piece of a file. */
const PIECE_CHARACTERS = 64 * 1024;

const encoder = new TextEncoder();

/** Cuts a text that comes in pieces of any length into files' pieces, the same ones however it came. */
export class TextPieces {
  private held = '';

  constructor(private readonly give: (bytes: Uint8Array, eof: boolean) => void) {}

  add(text: string): void {
    this.held += text;
    while (this.held.length > PIECE_CHARACTERS) {
      const length = endsInPair(this.held, PIECE_CHARACTERS) ? PIECE_CHARACTERS - 1 : PIECE_CHARACTERS;
      this.give(encoder.encode(this.held.slice(0, length)), false);
      this.held = this.held.slice(length);
    }
  }

  finish(): void {
    if (this.held !== '') this.give(encoder.encode(this.held), true);
    this.held = '';
  }
}

/** Whether a cut at `length` would part the halves of a surrogate pair. */
function endsInPair(text: string, length: number): boolean {
  const unit = text.charCodeAt(length - 1);
  return unit >= 0xd800 && unit <= 0xdbff;
}
