export default definePageConfig({ navigationBarTitleText: '批量发绑定码' })
