/** The client's connection ended before its request was whole: there is nobody to answer. */
export class ClientGoneError extends Error {
  readonly code = 'client_gone';

  constructor(cause: unknown) {
    super('The client ended the connection before its request was whole.', { cause });
    this.name = 'ClientGoneError';
  }
}
