import type { Edition } from './edition'

/** 施行中的版本: the newest edition that has come into effect by an instant; undefined before the first. Of two with one date, the later in the list. */
export const editionAt = (editions: readonly Edition[], at: number): Edition | undefined =>
  editions.filter(({ effectiveFrom }) => effectiveFrom <= at).reduce<Edition | undefined>((newest, edition) => (newest && newest.effectiveFrom > edition.effectiveFrom ? newest : edition), undefined)
