/**
 * Characters that would act on the text around them instead of being seen: controls, line breaks, marks that turn the
 * direction of writing, halves of a character. A name is data, so they are shown as signs.
 */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const ACTING = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\p{Surrogate}/gu;

const CONTROL_PICTURES = 0x2400;
const REPLACEMENT = '\ufffd';

/** The text as a reader may see it on one line. */
export function toPrintable(text: string): string {
  return text.replace(ACTING, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(CONTROL_PICTURES + code) : REPLACEMENT;
  });
}

/** At most so many characters, with an ellipsis where something is missing; a character of two halves is not cut. */
export function cutText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  return `${wholeCharacters(text.slice(0, maxLength - 1))}…`;
}

function wholeCharacters(text: string): string {
  const last = text.charCodeAt(text.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? text.slice(0, -1) : text;
}
