export { gunzip, type GunzipOptions } from './gunzip';
export { SizeLimitError } from './size-limit-error';
