/** The most characters of a file that a panel gets; the end of a log says most. */
const FILE_CHARACTERS = 100_000;

/**
 * A file as text, its end where it is long, with what was left out said before and behind it. What is no text is only
 * told about.
 */
export function fileText(content: string, contentType: string, cutBytes: string): string {
  const text = `CONVERT(${content} USING utf8mb4)`;
  const isText = `(COALESCE(${contentType}, '') = '' OR ${contentType} LIKE 'text/%' OR ${contentType} LIKE '%json%' OR ${contentType} LIKE '%xml%')`;
  const left = `CHAR_LENGTH(${text}) - ${FILE_CHARACTERS}`;
  const before = `IF(${left} > 0, CONCAT('[the first ', ${left}, ' characters are not shown]', CHAR(10 USING utf8mb4)), '')`;
  const behind = `IF(${cutBytes} > 0, CONCAT(CHAR(10 USING utf8mb4), '[', ${cutBytes}, ' more bytes were not stored]'), '')`;
  return `IF(${isText}, COALESCE(CONCAT(${before}, RIGHT(${text}, ${FILE_CHARACTERS}), ${behind}), ''), CONCAT('[', COALESCE(LENGTH(${content}), 0), ' bytes of ', ${contentType}, ']'))`;
}
