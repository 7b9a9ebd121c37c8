/** Whoever has told no name; WeChat tells none. */
export const UNNAMED = '居民'
/** Always as many, so that the length tells nothing. */
const HIDDEN = '**'

/** 姓名脱敏: the family name remains. */
export const maskName = (name: string): string => (name === UNNAMED ? name : `${[...name][0] ?? ''}${HIDDEN}`)

/** 房号脱敏: the building remains. */
export const maskRoom = ({ building }: { readonly building: string }): string => `${building} 幢 ${HIDDEN}`

/** A look behind the mask needs a reason that says something to the person it is shown to. */
export const UNMASK_REASON_MIN = 4
