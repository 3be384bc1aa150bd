/** A word out of a closed set; the question was checked against the catalog, so anything else is a mistake in there. */
export function oneOf<Word extends string>(words: readonly Word[], word: string): Word {
  const found = words.find((known) => known === word);
  if (found === undefined) throw new RangeError(`Expected one of ${words.join(', ')}, found "${word}".`);
  return found;
}
