import type { Parts, Scribe } from './scribe.js';

/** A series with a meeting of its own that was moved, a holiday, a feed of `self` and one of the club by `third`. */
export async function writeCalendar(scribe: Scribe, { clubId, self, third }: Parts): Promise<void> {
  const createdAt = '2026-01-05';
  const seriesId = await scribe.write('series', 'meeting_series', {
    club_id: clubId,
    rule: 'FREQ=MONTHLY;BYDAY=2TU',
    first_on: '2026-03-01',
    start_time: '07:00',
    minutes: 90,
    place: scribe.say('meeting_series.place', 'series'),
    last_on: '2099-12-31',
    created_at: createdAt,
  });
  await scribe.write('moved', 'meetings', {
    club_id: clubId,
    series_id: seriesId,
    series_on: '2026-03-10',
    starts_at: '2026-03-11T06:00:00Z',
    original_starts_at: '2026-03-10T06:00:00Z',
    held_on: '2026-03-11',
    minutes: 90,
    state: 'planned',
    revision: 1,
    revised_at: createdAt,
    created_at: createdAt,
  });
  await scribe.write('holiday', 'holidays', {
    club_id: clubId,
    name: scribe.say('holidays.name', 'holiday'),
    first_on: '2026-07-01',
    last_on: '2026-08-31',
    created_at: createdAt,
  });
  await scribe.write('ownFeed', 'calendar_feeds', {
    made_by_id: self.personId,
    token_hash: Buffer.from(scribe.say('calendar_feeds.token_hash', 'ownFeed')),
    created_at: createdAt,
  });
  await scribe.write('clubFeed', 'calendar_feeds', {
    made_by_id: third.personId,
    club_id: clubId,
    token_hash: Buffer.from(`a feed of ${clubId}`),
    created_at: createdAt,
  });
}
