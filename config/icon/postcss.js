const { readFileSync } = require('node:fs')
const path = require('node:path')

/** A lucide SVG as a short data URI. */
function pictureOf(name) {
  const svg = readFileSync(require.resolve(`lucide-static/icons/${name}.svg`), 'utf8')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/\s+class="[^"]*"|\s+width="24"|\s+height="24"/g, '')
    .replace('currentColor', '#000')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/ ?(\/?)> ?/g, '$1>')
    .replace(/"/g, "'")
    .trim()
  return `url("data:image/svg+xml,${svg.replace(/%/g, '%25').replace(/</g, '%3C').replace(/>/g, '%3E').replace(/#/g, '%23')}")`
}

/** `@icons "./icons.json";` becomes one class for each icon of the list: its picture is a mask for the colour of the text, and stands in the styles once, not in the data of every page. */
module.exports = () => ({
  postcssPlugin: 'icons',
  AtRule: {
    icons(rule, { result, Rule }) {
      const file = path.resolve(path.dirname(result.opts.from), rule.params.slice(1, -1))
      result.messages.push({ type: 'dependency', plugin: 'icons', file, parent: result.opts.from })
      const icons = Object.entries(JSON.parse(readFileSync(file, 'utf8')))
      rule.replaceWith(icons.map(([name, picture]) => new Rule({ selector: `.picture-${name}` }).append({ prop: '--picture', value: pictureOf(picture) })))
    },
  },
})
