/** A match takes at most `width * choices * length ** degree` steps; the degree is infinite where it may take for ever. */
export type Cost = { readonly degree: number; readonly choices: number; readonly width: number }

export type CostMeter = {
  readonly atom: () => void
  readonly open: () => void
  readonly close: () => void
  readonly choice: () => void
  readonly reference: () => void
  readonly quantifier: (most: number, isFixed: boolean) => void
  readonly total: () => Cost
}

/** Follows a pattern from left to right. A repeated group that can match in more than one way multiplies without bound. */
export function openCost(): CostMeter {
  // Trying at each place of the text is the first degree.
  let [degree, choices, width] = [1, 1, 1]
  const groups: { hasChoice: boolean }[] = [{ hasChoice: false }]
  let last = { hasChoice: false }
  const chosen = () => void (groups.at(-1)!.hasChoice = true)
  return {
    atom: () => {
      width += 1
      last = { hasChoice: false }
    },
    open: () => void groups.push({ hasChoice: false }),
    close: () => {
      if (groups.length > 1) last = groups.pop()!
      if (last.hasChoice) chosen()
    },
    choice: () => {
      choices *= 2
      chosen()
    },
    reference: () => void (degree = Infinity),
    quantifier: (most, isFixed) => {
      if (most > 1 && last.hasChoice) degree = Infinity
      if (isFixed) width += most
      else if (most <= 1) choices *= 2
      else degree += 1
      if (!isFixed || most > 1) chosen()
    },
    total: () => ({ degree, choices, width }),
  }
}

export const stepsAtMost = ({ degree, choices, width }: Cost, length: number): number => width * choices * (length + 1) ** degree
