const DEFAULT_MIME_TYPE = 'application/octet-stream';

/**
 * A MIME type in one spelling: `text/plain;charset=utf8` becomes `text/plain; charset="utf8"`, parameters sorted.
 *
 * Whatever is no `type/subtype` stays as it is: a wrong type is no reason to lose a file.
 */
export function normalizeMimeType(mimeType: string | null): string {
  if (mimeType === null || mimeType === '') return DEFAULT_MIME_TYPE;
  const [type = '', ...parameters] = mimeType.split(';');
  if (type.split('/').length !== 2) return mimeType;
  const spelled = parameters.map(spellParameter).filter((parameter) => parameter !== '');
  return [type.trim(), ...spelled.sort()].join('; ');
}

/** Of a charset only the part before a comma counts: old testtools wrote `charset=utf8,text/plain`. */
function spellParameter(parameter: string): string {
  const equals = parameter.indexOf('=');
  if (equals < 0) return '';
  const key = parameter.slice(0, equals).trim().toLowerCase();
  const value = parameter
    .slice(equals + 1)
    .trim()
    .replace(/^"(.*)"$/, '$1');
  return `${key}="${key === 'charset' ? (value.split(',')[0] ?? '') : value}"`;
}
