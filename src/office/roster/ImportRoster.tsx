import Taro from '@tarojs/taro'
import { Button } from '@/components/Button'
import { Empty } from '@/components/Empty'
import { Refusal } from '@/components/Refusal'
import { Section } from '@/components/Section'
import { Faults } from './Faults'
import { Found } from './Found'
import { HowToFill } from './HowToFill'
import { Progress } from './Progress'
import { useRoster } from './useRoster'

type Estate = { readonly id: string; readonly name: string }

/** One file from the choice to the last household, each step with what to do next. */
export function ImportRoster({ estate }: { estate: Estate }) {
  const { stage, choose, start, goOn, forget, trouble } = useRoster(estate.id)
  const again = <Button kind='secondary' icon='folderOpen' words='重新选表格' onPress={() => void choose()} />
  const told = trouble !== undefined && <Refusal words={trouble} />
  switch (stage.at) {
    case 'choosing':
      return (
        <>
          <HowToFill />
          <Section title='2. 选表格，先核对' note='核对只看不改；看过会改什么，再决定导不导入。'>
            {told}
            <Button icon='folderOpen' words={process.env.TARO_ENV === 'weapp' ? '从聊天里选表格' : '选表格（.xlsx）'} onPress={() => void choose()} />
          </Section>
        </>
      )
    case 'sending':
      return <Progress words={`正在上传“${stage.name}”`} percent={stage.percent} figure={`${stage.percent}%`} />
    case 'checking':
      return <Progress words={`正在核对“${stage.name}”，两万户大约要十秒`} />
    case 'faulty':
      return <>{told}<Faults name={stage.name} sheets={stage.sheets} faults={stage.faults} count={stage.count} />{again}</>
    case 'ready':
      return <>{told}<Found name={stage.name} estateName={estate.name} sheets={stage.sheets} found={stage.found} onImport={() => void start(stage.found)} />{again}</>
    case 'importing':
      return <Progress words='正在导入，请不要关闭页面' percent={Math.floor((stage.done / stage.total) * 100)} figure={`${stage.done} / ${stage.total} 户`} />
    case 'stopped':
      return (
        <>
          <Progress words='上次导入没有完成。已导入的都在，接着导入不会重复' percent={Math.floor((stage.done / stage.total) * 100)} figure={`${stage.done} / ${stage.total} 户`} />
          {told}
          <Button icon='refreshCw' words='接着导入' onPress={goOn} />
          <Button kind='quiet' words='不导了，重新选表格' onPress={forget} />
        </>
      )
    case 'done':
      return <Empty icon='circleCheck' title={`导入好了，共 ${stage.total} 户`} words='可以接着批量发绑定码，印成纸条交给住户。' action={{ words: '批量发绑定码', onPress: () => void Taro.redirectTo({ url: `/office/pages/slips/index?estateId=${estate.id}` }) }} />
  }
}
