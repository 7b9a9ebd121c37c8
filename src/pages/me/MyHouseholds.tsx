import type { Actions } from '../../../types/api'
import { Card } from '@/components/Card'
import { Cell } from '@/components/Cell'
import { Section } from '@/components/Section'
import { openBinding, openHousehold } from '@/domainViews/openHousehold'
import { RELATION } from '@/labels/household'

/** 我的住户: each opens who is bound to it; and the way to bind one. */
export function MyHouseholds({ households }: Pick<Actions['whoAmI']['reply'], 'households'>) {
  return (
    <Section title='我的住户' note={households.length === 0 ? '绑定后，报告时自动填好楼栋，还能邀请家人。不绑定也能报告。' : undefined}>
      <Card flush>
        {households.map(({ id, estateName, label, relation }) => <Cell key={id} icon='house' title={`${estateName} ${label}`} note={`我${RELATION[relation].words}`} onPress={() => openHousehold(id)} />)}
        <Cell icon='plus' title={households.length === 0 ? '绑定住户' : '再绑定一户'} note='用绑定码、手机号，或家人邀请' onPress={openBinding} />
      </Card>
    </Section>
  )
}
