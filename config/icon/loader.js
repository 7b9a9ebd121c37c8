/** A lucide SVG as a short data URI. No base64: its ";" would end the declaration in an inline style. */
module.exports = function iconLoader(source) {
  const svg = source
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/\s+class="[^"]*"|\s+width="24"|\s+height="24"/g, '')
    .replace('currentColor', '#000')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/ ?(\/?)> ?/g, '$1>')
    .replace(/"/g, "'")
    .trim()
  const uri = 'data:image/svg+xml,' + svg.replace(/%/g, '%25').replace(/</g, '%3C').replace(/>/g, '%3E').replace(/#/g, '%23')
  return `module.exports = ${JSON.stringify(uri)}`
}
