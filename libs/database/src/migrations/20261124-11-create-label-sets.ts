import { createTable } from './create-table';

/** Attrs, tags and route code of an attempt, nearly always the same few: stored once. */
export const createLabelSets = createTable({
  migration: '20261124-11-create-label-sets',
  table: 'tm_label_sets',
  columns: `
    id INT UNSIGNED NOT NULL AUTO_INCREMENT,
    label_hash BINARY(16) NOT NULL,
    attrs MEDIUMTEXT NULL,
    tags MEDIUMTEXT NULL,
    tags_json MEDIUMTEXT NULL,
    route_code MEDIUMTEXT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY uq_tm_label_sets (label_hash)
  `,
});
