import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type GeneratedRun } from '@testmetrics/sample-data';
import { uploadRun } from './upload-run';

const RUN = {
  id: '5b1f2a4e-7a0c-4d39-9e0b-0c6f3f5c1d2e',
  metadata: { build_name: 'sample' },
  stream: () => new Uint8Array([1, 2, 3]),
} as unknown as GeneratedRun;

describe('uploadRun()', () => {
  let server: Server | undefined;
  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
  });

  /** Answers each request by the next of these: a status, or a connection that is cut. */
  const answering = async (...answers: readonly (number | 'cut')[]): Promise<{ url: string; asked: () => number }> => {
    let asked = 0;
    server = createServer((request, response) => {
      const answer = answers[asked] ?? 500;
      asked += 1;
      request.resume();
      if (answer === 'cut') request.socket.destroy();
      else request.on('end', () => response.writeHead(answer).end('{}'));
    });
    await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done));
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked: () => asked };
  };
  const target = (ingestUrl: string) => ({ ingestUrl, token: null, signal: new AbortController().signal });

  it('should repeat what a cut connection took away', async () => {
    const { url, asked } = await answering('cut', 201);
    await uploadRun(RUN, target(url));
    expect(asked()).toBe(2);
  });

  it('should not repeat what was refused', async () => {
    const { url, asked } = await answering(400, 201);
    await expect(uploadRun(RUN, target(url))).rejects.toThrow(/status 400/);
    expect(asked()).toBe(1);
  });

  it('should stop at once when it is told to', async () => {
    const { url } = await answering('cut', 'cut', 'cut', 'cut');
    const stopping = new AbortController();
    const uploading = uploadRun(RUN, { ...target(url), signal: stopping.signal });
    stopping.abort();
    await expect(uploading).rejects.toThrow();
  });
});
