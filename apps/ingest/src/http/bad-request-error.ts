import { AppError } from '@testmetrics/runtime';

/** One mistake in a request. */
export interface RequestMistake {
  /** The parameter's name. */
  readonly where: string;
  readonly code: string;
  readonly expected: string;
  readonly found: string;
}

/** The request has mistakes: all of them are named; the first one gives the code. */
export class BadRequestError extends AppError {
  constructor(readonly mistakes: readonly [RequestMistake, ...RequestMistake[]]) {
    const [{ where, code, expected, found }] = mistakes;
    const more = mistakes.length > 1 ? ` (and ${mistakes.length - 1} more)` : '';
    super(code, `The parameter ${where} is wrong${more}.`, {
      status: 400,
      expected,
      found,
      action: 'correct the query of the URL and send the request again',
    });
  }
}
