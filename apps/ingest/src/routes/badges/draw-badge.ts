import { createHash } from 'node:crypto';
import { XmlText } from '@testmetrics/junit';
import type { BadgeText, BadgeTone } from './badge-texts';

/**
 * Told apart by people who do not see red and green alike, and each with 4.5 : 1 or more against its text: white, or dark
 * on the light one.
 */
const COLORS: Record<BadgeTone, string> = {
  good: '#0067a5',
  doubtful: '#f2b134',
  bad: '#b33f00',
  nothing: '#666666',
};

const LABEL_COLOR = '#444444';

/**
 * An SVG image of the text; its title says the same to who does not see it, and the texts are as wide as their boxes
 * whatever font is there.
 */
export async function drawBadge({ label, message, tone }: BadgeText): Promise<string> {
  // The tables of letters' widths are large, and many services never draw a badge.
  const { makeBadge } = await import('badge-maker');
  const [left, right, color] = [visible(label), visible(message), COLORS[tone]];
  return makeBadge({
    label: left,
    message: right,
    color,
    ...(left === '' ? {} : { labelColor: LABEL_COLOR }),
    // Ids within the image must differ where several stand in one document.
    idSuffix: createHash('sha256').update(`${left}\0${right}\0${color}`).digest('hex').slice(0, 8),
  });
}

/** Without what XML cannot hold or nobody sees; the library escapes the rest. */
function visible(text: string): string {
  return new XmlText().possible(text).replace(/\s+/g, ' ').trim();
}
