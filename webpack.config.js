/** Bundles every part that runs. `webpack --config-name addin` builds one part, `webpack` all of them. */
const addin = require('./addin/webpack.addin.js');
const playground = require('./playground/webpack.playground.js');
const server = require('./server/webpack.server.js');

module.exports = [addin, playground, server];
