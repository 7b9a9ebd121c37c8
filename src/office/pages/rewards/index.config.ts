export default definePageConfig({ navigationBarTitleText: '奖补分配' })
