import { type BackendSrv, type BackendSrvRequest, type FetchResponse } from '@grafana/runtime';
import { firstValueFrom, Observable } from 'rxjs';

/** The part of Grafana's backend service that datasources use: `fetch` and its shorter forms. */
export function makeFetchService(): BackendSrv {
  const inFlight = new Map<string, AbortController>();

  const fetch = <T>(request: BackendSrvRequest) =>
    new Observable<FetchResponse<T>>((subscriber) => {
      const controller = new AbortController();
      if (request.requestId !== undefined) {
        inFlight.get(request.requestId)?.abort();
        inFlight.set(request.requestId, controller);
      }
      send<T>(request, controller.signal).then(
        (response) => {
          subscriber.next(response);
          subscriber.complete();
        },
        (error: unknown) => subscriber.error(error),
      );
      return () => controller.abort();
    });

  const call = async <T>(method: string, url: string, data?: unknown, params?: Record<string, unknown>) =>
    (await firstValueFrom(fetch<T>({ method, url, data, ...(params === undefined ? {} : { params }) }))).data;

  const service = {
    fetch,
    datasourceRequest: (request: BackendSrvRequest) => firstValueFrom(fetch(request)),
    request: (request: BackendSrvRequest) => call(request.method ?? 'GET', request.url, request.data),
    get: (url: string, params?: Record<string, unknown>) => call('GET', url, undefined, params),
    post: (url: string, data?: unknown) => call('POST', url, data),
    put: (url: string, data?: unknown) => call('PUT', url, data),
    patch: (url: string, data?: unknown) => call('PATCH', url, data),
    delete: (url: string) => call('DELETE', url),
    resolveCancelerIfExists: (requestId: string) => inFlight.get(requestId)?.abort(),
  };
  return service as unknown as BackendSrv;
}

async function send<T>(request: BackendSrvRequest, signal: AbortSignal): Promise<FetchResponse<T>> {
  const { url, method = 'GET', data, headers, params } = request;
  const query = params === undefined ? '' : `?${new URLSearchParams(params as Record<string, string>).toString()}`;
  const response = await window
    .fetch(`${url}${query}`, {
      method,
      signal,
      headers: { ...headers, ...(data === undefined ? {} : { 'Content-Type': 'application/json' }) },
      ...(data === undefined ? {} : { body: JSON.stringify(data) }),
    })
    .catch((cause: unknown) => {
      throw failure(
        request,
        0,
        cancelled(cause) ? 'cancelled' : 'The preview does not answer: is "npm start" still running?',
      );
    });
  const body = (await response.json().catch(() => null)) as T & { message?: string };
  if (!response.ok)
    throw failure(request, response.status, body?.message ?? `The preview answered ${response.status}.`);
  const { ok, redirected, status, statusText, type, url: from } = response;
  return {
    data: body,
    ok,
    redirected,
    status,
    statusText,
    type,
    url: from,
    headers: response.headers,
    config: request,
  };
}

function cancelled(cause: unknown): boolean {
  return cause instanceof DOMException && cause.name === 'AbortError';
}

/** The form in which Grafana's libraries expect a failed request. */
function failure(config: BackendSrvRequest, status: number, message: string) {
  return { status, statusText: message, data: { message }, message, config, cancelled: message === 'cancelled' };
}
