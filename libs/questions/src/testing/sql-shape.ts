/** A literal as the compiler writes it: quoted plain text, or bytes; and a list of them. */
const LITERAL = /(?:_utf8mb4 )?'(?:[^'\\]|\\.)*'|_utf8mb4 0x(?:[0-9a-f]{2})*/g;

/** The SQL with every literal replaced: two questions that differ in their texts only have the same. */
export function sqlShape(sql: string): string {
  return sql.replace(LITERAL, '?');
}

/** What no compiled text may contain outside its literals; what it finds is given back. */
export function suspicious(sql: string): string | undefined {
  const [comment] = /--|\/\*|#|;/.exec(sqlShape(sql)) ?? [];
  if (comment !== undefined) return comment;
  // Grafana reads macros, variables and refused words in the whole text, literals included.
  const [read] =
    /\$(?!__time(?:From|To)\(\))|\[\[|\{\{|show\s+grants|\buser\s*\(|current_user|session_user|system_user/i.exec(
      sql,
    ) ?? [];
  return read;
}
