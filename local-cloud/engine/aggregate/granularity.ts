import { badValue } from '../query/badValue'

const numbers = (text: string): number[] => text.split(' ').map(Number)
/** The E series from 48 on are ten to the power of i/n, to three digits; but the standard has 9.20 where that gives 9.19. */
const eSeries = (count: number): number[] => Array.from({ length: count }, (_, i) => (i === 185 && count === 192 ? 92 : Math.round(10 ** (i / count) * 100) / 10))

/** Preferred numbers between 10 and 100 (ISO 3 and IEC 60063): the boundaries are these times a power of ten. */
const SERIES: Readonly<Record<string, readonly number[]>> = {
  '1-2-5': [10, 20, 50],
  R5: numbers('10 16 25 40 63'),
  R10: numbers('10 12.5 16 20 25 31.5 40 50 63 80'),
  R20: numbers('10 11.2 12.5 14 16 18 20 22.4 25 28 31.5 35.5 40 45 50 56 63 71 80 90'),
  R40: numbers('10 10.6 11.2 11.8 12.5 13.2 14 15 16 17 18 19 20 21.2 22.4 23.6 25 26.5 28 30 31.5 33.5 35.5 37.5 40 42.5 45 47.5 50 53 56 60 63 67 71 75 80 85 90 95'),
  E6: numbers('10 15 22 33 47 68'),
  E12: numbers('10 12 15 18 22 27 33 39 47 56 68 82'),
  E24: numbers('10 11 12 13 15 16 18 20 22 24 27 30 33 36 39 43 47 51 56 62 68 75 82 91'),
  E48: eSeries(48),
  E96: eSeries(96),
  E192: eSeries(192),
}

type Rounder = { readonly up: (n: number) => number; readonly down: (n: number) => number }

/** Strictly up and strictly down: a number that is round already moves to its neighbour. Nought stays. */
export function openRounder(granularity: string): Rounder {
  if (granularity === 'POWERSOF2') return { up: (n) => (n === 0 ? 0 : 2 ** (Math.floor(Math.log2(n)) + 1)), down: (n) => (n === 0 ? 0 : 2 ** (Math.ceil(Math.log2(n)) - 1)) }
  const series = Object.hasOwn(SERIES, granularity) ? SERIES[granularity] : undefined
  if (!series) throw badValue(`Unknown rounding granularity '${granularity}'`)
  /** Round numbers from below `n` to above it. */
  const around = (n: number): number[] => {
    const exponent = Math.floor(Math.log10(n)) - 1
    return [-1, 0, 1].flatMap((step) => series.map((each) => Number(`${each}e${exponent + step}`)))
  }
  return { up: (n) => (n === 0 ? 0 : around(n).find((each) => each > n)!), down: (n) => (n === 0 ? 0 : around(n).filter((each) => each < n).at(-1)!) }
}
