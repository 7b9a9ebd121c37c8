import Taro from '@tarojs/taro'
import { Card } from '@/components/Card'
import { Cell } from '@/components/Cell'
import { Section } from '@/components/Section'
import type { IconName } from '@/components/Icon/icons'

type Link = { icon: IconName; title: string; note?: string; url: string }

const LINKS: readonly Link[] = [
  { icon: 'phone', title: '录入电话、12345 举报', note: '来源和级别由考核办填写', url: '/pages/report/index' },
  { icon: 'search', title: '录入检查', note: '明查、暗访、专项检查发现的问题', url: '/inspector/pages/inspect/index' },
  { icon: 'listChecks', title: '考核录入', note: '附件2、红色物业、创建项目', url: '/inspector/pages/assess/index' },
  { icon: 'vote', title: '满意率调查', note: '安排、发布、复核结果、审看留言', url: '/office/pages/surveys/index' },
  { icon: 'house', title: '住户', note: '发绑定码，办理搬走', url: '/office/pages/households/index' },
  { icon: 'fileText', title: '导入住户名册', note: '用 Excel 表格一次导入', url: '/office/pages/roster/index' },
  { icon: 'printer', title: '批量发绑定码', note: '一次印好整幢楼的纸条', url: '/office/pages/slips/index' },
  { icon: 'clipboardList', title: '住户办理记录', url: '/office/pages/registers/index' },
  { icon: 'gift', title: '奖补分配', url: '/office/pages/rewards/index' },
  { icon: 'folderOpen', title: '全部案卷', url: '/office/pages/desk/index?scope=all' },
]

/** What the office does of its own accord. */
export function OfficeLinks() {
  return (
    <Section title='办理其他事项'>
      <Card flush>{LINKS.map(({ icon, title, note, url }) => <Cell key={url} icon={icon} title={title} note={note} onPress={() => void Taro.navigateTo({ url })} />)}</Card>
    </Section>
  )
}
