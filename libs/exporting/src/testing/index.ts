export * from './build-exported-run';
