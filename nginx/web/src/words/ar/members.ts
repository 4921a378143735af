export const members = {
  membersOf: (room: string) => `أعضاء ${room}`,
  search: 'ابحث في الأعضاء',
  searchHint: 'ابحث بالاسم',
  none: 'لا يوجد عضو بهذا الاسم.',
  write: (who: string) => `راسل ${who}`,
  remove: (who: string) => `إخراج ${who} من هذه الغرفة`,
  sure: (who: string) => `إخراج ${who} من هذه الغرفة؟ لن يقرأ شيئًا منها حتى ينضم من جديد.`,
  confirm: 'إخراج',
};
