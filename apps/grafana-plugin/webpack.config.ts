import path from 'path';
import CopyWebpackPlugin from 'copy-webpack-plugin';
import ReplaceInFileWebpackPlugin from 'replace-in-file-webpack-plugin';
import { type Configuration, type RuleSetRule } from 'webpack';
import { copyFilePatterns } from './.config/bundler/copyFiles.ts';
import { getPackageJson, getPluginJson } from './.config/bundler/utils.ts';
import grafanaConfig, { type Env } from './.config/webpack/webpack.config.ts';

/** Grafana before 11.6 does not offer them to plugins; `src/shims/jsx-runtime.ts` stands in. */
const NOT_OFFERED = ['react/jsx-runtime', 'react/jsx-dev-runtime'];

/** Of the scaffold's plugins; they look for files beside this one that stand at the top of the checkout, or write to `dist` here. */
const REPLACED = [CopyWebpackPlugin, ReplaceInFileWebpackPlugin];

const root = process.cwd();
const shim = path.join(root, 'src/shims/jsx-runtime.ts');

/** The scaffold's configuration (.config, kept as create-plugin made it) with what this plugin needs besides. */
const config = async (env: Env): Promise<Configuration> => {
  const base = await grafanaConfig(env);
  const outDir = path.resolve(typeof env.outDir === 'string' ? env.outDir : '../../dist/apps/grafana-plugin');
  return {
    ...base,
    // Several checkouts and builds at a time must not share a cache on disk.
    cache: false,
    externals: (base.externals as unknown[]).filter(
      (external) => !NOT_OFFERED.includes(external as string),
    ) as Configuration['externals'],
    module: { ...base.module, rules: (base.module?.rules ?? []).map(withTarget) },
    output: { ...base.output, path: outDir },
    performance: { hints: false },
    plugins: [
      ...(base.plugins ?? []).filter((plugin) => !REPLACED.some((kind) => plugin instanceof kind)),
      copies(),
      versions(outDir),
    ],
    resolve: {
      ...base.resolve,
      // Not `src` as well: its folders would hide packages of the same name.
      modules: ['node_modules'],
      alias: Object.fromEntries(NOT_OFFERED.map((name) => [`${name}$`, shim])),
    },
  };
};

/** Every browser that Grafana 10.1 runs in knows ES2020; for older ones each `\p{L}` of a pattern becomes a table of 10 kB. */
function withTarget(rule: unknown): RuleSetRule {
  const { use, ...others } = rule as { use?: { loader?: string; options?: { jsc?: object } } };
  if (use?.loader !== 'swc-loader') return rule as RuleSetRule;
  return { ...others, use: { ...use, options: { ...use.options, jsc: { ...use.options?.jsc, target: 'es2020' } } } };
}

/** Also the logos of the nested plugins; create-plugin copies those of the outermost one only. */
function copies(): CopyWebpackPlugin {
  const patterns = copyFilePatterns.map((pattern) => ({
    ...pattern,
    from: pattern.from.replace(/^\.\.\//, '../../../'),
  }));
  return new CopyWebpackPlugin({ patterns: [...patterns, { from: '*/img/*.svg', to: '.' }] });
}

function versions(dir: string): ReplaceInFileWebpackPlugin {
  const { version } = getPackageJson();
  const { id } = getPluginJson();
  return new ReplaceInFileWebpackPlugin([
    {
      dir,
      test: [/(^|\/)plugin\.json$/, /(^|\/)README\.md$/],
      rules: [
        { search: /%VERSION%/g, replace: version },
        { search: /%TODAY%/g, replace: buildDay() },
        { search: /%PLUGIN_ID%/g, replace: id },
      ],
    },
  ]);
}

/** Two builds of the same sources are equal where SOURCE_DATE_EPOCH says when they were written. */
function buildDay(): string {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  return (epoch === undefined ? new Date() : new Date(Number(epoch) * 1000)).toISOString().slice(0, 10);
}

export default config;
