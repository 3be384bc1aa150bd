import type { Row } from './asker';

/**
 * Sends a question that is being answered already only once: many who look at the same at the same time cost as much as
 * one. Nothing is kept once it is answered.
 */
export class SharedAnswers {
  private readonly asked = new Map<string, Promise<readonly Row[]>>();

  constructor(private readonly send: (sql: string) => Promise<readonly Row[]>) {}

  rows(sql: string): Promise<readonly Row[]> {
    const going = this.asked.get(sql);
    if (going !== undefined) return going;
    const answer = this.send(sql).finally(() => this.asked.delete(sql));
    this.asked.set(sql, answer);
    return answer;
  }
}
