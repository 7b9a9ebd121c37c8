import { roleFaults } from '../../../domain/decision/roleFaults'
import { ESTATES, PEOPLE } from '../../../scripts/demo/town'

const estates = [{ id: 'a', name: '甲苑' }, { id: 'b', name: '乙苑' }]
const person = (name: string, ...grants: Parameters<typeof roleFaults>[0][number]['grants'][number][]) => ({ name, grants })
const office = { role: 'office' } as const
const manages = (estateId: string) => ({ role: 'manager', estateId }) as const
const whole = [person('周', office), person('吴', office), person('陈', manages('a')), person('沈', manages('b')), person('方', { role: 'auditor' }), person('蒋', { role: 'inspector' })]

describe('before people are imported', () => {
  test('a town whose work can be done has no fault', () => {
    expect(roleFaults(whole, estates)).toEqual([])
    expect(roleFaults(PEOPLE, ESTATES.map(({ _id: id, name }) => ({ id, name })))).toEqual([])
  })

  test.each([
    ['who supervises has another role', [...whole, person('韩', { role: 'auditor' }, manages('a'), office)], ['韩：监督人员只查阅、不办理，不能同时是物业项目负责人、考核办']],
    ['an estate has nobody to answer', whole.filter(({ name }) => name !== '沈'), ['乙苑：没有物业项目负责人，派去的案卷没有人办']],
    ['an estate is managed that there is not', [...whole, person('许', manages('z'))], ['许：名单里写的小区“z”不存在']],
    [
      'the only one of the office also manages every estate', [person('周', office, manages('a'), manages('b'))],
      ['甲苑：考核办里能办理它的只有 0 位（管理这个小区的要回避），须至少 2 位，才能一人提出、另一人确认', '乙苑：考核办里能办理它的只有 0 位（管理这个小区的要回避），须至少 2 位，才能一人提出、另一人确认', '奖励：考核办里不管理任何小区的只有 0 位，须至少 2 位，才能一人提出、另一人确认，否则年终奖励分配不了'],
    ],
    [
      'one of two of the office manages one of two estates', [...whole.filter(({ name }) => name !== '吴' && name !== '陈'), person('吴', office, manages('a'))],
      ['甲苑：考核办里能办理它的只有 1 位（管理这个小区的要回避），须至少 2 位，才能一人提出、另一人确认', '奖励：考核办里不管理任何小区的只有 1 位，须至少 2 位，才能一人提出、另一人确认，否则年终奖励分配不了'],
    ],
  ])('it is told that %s', (_, people, faults) => {
    expect(roleFaults(people, estates)).toEqual(faults)
  })
})
