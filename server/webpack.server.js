const path = require('node:path');
const { BannerPlugin } = require('webpack');

/** Packages that load files of their own at run time, so they stay in node_modules. */
const external = ['highs', 'piscina', 'pino', 'selfsigned'];

/** The service, its threads and the terminal: `dist/server/{main,desk,worker,cli}.cjs`; and all at once: `serve.cjs`. */
module.exports = {
  name: 'server',
  mode: 'production',
  target: 'node20',
  context: path.resolve(__dirname, '..'),
  entry: {
    ...Object.fromEntries(['main', 'desk', 'worker', 'cli'].map((name) => [name, `./server/${name}.ts`])),
    serve: './playground/main.ts',
  },
  output: { path: path.resolve(__dirname, '../dist/server'), filename: '[name].cjs', library: { type: 'commonjs2' }, clean: true },
  externals: Object.fromEntries(external.map((name) => [name, `commonjs ${name}`])),
  resolve: { extensions: ['.ts', '.js'] },
  module: {
    rules: [{ test: /\.ts$/, exclude: /node_modules/, use: { loader: 'swc-loader', options: { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } } } }],
  },
  node: { __dirname: false },
  optimization: { minimize: false },
  performance: { hints: false },
  // `rebal` is the package's bin, so its file must start on its own.
  plugins: [new BannerPlugin({ banner: '#!/usr/bin/env node', raw: true, include: 'cli.cjs' })],
};
