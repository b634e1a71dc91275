const CopyPlugin = require('copy-webpack-plugin');
const path = require('node:path');

const root = path.resolve(__dirname, '..');
const from = (...parts) => path.join(__dirname, ...parts);

/** The host page of the playground. It is for development and tests; the add-in never contains any of it. */
module.exports = {
  name: 'playground',
  mode: 'production',
  devtool: false,
  context: root,
  target: ['web', 'es2022'],
  entry: { page: from('page', 'index.ts') },
  output: { path: path.join(root, 'dist', 'playground'), filename: '[name].js', clean: true },
  resolve: { extensions: ['.ts', '.js'] },
  module: {
    rules: [
      {
        test: /\.ts$/,
        loader: 'swc-loader',
        options: { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } },
      },
    ],
  },
  // The formula parser finds its own tokens by the names of its functions.
  optimization: { minimize: false },
  performance: { hints: false },
  plugins: [new CopyPlugin({ patterns: [{ from: from('page', 'index.html') }, { from: from('page', 'page.css') }] })],
  stats: { preset: 'errors-warnings', assets: true, modules: false },
};
