export { START_MICROS, streamOf } from './streams';
export type { TestInStream } from './streams';
export { startTestService } from './test-service';
export type { TestService, TestServiceOptions } from './test-service';
export { RawClient } from './raw-request';
export type { RawReply } from './raw-request';
export { startTcpProxy } from './tcp-proxy';
export type { TcpProxy } from './tcp-proxy';
