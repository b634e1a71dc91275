/** Bundles what runs in browsers. `webpack --config-name addin` builds one part, `webpack` all of them. */
const addin = require('./addin/webpack.addin.js');

// The service's and the playground's configurations join this list.
module.exports = [addin];
