import { TEMPLATE_IDS } from '../../config/templates'
import type { MessageTemplates } from '../../local-cloud/inspector/routes'

const task = { thing1: '事项', thing2: '地点', time3: '截止时间', thing4: '说明' }

/** As the templates are laid down at WeChat: so that the inspector can show a message as the phone does. */
export const messageTemplates: MessageTemplates = {
  [TEMPLATE_IDS.caseTask]: { title: '新任务提醒', fields: task },
  [TEMPLATE_IDS.caseDeadline]: { title: '时限提醒', fields: task },
  [TEMPLATE_IDS.caseProgress]: { title: '办理进度通知', fields: { thing1: '事项', thing2: '进度', time3: '时间' } },
}
