import { startTcpProxy } from './tcp-proxy';
import type { TcpProxy } from './tcp-proxy';
import { startTestService } from './test-service';
import type { TestService } from './test-service';

export interface ServiceBehindProxy {
  readonly service: TestService;
  /** On the way from the service to its database. */
  readonly proxy: TcpProxy;
  /** Ends both, and removes database and directories. */
  dispose(): Promise<void>;
}

/** A service whose way to its database can be cut and mended. */
export async function startServiceBehindProxy(): Promise<ServiceBehindProxy> {
  let proxy: TcpProxy | undefined;
  const service = await startTestService({
    wayTo: async (port) => {
      proxy = await startTcpProxy({ host: '127.0.0.1', port });
      return proxy.port;
    },
  });
  if (proxy === undefined) throw new Error('The service was started without its way to the database.');
  const way = proxy;
  const dispose = async (): Promise<void> => {
    await service.dispose();
    await way.close();
  };
  return { service, proxy: way, dispose };
}
