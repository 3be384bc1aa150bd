import { parse } from 'ini';

/** What a configuration file says: values by section and name. A name that is repeated has several values. */
export interface ConfigFile {
  readonly file: string;
  readonly sections: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
}

/** Of lines before the first section, and of those that every command reads. */
export const EVERY_COMMAND = 'DEFAULT';

/**
 * Reads INI as oslo.config writes it. Names are those of the options without the dashes in front; `_` is as good as `-`.
 * A value with `;` or `#` in it is put in quotes: what follows them is a comment.
 */
export function parseConfig(text: string, file: string): ConfigFile {
  const sections = new Map<string, Map<string, string[]>>();
  const add = (section: string, name: string, value: unknown): void => {
    const values = sections.get(section) ?? new Map<string, string[]>();
    const normal = name.trim().replaceAll('_', '-');
    values.set(normal, [...(values.get(normal) ?? []), ...[value].flat().map(String)]);
    sections.set(section, values);
  };
  for (const [name, value] of Object.entries(parse(withoutDots(text), { bracketedArray: false }))) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) add(EVERY_COMMAND, name, value);
    else for (const [inner, one] of Object.entries(value)) add(name, inner, one);
  }
  return { file, sections };
}

/** Sections have no parts here. */
function withoutDots(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/^(\s*\[[^\]\n]*)\]/gm, (head) => head.replaceAll('.', '\\.'));
}
