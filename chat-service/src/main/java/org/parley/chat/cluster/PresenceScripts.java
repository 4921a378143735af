package org.parley.chat.cluster;

/**
 * What happens in Redis in one step. All keys are in one hash slot, so that a script sees leases
 * and presences together. Times are Redis's, by one clock.
 */
final class PresenceScripts {

  private static final String SLOT = "{parley:presence}:";

  /** Processes by when their lease ends. */
  static final String LEASES = SLOT + "leases";

  /** Is there while some may not have noted their people again, in a Redis that came back empty. */
  static final String UNSETTLED = SLOT + "unsettled";

  /** Before a process: that it was given up. */
  static final String GIVEN_UP = SLOT + "given-up:";

  /** Before a process: the names of the people it noted, by room and person. */
  static final String NOTED_BY = SLOT + "noted-by:";

  /** Before a room and person: the processes they are present through. */
  static final String PRESENT = SLOT + "present:";

  /**
   * Before a room and person: what everybody was told, {@code here}, or {@code gone:} and the
   * process that tells it. By this exactly one tells, and may ask again when the answer was lost.
   */
  static final String TOLD = SLOT + "told:";

  private static final String NOW =
      """
      local time = redis.call('TIME')
      local now = time[1] * 1000 + math.floor(time[2] / 1000)
      """;

  /**
   * Keys: leases, unsettled, given up. Arguments: process, lease and settling time in milliseconds,
   * whether it had a lease: {@code this} one, an {@code other} one under another name, or {@code
   * never}. Answers 0 kept, 1 new or run out before, 2 given up. Where a lease was that was not
   * given up, or any at all, and is none any more, Redis has forgotten everything.
   */
  static final String RENEW =
      NOW
          + """
          if redis.call('EXISTS', KEYS[3]) == 1 then return 2 end
          local before = redis.call('ZSCORE', KEYS[1], ARGV[1])
          local lost = not before and ARGV[4] == 'this'
          local empty = redis.call('EXISTS', KEYS[1]) == 0 and ARGV[4] ~= 'never'
          if lost or empty then redis.call('SET', KEYS[2], 1, 'PX', ARGV[3]) end
          redis.call('ZADD', KEYS[1], now + ARGV[2], ARGV[1])
          return before and tonumber(before) > now and 0 or 1
          """;

  /**
   * Keys: leases, unsettled, present, told, noted by. Arguments: process, room and person, name.
   * Answers 0 no news, 1 news, 3 unknown.
   */
  static final String ENTER =
      """
      if not redis.call('ZSCORE', KEYS[1], ARGV[1]) then return 3 end
      redis.call('HSET', KEYS[5], ARGV[2], ARGV[3])
      redis.call('SADD', KEYS[3], ARGV[1])
      if redis.call('GET', KEYS[4]) == 'here' then return 0 end
      redis.call('SET', KEYS[4], 'here')
      return redis.call('EXISTS', KEYS[2]) == 1 and 0 or 1
      """;

  /**
   * The same keys. Arguments: process, room and person. Answers 0 no news, 1 news, 2 unsettled, 3
   * unknown. While unsettled it notes what the process knows: that everybody was told they are
   * here.
   */
  static final String LEAVE =
      """
      if not redis.call('ZSCORE', KEYS[1], ARGV[1]) then return 3 end
      redis.call('HDEL', KEYS[5], ARGV[2])
      redis.call('SREM', KEYS[3], ARGV[1])
      if redis.call('EXISTS', KEYS[2]) == 1 then
        redis.call('SET', KEYS[4], 'here')
        return 2
      end
      if redis.call('SCARD', KEYS[3]) > 0 then return 0 end
      local told = redis.call('GET', KEYS[4])
      local gone = 'gone:' .. ARGV[1]
      if told == 'here' then redis.call('SET', KEYS[4], gone, 'EX', 60) end
      return (told == 'here' or told == gone) and 1 or 0
      """;

  /**
   * Keys: leases. Arguments: the prefix of given up, for how many seconds. Answers with those whose
   * lease has run out; they are given up before anything of theirs is ended, so that one that wakes
   * meanwhile begins anew.
   */
  static final String GIVE_UP =
      NOW
          + """
          local dead = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now, 'LIMIT', 0, 10)
          for _, process in ipairs(dead) do
            redis.call('SET', ARGV[1] .. process, 1, 'EX', ARGV[2])
          end
          return dead
          """;

  /**
   * Keys: present, told. Arguments: process, the dead one. Answers 0 no news, 1 news. That the dead
   * one noted it is forgotten only when the news was told.
   */
  static final String END =
      """
      redis.call('SREM', KEYS[1], ARGV[2])
      if redis.call('SCARD', KEYS[1]) > 0 then return 0 end
      local told = redis.call('GET', KEYS[2])
      local gone = 'gone:' .. ARGV[1]
      if told == 'here' then redis.call('SET', KEYS[2], gone, 'EX', 60) end
      return (told == 'here' or told == gone) and 1 or 0
      """;

  private PresenceScripts() {}
}
