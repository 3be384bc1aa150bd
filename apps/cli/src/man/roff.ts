/** Text as roff prints it: nothing in it is a request, and a hyphen is one that can be copied. */
export function roff(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^([.'])/gm, '\\&$1');
}

export function bold(text: string): string {
  return `\\fB${roff(text)}\\fR`;
}

/** `--url <url>` as manuals write it: the option bold, its value slanted. */
export function flagTerm(flags: string): string {
  return flags
    .split(/([<[].*?[>\]])/)
    .map((part) => (/^[<[]/.test(part) ? `\\fI${roff(part.replace(/[<>]/g, ''))}\\fR` : bold(part)))
    .filter((part) => part !== bold(''))
    .join('');
}

/** Lines that stay as they are. */
export function asIs(lines: readonly string[]): string[] {
  return ['.EX', ...lines.map(roff), '.EE'];
}
