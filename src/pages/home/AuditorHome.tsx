import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import { Card } from '@/components/Card'
import { Cell } from '@/components/Cell'
import { Section } from '@/components/Section'
import { useRead } from '@/services/useAction'
import { ClockHealth } from './ClockHealth'
import { LedgerCheck } from './LedgerCheck'

const go = (url: string) => void Taro.navigateTo({ url })

/** 纪委监督: reads everything, changes nothing; the chain of the ledger can be proved at any time. */
export default function AuditorHome(_: { me: Actions['whoAmI']['reply'] }) {
  const desk = useRead('readDesk', {})
  return (
    <>
      <LedgerCheck />
      {desk.data && <ClockHealth clock={desk.data.clock} />}
      <Section title='查阅'>
        <Card flush>
          <Cell icon='folderOpen' title='全部案卷' note='从报告到结案的每一步，每一次扣分的理由' onPress={() => go('/office/pages/desk/index?scope=all')} />
          <Cell icon='trophy' title='排名和得分' note='点开一个小区，看每一笔扣分的依据' onPress={() => void Taro.switchTab({ url: '/pages/standings/index' })} />
          <Cell icon='vote' title='满意率调查' note='异常信号、抽样回访、加分复核和留言审看' onPress={() => go('/office/pages/surveys/index')} />
          <Cell icon='gift' title='以奖代补' note='奖励的分配、公示和确定' onPress={() => go('/pages/rewards/index')} />
          <Cell icon='eye' title='查看身份记录' note='考核办谁、什么时候、为什么看过报告人的信息' onPress={() => go('/office/pages/registers/index?of=unmaskings')} />
          <Cell icon='clipboardList' title='住户办理记录' note='发绑定码、清退绑定' onPress={() => go('/office/pages/registers/index')} />
          <Cell icon='house' title='住户' note='各户绑定了几人，绑定码用没用' onPress={() => go('/office/pages/households/index')} />
        </Card>
      </Section>
    </>
  )
}
