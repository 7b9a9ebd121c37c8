import { Choice } from '@/components/Choice'
import { buildingWords } from './buildingWords'

/** Which building one stands in front of. */
export function Buildings({ buildings, value, onChange }: { buildings: readonly string[]; value: string; onChange: (building: string) => void }) {
  return <Choice label='楼栋' form='chips' value={value} onChange={onChange} options={buildings.map((building) => ({ value: building, label: buildingWords(building) }))} />
}
