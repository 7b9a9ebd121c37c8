export default definePageConfig({ navigationBarTitleText: '待定事项' })
