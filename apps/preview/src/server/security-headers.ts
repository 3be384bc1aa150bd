import { type RequestHandler } from 'express';

/** Everything comes from here; styles are written by scripts, as Grafana's libraries do. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  // Grafana's libraries compile validators at run time; Grafana's own policy allows it too.
  "script-src 'self' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "frame-ancestors 'none'",
  "base-uri 'self'",
].join('; ');

export const securityHeaders: RequestHandler = (_request, response, next) => {
  response.set({
    'Content-Security-Policy': CONTENT_SECURITY_POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
  });
  next();
};
