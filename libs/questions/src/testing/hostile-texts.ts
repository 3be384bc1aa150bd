/** Pieces of text that someone between the compiler and the server reads as more than text. */
const PIECES = [
  ...[
    "'",
    '"',
    '`',
    '\\',
    "\\'",
    "''",
    '\\"',
    ';',
    ')',
    '(',
    ',',
    '%',
    '_',
    '\0',
    '\n',
    '\r',
    '\t',
    '\u001a',
    '\u007f',
  ],
  ...[
    '$__timeFrom()',
    '$__timeFilter(r.run_at)',
    '$__macro(',
    '$',
    '${job}',
    '${job:csv}',
    '${',
    '}',
    '[[x]]',
    '[[',
    ']]',
  ],
  ...[
    '--',
    '-- ',
    '#',
    '/*',
    '*/',
    '/*!50000 OR 1=1 */',
    '{{x}}',
    ' OR 1=1',
    "' OR ''='",
    ' UNION SELECT 1',
    '; DROP TABLE runs',
  ],
  ...[
    'user()',
    'USER ()',
    'show grants',
    'SHOW  GRANTS',
    'current_user',
    'session_user(',
    'system_user(',
    'sleep(9)',
    'load_file(',
  ],
  ...['\ud800', '\udfff', '\ud83d', '😀', 'é', 'é', '☃', '\u{10ffff}', '\ufeff', '\u202e', '\u2028', 'ﬀ', 'İ', 'ß'],
  ...[
    '0x41',
    '_utf8mb4 0x41',
    "x'41'",
    'NULL',
    'true',
    '1e9',
    '\\Q',
    '\\E',
    '(?i)',
    '[a',
    'a{1',
    '.*',
    'tempest.api',
    ' ',
    '  ',
  ],
] as const;

/** The longest text of a question. */
const LONG = 4000;

/** Texts that break careless SQL, macros, variables and pages; always the same for one seed. */
export function hostileTexts(count: number, seed = 7): string[] {
  let state = seed >>> 0;
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return Array.from({ length: count }, (_, index) => {
    const pieces = Array.from({ length: 1 + next(6) }, () => PIECES[next(PIECES.length)] ?? '');
    const text = pieces.join('');
    return index % 100 === 99 ? text.repeat(LONG).slice(0, LONG) : text;
  });
}
