import { createTable } from './create-table';

/** What came over the wire: tells the same upload from another one under the same uuid. */
export const createUploads = createTable({
  migration: '20261124-13-create-uploads',
  table: 'tm_uploads',
  columns: `
    run_id BIGINT NOT NULL,
    content_hash BINARY(32) NOT NULL,
    format VARCHAR(8) NOT NULL,
    stream_bytes BIGINT UNSIGNED NOT NULL,
    received_bytes BIGINT UNSIGNED NOT NULL,
    events BIGINT UNSIGNED NOT NULL,
    noise_bytes BIGINT UNSIGNED NOT NULL,
    damage_count INT UNSIGNED NOT NULL,
    damage MEDIUMTEXT NOT NULL,
    PRIMARY KEY (run_id)
  `,
});
