const path = require('node:path')
const { components } = require('./components')

/** Puts aria-* into Taro's WeChat templates, which have none, so that a screen reader hears roles and names. */
module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return // h5 has no templates and maps ariaRole to role by itself
      platform.template.mergeComponents(ctx, components)
      platform.runtimePath = [].concat(platform.runtimePath, path.resolve(__dirname, 'runtime.js'))
    },
  })
}
