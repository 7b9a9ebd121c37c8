import { plainAddress } from './address'

type Spot = { readonly id: string; readonly name: string }

/** 自家楼栋: the spot that is the building of a household's label (`3 幢 2 单元 501`), however the estate's list writes it; null where the list has none. */
export function homeSpot(label: string, spots: readonly Spot[]): string | null {
  const building = label.slice(0, Math.max(0, label.indexOf(' 幢')))
  const found = building === '' ? undefined : spots.find(({ name }) => plainAddress({ building: name, unit: '', room: '' }).building === building)
  return found?.id ?? null
}
