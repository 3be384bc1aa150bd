/** What no XML 1.0 document can hold, not even as a reference: most control characters, halves of surrogate pairs. */
const IMPOSSIBLE =
  // eslint-disable-next-line no-control-regex
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const TEXT_MARKUP = /[&<>\r]/g;
const ATTRIBUTE_MARKUP = /[&<>"\t\n\r]/g;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Writes text into XML, and counts the characters that had to be replaced by U+FFFD. */
export class XmlText {
  replaced = 0;

  content(text: string): string {
    return this.possible(text).replace(TEXT_MARKUP, escape);
  }

  /** ` name="value"`; nothing where there is no value. */
  attribute(name: string, value: string | null): string {
    return value === null ? '' : ` ${name}="${this.possible(value).replace(ATTRIBUTE_MARKUP, escape)}"`;
  }

  /** With U+FFFD for what XML cannot hold; markup is as it was. */
  possible(text: string): string {
    return text.replace(IMPOSSIBLE, () => {
      this.replaced += 1;
      return '\uFFFD';
    });
  }
}

function escape(character: string): string {
  return ESCAPES[character] ?? character;
}
