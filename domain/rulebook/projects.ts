import type { ProjectRule } from './edition'
import { centipoints } from './units'

/**
 * 创建项目加分: what each model project adds to the composite, not to one of its parts. Centipoints.
 *
 * @source 方案五2
 */
export const projects: ProjectRule = {
  text: '鼓励积极开展镇村市容环境提升项目和各类相关项目的创建。创建完成区级示范项目有一项加3分、市级项目加5分、省级项目加7分、国家级项目加10分。',
  clause: '方案五2',
  points: {
    district: centipoints(3),
    city: centipoints(5),
    province: centipoints(7),
    nation: centipoints(10),
  },
}
