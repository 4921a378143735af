export const members = {
  membersOf: (room: string) => `Members of ${room}`,
  search: 'Search members',
  searchHint: 'Search by name',
  none: 'No member is called that.',
  write: (who: string) => `Write to ${who}`,
  remove: (who: string) => `Remove ${who} from this room`,
  sure: (who: string) => `Remove ${who} from this room? They read nothing more of it until they join again.`,
  confirm: 'Remove',
};
