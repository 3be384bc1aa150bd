/** What breaks out of literals, is read by Grafana's macros or as a variable, or is refused, alone and put together. */
const PIECES = [
  ...["'", '"', '`', '\\', "\\'", "''", "' OR 1=1 -- ", "'; DROP TABLE tests; -- ", '/* c */', '-- c', '# c', ';'],
  ...[
    '$__timeFilter(r.run_at)',
    '$__timeFrom()',
    "$__macro('x')",
    '$__unixEpochFrom()',
    '${job}',
    '${job:csv}',
    '$job',
    '[[job]]',
  ],
  ...['user()', 'current_user', 'session_user(', 'system_user()', 'show grants', 'SHOW  GRANTS FOR x', '{{job}}'],
  ...[
    '\u0000',
    '\u0001',
    '\u00010\u0001',
    '\n',
    '\r\n',
    '\t',
    '\u001a',
    '\u2028',
    '\ufeff',
    '\ud800',
    '😀',
    'é',
    'Ω',
    '%',
    '_',
    '%%',
  ],
  ...['$__all', '0x27', '_utf8mb4', 'NULL', '1', '1e9', '(', ')', '()', ',', ' ', '=', 'a'.repeat(300)],
];

/** A fixed row of numbers that look random. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state;
  };
}

export function hostileTexts(count: number): string[] {
  const next = numbers(4);
  const pick = () => PIECES[next() % PIECES.length] ?? '';
  const mixed = Array.from({ length: Math.max(0, count - PIECES.length) }, () =>
    Array.from({ length: 1 + (next() % 5) }, pick).join(next() % 2 === 0 ? '' : 'x'),
  );
  return [...new Set([...PIECES, ...mixed])];
}

/** SQL without what stands in its literals. */
export function shapeOf(sql: string): string {
  return sql.replace(/_utf8mb4 0x[0-9a-f]*/g, 'L').replace(/'[^']*'/g, 'L');
}

/** The texts of the literals of a statement, in their order. */
export function literalsOf(sql: string): string[] {
  return [...sql.matchAll(/_utf8mb4 0x([0-9a-f]*)|'([^']*)'/g)].map(([, hex, plain]) =>
    hex === undefined ? (plain ?? '') : Buffer.from(hex, 'hex').toString('utf8'),
  );
}
