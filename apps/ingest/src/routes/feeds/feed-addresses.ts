import type { Request } from 'express';

/** The addresses that a feed names; absolute, as readers keep entries and forget where they came from. */
export interface FeedAddresses {
  /** Of the feed itself, as it was asked for. */
  readonly self: string;
  /** Of the runs that it is about, for people. */
  readonly site: string;
  run(id: string): string;
}

/** Made of the host that the client asked, so that they lead back there, whatever proxy is between. */
export function feedAddresses(request: Request): FeedAddresses {
  const origin = `${forwarded(request, 'x-forwarded-proto', /^https?$/) ?? 'http'}://${hostOf(request)}`;
  return {
    self: `${origin}${request.originalUrl}`,
    site: `${origin}/v1/runs`,
    run: (id) => `${origin}/v1/runs/${id}`,
  };
}

const HOST = /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;

function hostOf(request: Request): string {
  const asked = forwarded(request, 'x-forwarded-host', HOST) ?? request.headers.host ?? '';
  return HOST.test(asked) ? asked : 'localhost';
}

/** The first proxy's word, where it looks like one. */
function forwarded({ headers }: Request, name: string, form: RegExp): string | null {
  const first = String(headers[name] ?? '')
    .split(',')[0]
    ?.trim();
  return first !== undefined && form.test(first) ? first : null;
}
