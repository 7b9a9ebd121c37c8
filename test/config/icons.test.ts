import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import postcss from 'postcss'

const LIST = 'src/components/Icon/icons.json'
const icons = JSON.parse(readFileSync(LIST, 'utf8')) as Record<string, string>
// eslint-disable-next-line @typescript-eslint/no-require-imports -- Taro loads it so
const plugin = (require('../../config/icon/postcss') as () => postcss.Plugin)()

describe('the icons', () => {
  test('are one class each, with a picture that is painted in the colour of the text', () => {
    const { css, messages } = postcss([plugin]).process(`@icons './icons.json';`, { from: path.resolve('src/components/Icon/style.css') })
    for (const name of Object.keys(icons)) expect(css).toMatch(new RegExp(`\\.picture-${name} \\{\\s+--picture: url\\("data:image/svg\\+xml,[^"<>#]+%23000[^"<>#]+"\\)\\s+\\}`))
    // Another icon in the list builds the styles anew.
    expect(messages).toEqual([expect.objectContaining({ type: 'dependency', file: path.resolve(LIST) })])
  })

  test('are all used: what nobody sees is not carried about', () => {
    const written = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file)).map((file) => readFileSync(path.join('src', file), 'utf8')).join('\n')
    expect(Object.keys(icons).filter((name) => !new RegExp(`['"]${name}['"]`).test(written))).toEqual([])
  })
})
