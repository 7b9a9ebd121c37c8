/** In lots of so many. */
export const lotsOf = <Item>(size: number, items: readonly Item[]): readonly (readonly Item[])[] => Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size))
