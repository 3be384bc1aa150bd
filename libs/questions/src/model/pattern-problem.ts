/** What is wrong with a regular expression. */
export interface PatternProblem {
  readonly expected: string;
  readonly found: string;
  readonly action: string;
}

/** The longest pattern: longer ones are lists, and a list has a field of its own. */
const MAX_PATTERN = 1000;

/**
 * What keeps a pattern from being a regular expression on both MySQL (ICU) and MariaDB (PCRE), or undefined.
 *
 * It knows the mistakes that people make while typing: brackets that are not closed, a quantifier after nothing, a
 * backslash at the end. It does not know every name of a property or a group; the server's own message says the rest.
 */
export function patternProblem(pattern: string): PatternProblem | undefined {
  if (pattern.length > MAX_PATTERN) {
    return {
      expected: `a regular expression of at most ${MAX_PATTERN} characters`,
      found: `${pattern.length} characters`,
      action: 'Choose several tests by name, or by a shorter pattern.',
    };
  }
  return new PatternReader(pattern).read();
}

/** Reads a pattern once from left to right and remembers what is open. */
class PatternReader {
  private at = 0;
  private open = 0;
  /** Something stands before this place that a quantifier can repeat. */
  private repeatable = false;

  constructor(private readonly pattern: string) {}

  read(): PatternProblem | undefined {
    while (this.at < this.pattern.length) {
      const problem = this.readOne();
      if (problem !== undefined) return problem;
    }
    return this.open === 0 ? undefined : found('a ")" for every "("', `${this.open} more "("`, 'Close the bracket.');
  }

  private readOne(): PatternProblem | undefined {
    switch (this.pattern[this.at]) {
      case '\\':
        return this.readEscape();
      case '[':
        return this.readSet();
      case '(':
        return this.readOpening();
      case ')':
        return this.readClosing();
      case '*':
      case '+':
      case '?':
        return this.readQuantifier();
      case '{':
        return this.readCounts();
      case '|':
      case '^':
        return this.step(false);
      default:
        return this.step(true);
    }
  }

  private step(repeatable: boolean): undefined {
    this.at += 1;
    this.repeatable = repeatable;
  }

  private readEscape(): PatternProblem | undefined {
    if (this.at + 1 >= this.pattern.length) {
      return found('a character after the last "\\"', 'the end', 'Write "\\\\" for a backslash.');
    }
    // \Q…\E quotes what lies between in both dialects.
    if (this.pattern[this.at + 1] === 'Q') {
      const end = this.pattern.indexOf('\\E', this.at + 2);
      this.at = end < 0 ? this.pattern.length : end + 2;
      this.repeatable = true;
      return undefined;
    }
    this.at += 2;
    this.repeatable = true;
    return undefined;
  }

  /** A set of characters. ICU gives "[", "&&" and "--" inside a meaning that PCRE does not know. */
  private readSet(): PatternProblem | undefined {
    const start = this.at;
    this.at += this.pattern[this.at + 1] === '^' ? 2 : 1;
    if (this.pattern[this.at] === ']') {
      return found('characters between "[" and "]"', 'none', 'Write "\\]" for a closing bracket in a set.');
    }
    while (this.at < this.pattern.length) {
      const character = this.pattern[this.at];
      if (character === ']') return this.step(true);
      if (character === '[') {
        const name = /^\[:\^?[a-z]+:\]/.exec(this.pattern.slice(this.at, this.at + 20));
        if (name === null) return found('no "[" between "[" and "]"', 'one', 'Write "\\[" for the character.');
        this.at += name[0].length;
      } else if (/^(?:&&|--)/.test(this.pattern.slice(this.at, this.at + 2))) {
        return found('no "&&" or "--" between "[" and "]"', 'one', 'Write "\\&" or "\\-" for the character.');
      } else {
        this.at += character === '\\' ? 2 : 1;
      }
    }
    return found('a "]" for every "["', `none after character ${start + 1}`, 'Close the bracket, or write "\\[".');
  }

  private readOpening(): PatternProblem | undefined {
    this.open += 1;
    this.at += 1;
    this.repeatable = false;
    if (this.pattern[this.at] !== '?') return undefined;
    const head = /^\?(?:[:=!>#]|<[=!]|<[A-Za-z][A-Za-z0-9]*>|[a-z-]+[:)])/.exec(
      this.pattern.slice(this.at, this.at + 70),
    );
    if (head === null) return found('a kind of group after "(?"', 'another', 'Write "(?:…)" for a plain group.');
    this.at += head[0].length;
    if (head[0].endsWith(')')) this.open -= 1;
    return undefined;
  }

  private readClosing(): PatternProblem | undefined {
    if (this.open === 0) return found('a "(" before every ")"', 'none', 'Write "\\)" for the character.');
    this.open -= 1;
    return this.step(true);
  }

  private readQuantifier(): PatternProblem | undefined {
    if (!this.repeatable) return nothingToRepeat(this.pattern[this.at] ?? '');
    this.at += 1;
    return this.endQuantifier();
  }

  private readCounts(): PatternProblem | undefined {
    const counts = /^\{(\d{1,5})(?:(,)(\d{0,5}))?\}/.exec(this.pattern.slice(this.at, this.at + 14));
    if (counts === null) return found('numbers between "{" and "}"', 'none', 'Write "\\{" for the character.');
    if (!this.repeatable) return nothingToRepeat(counts[0]);
    const [whole, least = '0', comma, most = ''] = counts;
    if (comma !== undefined && most !== '' && Number(most) < Number(least)) {
      return found('the smaller number first', whole, 'Exchange the numbers.');
    }
    this.at += whole.length;
    return this.endQuantifier();
  }

  /** "?" makes a quantifier lazy, "+" possessive; nothing can be repeated twice. */
  private endQuantifier(): undefined {
    if (this.pattern[this.at] === '?' || this.pattern[this.at] === '+') this.at += 1;
    this.repeatable = false;
  }
}

function nothingToRepeat(quantifier: string): PatternProblem {
  return found(
    `something to repeat before "${quantifier}"`,
    'nothing',
    `Write "\\${quantifier}" for the character, or ".*" for anything.`,
  );
}

function found(expected: string, what: string, action: string): PatternProblem {
  return { expected, found: what, action };
}
