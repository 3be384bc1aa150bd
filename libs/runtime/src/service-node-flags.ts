/**
 * What Node is started with to run the ingest service; it cannot be set any later (but see apps/ingest/src/lean-heap.ts).
 *
 * New objects get a nursery of fixed size. In the megabyte that V8 begins with, an upload spends more time on collecting garbage
 * than on everything else; from eight megabytes on, a run of 240,000 tests takes more than 250 MB of memory and no upload is faster
 * (`npm run bench -- ingest`, `-- memory`).
 */
export const SERVICE_NODE_FLAGS: readonly string[] = ['--min-semi-space-size=6', '--max-semi-space-size=6'];
