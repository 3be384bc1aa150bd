/** jest takes the function of this file's default export; see global-setup.ts. */
export { stopTestDatabase as default } from './global-setup';
