export const common = {
  today: 'اليوم',
  yesterday: 'أمس',
  close: 'إغلاق',
  cancel: 'إلغاء',
};
