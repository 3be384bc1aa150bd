import { get } from 'node:http';

/**
 * Asks for a reply, uncompressed, and throws away what comes: how many bytes there were. Node's `fetch()` takes as long to put ten
 * megabytes together as the service takes to make them.
 *
 * @throws Error where the status is not 200, or the reply breaks off
 */
export function receive(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = get(url, { headers: { 'accept-encoding': 'identity' } }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on('error', reject);
      response.on('end', () => {
        if (response.statusCode === 200) resolve(bytes);
        else reject(new Error(`expected 200, found ${response.statusCode}`));
      });
    });
    request.on('error', reject);
  });
}
