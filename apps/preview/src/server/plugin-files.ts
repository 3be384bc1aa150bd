import { type RequestHandler } from 'express';
import { type PluginStore } from './plugin-store';

interface FileParams {
  readonly id: string;
  /** The parts of the path below the plugin's directory. */
  readonly file: string[];
}

/** Serves a plugin's files at /public/plugins/ID/…, nested plugins by their own id, as Grafana does. */
export function pluginFiles(store: PluginStore): RequestHandler<FileParams> {
  return async ({ params: { id, file } }, response, next) => {
    const root = await store.directoryOf(id);
    if (root === null) {
      response.status(404).type('text').send(`There is no plugin "${id}" here.\n`);
      return;
    }
    // Without an age: the next build is to be seen after a reload.
    response.sendFile(file.join('/'), { root, dotfiles: 'ignore' }, (error) => {
      if (error !== undefined) next(error);
    });
  };
}
