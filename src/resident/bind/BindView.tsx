import { useState } from 'react'
import type { Relation } from '../../../domain/household/members'
import { Choice } from '@/components/Choice'
import { Section } from '@/components/Section'
import { Agreement } from '@/domainViews/Agreement'
import { RELATION } from '@/labels/household'
import { record } from '@/services/privacy/record'
import { useRead } from '@/services/useAction'
import { Bound, type MyHousehold } from './Bound'
import { CodeForm } from './CodeForm'
import { PhoneForm } from './PhoneForm'

const RELATIONS = (['lives', 'relative'] as const).map((value) => ({ value, label: `我${RELATION[value].words}`, hint: RELATION[value].hint }))

/** 绑定住户: by a code, scanned or typed, or by the phone number the town has written down. */
export function BindView({ first }: { first: string }) {
  const [relation, setRelation] = useState<Relation>('lives')
  const [household, setHousehold] = useState<MyHousehold>()
  const me = useRead('whoAmI', {})
  // Who binds first of all begins by it, as others do by choosing an estate.
  const isNew = me.data?.person === null
  function bound(found: MyHousehold) {
    if (isNew) record('agreement', true)
    setHousehold(found)
  }
  if (household) return <Bound household={household} />
  return (
    <>
      {isNew && <Agreement />}
      <Section title='您和这一户' note='家人给的邀请码已经写明了，不用选。'>
        <Choice label='您和这一户' value={relation} onChange={setRelation} options={RELATIONS} />
      </Section>
      <Section title='用绑定码'><CodeForm first={first} relation={relation} onBound={bound} /></Section>
      <Section title='没有纸条？' note='镇里的名册登记过您手机号的，可以直接绑定；都没有的，请带房产证或租房合同到镇考核办领绑定码。'>
        <PhoneForm relation={relation} onBound={bound} />
      </Section>
    </>
  )
}
