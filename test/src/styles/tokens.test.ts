import { readFileSync } from 'node:fs'

const [day = '', night = ''] = readFileSync('src/styles/tokens.scss', 'utf8').split('@media (prefers-color-scheme: dark)')
const colours = (text: string) => Object.fromEntries([...text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex])) as Record<string, string>
const looks = { day: colours(day), night: { ...colours(day), ...colours(night) } }

/** WCAG 2 relative luminance. */
function luminance(hex: string) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
function contrast(one: string, other: string) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const tones = ['brand', 'urgent', 'warn', 'good', 'info', 'neutral']
const read = [
  ...['ground', 'surface', 'neutral-soft', ...tones.map((tone) => `${tone}-soft`)].map((under) => ['ink', under] as const),
  ...['ground', 'surface', 'neutral-soft', 'brand-soft'].map((under) => ['ink-2', under] as const),
  ...tones.flatMap((tone) => [[tone, 'ground'], [tone, 'surface'], [tone, `${tone}-soft`]] as const),
  ['on-brand', 'brand'],
  ['on-urgent', 'urgent'],
] as const

describe.each(['day', 'night'] as const)('by %s', (look) => {
  it.each(read)('%s can be read on %s', (ink, under) => {
    expect(contrast(looks[look][ink]!, looks[look][under]!)).toBeGreaterThanOrEqual(4.5)
  })
  it('the edge of a field can be seen', () => {
    expect(contrast(looks[look].edge!, looks[look].surface!)).toBeGreaterThanOrEqual(3)
  })
})
