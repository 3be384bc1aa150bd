import { createServer, type Server } from 'node:net';
import { choosePorts } from './choose-port';

describe('choosePorts()', () => {
  let taken: Server;
  let takenPort: number;

  beforeAll(async () => {
    taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    takenPort = (taken.address() as { port: number }).port;
  });
  afterAll(() => new Promise((resolve) => taken.close(resolve)));

  const wish = (variable: string, port: number) => ({ variable, host: '127.0.0.1', port });

  it('should find a free port for 0', async () => {
    const [port] = await choosePorts([wish('PORT', 0)]);
    expect(port).toBeGreaterThan(1023);
  });

  it('should name every port that is taken, and what to do', async () => {
    const refusal = choosePorts([wish('PORT', takenPort), wish('DASHBOARDS_PORT', takenPort)]);
    await expect(refusal).rejects.toMatchObject({
      code: 'port_taken',
      message: expect.stringMatching(/ PORT: port \d+ .*taken.*\n.*DASHBOARDS_PORT: port/),
    });
  });
});
