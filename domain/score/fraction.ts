/** An exact score: `numerator / denominator` centipoints. Means are kept as they are; rounding happens once, where a score is shown. */
export type Fraction = { readonly numerator: number; readonly denominator: number }

/** Negative when `a` is less than `b`. Exact: both sides stay far below 2^53 for any town. */
export const compareFractions = (a: Fraction, b: Fraction): number => a.numerator * b.denominator - b.numerator * a.denominator

/** The one rounding: to whole centipoints, halves away from zero. */
export const roundFraction = ({ numerator, denominator }: Fraction): number => Math.sign(numerator) * Math.floor((2 * Math.abs(numerator) + denominator) / (2 * denominator))
