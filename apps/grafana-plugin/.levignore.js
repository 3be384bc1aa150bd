'use strict';

/**
 * What levitate reports and what is no break: the text of these classes changed between the versions, not what we use
 * of them.
 */
module.exports = {
  removals: [],
  additions: [],
  changes: [/PanelPlugin/, /DataSourcePlugin/, /AppPlugin/, /DataSourceWithBackend/, /CustomVariableSupport/],
};
