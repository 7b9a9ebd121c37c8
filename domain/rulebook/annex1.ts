import type { Category, CategoryGroup, HandlingLimit } from './edition'
import { centipoints } from './units'

/** 分类: what the plan calls the four groups. @source 附件1 */
export const groupNames = {
  infrastructure: '基础设施',
  environment: '环境秩序',
  greening: '绿化管理',
  illegalBuilding: '违法建设',
} as const satisfies Record<CategoryGroup, string>

/** The plan writes the responsible unit and the points once, in cells that span the whole table. */
const responsibleUnit = '物管科.各小区物业.'
const pointsPerPlace = centipoints(1)

const threeDays: HandlingLimit = { amount: 3, unit: 'day' }
const oneDay: HandlingLimit = { amount: 1, unit: 'day' }
const sevenDays: HandlingLimit = { amount: 7, unit: 'day' }
const twoHours: HandlingLimit = { amount: 2, unit: 'hour' }
const fourHours: HandlingLimit = { amount: 4, unit: 'hour' }

const inGroup =
  (group: CategoryGroup) =>
  (code: string, name: string, condition: string, limit: HandlingLimit): Category => ({
    code,
    group,
    name,
    condition,
    limit,
    responsibleUnit,
    points: pointsPerPlace,
    hazardous: false,
    clause: '附件1',
  })

/** 先围后修: dangerous from the first minute. Our own mark, not a word of the plan; it costs and adds no points. */
const hazardous = (category: Category): Category => ({ ...category, hazardous: true })

const infrastructure = inGroup('infrastructure')
const environment = inGroup('environment')
const greening = inGroup('greening')
const illegalBuilding = inGroup('illegalBuilding')

/**
 * 小类: the 26 categories a case is filed under, in the order of the plan.
 *
 * The column 小类代码 stands empty in the plan, so the codes are ours: two digits for the group, two for the place in it. They are
 * stored in cases and printed on sheets: a code is never given to another category.
 *
 * @source 附件1
 */
export const categories: readonly Category[] = [
  infrastructure('0101', '外立面破损', '房屋、附属构筑物外立面墙皮脱落、破损', threeDays),
  infrastructure('0102', '小区道路破损', '小区内部道路坑洼（大于0.5㎡）、破损', threeDays),
  infrastructure('0103', '门牌号缺失缺损', '大楼幢数、单元门牌号缺失或破损', threeDays),
  hazardous(infrastructure('0104', '井盖缺损', '各类井盖（含雨水箅子、格栅）破损、缺失', threeDays)),
  hazardous(infrastructure('0105', '消防设施缺损', '消防栓（箱）设施破损、漏水、缺失', threeDays)),
  infrastructure(
    '0106',
    '公共设施缺损',
    '公共设施（宣传栏，公告栏，健身、游乐器材，信报箱，景观灯、路灯，监控，各类立杆、标示标牌，休息桌椅、花台等）破损、锈蚀、缺失、倾斜、断裂',
    threeDays,
  ),
  infrastructure(
    '0107',
    '环卫设施缺损',
    '环卫设施（公厕、垃圾箱、果壳箱、垃圾亭等）缺失、破损、脏，分类桶颜色错误，桶标识不清晰，桶未盖，分类亭、分散式收集点标识牌错误、缺失，责任牌缺失',
    threeDays,
  ),
  environment('0201', '清扫保洁不干净', '小区内有散落垃圾、淤泥、积尘、污水横溢，水面有漂浮物', twoHours),
  environment('0202', '焚烧垃圾', '焚烧垃圾（树叶）现象（痕迹）的', twoHours),
  environment('0203', '乱堆物料', '小区内杂物堆放', twoHours),
  environment('0204', '擅自饲养家禽', '有散养鸡、鸭、鹅等家禽', twoHours),
  environment(
    '0205',
    '建筑垃圾处置不规范',
    '建筑（装潢）垃圾临时堆放点未设明显标志；建筑（装潢）垃圾未袋装化或未设围护或未覆盖',
    oneDay,
  ),
  environment('0206', '环卫设施脏乱', '环卫设施（公厕、垃圾箱、垃圾房、果壳箱等）脏乱（含周边环境）', twoHours),
  environment('0207', '非法小广告', '小区内有违章（规）张贴、涂写、悬（披）挂、刻画现象', twoHours),
  environment('0208', '违规晾晒', '小区内有违规晾晒（公共设施、绿化、树木）', twoHours),
  environment('0209', '垃圾筒设置不规范', '垃圾筒、果壳箱设置在绿化带内或绿地上（无绿化或植被的除外）', twoHours),
  environment('0210', '广告、店招破损', '广告、店招破损', threeDays),
  environment('0211', '擅自设置广告', '擅自设置广告、店招、杆牌、灯箱的', oneDay),
  environment('0212', '无证经营', '流动摊贩', twoHours),
  environment('0213', '店外经营、堆放', '乱设摊、商铺占道经营（堆放）', twoHours),
  environment('0214', '除“四害”', '无固定灭鼠用毒饵站或未按时有效投药', threeDays),
  hazardous(environment('0215', '占用消防通道', '消防通道被占用', fourHours)),
  greening(
    '0301',
    '绿化管养不佳',
    '绿化管养（修剪、除草）不到位，有空秃（大于1㎡）、死树枯枝、明显病虫害、垃圾、杂物',
    threeDays,
  ),
  greening('0302', '破坏绿化', '绿地（篱）、树木被破坏，有占（毁）绿、种菜、堆放、绿地停车现象', fourHours),
  greening('0303', '绿化设施破损', '绿化箱体、花台（坛）、护树、绿地护栏、雕塑、花架花钵等破损、缺失、锈蚀', threeDays),
  illegalBuilding('0401', '私搭乱建', '私自开凿及搭建建筑物、构筑物或其他设施', sevenDays),
]
