import { type BackendSrv, type BackendSrvRequest, type FetchResponse } from '@grafana/runtime';
import { firstValueFrom, Observable } from 'rxjs';

/** Grafana's backend service as far as plugins use it. */
export function makeBackendService(): BackendSrv {
  const fetchOnce = <T>(request: BackendSrvRequest) =>
    new Observable<FetchResponse<T>>((subscriber) => {
      const controller = new AbortController();
      send<T>(request, controller.signal).then(
        (response) => {
          subscriber.next(response);
          subscriber.complete();
        },
        (error: unknown) => subscriber.error(error),
      );
      return () => controller.abort();
    });
  const call = async <T>(method: string, url: string, data?: unknown) =>
    (await firstValueFrom(fetchOnce<T>({ method, url, data }))).data;
  const service = {
    fetch: fetchOnce,
    datasourceRequest: (request: BackendSrvRequest) => firstValueFrom(fetchOnce(request)),
    get: (url: string) => call('GET', url),
    post: (url: string, data?: unknown) => call('POST', url, data),
    put: (url: string, data?: unknown) => call('PUT', url, data),
    resolveCancelerIfExists: () => undefined,
  };
  return service as unknown as BackendSrv;
}

async function send<T>(request: BackendSrvRequest, signal: AbortSignal): Promise<FetchResponse<T>> {
  const { method = 'GET', data, headers } = request;
  // Libraries write addresses from the root with and without the slash.
  const url = new URL(request.url.replace(/^\/*/, '/'), window.location.origin);
  for (const [name, value] of Object.entries(request.params ?? {})) url.searchParams.set(name, String(value));
  const response = await window.fetch(url, {
    method,
    signal,
    headers: { ...headers, ...(data === undefined ? {} : { 'Content-Type': 'application/json' }) },
    ...(data === undefined ? {} : { body: JSON.stringify(data) }),
  });
  const body = (await response.json().catch(() => null)) as T & { message?: string };
  const { ok, status, statusText, redirected, type } = response;
  const answer = { data: body, ok, status, statusText, redirected, type, url: url.href, headers: response.headers };
  // What Grafana's service throws is the answer itself.
  if (!ok) throw { ...answer, config: request, message: body?.message };
  return { ...answer, config: request };
}
