/**
 * What Node is started with to run the ingest service; it cannot be set any later (but see apps/ingest/src/lean-heap.ts).
 *
 * New objects get a nursery of fixed size. In the megabyte that V8 begins with, an upload spends more time on collecting garbage
 * than on everything else; at the sixteen megabytes that it grows to, a run of 240,000 tests takes more than 250 MB of memory
 * (`npm run bench -- ingest`, `-- memory`).
 */
export const SERVICE_NODE_FLAGS: readonly string[] = ['--min-semi-space-size=8', '--max-semi-space-size=8'];
