import type { Actions } from '../../../types/api'
import { resident } from '../support'

const person = { ...resident.person!, estateId: null, estateName: null }
const estates = [...resident.estates, { id: 'cuihu', name: '翠湖园', townName: '演示镇', spots: [] }]

export const office: Actions['whoAmI']['reply'] = {
  ...resident, estates, person: { ...person, id: 'o1', name: '周主任', grants: [{ role: 'office' }] },
  contacts: [{ townName: '演示镇', office: '考核办', phone: '0573-1234', address: '二楼' }],
}
export const auditor: Actions['whoAmI']['reply'] = { ...office, person: { ...person, id: 'a1', name: '方书记', grants: [{ role: 'auditor' }] } }
