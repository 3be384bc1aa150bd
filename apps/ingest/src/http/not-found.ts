import type { RequestHandler } from 'express';
import { OPERATIONS } from '@testmetrics/api-contract';
import { AppError } from '@testmetrics/runtime';

/** Answers whatever no route took: 405 where the path has other methods, else 404. */
export const refuseUnknown: RequestHandler = (request, response, next) => {
  const methods = methodsOf(request.path);
  if (methods.length === 0) {
    next(unknownPath(request.path));
    return;
  }
  response.setHeader('Allow', methods.join(', '));
  if (request.method === 'OPTIONS') {
    response.status(204).end();
    return;
  }
  next(wrongMethod(request.method, methods));
};

/** Whatever a path takes, HEAD included. */
function methodsOf(path: string): string[] {
  const operations = OPERATIONS.filter((operation) => patternOf(operation.path).test(path));
  const methods = operations.map(({ method }) => method.toUpperCase());
  return methods.includes('GET') ? [...methods, 'HEAD', 'OPTIONS'] : methods;
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}/?$`);
}

function unknownPath(path: string): AppError {
  const paths = [...new Set(OPERATIONS.map((operation) => operation.path))];
  return new AppError('not_found', 'There is nothing at this path.', {
    status: 404,
    expected: `one of ${paths.join(', ')}`,
    found: path.length > 200 ? `${path.slice(0, 199)}…` : path,
    action: 'see /openapi.json',
  });
}

function wrongMethod(method: string, allowed: readonly string[]): AppError {
  return new AppError('method_not_allowed', 'This path does not take this method.', {
    status: 405,
    expected: allowed.join(', '),
    found: method,
    action: 'see /openapi.json',
  });
}
