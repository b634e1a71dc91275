const CopyPlugin = require('copy-webpack-plugin');
const CustomFunctionsMetadataPlugin = require('custom-functions-metadata-plugin');
const HtmlWebpackPlugin = require('html-webpack-plugin');
const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '..');
const from = (...parts) => path.join(__dirname, ...parts);

/** Every file of custom functions; tests and the index declare none. */
const functionFiles = fs
  .readdirSync(from('functions'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'index.ts')
  .map((file) => from('functions', file))
  .filter((file) => fs.readFileSync(file, 'utf8').includes('@customfunction'))
  .sort();

/** Where the add-in will be served from; development serves it from localhost. */
const development = 'https://localhost:3000';
const base = (process.env.REBAL_BASE_URL ?? development).replace(/\/+$/, '');
if (!base.startsWith('https://')) throw new Error(`REBAL_BASE_URL is "${base}". Office loads add-ins by https only.`);

/**
 * Bytes, before compression. A chunk above the first figure, or a page whose first scripts exceed the second, fails the build:
 * the pane's shell must be there in half a second.
 */
const budget = { maxAssetSize: 420_000, maxEntrypointSize: 100_000 };

module.exports = {
  name: 'addin',
  mode: 'production',
  devtool: false,
  context: root,
  target: ['web', 'es2022'],
  entry: { functions: from('functions', 'index.ts'), taskpane: from('taskpane', 'index.ts') },
  output: {
    path: path.join(root, 'dist', 'addin'),
    // The manifest names functions.js; the rest may be cached for ever under its hash.
    filename: ({ chunk }) => (chunk.name === 'functions' ? '[name].js' : '[name].[contenthash:8].js'),
    chunkFilename: '[name].[contenthash:8].js',
    clean: true,
  },
  resolve: { extensions: ['.ts', '.tsx', '.js'] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        loader: 'swc-loader',
        options: { jsc: { parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } }, target: 'es2022' } },
      },
    ],
  },
  optimization: {
    splitChunks: {
      cacheGroups: {
        fluent: {
          test: /node_modules[\\/](@fluentui|@griffel|tabster|keyborg|@floating-ui)[\\/]/,
          name: 'fluent',
          // What the pane shows at once; what only its later parts show comes with them.
          chunks: ({ name }) => name === 'pane',
          priority: 2,
        },
        react: { test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, name: 'react', chunks: 'async', priority: 1 },
      },
    },
  },
  performance: { hints: 'error', ...budget, assetFilter: (file) => file.endsWith('.js') },
  plugins: [
    new CustomFunctionsMetadataPlugin({ input: functionFiles, output: 'functions.json' }),
    new HtmlWebpackPlugin({
      filename: 'taskpane.html',
      template: from('taskpane', 'taskpane.html'),
      chunks: ['functions', 'taskpane'],
      scriptLoading: 'defer',
    }),
    new CopyPlugin({
      patterns: [
        { from: 'assets/*.png', context: from() },
        { from: 'help/help.html', to: 'help.html', context: from() },
        { from: path.join(root, 'manifest.xml'), transform: (text) => text.toString().replaceAll(development, base) },
      ],
    }),
  ],
  stats: { preset: 'errors-warnings', assets: true, modules: false },
};
