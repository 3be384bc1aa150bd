import React from 'react';
import { type Palette } from '../draw/palette';
import { SHAPES } from '../draw/shapes';
import { type Outcome } from '../model/outcome';

const SIZE = 14;
const REACH = 4;

/** A cell as the grid draws it, in a line of text. */
export function OutcomeSign({
  outcome,
  palette,
}: {
  readonly outcome: Outcome;
  readonly palette: Palette;
}): React.ReactElement {
  const { lines, dots, ring } = SHAPES[outcome];
  const ink = palette.inks[outcome];
  const at = (value: number): number => SIZE / 2 + value * REACH;
  return (
    <svg width={SIZE} height={SIZE} viewBox={`0 0 ${SIZE} ${SIZE}`} aria-hidden="true" focusable="false">
      <rect width={SIZE} height={SIZE} fill={outcome === 'flaky' ? palette.fills.passed : palette.fills[outcome]} />
      {outcome === 'flaky' && <path d={`M${SIZE} 0V${SIZE}H0Z`} fill={palette.fills.flaky} />}
      {lines.map((line) => {
        const points = line.map(([x, y]) => `${at(x)},${at(y)}`).join(' ');
        return <polyline key={points} points={points} fill="none" stroke={ink} strokeWidth={1.7} />;
      })}
      {dots.map(([x, y]) => (
        <rect key={`${x} ${y}`} x={at(x) - 1} y={at(y) - 1} width={2} height={2} fill={ink} />
      ))}
      {ring > 0 && <circle cx={SIZE / 2} cy={SIZE / 2} r={ring * REACH} fill="none" stroke={ink} strokeWidth={1.7} />}
    </svg>
  );
}
