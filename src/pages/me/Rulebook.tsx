import { Text, View } from '@tarojs/components'
import type { CategoryGroup, Edition } from '../../../domain/rulebook/edition'
import { Card } from '@/components/Card'
import { Cell } from '@/components/Cell'
import { Fold } from '@/components/Fold'
import { Loaded } from '@/components/Loaded'
import { Section } from '@/components/Section'
import { limitWords } from '@/domainViews/limitWords'
import { useRulebook } from '@/domainViews/useRules'
import { GROUP } from '@/labels/case'
import './style.scss'

const GROUPS = Object.keys(GROUP) as CategoryGroup[]

/** 规则: what may be reported, how long it may take, and what the office decided where the plan is silent. */
export function Rulebook() {
  const rulebook = useRulebook()
  return (
    <Section title='处置规定'>
      <Loaded query={rulebook}>
        {({ edition }) => (
          <>
            <View className='rulebook-name'><Text>{edition.name}</Text></View>
            {GROUPS.map((group) => <Group key={group} group={group} edition={edition} />)}
            <Card>
              <Fold title='补充规定：方案没写明的怎么定'>
                {edition.decisionNotes.map(({ id, question, decided, why }) => (
                  <View key={id} className='rulebook-decision'>
                    <View><Text>{`${id} ${question}`}</Text></View>
                    <View className='rulebook-decision__decided'><Text>{decided}</Text></View>
                    <View><Text>{`理由：${why}`}</Text></View>
                  </View>
                ))}
              </Fold>
            </Card>
          </>
        )}
      </Loaded>
    </Section>
  )
}

function Group({ group, edition }: { group: CategoryGroup; edition: Edition }) {
  const categories = edition.categories.filter((category) => category.group === group)
  return (
    <Card flush>
      <View className='rulebook-group'>
        <Fold title={`${GROUP[group]}（${categories.length} 类）`}>
          {categories.map(({ code, name, condition, limit }) => <Cell key={code} title={name} note={condition} value={`${limitWords(limit)}内`} />)}
        </Fold>
      </View>
    </Card>
  )
}
