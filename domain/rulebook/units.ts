import type { Points } from './edition'

/** 分: a number of points as the plan writes it, in centipoints (1 point = 100). */
export const centipoints = (points: number): Points => points * 100

/** 元: an amount as the plan writes it, in fen (1 yuan = 100). */
export const fen = (yuan: number): number => yuan * 100
